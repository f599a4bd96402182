"""The closest approach of two things on the ellipsoid: where they are least apart, and how far.

Distances through space only choose the pair of points; what is told is the geodesic between them (pyproj.Geod; C. F. F.
Karney, Algorithms for geodesics, J. Geodesy 87, 2013). Source of the method and its error: see `closest`.
"""

from typing import Final, NamedTuple

import numpy as np

from atlas.measure.geodesy import GEOD, LonLat
from atlas.measure.tracks import Balls, Numbers, Places, Track

_ROWS: Final = 200
_RUN: Final = 32
_ALIKE_M: Final = 25.0
"""Chords that differ by less may change places as geodesics: along 1,000 km the ellipsoid bends by up to 15 m more in
one direction than in another."""


class Approach(NamedTuple):
    """Where two things are least apart.

    Parameters
    ----------
    km : float
        Geodesic distance in kilometres.
    here, there : (longitude, latitude)
        The points on the one and on the other, in degrees, longitude -180 to 180.
    part : float
        How far along the first thing `here` lies, in parts of its number of pieces, 0 to 1; see `Track`.
    """

    km: float
    here: LonLat
    there: LonLat
    part: float


def closest(one: Track, other: Track) -> Approach:
    """Find the closest approach of two tracks.

    Parameters
    ----------
    one, other : Track
        Lines or points, such as a leg and a coast.

    Returns
    -------
    Approach
        The least geodesic distance between any two points of them; 0 where they cross or touch.

    Notes
    -----
    Both are cut into pieces of at most 5 km, each in a ball. The chord through space between the middles of two balls,
    less both radii, is a lower bound of their distance; with both radii added it is an upper one. Pieces that cannot
    hold the least distance are dropped. For the rest the closest points of the two straight pieces are computed in
    closed form (C. Ericson, Real-Time Collision Detection, 2005, 5.1.9), and those within 25 m of the least are
    compared by their geodesics.

    Error: pieces are chords, at most 0.5 m below the ellipsoid, so that the distance found is at most some metres above
    the true least one up to 1,000 km; `tests/measure` holds it against a search with an independent library.
    """
    near, far = _near_pairs(one, other)
    return _least(one, other, near, far)


def chords_km(points: Numbers, track: Track) -> Numbers:
    """Measure how far each of many points is from a track, straight through space.

    Parameters
    ----------
    points : array of shape (n, 2)
        Longitude and latitude in degrees, WGS 84.
    track : Track
        What to measure to.

    Returns
    -------
    array of shape (n,)
        Kilometres. A chord is shorter than the geodesic s by s^3 / 24 R^2: 1 m at 100 km, 1 km at 1,000 km.
    """
    spots = Track.of([[(lon, lat)] for lon, lat in points.tolist()])
    near, far = _near_pairs(spots, track, each=True)
    found = np.full(len(points), np.inf)
    np.minimum.at(found, near, _parts(spots, track, near, far)[2])
    return found / 1000


def _near_pairs(one: Track, other: Track, *, each: bool = False) -> tuple[Places, Places]:
    """Give the pairs of pieces that may hold the least distance: of all, or of each piece of the first track.

    Balls around runs of pieces of the second track are looked at first, then the pieces in those that may be nearest.
    """
    balls, pieces = other.balls(_RUN), other.balls(1)
    rows, columns = _nearest(one.balls(1), balls, each=each)
    inside = columns[:, None] * _RUN + np.arange(_RUN)
    rows, inside = np.repeat(rows, _RUN), inside.ravel()
    rows, inside = rows[inside < len(other.start)], inside[inside < len(other.start)]
    own = one.balls(1)
    apart = np.linalg.norm(own.middle[rows] - pieces.middle[inside], axis=1)
    reach = own.radius[rows] + pieces.radius[inside]
    bound = np.full(len(one.start), np.inf)
    np.minimum.at(bound, rows, apart + reach)
    kept = apart - reach <= (bound[rows] if each else bound.min())
    return rows[kept], inside[kept]


def _nearest(here: Balls, there: Balls, *, each: bool) -> tuple[Places, Places]:
    """Give the pairs of balls that may hold the least distance: of all, or of each of the first."""
    bounds = []
    for first in range(0, len(here.middle), _ROWS):
        rows = slice(first, first + _ROWS)
        apart = _chords(here.middle[rows], there.middle)
        reach = here.radius[rows, None] + there.radius
        bounds.append((apart - reach, (apart + reach).min(axis=1)))
    most = np.concatenate([row for _, row in bounds])
    if not each:
        most = np.full(len(most), most.min())
    found = [
        (rows + number * _ROWS, columns)
        for number, (least, _) in enumerate(bounds)
        for rows, columns in [np.nonzero(least <= most[number * _ROWS :][: len(least), None])]
    ]
    return np.concatenate([rows for rows, _ in found]), np.concatenate([columns for _, columns in found])


def _chords(here: Numbers, there: Numbers) -> Numbers:
    """Give the distances of each two points through space."""
    origin = there.mean(axis=0)  # squares of numbers as large as the Earth would lose the millimetres
    a, b = here - origin, there - origin
    squares = (a * a).sum(axis=1)[:, None] + (b * b).sum(axis=1)[None, :] - 2 * a @ b.T
    chords: Numbers = np.sqrt(np.maximum(squares, 0))
    return chords


def _least(one: Track, other: Track, near: Places, far: Places) -> Approach:
    """Choose the pair of pieces that are least apart."""
    along, across, gap = _parts(one, other, near, far)
    alike = np.nonzero(gap <= gap.min() + _ALIKE_M)[0]
    here = one.start[near[alike]] + along[alike, None] * (one.end - one.start)[near[alike]]
    there = other.start[far[alike]] + across[alike, None] * (other.end - other.start)[far[alike]]
    metres = GEOD.inv(here[:, 0], here[:, 1], there[:, 0], there[:, 1])[2]
    best = int(np.argmin(metres))
    number = alike[best]
    piece = int(near[number])
    return Approach(
        float(metres[best]) / 1000,
        one.at(piece, float(along[number])),
        other.at(int(far[number]), float(across[number])),
        (piece + float(along[number])) / len(one.start),
    )


def _parts(one: Track, other: Track, near: Places, far: Places) -> tuple[Numbers, Numbers, Numbers]:
    """Give how far along each piece of two the closest points lie, 0 to 1, and their distance through space."""
    start, across_start = one.start_xyz[near], other.start_xyz[far]
    u, v = one.end_xyz[near] - start, other.end_xyz[far] - across_start
    r = start - across_start
    a, e, f = _dot(u, u), _dot(v, v), _dot(v, r)
    b, c = _dot(u, v), _dot(u, r)
    with np.errstate(divide="ignore", invalid="ignore"):  # pieces of no length, and parallel ones
        along = np.clip(np.nan_to_num((b * f - c * e) / (a * e - b * b), nan=0, posinf=0, neginf=0), 0, 1)
        free = np.nan_to_num((b * along + f) / e, nan=0, posinf=0, neginf=0)
        across = np.clip(free, 0, 1)
        along = np.clip(np.nan_to_num((b * across - c) / a, nan=0, posinf=0, neginf=0), 0, 1)
    gap = np.linalg.norm(start + along[:, None] * u - across_start - across[:, None] * v, axis=1)
    return along, across, gap


def _dot(one: Numbers, other: Numbers) -> Numbers:
    """Multiply vectors row by row."""
    product: Numbers = (one * other).sum(axis=1)
    return product
