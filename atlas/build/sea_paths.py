"""The shortest way over water between two points: straight if it can be, else over a grid and pulled straight."""

from itertools import pairwise
from typing import Final

from shapely.geometry import LineString

from atlas.build.coast import Coast
from atlas.build.pull import pull
from atlas.build.sea_grid import grid_around, grid_path
from atlas.measure.gates import Gate
from atlas.measure.geodesy import LonLat, geodesic, near

_MARGINS: Final = (1.0, 3.0, 9.0)
_DECIMALS: Final = 4
_ROUND_OFF: Final = 0.005
"""Degrees, half a kilometre: arcs around capes keep the few points that show."""


def sea_path(points: list[LonLat], coast: Coast, wall: Gate | None = None) -> list[LonLat] | None:
    """Find the shortest way over water through some points.

    Parameters
    ----------
    points : list of (longitude, latitude)
        Start, points to pass, end; degrees, WGS 84. A start or end on land moves to water close to it.
    coast : Coast
        The land.
    wall : Gate or None
        A strait through which the way must not lead.

    Returns
    -------
    list of (longitude, latitude) or None
        Rounded to 4 decimals, unwrapped at the antimeridian, neighbours at most 150 km apart: straight in degrees
        between its points it is the geodesic within a kilometre, clear of land.
        None where no water joins the points.
    """
    coast = coast.walled(wall) if wall else coast
    turned = [points[0]]
    for lon, lat in points[1:]:
        turned.append((near(lon, turned[-1][0]), lat))
    line: list[LonLat] = []
    for start, end in pairwise(turned):
        piece = _between(start, end, coast, _MARGINS[:1] if wall else _MARGINS)
        if piece is None or (line and line[-1] != piece[0]):  # a point to pass that lies on land parts the way in two
            return None
        line += piece[1:] if line else piece
    return [(round(lon, _DECIMALS), round(lat, _DECIMALS)) for lon, lat in _drawn(line)]


def _between(start: LonLat, end: LonLat, coast: Coast, margins: tuple[float, ...]) -> list[LonLat] | None:
    """Find the corners of the way between two points; None where there is none."""
    straight = geodesic(start, end)
    if coast.clear(straight) and not coast.near_shore_km(straight):
        return [start, end]
    for margin in margins:
        path = grid_path(start, end, grid_around(start, end, coast, margin), coast)
        if path is not None:
            return _fewer(pull(path, coast.cost), coast)
    return None


def _fewer(line: list[LonLat], coast: Coast) -> list[LonLat]:
    """Leave out the points of arcs that do not show."""
    if len(line) < 3:
        return line
    simple = [(lon, lat) for lon, lat in LineString(line).simplify(_ROUND_OFF).coords]
    return simple if coast.clear(_drawn(simple)) else line


def _drawn(line: list[LonLat]) -> list[LonLat]:
    """Give the corners of a way the points between them that make each straight piece the geodesic."""
    drawn = line[:1]
    for start, end in pairwise(line):
        drawn += geodesic(start, end)[1:]
    return drawn
