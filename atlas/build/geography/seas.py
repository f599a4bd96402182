"""Limit lines and land to seas: a sea is the water around its seed, up to land and the limit lines."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import shapely
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from atlas.build.geography.land import Shapes, area_km2
from atlas.errors import BuildError
from atlas.records.models_geography import Limit, Sea

_STEP_DEGREES = 0.05
_TOUCH_DEGREES = 1e-9
_POCKET_KM2 = 3_000
"""Water that islands and limit lines cut off below this size belongs to the sea beside it."""


def limit_line(limit: Limit) -> LineString:
    """Give a limit as a line of short steps, straight in longitude and latitude: S-23 names parallels."""
    return shapely.segmentize(LineString(limit.points), _STEP_DEGREES)


def part_seas(
    land: BaseGeometry, frame: BaseGeometry, seas: Mapping[str, Sea], limits: Iterable[Limit]
) -> dict[str, BaseGeometry]:
    """Part the water into seas.

    Parameters
    ----------
    land : shapely geometry
        Land in degrees, WGS 84.
    frame : Polygon
        Where the world ends; larger than every sea.
    seas : mapping from id to Sea
        Only id and seed are used.
    limits : iterable of Limit
        Lines whose ends lie on land or on another limit.

    Returns
    -------
    dict from id to Polygon or MultiPolygon
        In the order of `seas`.

    Raises
    ------
    BuildError
        If a sea leaks: a limit ends in the water or parts nothing, two seeds lie in one water, a sea reaches the
        frame, or a seed lies on land. All that is wrong, one a line, with the seas and the limit.
    """
    shapely.prepare(land)
    limits = list(limits)
    lines = {limit.id: limit_line(limit) for limit in limits}
    net = shapely.unary_union([land.boundary, frame.boundary, *lines.values()])
    faces, cuts, dangles, _ = shapely.polygonize_full(shapely.get_parts(net))
    # What polygonize could not use parts nothing: lines that end in a face, and lines that only join its islands.
    idle = np.concatenate([shapely.get_parts(cuts), shapely.get_parts(dangles)])
    leaks = _open_ends(land, limits, lines) or _idle_pieces(land, limits, lines, idle)
    if leaks:
        raise BuildError("\n".join(leaks))
    every = shapely.get_parts(faces)
    water = every[~shapely.contains(land, shapely.point_on_surface(every))]
    found = _around_seeds(water, frame, seas, limits)
    return _with_pockets(water, found)


def _open_ends(land: BaseGeometry, limits: Sequence[Limit], lines: Mapping[str, LineString]) -> list[str]:
    """Find ends that lie in the water, away from every other limit."""
    leaks = []
    for limit in limits:
        others = [line for name, line in lines.items() if name != limit.id]
        for end in (limit.points[0], limit.points[-1]):
            point = Point(end)
            if not (land.intersects(point) or any(line.dwithin(point, _TOUCH_DEGREES) for line in others)):
                leaks.append(_leak(limit, f"its end [{end[0]}, {end[1]}] lies in the water"))
    return leaks


def _idle_pieces(
    land: BaseGeometry, limits: Sequence[Limit], lines: Mapping[str, LineString], idle: Shapes
) -> list[str]:
    """Find limits that have the same water on both sides somewhere: one line a limit."""
    middles = shapely.line_interpolate_point(idle, 0.5, normalized=True)
    middles = middles[~shapely.intersects(land, middles)]
    leaks = []
    for limit in limits:
        near = middles[shapely.dwithin(lines[limit.id], middles, _TOUCH_DEGREES)]
        if len(near):
            leaks.append(_leak(limit, f"it has the same water on both sides at [{near[0].x:.3f}, {near[0].y:.3f}]"))
    return leaks


def _leak(limit: Limit, what: str) -> str:
    """Say where which sea runs out, and what to do."""
    runs = " and ".join(limit.between)
    there = "run together" if len(limit.between) > 1 else "runs out"
    return (
        f"registry/seas.yaml: {limit.id}: {what}, so that {runs} {there} there; "
        "move its ends onto land or onto another limit"
    )


def _around_seeds(
    water: Shapes,
    frame: BaseGeometry,
    seas: Mapping[str, Sea],
    limits: Sequence[Limit],
) -> dict[str, int]:
    """Give for each sea the number of the water around its seed."""
    found: dict[str, int] = {}
    wrong = []
    tree = shapely.STRtree(water)
    for sea in seas.values():
        around = tree.query(Point(sea.seed), predicate="intersects")
        its_limits = ", ".join(limit.id for limit in limits if sea.id in limit.between) or "none"
        if len(around) != 1:
            wrong.append(f"{sea.id}: its seed {list(sea.seed)} does not lie in the water; move it")
            continue
        number = int(around[0])
        if number in found.values():
            other = next(name for name, taken in found.items() if taken == number)
            wrong.append(f"{sea.id}: is one water with {other}; a limit between them is missing (it has: {its_limits})")
        elif water[number].intersects(frame.boundary):
            wrong.append(f"{sea.id}: runs out into the open sea; a limit is missing (it has: {its_limits})")
        found[sea.id] = number
    if wrong:
        raise BuildError("\n".join(f"registry/seas.yaml: {line}" for line in wrong))
    return found


def _with_pockets(water: Shapes, found: Mapping[str, int]) -> dict[str, BaseGeometry]:
    """Give the small waters that islands and limits cut off to the sea with which they share the longest edge."""
    seas = {name: water[number] for name, number in found.items()}
    for number, pocket in enumerate(water):
        if number in found.values() or not any(pocket.intersects(sea) for sea in seas.values()):
            continue
        shared = {name: pocket.boundary.intersection(sea.boundary).length for name, sea in seas.items()}
        name = max(shared, key=lambda name: shared[name])
        if shared[name] > _TOUCH_DEGREES and area_km2(pocket) <= _POCKET_KM2:
            seas[name] = shapely.union(seas[name], pocket)
    return seas
