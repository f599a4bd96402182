"""Lines and polygons that cross longitude 180: cut there, each piece within -180 to 180, as RFC 7946 (3.1.9) asks."""

import itertools
import math

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.affinity import translate
from shapely.geometry import LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from atlas.errors import BuildError

Track = NDArray[np.float64]


def split(geometry: BaseGeometry) -> BaseGeometry:
    """Cut a geometry at the antimeridian.

    Parameters
    ----------
    geometry : shapely geometry
        WGS 84 degrees; a height is dropped. Of two neighbouring vertices more than 180 degrees of longitude apart
        the shorter way is meant, so `178, 182` and `178, -178` are the same edge. Between vertices latitude runs
        evenly with longitude: densify a geodesic first.

    Returns
    -------
    shapely geometry
        The same type, or its Multi type where it was cut. Lines keep their direction and the order of their pieces.

    Raises
    ------
    BuildError
        If the geometry is empty, off the globe or a mixed collection, or a polygon is invalid or goes around a pole.
    """
    flat = shapely.force_2d(geometry)
    if flat.is_empty:
        raise BuildError(f"the {flat.geom_type} is empty; give null where nothing can be drawn")
    track = shapely.get_coordinates(flat)
    if not np.isfinite(track).all() or np.abs(track[:, 1]).max() > 90:
        raise BuildError(f"the {flat.geom_type} leaves the globe; latitudes are -90 to 90, all numbers finite")
    parts = shapely.get_parts(flat)
    cut: BaseGeometry
    match flat.geom_type.removeprefix("Multi"):
        case "Point":
            cut = MultiPoint([_turn_point(part) for part in parts])
        case "LineString":
            cut = MultiLineString([piece for part in parts for piece in _cut_line(part)])
        case "Polygon":
            cut = MultiPolygon([piece for part in parts for piece in _cut_polygon(part)])
        case other:
            raise BuildError(f"a {other} is no geometry of a layer; allowed: points, lines, polygons, also Multi")
    pieces: list[BaseGeometry] = list(shapely.get_parts(cut))
    return cut if flat.geom_type.startswith("Multi") or len(pieces) > 1 else pieces[0]


def _turn_point(point: Point) -> Point:
    """Bring a point's longitude into -180 to 180; the antimeridian itself is 180."""
    return Point(point.x - 360 * math.ceil((point.x - 180) / 360), point.y)


def _cut_line(line: LineString) -> list[LineString]:
    """Walk along a line and begin a new piece at each crossing; an overlay would lose order and self-crossings."""
    track = _with_seams(_unwrapped(shapely.get_coordinates(line)))
    turns = [_turn((x + next_x) / 2) for x, next_x in itertools.pairwise(track[:, 0])]
    pieces = []
    start = 0
    for turn, run in itertools.groupby(turns):
        end = start + len(list(run))
        pieces.append(LineString(track[start : end + 1] - (360 * turn, 0)))
        start = end
    return pieces


def _with_seams(track: Track) -> Track:
    """Add a vertex wherever an edge crosses longitude 180, -180, 540 and so on."""
    vertices = [tuple(track[0])]
    for (x, y), (next_x, next_y) in itertools.pairwise(track):
        seam = 360 * _turn(max(x, next_x)) - 180
        if min(x, next_x) < seam < max(x, next_x):
            vertices.append((seam, y + (next_y - y) * (seam - x) / (next_x - x)))
        vertices.append((next_x, next_y))
    return np.array(vertices)


def _cut_polygon(polygon: Polygon) -> list[Polygon]:
    """Cut a polygon along each antimeridian that it crosses."""
    shell = _unwrapped_ring(polygon.exterior)
    holes = [_unwrapped_ring(ring) for ring in polygon.interiors]
    # Each ring was unwrapped from its own first vertex: a hole may have come out a whole turn beside its shell.
    turns = [math.ceil((shell[:, 0].min() - hole[:, 0].min()) / 360) for hole in holes]
    whole = Polygon(shell, [hole + np.array([360 * turn, 0]) for hole, turn in zip(holes, turns, strict=True)])
    if not whole.is_valid:
        raise BuildError(f"the polygon is invalid ({shapely.is_valid_reason(whole)}); mend it with make_valid")
    west, _, east, _ = whole.bounds
    if west >= -180 and east <= 180:
        return [whole]
    pieces = []
    for turn in range(_turn(west), _turn(east) + 1):
        band = box(360 * turn - 180, -90, 360 * turn + 180, 90)
        moved = translate(whole.intersection(band), -360 * turn)
        pieces += [piece for piece in shapely.get_parts(moved) if isinstance(piece, Polygon)]
    return pieces


def _unwrapped_ring(ring: BaseGeometry) -> Track:
    """Unwrap a closed ring; one that does not close again goes around a pole."""
    track = _unwrapped(shapely.get_coordinates(ring))
    if track[0, 0] != track[-1, 0]:
        raise BuildError("the polygon goes around a pole; cut it along a meridian and through the pole first")
    return track


def _unwrapped(track: Track) -> Track:
    """Let longitudes run on past 180 instead of jumping to -180 (whole turns only, so that rings close exactly)."""
    steps = np.diff(track[:, 0])
    turns = np.cumsum(np.where(np.abs(steps) > 180, np.round(steps / 360), 0))
    return np.column_stack([track[:, 0] - 360 * np.concatenate([[0], turns]), track[:, 1]])


def _turn(longitude: float) -> int:
    """Count the whole turns that bring a longitude into -180 to 180 (180 itself belongs to the next turn)."""
    return math.floor((longitude + 180) / 360)
