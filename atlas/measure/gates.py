"""Where a gate lies, the two ways through it, and how far a point is from it.

Source: ends of the gates in geodata/registry/passages.yaml, approximate map positions of ours; lengths and directions
as in `atlas.measure.geodesy`. Error: that of the ends, some kilometres, unless a function says more.
"""

import math

from shapely.geometry import LineString, Point

from atlas.measure.geodesy import LonLat, apart, bearing, length_km, near

Gate = tuple[LonLat, LonLat]


def middle(gate: Gate) -> LonLat:
    """Give the middle of a gate.

    Parameters
    ----------
    gate : two of (longitude, latitude)
        Its ends, degrees, WGS 84.

    Returns
    -------
    (longitude, latitude)
        Halfway between the ends in degrees; the longitude may lie beyond 180.
    """
    (ax, ay), (bx, by) = gate
    return (ax + near(bx, ax)) / 2, (ay + by) / 2


def across(gate: Gate) -> tuple[float, float]:
    """Give the two ways through a gate, at right angles to it.

    Parameters
    ----------
    gate : two of (longitude, latitude)
        Its ends, degrees, WGS 84.

    Returns
    -------
    tuple of two float
        Bearing of the second end from the first, less and plus 90; degrees from north, 0 to 360. The first of them goes
        to the left of somebody who looks from the first end to the second. Meridians converge: seen from the other end
        the ways turn by up to a degree in the longest gates.
    """
    along = bearing(*gate)
    return (along - 90) % 360, (along + 90) % 360


def way_through(direction: float, gate: Gate) -> float | None:
    """Tell which of the two ways through a gate a direction goes.

    Parameters
    ----------
    direction : float
        Degrees from north.
    gate : two of (longitude, latitude)
        Ends of the gate, degrees, WGS 84.

    Returns
    -------
    float or None
        The one of `across` that is less than a right angle off; None for a direction along the gate itself.
    """
    return next((way for way in across(gate) if apart(way, direction) < 90), None)


def km_from(gate: Gate, point: LonLat) -> float:
    """Measure how far a point is from a gate.

    Parameters
    ----------
    gate : two of (longitude, latitude)
        Ends of the gate, degrees, WGS 84, at most some hundred kilometres apart.
    point : (longitude, latitude)
        Any longitudes: gate and point are brought onto the same circle.

    Returns
    -------
    float
        Kilometres along the geodesic to the nearest point of the gate. That point is found with degrees of longitude
        narrowed as at the gate's middle, so what comes out is never too short, and up to 70 degrees of latitude and
        500 km from the gate too long by 1 % at most.
    """
    (ax, ay), (bx, by) = gate
    narrow = math.cos(math.radians((ay + by) / 2))
    lon = near(point[0], ax)
    line = LineString([(ax * narrow, ay), (near(bx, ax) * narrow, by)])
    closest = line.interpolate(line.project(Point(lon * narrow, point[1])))
    return length_km([(lon, point[1]), (closest.x / narrow, closest.y)])
