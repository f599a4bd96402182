"""The ground of a figure: land, its coasts, and the seams where its files were cut, from the built layers."""

import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import shapely
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D
from numpy.typing import NDArray

from atlas.catalog import layers_folder
from atlas.errors import LayerError
from atlas.export.figure.frame import Box, Floats, Frame

CUT_LON: Final = (105.0, 165.0, 180.0, -180.0)
CUT_LAT: Final = (10.0, 60.0, -90.0)
"""Where the files of land meet, and where they end: no coast is there (degrees)."""
NEAR: Final = 0.02
STEP: Final = 0.5
"""Long straight sides are bent by a projection: a corner is put in every so many degrees."""
FINE: Final = 7_000.0
"""Metres to a pixel below which the fine coast is drawn."""
SMOOTH: Final = 0.15
LINES_APART: Final = 72.0
"""Pixels between two parallels of the graticule, at least."""
Shapes = NDArray[Any]


@dataclass(frozen=True, eq=False)
class Ground:
    """One file of land as polygons, lines that are coast, and lines where it was cut; degrees, WGS 84."""

    land: Shapes
    coasts: Shapes
    cuts: Shapes


@lru_cache(maxsize=8)
def ground(folder: Path, name: str, version: str) -> Ground:  # noqa: ARG001 - the version tells one content from another
    """Read a file of land.

    Raises
    ------
    LayerError
        If it is missing or is no GeoJSON.
    """
    file = folder / f"{name}.geojson"
    try:
        parts = shapely.get_parts(shapely.get_parts(shapely.from_geojson(file.read_bytes())))
    except (OSError, shapely.errors.GEOSException) as error:
        raise LayerError(f"{file} cannot be read ({error}); run `make build`") from None
    land = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
    coasts, cuts = _sides(land)
    return Ground(shapely.orient_polygons(shapely.segmentize(land, STEP)), coasts, shapely.segmentize(cuts, STEP))


def grounds(frame: Frame, version: str) -> list[Ground]:
    """Give the files of land that a frame needs: the world, and what is finer of the region."""
    fine = "land-1km" if frame.metres < FINE else "land-5km"
    return [ground(layers_folder(), name, version) for name in ("land-world", fine)]


def _sides(land: Shapes) -> tuple[Shapes, Shapes]:
    """Part the rings of polygons into runs of coast and of cut."""
    corners, ring = shapely.get_coordinates(shapely.get_rings(land), return_index=True)
    same = ring[:-1] == ring[1:]
    start, end, ring = corners[:-1][same], corners[1:][same], ring[:-1][same]
    if not len(ring):
        return np.array([]), np.array([])
    cut = np.zeros(len(ring), dtype=bool)
    for column, places in ((0, CUT_LON), (1, CUT_LAT)):
        for place in places:
            cut |= (np.abs(start[:, column] - place) < NEAR) & (np.abs(end[:, column] - place) < NEAR)
    new = np.r_[True, (ring[1:] != ring[:-1]) | (cut[1:] != cut[:-1])]
    run, last = np.cumsum(new) - 1, np.r_[new[1:], True]
    # Each side gives its first corner, the last side of a run its second one too.
    twice = np.repeat(np.arange(len(ring)), 1 + last)
    second = np.r_[False, twice[1:] == twice[:-1]]
    lines = shapely.linestrings(np.where(second[:, None], end[twice], start[twice]), indices=run[twice])
    is_cut = cut[new]
    return lines[~is_cut], lines[is_cut]


def clipped(shapes: Shapes, frame: Frame, area: Box | None = None) -> Shapes:
    """Give what of some shapes a frame shows, in pixels: cut to it in degrees, turned round the world, projected."""
    found = []
    for turn in (-360.0, 0.0, 360.0):
        west, south, east, north = area or frame.degrees
        box = (west - turn, south, east - turn, north)
        bounds = shapely.bounds(shapes)
        meets = (bounds[:, 0] < box[2]) & (bounds[:, 2] > box[0]) & (bounds[:, 1] < box[3]) & (bounds[:, 3] > box[1])
        if not meets.any():
            continue
        parts = shapely.get_parts(shapely.clip_by_rect(shapes[meets], *box))
        parts = parts[~shapely.is_empty(parts)]
        at = shapely.get_coordinates(parts)
        found.append(shapely.set_coordinates(parts, frame.pixels(at[:, 0] + turn, at[:, 1])))
    return np.concatenate(found) if found else np.array([], dtype=object)


def outline(shapes: Shapes) -> Outline | None:
    """Give polygons or lines in pixels as one path to fill or to stroke; None where there is nothing."""
    shapes = shapely.simplify(shapes, SMOOTH, preserve_topology=False)
    shapes = shapely.get_parts(shapes[~shapely.is_empty(shapes)])
    kinds = shapely.get_type_id(shapes)
    areas = shapely.orient_polygons(shapes[kinds == shapely.GeometryType.POLYGON])
    lines = np.concatenate([shapely.get_rings(areas), shapes[kinds == shapely.GeometryType.LINESTRING]])
    corners, line = shapely.get_coordinates(lines, return_index=True)
    if not len(corners):
        return None
    codes = np.full(len(corners), Outline.LINETO, dtype=Outline.code_type)
    first = np.r_[True, line[1:] != line[:-1]]
    if len(areas):
        last = np.r_[first[1:], True]
        codes[last & (line < len(shapely.get_rings(areas)))] = Outline.CLOSEPOLY
    codes[first] = Outline.MOVETO
    return Outline(corners, codes)


def globe(frame: Frame) -> Outline:
    """Give what of a frame is earth: all of it, or the globe where the frame shows more than that."""
    box = frame.degrees
    if not box.is_world:
        return Outline.unit_rectangle().transformed(Affine2D().scale(frame.width, frame.height))
    edge = shapely.get_coordinates(shapely.segmentize(shapely.box(*box), 2.0))
    return Outline(frame.pixels(*edge.T), closed=True)


def graticule(frame: Frame) -> tuple[float, list[Floats], list[Floats]]:
    """Give the lines of the graticule: the step in degrees, the meridians and the parallels as places (lon, lat)."""
    box = frame.degrees
    step = next((step for step in (1.0, 2.0, 5.0, 10.0, 15.0) if step * 111_195 / frame.metres >= LINES_APART), 30.0)
    first_lon, first_lat = math.ceil(box.west / step) * step, math.ceil(box.south / step) * step
    lats, lons = np.linspace(max(box.south, -89.9), min(box.north, 89.9), 91), np.linspace(box.west, box.east, 181)
    meridians = [np.column_stack([np.full(91, lon), lats]) for lon in np.arange(first_lon, box.east, step)]
    parallels = [
        np.column_stack([lons, np.full(181, lat)]) for lat in np.arange(first_lat, box.north, step) if abs(lat) < 90
    ]
    return step, meridians, parallels
