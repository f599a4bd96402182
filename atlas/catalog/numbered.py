"""The events of a series with their numbers: as they follow from the list, and as states give them."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from atlas.catalog import Catalog, Facts
from atlas.measure.ordinals import Place, places


@dataclass(frozen=True)
class Told:
    """A number that somebody gives an event.

    Parameters
    ----------
    by : str or None
        Code of the state whose authorities give it; None where the record knows only that a source does.
    n : int
        The number.
    of : str or None
        What they count, where it is told and is not simply the series.
    sources : tuple of str
        Ids of the sources.
    """

    by: str | None
    n: int
    of: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Numbered:
    """An event of a series: its place by our count, and the numbers that are told."""

    event: Facts
    place: Place
    told: tuple[Told, ...]


@lru_cache(maxsize=256)
def numbered(catalog: Catalog, series: str) -> tuple[Numbered, ...]:
    """Give all events of a series in order of time; no filter leaves one out, for that would move all later numbers."""
    rows = {name: row for name, row in catalog.layers["events"].rows.items() if row["series"] == series}
    days = {name: (date.fromisoformat(row["start"]), date.fromisoformat(row["end"])) for name, row in rows.items()}
    return tuple(Numbered(rows[name], place, tuple(_told(rows[name]))) for name, place in places(days).items())


def _told(event: Facts) -> list[Told]:
    own = event.get("ordinal")
    first = [Told(event.get("ordinal_by"), own, None, event.get("ordinal_sources") or ())] if own else []
    others = event.get("ordinal_other") or ()
    return first + [Told(row["by"], row["n"], row.get("of"), row.get("sources") or ()) for row in others]
