"""The coast as the router asks for it: whether a line is clear of land, how much of it runs close to the shore.

Land is held in tiles that are cut when first asked for, so that a build whose legs are all in the cache cuts none.
"""

import math
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.affinity import scale, translate
from shapely.geometry import LineString, box
from shapely.geometry.base import BaseGeometry

from atlas.measure.gates import Gate
from atlas.measure.geodesy import LonLat, geodesic, length_km, near

SHORE_KM: Final = 3.0
"""Ships keep this far off where there is room."""

SHORE_COST: Final = 10
"""How many times a kilometre closer to the shore counts: enough to leave a gap of 4 km for one of 20 that is near."""

_TILE: Final = 2.0
_HAIRS: Final = (0.0005, 0.001)
"""Degrees by which land is grown before it bars a line or a grid: more than rounding to 4 decimals can move a line."""
_KM_PER_DEGREE: Final = 111.2
_WALL_KM: Final = 10
_WALL_WIDTH: Final = 0.02
_NOTHING: Final = shapely.Polygon()


class Tile(NamedTuple):
    """Land of one tile, and the same grown by `SHORE_KM`."""

    land: BaseGeometry
    shore: BaseGeometry


Along = tuple[LineString, Tile]


class Coast:
    """Land of the whole world.

    Parameters
    ----------
    land : iterable of shapely geometry
        Polygons in WGS 84 degrees, longitudes -180 to 180.
    """

    def __init__(self, land: Iterable[BaseGeometry]) -> None:
        self._land = list(land)
        polygons = shapely.get_parts(np.array(self._land, dtype=object))
        self._grown, self._barred = (shapely.buffer(polygons, hair, quad_segs=1) for hair in _HAIRS)
        self._tree = shapely.STRtree(self._barred)
        self._tile = cache(self._cut)

    def walled(self, wall: Gate) -> "Coast":
        """Give the same land with a wall across a strait; the wall reaches on to the shores if the gate falls short."""
        (ax, ay), (bx, by) = (near(wall[0][0], 0), wall[0][1]), (near(wall[1][0], 0), wall[1][1])
        bx = near(bx, ax)
        more = _WALL_KM / length_km([(ax, ay), (bx, by)])
        dx, dy = more * (bx - ax), more * (by - ay)
        line = LineString([(ax - dx, ay - dy), (bx + dx, by + dy)])
        return Coast([*self._land, line.buffer(_WALL_WIDTH)])

    def barred_in(self, west: float, south: float, east: float, north: float) -> list[BaseGeometry]:
        """Give the land of a window in degrees, 100 m wider: what a grid bars, so that its steps are `clear`."""
        return self._pieces(self._barred, (west, south, east, north))

    def _pieces(self, polygons: NDArray[np.object_], edges: tuple[float, float, float, float]) -> list[BaseGeometry]:
        """Cut polygons to a window, which may run on beyond 180 or -180."""
        west, south, east, north = edges
        pieces = []
        for turn in (-360, 0, 360):
            window = box(west - turn, south, east - turn, north)
            found = shapely.clip_by_rect(polygons[self._tree.query(window)], *window.bounds)
            found = found[~shapely.is_empty(found)]
            pieces += [translate(piece, turn) for piece in found] if turn else list(found)
        return pieces

    def clear(self, line: list[LonLat]) -> bool:
        """Tell whether a line, straight in degrees between its points, keeps 50 m off the land."""
        return _clear(self._along(line))

    def near_shore_km(self, line: list[LonLat]) -> float:
        """Measure how many kilometres of a line lie on land or less than `SHORE_KM` off it."""
        return _near_shore_km(self._along(line))

    def land_on(self, line: list[LonLat]) -> list[tuple[float, float]]:
        """Give where a line lies on land or 50 m off it: kilometres from its start, from and to, in order."""
        spans = []
        before = 0.0
        for here, there in pairwise(line):
            for piece, tile in self._along([here, there]):
                meeting = tile.land.intersection(piece)
                for part in shapely.get_parts(meeting)[~shapely.is_empty(shapely.get_parts(meeting))]:
                    ends = [before + length_km([here, corner]) for corner in shapely.get_coordinates(part).tolist()]
                    spans.append((min(ends), max(ends)))
            before += length_km([here, there])
        return sorted(spans)

    def cost(self, start: LonLat, end: LonLat) -> float:
        """Price the shortest line between two points: its kilometres, those near the shore `SHORE_COST` times.

        Infinite where it meets land. The line is the one that is written: the geodesic in pieces of 150 km.
        """
        line = geodesic(start, end)
        along = list(self._along(line))
        if not _clear(along):
            return math.inf
        return length_km(line) + (SHORE_COST - 1) * _near_shore_km(along)

    def _along(self, line: list[LonLat]) -> Iterator[Along]:
        """Give each piece of a line with each tile it may lie in; what lies in a tile is cut to it."""
        for here, there in pairwise(line):
            west, east = sorted((math.floor(here[0] / _TILE), math.floor(there[0] / _TILE)))
            south, north = sorted((math.floor(here[1] / _TILE), math.floor(there[1] / _TILE)))
            piece = None
            for column in range(west, east + 1):
                for row in range(south, north + 1):
                    tile = self._tile(column, row)
                    if not tile.shore.is_empty:
                        # A quarter of the time that the class LineString takes, and ways ask for hundred thousands.
                        piece = piece or shapely.linestrings((here, there))
                        yield piece, tile

    def _cut(self, column: int, row: int) -> Tile:
        """Cut the tile of 2 by 2 degrees that is `column` tiles east of Greenwich and `row` north of the equator."""
        west, south = column * _TILE, row * _TILE
        edges = (west, south, west + _TILE, south + _TILE)
        stretch = math.cos(math.radians(min(max(south + _TILE / 2, -85), 85)))
        reach = SHORE_KM / _KM_PER_DEGREE
        grown = (
            edges[0] - 2 * reach / stretch,
            edges[1] - 2 * reach,
            edges[2] + 2 * reach / stretch,
            edges[3] + 2 * reach,
        )
        around = shapely.union_all(self._pieces(self._grown, grown))
        if around.is_empty:
            return Tile(_NOTHING, _NOTHING)
        plane = scale(around, stretch, 1, origin=(0, 0)).buffer(reach, quad_segs=4)
        shore = shapely.clip_by_rect(scale(plane, 1 / stretch, 1, origin=(0, 0)), *edges)
        tile = Tile(shapely.clip_by_rect(around, *edges), shore)
        shapely.prepare(list(tile))
        return tile


def _clear(along: Iterable[Along]) -> bool:
    """Tell whether pieces meet no land of their tiles."""
    return not any(tile.land.intersects(piece) for piece, tile in along)


def _near_shore_km(along: Iterable[Along]) -> float:
    """Measure how many kilometres of pieces lie near the shore of their tiles, or on land."""
    return sum(
        length_km(list(part.coords))
        for piece, tile in along
        if tile.shore.intersects(piece)
        for part in shapely.get_parts(tile.shore.intersection(piece))
        if part.geom_type == "LineString"
    )
