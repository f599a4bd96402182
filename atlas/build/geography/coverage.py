"""Land and seas of the region as one coverage, so that a simplified shore is the same line from both sides."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from atlas.build.geography.land import FRAME, REGION, Shapes, simplified
from atlas.build.geography.seas import limit_line, part_seas
from atlas.records.models_geography import Limit, Sea

_EQUAL_AREA = "+proj=laea +lat_0=36 +lon_0=134 +ellps=WGS84 +units=m"
"""Lambert's equal-area projection around the middle of the seas."""
_EDGE_STEP_DEGREES = 0.1


@dataclass(frozen=True)
class Coverage:
    """Land and seas of the region; they share their borders."""

    land: MultiPolygon
    seas: dict[str, BaseGeometry]


def cover(land: MultiPolygon, seas: Mapping[str, Sea], limits: Iterable[Limit], tolerance: float) -> Coverage:
    """Part the water into seas, cut all to the region, simplify land and seas together.

    Parameters
    ----------
    land : MultiPolygon
        Land of the frame in degrees, small islands already gone: they become sea.
    seas, limits
        As for `atlas.build.geography.seas.part_seas`.
    tolerance : float
        In metres, see `atlas.build.geography.land.simplified`.

    Raises
    ------
    BuildError
        If a sea leaks, or land and seas do not fit together.
    """
    limits = list(limits)
    whole = part_seas(land, FRAME, seas, limits)
    faces = _faces(land, limits)
    middles = shapely.point_on_surface(faces)
    shapely.prepare(land)
    on_land = shapely.contains(land, middles)
    of_sea = {name: shapely.contains(sea, middles) for name, sea in whole.items()}
    elsewhere = ~np.logical_or.reduce([on_land, *of_sea.values()])
    # One union of the land faces heals the cuts that the ends of the limits made inland.
    islands = shapely.get_parts(shapely.coverage_union_all(faces[on_land]))
    waters = [shapely.coverage_union_all(faces[inside]) for inside in (*of_sea.values(), elsewhere)]
    # The region's edge stays straight: the world's land is cut along it.
    parts = simplified(np.array([*waters, *islands]), _EQUAL_AREA, tolerance, edge=False)
    return Coverage(MultiPolygon(list(parts[len(waters) :])), dict(zip(whole, parts, strict=False)))


def _faces(land: MultiPolygon, limits: Iterable[Limit]) -> Shapes:
    """Cut the region along shores and limits; its edge in short steps, for it is curved once projected."""
    edge = shapely.segmentize(REGION.exterior, _EDGE_STEP_DEGREES)
    net = shapely.unary_union([land.boundary, edge, *map(limit_line, limits)])
    faces = shapely.get_parts(shapely.polygonize([net]))
    inside: Shapes = faces[shapely.contains(REGION, shapely.point_on_surface(faces))]
    return inside
