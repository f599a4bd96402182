"""Events as arrays: what the filters look at, prepared once so that a filter is one comparison of numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from atlas.look import KINDS
from atlas.vocabulary import CONFIDENCE

EPOCH: Final = date(1970, 1, 1)
KIND_BIT: Final = {kind: 1 << place for place, kind in enumerate(KINDS)}
SURE_BIT: Final = {level: 1 << place for place, level in enumerate(CONFIDENCE)}


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
    kind, sure : int32
        One bit each: the kind's place in `look.KINDS`, the confidence's in `vocabulary.CONFIDENCE`.
    china, russia : bool
        Whether forces of that state took part.
    series : int32
        Place in `series_names`, -1 for none.
    placed : bool
        Whether the event has a place on the map.
    series_names : tuple of str
        Ids of the series that events belong to, sorted.
    """

    start: NDArray[np.int32]
    end: NDArray[np.int32]
    kind: NDArray[np.int32]
    sure: NDArray[np.int32]
    china: NDArray[np.bool_]
    russia: NDArray[np.bool_]
    series: NDArray[np.int32]
    placed: NDArray[np.bool_]
    series_names: tuple[str, ...]

    @classmethod
    def of(cls, rows: Sequence[Mapping[str, Any]], placed: Sequence[bool], series: Iterable[str]) -> "EventColumns":
        """Prepare the arrays.

        Parameters
        ----------
        rows : sequence of mappings
            Properties of the events.
        placed : sequence of bool
            Whether each has a geometry.
        series : iterable of str
            Ids of all series that there are.

        Returns
        -------
        EventColumns
            One entry per row.

        Raises
        ------
        ValueError
            If a row holds a value that no filter knows; the message names the event, the value and what is allowed.
        """
        names = tuple(sorted({row["series"] for row in rows} & set(series)))
        places: dict[str | None, int] = {None: -1} | {name: place for place, name in enumerate(names)}
        return cls(
            start=_numbers([days(_day(row, "start")) for row in rows]),
            end=_numbers([days(_day(row, "end")) for row in rows]),
            kind=_numbers([_known(row, "kind", KIND_BIT) for row in rows]),
            sure=_numbers([_known(row, "confidence", SURE_BIT) for row in rows]),
            china=_flags(["CN" in row["states"] for row in rows]),
            russia=_flags(["RU" in row["states"] for row in rows]),
            series=_numbers([_known(row, "series", places) for row in rows]),
            placed=_flags(placed),
            series_names=names,
        )


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
