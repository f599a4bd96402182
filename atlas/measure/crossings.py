"""Which gates a line crosses, where and in which direction.

A line crosses a gate where it goes over from one side to the other between the gate's two ends. To touch the gate and
turn back is no crossing; to go through and come back is two.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from atlas.measure.gates import Gate, across
from atlas.measure.geodesy import LonLat, apart, course, length_km, near, point_along, run_on

_REACH_KM: Final = (25, 60)
_ON: Final = 1e-9
"""Degrees within which a point is on the gate or at its end: a tenth of a millimetre, what a turn by 360 rounds off."""


@dataclass(frozen=True)
class Crossing:
    """One passage through a gate.

    Parameters
    ----------
    km : float
        Kilometres from the start of the line.
    point : (longitude, latitude)
        Where it crosses, in degrees.
    direction : float
        Course through the gate in degrees from north, 0 to 360.
    """

    km: float
    point: LonLat
    direction: float


def crossings(line: Sequence[LonLat], gate: Gate) -> list[Crossing]:
    """Find where a line crosses a gate.

    Parameters
    ----------
    line : sequence of (longitude, latitude)
        Degrees, WGS 84; straight in degrees between its points, as it is drawn. It may cross the antimeridian.
    gate : two of (longitude, latitude)
        Ends of the gate, at most some hundred kilometres apart.

    Returns
    -------
    list of Crossing
        In the order of the line. The direction is the course from a point before the gate to one as far behind it (half
        the gate's length, 25 to 60 km, less where the line ends sooner): what an observer would tell, not the angle at
        which the line happens to cut the gate.

    Notes
    -----
    A side of the gate is the sign of the cross product of the gate and the way to the point, in degrees: line and gate
    are straight in degrees, as RFC 7946 has lines between two positions. Error: the crossing is exact to 1e-9 degrees;
    where a ship really went the line says no better than its ends do, see their radii.
    Source: none beyond RFC 7946; the cases are hand-made in tests/measure/test_crossings.py.
    """
    track = run_on(line)
    if len(track) < 2:
        return []
    turn = near(track[0][0], gate[0][0]) - track[0][0]
    found = []
    for circle in (-360, 0, 360):  # a line that runs on beyond 180 may meet the gate one circle further
        shifted = [(lon + turn + circle, lat) for lon, lat in track]
        found += _on_plane(shifted, (gate[0], (near(gate[1][0], gate[0][0]), gate[1][1])))
    return sorted(found, key=lambda crossing: crossing.km)


def _on_plane(track: list[LonLat], gate: Gate) -> list[Crossing]:
    """Find the crossings where longitudes of line and gate are on the same circle."""
    found = []
    ways, reach = across(gate), min(max(length_km(gate) / 2, _REACH_KM[0]), _REACH_KM[1])
    sides = [_side(point, gate) for point in track]
    before = None
    for number, side in enumerate(sides):
        if not side:
            continue
        if before is not None and side * sides[before] < 0:
            point = _meeting(track[before : number + 1], gate)
            if point is not None:
                behind, ahead = [*track[: before + 1], point], [point, *track[number:]]
                found.append(_described(behind, ahead, ways[0 if side > 0 else 1], reach))
        before = number
    return found


def _side(point: LonLat, gate: Gate) -> float:
    """Tell how far, in degrees, a point lies to the left of the gate's line; to the right is negative, on it 0."""
    (ax, ay), (bx, by) = gate
    off = ((bx - ax) * (point[1] - ay) - (by - ay) * (point[0] - ax)) / math.hypot(bx - ax, by - ay)
    return off if abs(off) > _ON else 0.0


def _meeting(piece: list[LonLat], gate: Gate) -> LonLat | None:
    """Give the point where a piece of line that changes sides meets the gate between its ends, if it does."""
    (ax, ay), (bx, by) = gate
    for here, there in pairwise(piece):
        one, other = _side(here, gate), _side(there, gate)
        if one == other or one * other > 0:
            continue
        part = one / (one - other)
        x, y = here[0] + part * (there[0] - here[0]), here[1] + part * (there[1] - here[1])
        length = math.hypot(bx - ax, by - ay)
        along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length
        if _ON < along < length - _ON:
            return x, y
    return None


def _described(behind: list[LonLat], ahead: list[LonLat], way: float, reach: float) -> Crossing:
    """Describe a crossing where `behind` ends and `ahead` starts; `way` is the direction at right angles."""
    km = length_km(behind)
    direction = course(point_along(behind, km - reach), point_along(ahead, reach))
    return Crossing(km, behind[-1], direction if apart(direction, way) < 90 else way)
