"""Passages as sources tell them, held against the legs and sightings of the same event."""

from datetime import date, timedelta
from typing import Final

from atlas.build.gates import Gates
from atlas.build.locate import Located
from atlas.build.routes import Leg
from atlas.measure.crossings import Crossing
from atlas.measure.geodesy import apart
from atlas.records.models_facts import ToldPassage
from atlas.vocabulary import BEARINGS

_DAY: Final = timedelta(days=1)
"""Notices give the day of the strait, of the sighting before it or of their own printing."""


def of_group(told: ToldPassage, legs: list[Leg]) -> list[int]:
    """Give the numbers of the legs of the group that a told passage names; of all legs where it names none of them."""
    named = [
        number for number, leg in enumerate(legs) if told.who in {leg.who, leg.start.sighting.who, leg.end.sighting.who}
    ]
    return named or list(range(len(legs)))


def shown(told: ToldPassage, leg: Leg, gates: Gates) -> list[int]:
    """Give the numbers of those crossings of a leg that may be a told one: strait, days and direction fit."""
    if told.date is not None and not within(told.date, *leg.dates):
        return []
    return [
        number
        for number, (gate, crossing) in enumerate(leg.crossed)
        if gate in gates.parts[told.passage] and fits(told.direction, crossing)
    ]


def fits(direction: str | None, crossing: Crossing) -> bool:
    """Tell whether a crossing goes the told way, give or take a right angle; any way where none is told."""
    return direction is None or apart(BEARINGS.index(direction) * 22.5, crossing.direction) < 90


def within(day: date, first: date | None, last: date | None) -> bool:
    """Tell whether a day lies between two others, give or take one; a day that is not known is no limit."""
    return (first is None or day >= first - _DAY) and (last is None or day <= last + _DAY)


def days_off(told: ToldPassage, leg: Leg) -> int:
    """Count the days between a told passage and the days of a leg; 0 within them or where they are not known."""
    first, last = leg.dates
    if told.date is None:
        return 0
    early = (first - told.date).days if first else 0
    late = (told.date - last).days if last else 0
    return max(early, late, 0)


def seen_in_gate(told: ToldPassage, located: Located, gates: Gates) -> bool:
    """Tell whether a sighting was made in the told strait itself, with the told heading.

    Its gate lies within the sighting's own blur, so no way joined to the point could tell on which side of it the group
    was. Where a direction is told the sighting must have a heading within a right angle of it.
    """
    sighting = located.sighting
    if told.date is not None and not within(told.date, sighting.date, sighting.date_end or sighting.date):
        return False
    if not any(gates.km_from(gate, located.point) <= located.radius_km for gate in gates.parts[told.passage]):
        return False
    if told.direction is None:
        return True
    return sighting.heading is not None and _turn(told.direction, sighting.heading) < 90


def _turn(one: str, other: str) -> float:
    """Give the angle between two compass points."""
    return apart(BEARINGS.index(one) * 22.5, BEARINGS.index(other) * 22.5)
