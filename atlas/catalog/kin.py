"""The kin of an event: what it is part of, what came before and after it, and where the same ships were."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from atlas.catalog import Catalog

Order = Literal["before", "at the same time", "after"]


@dataclass(frozen=True)
class Relative:
    """An event that has to do with another one.

    Parameters
    ----------
    event : str
        Its id.
    order : str
        When it was, seen from the other: before, at the same time or after; days that are only told to the month may
        be any of their month.
    whole, part, told : bool
        Whether the other is a part of it, whether it is a part of the other, and whether a record of either names it as
        related.
    ships : tuple of str
        Ids of the ships that were in both.
    """

    event: str
    order: Order
    whole: bool
    part: bool
    told: bool
    ships: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """Where an event stands in its series: its number, how many there are, and the ids of its neighbours."""

    number: int
    count: int
    previous: str | None
    following: str | None


def relatives(catalog: Catalog, event: str) -> list[Relative]:
    """Give the events that have to do with one, in order of time.

    Parameters
    ----------
    catalog : Catalog
        The events.
    event : str
        Id of the one; KeyError if there is none.

    Returns
    -------
    list of Relative
        Each event that is part of the same, is named as related by either record, or had a ship in common.
    """
    row, rows, having = catalog.event(event), catalog.layers["events"].rows, _having(catalog)
    tied = {other: None for tie in (event, *_ties(row)) for other in having.get(tie, ()) if other != event}
    found = (_relative(row, rows[other]) for other in sorted(tied, key=_places(catalog).__getitem__))
    kin = [one for one in found if one.whole or one.part or one.told or one.ships]
    return sorted(kin, key=lambda one: (rows[one.event]["start"], rows[one.event]["end"]))


def place_in_series(catalog: Catalog, event: str) -> Place | None:
    """Give the place of an event among those of its series in order of time, None where it is in none."""
    series = catalog.event(event)["series"]
    return _place(list(_series(catalog, series)), event) if series else None


def place_in_time(catalog: Catalog, event: str) -> Place:
    """Give the place of an event among all of the atlas, by first and last day; KeyError if there is none."""
    catalog.event(event)
    rows = sorted(catalog.layers["events"].rows.values(), key=lambda row: (row["start"], row["end"], row["id"]))
    return _place([row["id"] for row in rows], event)


def _series(catalog: Catalog, series: str) -> Iterator[str]:
    rows = [row for row in catalog.layers["events"].rows.values() if row["series"] == series]
    yield from (row["id"] for row in sorted(rows, key=lambda row: (row["start"], row["series_index"] or 0, row["id"])))


def _place(names: list[str], event: str) -> Place:
    at = names.index(event)
    return Place(
        number=at + 1,
        count=len(names),
        previous=names[at - 1] if at else None,
        following=names[at + 1] if at + 1 < len(names) else None,
    )


@cache
def _places(catalog: Catalog) -> dict[str, int]:
    return {name: place for place, name in enumerate(catalog.layers["events"].rows)}


@cache
def _having(catalog: Catalog) -> dict[str, list[str]]:
    """Give the events that each ship or event ties together, so that nobody must look at all events."""
    having: dict[str, list[str]] = {}
    for name, row in catalog.layers["events"].rows.items():
        for tie in (name, *_ties(row)):
            having.setdefault(tie, []).append(name)
    return having


def _ties(row: Mapping[str, Any]) -> list[str]:
    """Give what ties an event to others: its ships, the whole it is a part of, the events that its record names."""
    return [*_ships(row), *filter(None, [row["part_of"]]), *(row["related"] or ())]


def _relative(row: Mapping[str, Any], other: Mapping[str, Any]) -> Relative:
    ships = set(_ships(row)) & set(_ships(other))
    return Relative(
        event=other["id"],
        order=_order(row, other),
        whole=row["part_of"] == other["id"],
        part=other["part_of"] == row["id"],
        told=other["id"] in (row["related"] or ()) or row["id"] in (other["related"] or ()),
        ships=tuple(ship for ship in _ships(row) if ship in ships),
    )


def _ships(row: Mapping[str, Any]) -> list[str]:
    return [unit["ship"] for unit in row["units"] or () if unit.get("ship")]


def _order(row: Mapping[str, Any], other: Mapping[str, Any]) -> Order:
    if _last(other) < _first(row):
        return "before"
    return "after" if _first(other) > _last(row) else "at the same time"


def _first(row: Mapping[str, Any]) -> str:
    """Give the first day that an event may have begun on, in ISO 8601."""
    day: str = row["start"]
    return f"{day[:7]}-01" if row["date_precision"] == "month" else day


def _last(row: Mapping[str, Any]) -> str:
    """Give the last day that it may have ended on; of one whose month alone is told the end of that month."""
    day: str = row["end"]
    return f"{day[:7]}-31" if row["date_precision"] == "month" and day[:7] == row["start"][:7] else day
