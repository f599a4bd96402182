"""Events as arrays: what the filters look at, prepared once so that a filter is one comparison of numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from atlas.catalog.several import Several, by_event, with_wider
from atlas.look import KINDS
from atlas.vocabulary import BASIS, CONFIDENCE, JOINT

EPOCH: Final = date(1970, 1, 1)
KIND_BIT: Final = {kind: 1 << place for place, kind in enumerate(KINDS)}
SURE_BIT: Final = {level: 1 << place for place, level in enumerate(CONFIDENCE)}
JOINT_BIT: Final = {joint: 1 << place for place, joint in enumerate(JOINT)}
BASIS_RANK: Final = {basis: place for place, basis in enumerate(BASIS)}
Rows = Mapping[str, Mapping[str, Any]]


def days(day: date) -> int:
    """Count the days from 1 January 1970 to this day."""
    return (day - EPOCH).days


@dataclass(frozen=True, eq=False)
class EventColumns:
    """One array per filter, one entry per event, in the order of the layer; none can be written to.

    Parameters
    ----------
    start, end : int32
        First and last day in days since 1970-01-01, both inside.
    kind, sure, joint : int32
        One bit each: the kind's place in `look.KINDS`, the others' in `vocabulary.CONFIDENCE` and `vocabulary.JOINT`.
    basis : int32
        Place in `vocabulary.BASIS` of the best that any sighting of the event rests on; one more than the last of them
        where it has no sighting.
    china, russia : bool
        Whether forces of that state took part.
    series : int32
        Place in `series_names`, -1 for none.
    placed : bool
        Whether the event has a place on the map.
    series_names : tuple of str
        Ids of the series that events belong to, sorted.
    areas : Several
        Areas that the record names, and the wider ones that those lie in.
    ships : Several
        Ships that the record names among its units.
    passages : Several
        Straits passed, as a source tells or as a leg of ours crosses; a channel counts for the strait it is part of.
    """

    start: NDArray[np.int32]
    end: NDArray[np.int32]
    kind: NDArray[np.int32]
    sure: NDArray[np.int32]
    joint: NDArray[np.int32]
    basis: NDArray[np.int32]
    china: NDArray[np.bool_]
    russia: NDArray[np.bool_]
    series: NDArray[np.int32]
    placed: NDArray[np.bool_]
    series_names: tuple[str, ...]
    areas: Several
    ships: Several
    passages: Several

    @classmethod
    def of(cls, layers: Mapping[str, Rows], placed: Sequence[bool], tables: Mapping[str, Rows]) -> "EventColumns":
        """Prepare the arrays.

        Parameters
        ----------
        layers : mapping of str to rows by id
            Properties of events, sightings, routes and passages.
        placed : sequence of bool
            Whether each event has a geometry.
        tables : mapping of str to rows by id
            Ships, series and areas.

        Returns
        -------
        EventColumns
            One entry per row.

        Raises
        ------
        ValueError
            If a row holds a value that no filter knows; the message names the event, the value and what is allowed.
        """
        rows = list(layers["events"].values())
        names = tuple(sorted({row["series"] for row in rows} & set(tables["series"])))
        places: dict[str | None, int] = {None: -1} | {name: place for place, name in enumerate(names)}
        return cls(
            start=_numbers([days(_day(row, "start")) for row in rows]),
            end=_numbers([days(_day(row, "end")) for row in rows]),
            kind=_numbers([_known(row, "kind", KIND_BIT) for row in rows]),
            sure=_numbers([_known(row, "confidence", SURE_BIT) for row in rows]),
            joint=_numbers([_known(row, "joint", JOINT_BIT) for row in rows]),
            basis=_numbers(_best_basis(rows, layers["sightings"])),
            china=_flags(["CN" in row["states"] for row in rows]),
            russia=_flags(["RU" in row["states"] for row in rows]),
            series=_numbers([_known(row, "series", places) for row in rows]),
            placed=_flags(placed),
            series_names=names,
            areas=_areas(rows, tables["areas"]),
            ships=Several.of(tables["ships"], [[unit.get("ship") for unit in row.get("units") or ()] for row in rows]),
            passages=_passages(rows, layers["routes"], layers["passages"]),
        )


def _best_basis(rows: Sequence[Mapping[str, Any]], sightings: Rows) -> list[int]:
    own = by_event(sightings.values())
    ranks = ([_known(seen, "basis", BASIS_RANK) for seen in own.get(row["id"], ())] for row in rows)
    return [min(found, default=len(BASIS)) for found in ranks]


def _areas(rows: Sequence[Mapping[str, Any]], areas: Rows) -> Several:
    """Find the areas of each event by the names that its record tells."""
    ids = {area["name"]: name for name, area in areas.items()}
    wider = with_wider({name: area.get("wider") or () for name, area in areas.items()})
    return Several.of(areas, [_all(wider, (ids.get(told) for told in row.get("areas") or ())) for row in rows])


def _passages(rows: Sequence[Mapping[str, Any]], legs: Rows, passages: Rows) -> Several:
    """Find the straits of each event: those that its record tells, and those that its legs cross."""
    wider: dict[str, list[str]] = {name: [] for name in passages}
    for whole, row in passages.items():
        for part in row.get("parts") or ():
            wider.setdefault(part, []).append(whole)
    known, own = with_wider(wider), by_event(legs.values())
    lists = []
    for row in rows:
        told = [passed["passage"] for passed in row.get("passages") or ()]
        crossed = [passed["passage"] for leg in own.get(row["id"], ()) for passed in leg.get("passages") or ()]
        lists.append(_all(known, [*told, *crossed]))
    return Several.of(passages, lists)


def _all(wider: Mapping[str, set[str]], names: Iterable[str | None]) -> set[str]:
    """Give these names and all wider ones; names that stand nowhere are left out."""
    return {found for name in names if name is not None for found in wider.get(name, ())}


def _day(row: Mapping[str, Any], key: str) -> date:
    try:
        return date.fromisoformat(row[key])
    except (TypeError, ValueError):
        raise ValueError(f"has {key} {row[key]!r} in {row['id']}; allowed: a day such as 2023-07-20") from None


def _known(row: Mapping[str, Any], key: str, numbers: Mapping[Any, int]) -> int:
    try:
        return numbers[row[key]]
    except (KeyError, TypeError):
        allowed = ", ".join(str(name) for name in numbers)
        raise ValueError(f"has {key} {row[key]!r} in {row['id']}; allowed: {allowed}") from None


def _numbers(values: Sequence[int]) -> NDArray[np.int32]:
    array = np.array(values, dtype=np.int32)
    array.flags.writeable = False
    return array


def _flags(values: Sequence[bool]) -> NDArray[np.bool_]:
    array = np.array(values, dtype=np.bool_)
    array.flags.writeable = False
    return array
