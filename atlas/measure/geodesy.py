"""Lengths, directions and shortest lines on the WGS 84 ellipsoid.

Source: pyproj.Geod, which is PROJ's geodesic routines: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013),
doi:10.1007/s00190-012-0578-z. Error: 15 nm in lengths and less than 1e-9 degrees in directions, as Karney tells and
tests/measure/test_reference.py checks; what the points themselves are worth their radius says.
"""

import math
from array import array
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from pyproj import Geod

LonLat = tuple[float, float]

GEOD: Final = Geod(ellps="WGS84")
COMPASS: Final = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


def length_km(line: Sequence[LonLat]) -> float:
    """Measure a line.

    Parameters
    ----------
    line : sequence of (longitude, latitude)
        Degrees, WGS 84; longitudes may run on beyond 180.

    Returns
    -------
    float
        Sum of the geodesics between neighbouring points, in kilometres; 0 for fewer than two points.
    """
    lons, lats = zip(*line, strict=True) if line else ((), ())
    return float(GEOD.line_length(array("d", lons), array("d", lats))) / 1000


def bearing(start: LonLat, end: LonLat) -> float:
    """Give the direction in which the geodesic leaves one point for another.

    Parameters
    ----------
    start, end : (longitude, latitude)
        Degrees, WGS 84.

    Returns
    -------
    float
        Azimuth at `start` (the inverse problem), in degrees from north, 0 to 360.
    """
    return float(GEOD.inv(*start, *end)[0]) % 360


def course(start: LonLat, end: LonLat) -> float:
    """Give the direction of the geodesic from `start` to `end` at its middle, in degrees from north, 0 to 360.

    Unlike `bearing` it turns by exactly half a circle where start and end are swapped: meridians converge, and what
    leaves to the north-east arrives a little more to the east. Over a pole itself there is no course.

    Parameters
    ----------
    start, end : (longitude, latitude)
        Degrees, WGS 84.

    Returns
    -------
    float
        Degrees: the mean of the azimuth at `start` and the azimuth onward at `end`, by the smaller turn.
    """
    leaves, back, _ = GEOD.inv(*start, *end)
    return float(leaves + ((back + 180 - leaves + 180) % 360 - 180) / 2) % 360


def apart(one: float, other: float) -> float:
    """Give the angle between two directions.

    Parameters
    ----------
    one, other : float
        Degrees, any number of turns.

    Returns
    -------
    float
        |(one - other + 180) mod 360 - 180|, in degrees, 0 to 180.
    """
    return abs((one - other + 180) % 360 - 180)


def compass(direction: float) -> str:
    """Name a direction by the nearest of the eight points of the compass.

    Parameters
    ----------
    direction : float
        Degrees from north.

    Returns
    -------
    str
        N, NE, E, SE, S, SW, W or NW: it may be off by 22.5 degrees; halfway between two the one further clockwise.
    """
    return COMPASS[math.floor(direction / 45 + 0.5) % 8]


def near(lon: float, reference: float) -> float:
    """Give the same longitude, turned by whole circles to lie within 180 degrees of a reference.

    Parameters
    ----------
    lon, reference : float
        Degrees.

    Returns
    -------
    float
        lon - 360 floor((lon - reference) / 360 + 1/2), in degrees, from reference - 180 up to below reference + 180.
    """
    return lon - 360 * math.floor((lon - reference) / 360 + 0.5)


def run_on(line: Sequence[LonLat]) -> list[LonLat]:
    """Turn longitudes so that each lies within 180 degrees of the one before: a line that does not jump at 180.

    Of two points half a circle apart neither way round is shorter. Then the one over eastern longitudes is taken, in
    both directions, so that a line and its reverse are the same line.

    Parameters
    ----------
    line : sequence of (longitude, latitude)
        Degrees.

    Returns
    -------
    list of (longitude, latitude)
        The same points; longitudes may lie beyond 180.
    """
    turned: list[LonLat] = []
    for lon, lat in line:
        turned.append((_onward(lon, turned[-1][0]) if turned else lon, lat))
    return turned


def _onward(lon: float, before: float) -> float:
    """Give the same longitude within 180 degrees of the one before."""
    found = near(lon, before)
    if before - found == 180 and ((before + found) / 2) % 360 >= 180:
        return found + 360
    return found


def geodesic(start: LonLat, end: LonLat, step_km: float = 150) -> list[LonLat]:
    """Give points along the shortest line between two points.

    Parameters
    ----------
    start, end : (longitude, latitude)
        Degrees, WGS 84.
    step_km : float
        Longest distance between neighbouring points. With 150 km a line drawn straight between the points, in degrees
        or on a Mercator map, stays within a kilometre of the geodesic up to 60 degrees of latitude.

    Returns
    -------
    list of (longitude, latitude)
        From `start` to `end`, both included; longitudes run on beyond 180 where the line crosses the antimeridian.
    """
    pieces = max(1, math.ceil(length_km([start, end]) / step_km))
    between = GEOD.npts(*start, *end, pieces - 1) if pieces > 1 else []
    return run_on([start, *((float(lon), float(lat)) for lon, lat in between), end])


def point_along(line: Sequence[LonLat], km: float) -> LonLat:
    """Give the point a number of kilometres along a line from its start.

    Parameters
    ----------
    line : sequence of (longitude, latitude)
        Degrees, WGS 84, joined by geodesics.
    km : float
        Kilometres.

    Returns
    -------
    (longitude, latitude)
        By the direct problem on the piece that it falls on; an end of the line where it would lie beyond that.
    """
    if km <= 0:
        return line[0]
    left = km * 1000
    for here, there in pairwise(line):
        azimuth, _, metres = GEOD.inv(*here, *there)
        if left <= metres:
            lon, lat, _ = GEOD.fwd(*here, azimuth, left)
            return near(float(lon), here[0]), float(lat)
        left -= metres
    return line[-1]
