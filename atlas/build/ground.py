"""Land and seas as a build takes them: layers that `atlas geography` made, whole and with something in them."""

import math
from pathlib import Path
from typing import Final

import shapely
from shapely.geometry import shape

from atlas.build.write import read_layer
from atlas.errors import LayerError

GEOGRAPHY: Final = ("land-1km.geojson", "land-5km.geojson", "land-world.geojson", "coasts.geojson", "seas.geojson")
"""Layers that the build copies as they are."""

LINES: Final = "coasts.geojson"
"""The one of them that holds lines; the others hold polygons."""


def check_ground(layers: Path) -> None:
    """Make sure that land and seas can be built on.

    Raises
    ------
    LayerError
        If a layer is missing or empty, or holds anything but sound polygons of some area (the coasts: lines of some
        length).
    """
    for name in GEOGRAPHY:
        path = layers / name
        rows = read_layer(path)
        try:
            is_sound = _is_line if name == LINES else _is_sound
            sound = all(is_sound(shape(row["geometry"])) for row in rows)
        except (LookupError, TypeError, ValueError, AttributeError, shapely.errors.ShapelyError) as error:
            raise LayerError(f"{path}: a feature of it has no shape ({error}); run make geography") from error
        if not rows or not sound:
            told = "a shape of it is broken" if rows else "it is empty"
            raise LayerError(f"{path}: {told}; run make geography")


def _is_sound(polygon: shapely.geometry.base.BaseGeometry) -> bool:
    """Say whether this is a valid polygon, or several, of some area."""
    return polygon.geom_type in {"Polygon", "MultiPolygon"} and polygon.is_valid and 0 < polygon.area < math.inf


def _is_line(line: shapely.geometry.base.BaseGeometry) -> bool:
    """Say whether this is a line, or several, of some length."""
    return line.geom_type in {"LineString", "MultiLineString"} and 0 < line.length < math.inf
