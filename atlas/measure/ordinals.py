"""Numbers in a series: the events counted in order of time, and the way of counting that a told number fits.

'The sixth joint patrol' is a count, and a count needs a rule. Two rules are in use for the series of the atlas: each
event counts, or each calendar year with an event counts once (stages of one year together). Counts are exact: they have
no error but that of the list itself, in which an event that nobody told of is missing. Source: the records' own days.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

Way = Literal["event", "year"]
WAYS: Final[tuple[Way, ...]] = ("event", "year")


@dataclass(frozen=True)
class Place:
    """The place of an event in its series.

    Parameters
    ----------
    event : int
        How many events of the series have begun by then, this one included; two that begin on one day stand in the
        order of their last days, then of their ids.
    year : int
        In how many calendar years an event of the series has begun by then, this one's included.
    """

    event: int
    year: int

    def fits(self, told: int) -> tuple[Way, ...]:
        """Give the ways of counting by which the event has the told number; none where it fits neither."""
        return tuple(way for way in WAYS if getattr(self, way) == told)

    def off(self, told: int) -> int:
        """Give how much the told number is above the count of events; negative where it is below."""
        return told - self.event


def places(days: Mapping[str, tuple[date, date]]) -> dict[str, Place]:
    """Count the events of a series.

    Parameters
    ----------
    days : mapping of str to (date, date)
        First and last day of each event, by its id; all events of the series, for a number left out moves all later
        ones.

    Returns
    -------
    dict of str to Place
        In order of time.
    """
    order = sorted(days, key=lambda name: (*days[name], name))
    years: set[int] = set()
    found = {}
    for number, name in enumerate(order, 1):
        years.add(days[name][0].year)
        found[name] = Place(number, len(years))
    return found
