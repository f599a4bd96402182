"""Flights whose straight way would cross land: no line is drawn there, for no source tells that anybody flew over it.

The way of an aircraft between two sightings is not known. Over the sea a straight band says no more than that; over
land it would read as an overflight, and thus as a breach of somebody's airspace that nobody claims. So such a leg keeps
its two ends and loses its middle. It is the same for all land: whose it is, the atlas need not say.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from shapely.geometry import LineString, MultiLineString

from atlas.build.coast import Coast
from atlas.build.routes import Leg
from atlas.measure.geodesy import LonLat, length_km, point_along

_SHARE: Final = 0.25
_MOST_KM: Final = 150.0
_LEAST_KM: Final = 10.0
"""What is left at each end: a quarter of the way, within these limits."""

_CLEAR_KM: Final = 25.0
"""How far before the coast an end stops, where it can."""


def without_land(leg: Leg, coast: Coast) -> Leg:
    """Give a flight a gap where its straight way would cross land.

    Parameters
    ----------
    leg : Leg
        Any leg; one of ships comes back as it is.
    coast : Coast
        The land.

    Returns
    -------
    Leg
        With a gap if its line meets land that lies beyond the blur of both its ends: where one of them may have been,
        land is told by that sighting. Straits crossed in the gap are left out.
    """
    if not leg.air or leg.start.point == leg.end.point:
        return leg
    length = leg.km
    first, last = leg.start.radius_km, length - leg.end.radius_km
    land = [span for span in coast.land_on(leg.line) if span[1] > first and span[0] < last]
    if not land:
        return leg
    most = min(max(_SHARE * length, _LEAST_KM), _MOST_KM)
    gap = (
        max(min(most, land[0][0] - _CLEAR_KM), min(_LEAST_KM, length / 4)),
        length - max(min(most, length - max(end for _, end in land) - _CLEAR_KM), min(_LEAST_KM, length / 4)),
    )
    crossed = [(gate, crossing) for gate, crossing in leg.crossed if not gap[0] < crossing.km < gap[1]]
    return replace(leg, gap=gap, crossed=crossed)


def drawn(leg: Leg) -> LineString | MultiLineString:
    """Give the line of a leg as a layer holds it: its two ends where it has a gap."""
    if leg.gap is None:
        return LineString(leg.line)
    ends = [_until(leg.line, leg.gap[0]), _until(leg.line[::-1], leg.km - leg.gap[1])[::-1]]
    return MultiLineString(ends)


def _until(line: list[LonLat], km: float) -> list[LonLat]:
    """Give the first kilometres of a line."""
    kept, left = [line[0]], km
    for here, there in pairwise(line):
        step = length_km([here, there])
        if step >= left:
            return [*kept, point_along([here, there], left)]
        kept.append(there)
        left -= step
    return kept
