"""Circles on the ellipsoid: how far off a position may be, as areas that a map can draw."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from shapely import MultiPolygon, Point, Polygon, box, orient_polygons
from shapely.affinity import translate

from atlas.measure.geodesy import GEOD

CORNERS: Final = 36
_EARTH: Final = box(-180, -90, 180, 90)
_FURTHER: Final = box(180, -90, 540, 90)


def circles(points: Sequence[Point], radii_km: Sequence[float]) -> list[Polygon | MultiPolygon]:
    """Give circles around points.

    Parameters
    ----------
    points : sequence of Point
        Longitude and latitude in degrees, WGS 84; no pole lies within its radius.
    radii_km : sequence of float
        Radius of each in kilometres, on the ellipsoid.

    Returns
    -------
    list of Polygon or MultiPolygon
        Of 36 corners, counter-clockwise; cut in two where one crosses the antimeridian.
    """
    turns = np.tile(-np.arange(CORNERS) * 360.0 / CORNERS, len(points))
    lons, lats = (np.repeat([getattr(point, axis) for point in points], CORNERS) for axis in "xy")
    metres = np.repeat(np.asarray(radii_km, dtype=float) * 1000, CORNERS)
    lons, lats, _ = GEOD.fwd(lons, lats, turns, metres)
    corners = np.stack([lons, lats], axis=-1).reshape(len(points), CORNERS, 2)
    return [_cut(ring) for ring in corners]


def _cut(ring: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> Polygon | MultiPolygon:
    if np.ptp(ring[:, 0]) < 180:
        return Polygon(ring)
    whole = Polygon(np.stack([ring[:, 0] % 360, ring[:, 1]], axis=-1))
    halves = whole.intersection(_EARTH), translate(whole.intersection(_FURTHER), -360)
    return orient_polygons(MultiPolygon([half for half in halves if isinstance(half, Polygon)]))
