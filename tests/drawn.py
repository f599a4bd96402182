"""Views drawn at random, the same ones for the same seed: for tests that hold two tellings of a view against each other."""

from datetime import timedelta
from random import Random
from typing import Any

from atlas.catalog import Catalog
from atlas.look import KINDS, LAYERS
from atlas.view import STATES, View
from atlas.vocabulary import BASIS, CONFIDENCE, JOINT

OFTEN = 0.35


def draw_view(random: Random, catalog: Catalog, *, places: bool = True) -> View:
    """Draw a view in which each field is the usual one or, about every third time, any other.

    Parameters
    ----------
    random : Random
        Where chance comes from.
    catalog : Catalog
        Says what there is to choose from.
    places : bool
        Whether the map may stand elsewhere.

    Returns
    -------
    View
        Often one that leaves some events and shows others.
    """
    columns = catalog.columns
    drawn: dict[str, Any] = {
        "kinds": _some(random, KINDS),
        "states": random.choice(list(STATES)),
        "series": random.choice(columns.series_names or (None,)),
        "areas": _few(random, columns.areas.used),
        "ships": _few(random, columns.ships.used),
        "passages": _few(random, columns.passages.used),
        "joint": _some(random, JOINT),
        "confidence": _some(random, CONFIDENCE),
        "basis": random.choice(list(BASIS)),
        "layers": _some(random, LAYERS),
        "selection": random.choice([f"event.{name}" for name in catalog.events.index]),
    }
    # Each of these leaves few events; all of them together would leave none.
    rare = random.choice(("series", "areas", "ships", "passages"))
    kept = {
        field: value
        for field, value in drawn.items()
        if random.random() < OFTEN and (field not in ("series", "areas", "ships", "passages") or field == rare)
    }
    first, last = catalog.span
    one, other = sorted(random.randrange((last - first).days + 1) for _ in range(2))
    span = (first, last) if random.random() < OFTEN else (first + timedelta(days=one), first + timedelta(days=other))
    if places and random.random() < OFTEN:
        kept |= {"centre": (random.uniform(20, 50), random.uniform(110, 160)), "zoom": random.choice((3, 4.5, 6.25))}
    return View(catalog.span, *span, **kept)


def draw_views(catalog: Catalog, count: int, seed: int = 2023, *, places: bool = True) -> list[View]:
    """Draw so many views."""
    random = Random(seed)  # noqa: S311 - chance for tests, the same each time
    return [draw_view(random, catalog, places=places) for _ in range(count)]


def _some(random: Random, words: Any) -> tuple[str, ...]:
    """Choose any number of words, none and all included."""
    known = list(words)
    return tuple(random.sample(known, random.randint(0, len(known))))


def _few(random: Random, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Choose one to four ids."""
    return tuple(random.sample(ids, min(len(ids), random.randint(1, 4))))
