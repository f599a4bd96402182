"""Two views compared: how many events each has of each kind, state, strait, ship and so on, and which are in both.

Each number stands with the view, and what is had beside its filters, whose list holds just these events.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from atlas.catalog import Catalog
from atlas.view import View
from atlas.view.pair import Pair
from atlas.view.several import AnyOf, Areas, Passages, Ships
from atlas.view.sure import JOINT_WORDS
from atlas.vocabulary import CONFIDENCE, KIND

SEVERAL: Final[Mapping[str, type[AnyOf]]] = {kind.field: kind for kind in (Passages, Ships, Areas)}
WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "kinds": {kind: many for kind, (_, many) in KIND.items()},
    "states": {"both": "China and Russia together", "CN": "China without Russia", "RU": "Russia without China"},
    "joint": JOINT_WORDS,
    "confidence": {level: f"{level} confidence" for level in CONFIDENCE},
}
BY: Final = {
    "kinds": "Kind",
    "states": "Who took part",
    "joint": "Joint or not",
    "confidence": "Confidence",
    "series": "Series",
    "passages": "Strait passed",
    "ships": "Ship",
    "areas": "Area",
}
"""What the events are counted by: a field of a View, and how it is called."""


@dataclass(frozen=True)
class Count:
    """How many events, and the view that lists just these; `also` names what they have beside what it asks for.

    That is `<key>.<id>` (`ship.ru-gromkiy-335`), as the list of events takes it, where the view has chosen others.
    """

    n: int
    view: View
    also: str | None = None


@dataclass(frozen=True)
class Line:
    """One thing that events are counted by: its word or id in a link, its name, and the counts of A and B."""

    key: str
    name: str
    first: Count
    second: Count

    @property
    def change(self) -> int:
        """How many more B has than A."""
        return self.second.n - self.first.n


@dataclass(frozen=True)
class Overlap:
    """Ids of events, in the order of the layer: those of A alone, of B alone, and of both."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    both: tuple[str, ...]


def sentence(words: str) -> str:
    """Give words with a capital at the start, all else as it stands."""
    return words[:1].upper() + words[1:]


def plain(view: View) -> View:
    """Give a view without what is no filter."""
    return replace(view, selection=None, centre=None, zoom=None)


def whole(catalog: Catalog, pair: Pair) -> tuple[Count, Count]:
    """Give the events of A and of B."""
    first, second = (Count(catalog.count(view), plain(view)) for view in (pair.first, pair.second))
    return first, second


def overlap(catalog: Catalog, pair: Pair) -> Overlap:
    """Say which events are in A, in B and in both."""
    ids = list(catalog.layers["events"].rows)
    a, b = (view.mask(catalog.columns) for view in (pair.first, pair.second))
    first, second, both = (tuple(ids[place] for place in np.flatnonzero(mask)) for mask in (a & ~b, b & ~a, a & b))
    return Overlap(first, second, both)


def compared(catalog: Catalog, pair: Pair, by: str) -> list[Line]:
    """Count the events of both views by one thing.

    Parameters
    ----------
    catalog : Catalog
        The events.
    pair : Pair
        The two views.
    by : str
        What they are counted by, of `BY`. An event that has several ships, straits or areas counts for each of them.

    Returns
    -------
    list of Line
        Lines that are not 0 on both sides. Short lists of words stand in their order, the others by how far the two
        differ, then by how many there are, then by name.
    """
    names = _names(catalog, by)
    first, second = (_counts(catalog, view, by, names) for view in (pair.first, pair.second))
    lines = [
        Line(
            key,
            name,
            _count(catalog, pair.first, by, key, first[key]),
            _count(catalog, pair.second, by, key, second[key]),
        )
        for key, name in names.items()
        if first[key] or second[key]
    ]
    if by in SEVERAL or by == "series":
        lines.sort(key=lambda line: (-abs(line.change), -line.first.n - line.second.n, line.name.casefold()))
    return lines


def _names(catalog: Catalog, by: str) -> dict[str, str]:
    """Give everything that events are counted by, each with its name."""
    if by in SEVERAL:
        kind = SEVERAL[by]
        return {key: sentence(kind.label(kind.table(catalog)[key])) for key in getattr(catalog.columns, by).used}
    if by == "series":
        return {name: catalog.series[name]["name"] for name in catalog.columns.series_names}
    return {key: sentence(words) for key, words in WORDS[by].items()}


def _counts(catalog: Catalog, view: View, by: str, names: Iterable[str]) -> dict[str, int]:
    mask = view.mask(catalog.columns)
    if by in SEVERAL:
        counted: dict[str, int] = getattr(catalog.columns, by).counts(mask)
        return counted
    alone = View.default(catalog)
    return {key: int((mask & replace(alone, **_only(by, key)).mask(catalog.columns)).sum()) for key in names}


def _only(by: str, key: str) -> dict[str, Any]:
    return {by: key if by in ("states", "series") else (key,)}


def _count(catalog: Catalog, view: View, by: str, key: str, n: int) -> Count:
    """Give a count with the view that has chosen just that of the field, or with the view and what is had beside."""
    wanted = replace(plain(view), **_only(by, key))
    others = by in SEVERAL and getattr(view, by) and key not in getattr(view, by)
    if others and catalog.count(wanted) != n:
        return Count(n, plain(view), f"{SEVERAL[by].key}.{key}")
    return Count(n, wanted)
