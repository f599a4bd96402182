"""Lines and points made ready for measuring: cut into short pieces, each with its place in space.

A line is straight in degrees between its points, as RFC 7946 has it and as it is drawn. Source: PROJ's conversion from
EPSG:4979 to EPSG:4978 by pyproj. Error: below a micrometre for points, and that of `PIECE_KM` for what lies between.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from pyproj import Transformer

from atlas.measure.geodesy import LonLat, run_on

PIECE_KM: Final = 5.0
"""Longest piece. The chord of one lies at most 0.5 m below the ellipsoid, and its middle at most 0.5 m beside the line
that is straight in degrees up to 45 degrees of latitude, 3 m up to 80."""

_KM_PER_DEGREE: Final = 111.7
"""No degree of latitude is longer on WGS 84, none of longitude at the equator."""

_TO_SPACE: Final = Transformer.from_crs("EPSG:4979", "EPSG:4978", always_xy=True)

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


class Balls(NamedTuple):
    """Balls in space that hold pieces: middles and radii in metres."""

    middle: Numbers
    radius: Numbers


@dataclass(frozen=True, eq=False)
class Track:
    """Pieces of lines; a single point is a piece of no length.

    Parameters
    ----------
    start, end : array of shape (n, 2)
        Longitude and latitude of the ends of each piece in degrees, WGS 84; longitudes of a line run on beyond 180.
    start_xyz, end_xyz : array of shape (n, 3)
        The same as geocentric coordinates (EPSG:4978) in metres.
    """

    start: Numbers
    end: Numbers
    start_xyz: Numbers
    end_xyz: Numbers

    @classmethod
    def of(cls, lines: Iterable[Sequence[LonLat]]) -> Self:
        """Cut lines into pieces of at most `PIECE_KM`.

        Parameters
        ----------
        lines : iterable of sequences of (longitude, latitude)
            Degrees, WGS 84. A line of one point is that point; an empty one is left out.

        Raises
        ------
        ValueError
            Where there is no point at all.
        """
        ends = [pair for line in lines for pair in _pieces(run_on(line))]
        if not ends:
            raise ValueError("nothing to measure: give a line or a point")
        start, end = (np.array(side, dtype=np.float64) for side in zip(*ends, strict=True))
        return cls(start, end, in_space(start), in_space(end))

    @cache  # noqa: B019 - a track lives as long as the build
    def balls(self, run: int) -> Balls:
        """Give a ball around each `run` pieces that follow each other."""
        edges = np.arange(0, len(self.start), run)
        ends = np.concatenate([self.start_xyz, self.end_xyz], axis=1)
        least = np.minimum.reduceat(np.minimum(ends[:, :3], ends[:, 3:]), edges)
        most = np.maximum.reduceat(np.maximum(ends[:, :3], ends[:, 3:]), edges)
        return Balls((least + most) / 2, np.linalg.norm(most - least, axis=1) / 2)

    def at(self, piece: int, part: float) -> LonLat:
        """Give the point that lies a part (0 to 1) of the way along a piece; longitude -180 to 180."""
        lon, lat = self.start[piece] + part * (self.end[piece] - self.start[piece])
        return (float(lon) + 180) % 360 - 180, float(lat)


def in_space(points: Numbers) -> Numbers:
    """Give points on the ellipsoid as geocentric coordinates.

    Parameters
    ----------
    points : array of shape (n, 2)
        Longitude and latitude in degrees, WGS 84.

    Returns
    -------
    array of shape (n, 3)
        Metres, EPSG:4978: x = N cos lat cos lon, y = N cos lat sin lon, z = N (1 - e2) sin lat, where N is
        a / sqrt(1 - e2 sin2 lat).
    """
    return np.column_stack(_TO_SPACE.transform(points[:, 0], points[:, 1], np.zeros(len(points))))


def _pieces(line: list[LonLat]) -> Iterable[tuple[LonLat, LonLat]]:
    """Cut a line that runs on at 180 into short pieces."""
    if len(line) == 1:
        yield line[0], line[0]
    for (west, south), (east, north) in pairwise(line):
        wide = abs(east - west) * math.cos(math.radians(min(abs(south), abs(north))))
        if south * north < 0:  # it crosses the equator, where degrees are longest
            wide = abs(east - west)
        count = max(1, math.ceil(math.hypot(wide, north - south) * _KM_PER_DEGREE / PIECE_KM))
        steps = [(west + part * (east - west), south + part * (north - south)) for part in np.arange(count + 1) / count]
        steps[-1] = (east, north)
        yield from pairwise(steps)
