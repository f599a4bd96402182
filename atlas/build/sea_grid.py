"""The shortest way over a grid of water cells: which side of each island to pass.

scikit-image's MCP_Geometric walks a grid of the land itself, so it knows every strait of the 1 km land and needs no
network of lanes. Tried instead on 133 of the legs: searoute 1.6.0, a network of merchant lanes. It is far quicker, but
30 of its ways meet this land, the median one is 27 % longer than ours, and 13 of the 73 gates on our ways are missed.
scgraph also walks a network of lanes; it was not measured.

A grid of eight directions makes ways up to 8 % too long, unevenly. Pulling them straight mends the length, but of two
sides of an island that are almost equally far the longer one may have been chosen.
"""

import math
from typing import Final, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio import Affine
from rasterio.features import rasterize
from scipy import ndimage
from skimage.graph import MCP_Geometric

from atlas.build.coast import SHORE_COST, SHORE_KM, Coast
from atlas.measure.geodesy import LonLat

_FINEST: Final = 0.02
_MOST_CELLS: Final = 1_000_000
_KM_PER_DEGREE: Final = 111.2
_JOIN_CELLS: Final = 60
_LOOK_CELLS: Final = 40
_HARBOUR_KM: Final = 4

Cell = tuple[int, int]


class SeaGrid(NamedTuple):
    """Water cells of a window on a Mercator map, where cells are square and a step costs its true length.

    `cost` is what a step over a cell costs, -1 on land; `open_sea` tells the cells of the largest water.
    """

    west: float
    top: float
    cell: float
    cost: NDArray[np.float64]
    open_sea: NDArray[np.bool_]

    def cell_of(self, point: LonLat) -> Cell:
        """Give row and column of the cell that holds a point."""
        row = int((self.top - _northing(point[1])) / self.cell)
        column = int((point[0] - self.west) / self.cell)
        rows, columns = self.cost.shape
        return min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)

    def point_of(self, cell: Cell) -> LonLat:
        """Give the middle of a cell."""
        return self.west + (cell[1] + 0.5) * self.cell, _latitude(self.top - (cell[0] + 0.5) * self.cell)


def grid_around(start: LonLat, end: LonLat, coast: Coast, margin: float = 1.0) -> SeaGrid:
    """Make the grid in which the way from one point to another is looked for.

    Parameters
    ----------
    start, end : (longitude, latitude)
        Degrees; longitudes of both within 180 degrees of each other.
    coast : Coast
        The land.
    margin : float
        How wide the window reaches around both points; 1 is 2 degrees and a quarter of their distance.
    """
    pad = margin * (2 + 0.25 * max(abs(start[0] - end[0]), abs(start[1] - end[1])))
    west, east = min(start[0], end[0]) - pad, max(start[0], end[0]) + pad
    south, north = max(min(start[1], end[1]) - pad, -78), min(max(start[1], end[1]) + pad, 78)
    top, bottom = _northing(north), _northing(south)
    cell = max(_FINEST, math.sqrt((east - west) * (top - bottom) / _MOST_CELLS))
    shape = (max(math.ceil((top - bottom) / cell), 1), max(math.ceil((east - west) / cell), 1))
    land = [shapely.transform(piece, _mercator) for piece in coast.barred_in(west, south, east, north)]
    mask = np.zeros(shape, np.uint8)
    if land:
        rasterize(land, out=mask, transform=Affine(cell, 0, west, 0, -cell, top), all_touched=True)
    return SeaGrid(west, top, cell, _costs(mask, top, cell), _largest(mask == 0))


def grid_path(start: LonLat, end: LonLat, grid: SeaGrid, coast: Coast) -> list[LonLat] | None:
    """Find the cheapest way from one point to another over the open sea of a grid.

    Returns
    -------
    list of (longitude, latitude) or None
        `start`, the middles of the cells, `end`. A point from which no straight line reaches an open cell, such as a
        port on land, is left out: the way then begins or ends on the open water close to it that suits it best.
        None where the grid has no way, or only one along the edge of its window.
    """
    first, last = (_ways_out(point, grid, coast) for point in (start, end))
    if not first.cells or not last.cells:
        return None
    walk = MCP_Geometric(np.where(grid.open_sea, grid.cost, -1))
    costs, _ = walk.find_costs(first.cells, last.cells, find_all_ends=False)
    reached = min(last.cells, key=lambda cell: float(costs[cell]))
    if not np.isfinite(costs[reached]):
        return None
    cells = walk.traceback(reached)
    if any(_at_edge(cell, grid) for cell in cells):
        return None
    path = [grid.point_of(cell) for cell in cells]
    return [*([start] if first.joined else []), *path, *([end] if last.joined else [])]


def _at_edge(cell: Cell, grid: SeaGrid) -> bool:
    """Tell whether a cell lies on the edge of the window: a better way may then lie outside."""
    rows, columns = grid.cost.shape
    return cell[0] in {0, rows - 1} or cell[1] in {0, columns - 1}


class _WaysOut(NamedTuple):
    """Open cells at one end of a way, and whether a straight line joins them to the point itself."""

    cells: list[Cell]
    joined: bool


def _ways_out(point: LonLat, grid: SeaGrid, coast: Coast) -> _WaysOut:
    """Find the open cell to which a straight line leads from a point, else the open cells close to it."""
    here = grid.cell_of(point)
    around = grid.open_sea[max(here[0] - _LOOK_CELLS, 0) : here[0] + _LOOK_CELLS + 1]
    near_by = around[:, max(here[1] - _LOOK_CELLS, 0) : here[1] + _LOOK_CELLS + 1]
    rows, columns = np.nonzero(near_by)
    rows, columns = rows + max(here[0] - _LOOK_CELLS, 0), columns + max(here[1] - _LOOK_CELLS, 0)
    away = np.hypot(rows - here[0], columns - here[1])
    order = np.argsort(away, kind="stable")[:_JOIN_CELLS]
    nearest = [(int(rows[number]), int(columns[number])) for number in order]
    for cell in nearest:
        if coast.clear([point, grid.point_of(cell)]):
            return _WaysOut([cell], joined=True)
    if not nearest:
        return _WaysOut([], joined=False)
    reach = away[order[0]] + _HARBOUR_KM / _KM_PER_DEGREE / grid.cell
    return _WaysOut([cell for cell, far in zip(nearest, away[order], strict=True) if far <= reach], joined=False)


def _costs(mask: NDArray[np.uint8], top: float, cell: float) -> NDArray[np.float64]:
    """Give each water cell its true size, `SHORE_COST` times that within `SHORE_KM` of land."""
    latitudes = np.array([_latitude(top - (row + 0.5) * cell) for row in range(mask.shape[0])])
    size = np.repeat(np.cos(np.radians(latitudes))[:, None], mask.shape[1], axis=1)
    width = max(round(SHORE_KM / (cell * _KM_PER_DEGREE * float(size.mean()))), 1)
    close = ndimage.binary_dilation(mask, np.ones((3, 3)), iterations=width)
    return np.where(mask == 1, -1, size * np.where(close, SHORE_COST, 1))


def _largest(water: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Keep the largest connected water: lakes and closed bays lead nowhere."""
    labels, count = ndimage.label(water, structure=np.ones((3, 3)))
    if not count:
        return water
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    return np.asarray(labels == sizes.argmax())


def _northing(latitude: float) -> float:
    """Give the Mercator northing of a latitude, in degrees of the equator."""
    return math.degrees(math.asinh(math.tan(math.radians(latitude))))


def _latitude(northing: float) -> float:
    """Give the latitude of a Mercator northing."""
    return math.degrees(math.atan(math.sinh(math.radians(northing))))


def _mercator(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn longitudes and latitudes into Mercator degrees."""
    return np.column_stack((points[:, 0], np.degrees(np.arcsinh(np.tan(np.radians(points[:, 1]))))))
