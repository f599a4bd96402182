"""Passages counted: by strait, by year, by kind of event, by way, ships and aircraft apart."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from atlas.catalog.facts import Facts
from atlas.catalog.passings import Passing


@dataclass(frozen=True)
class Tally:
    """The told passages through one strait; a group that passes once counts once, by whatever channel.

    Parameters
    ----------
    strait : str
        Its id.
    passings : tuple of Passing
        What is counted.
    years : Counter of int or None
        How many in each year; None for those whose year is not told.
    kinds : Counter of str
        How many by the kind of their event.
    ways : tuple of int
        How many each of the two ways, as told (`Strait.ways`).
    no_way : int
        How many with no way told, or one along the gate.
    ships, aircraft : int
        How many by ships and how many by aircraft.
    last : str or None
        Day of the last one of those that have a day; None where none has.
    """

    strait: str
    passings: tuple[Passing, ...]
    years: Counter[int | None]
    kinds: Counter[str]
    ways: tuple[int, int]
    no_way: int
    ships: int
    aircraft: int
    last: str | None

    @property
    def all(self) -> int:
        """How many in all."""
        return len(self.passings)


def tallies(passings: Iterable[Passing], events: Mapping[str, Facts]) -> list[Tally]:
    """Count the told passages of each strait that has any.

    Parameters
    ----------
    passings : iterable of Passing
        Those computed but told by nobody are not counted.
    events : mapping of str to Facts
        Events by id.

    Returns
    -------
    list of Tally
        The strait passed most often first; of two passed as often, the one passed later.
    """
    own: dict[str, list[Passing]] = {}
    for passing in passings:
        if passing.told:
            own.setdefault(passing.whole, []).append(passing)
    return sorted(
        (_tally(strait, rows, events) for strait, rows in own.items()),
        key=lambda tally: (tally.all, tally.last or "", tally.strait),
        reverse=True,
    )


def _tally(strait: str, rows: list[Passing], events: Mapping[str, Facts]) -> Tally:
    ways = Counter(row.way for row in rows)
    aircraft = sum(row.by_air for row in rows)
    return Tally(
        strait=strait,
        passings=tuple(rows),
        years=Counter(row.year for row in rows),
        kinds=Counter(events[row.event]["kind"] for row in rows),
        ways=(ways[0], ways[1]),
        no_way=ways[None],
        ships=len(rows) - aircraft,
        aircraft=aircraft,
        last=max((row.day for row in rows if row.day), default=None),
    )
