"""In which declared zones a position lies, and what cannot be told for its error or for the zone's own limits.

Source: corners as declared, geodata/registry/zones.yaml. Error: that of the position, which decides what is told.
"""

from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Polygon

from atlas.measure.approach import chords_km, closest
from atlas.measure.geodesy import LonLat
from atlas.measure.tracks import Numbers, Track

Where = Literal["inside", "partly", "outside", "unclear"]
Why = Literal["border", "landward", "open"]
"""border: the border lies within the error; landward: the zone ends there at a territorial sea, of which no points are
declared; open: the rest of the limit is not known, so that nobody can say how far the zone reaches on that side."""

COASTAL_KM: Final = 44.4
"""24 nautical miles. A territorial sea is 12 wide, from baselines that may run well off the shore: closer to land than
this the atlas does not say whether a zone has begun that starts where the territorial sea ends."""

_INSIDE: Final = 1
_OUTSIDE: Final = -1
_UNCLEAR: Final = 0


class Lying(NamedTuple):
    """How something lies to a zone.

    Parameters
    ----------
    where : str
        inside or outside: beyond the error; partly: a line of which some points are certainly inside and some not;
        unclear: cannot be told.
    why : str or None
        Where it is unclear: border, landward or open; of several reasons the one that holds for the most of a line.
    km : float
        Least geodesic distance to the known limit, in kilometres.
    """

    where: Where
    why: Why | None
    km: float


@dataclass(frozen=True, eq=False)
class ZoneShape:
    """A zone as declared.

    Parameters
    ----------
    corners : tuple of (longitude, latitude)
        Corners of its limit in order, degrees, WGS 84; the sides are straight in degrees (RFC 7946), so that a side
        along a parallel is one. They must not cross the antimeridian.
    closed : bool
        Whether they form a ring.
    left : bool
        Whether an open line's zone lies left of it, seen from its first corner.
    shore : Track or None
        Of an open line's zone that ends landward at a territorial sea: the coast.
    """

    corners: tuple[LonLat, ...]
    closed: bool
    left: bool = True
    shore: Track | None = None
    limit: Track = field(init=False)

    def __post_init__(self) -> None:
        """Make the known limit ready for measuring."""
        around = (*self.corners, self.corners[0]) if self.closed else self.corners
        object.__setattr__(self, "limit", Track.of([around]))


def lying(track: Track, error_km: Numbers, zone: ZoneShape) -> Lying:
    """Tell how a position or a line lies to a zone.

    Parameters
    ----------
    track : Track
        The point, or the line.
    error_km : array of shape (n + 1,)
        How far each end of a piece may be off, in kilometres: the start of each piece and the end of the last.
    zone : ZoneShape
        The zone.

    Returns
    -------
    Lying
        A ring: inside or outside as the point lies, if the ring is further off than the error. An open line that ends
        at a coast: as if closed straight, but never told where the missing side decides. Any other open line: outside
        on its far side, if the nearest point of it is not one of its open ends; else unclear.

    Notes
    -----
    A line is judged at the ends of its pieces, 5 km apart at most (see `Track`). Source of the zones' corners:
    geodata/registry/zones.yaml. Error: that of the position; the corners are taken as declared.
    """
    points = np.concatenate([track.start, track.end[-1:]])
    sides, reasons = _judged(points, error_km, zone)
    km = closest(track, zone.limit).km
    if (sides == _INSIDE).all():
        return Lying("inside", None, km)
    if (sides == _OUTSIDE).all():
        return Lying("outside", None, km)
    if (sides == _INSIDE).any():
        return Lying("partly", None, km)
    unclear = reasons[sides == _UNCLEAR].tolist()
    return Lying("unclear", max(sorted(set(unclear)), key=unclear.count), km)


def _judged(points: Numbers, error_km: Numbers, zone: ZoneShape) -> tuple[NDArray[np.int64], NDArray[np.str_]]:
    """Judge each point: inside, outside or unclear, and why."""
    off = chords_km(points, zone.limit)
    reasons = np.full(len(points), "border", dtype="<U8")
    near = off <= error_km
    spots = shapely.points(points)
    if zone.closed or zone.shore is not None:
        sides = np.where(shapely.contains(Polygon(zone.corners), spots), _INSIDE, _OUTSIDE)
    else:
        sides = np.where(_left_of(zone.corners, points) == zone.left, _UNCLEAR, _OUTSIDE)
        open_side = (sides == _UNCLEAR) | _beyond_ends(zone.corners, points)
        reasons[open_side & ~near] = "open"
        sides[open_side] = _UNCLEAR
    if zone.shore is not None:
        coastal = chords_km(points, zone.shore) - error_km < COASTAL_KM
        landward = np.where(sides == _INSIDE, coastal, _by_missing_side(zone.corners, points))
        reasons[landward & ~near] = "landward"
        sides[landward] = _UNCLEAR
    sides[near] = _UNCLEAR
    return sides, reasons


def _left_of(corners: tuple[LonLat, ...], points: Numbers) -> NDArray[np.bool_]:
    """Say of each point whether it lies left of the side of the line that is nearest, in degrees.

    At a corner two sides are equally near; the one from which the point is more clearly to one side decides.
    """
    start, end = np.array(corners[:-1]), np.array(corners[1:])
    along = end - start
    away = points[:, None, :] - start[None, :, :]
    part = np.clip((away * along).sum(axis=2) / (along * along).sum(axis=1), 0, 1)
    gap = np.linalg.norm(away - part[:, :, None] * along, axis=2)
    cross = (along[None, :, 0] * away[:, :, 1] - along[None, :, 1] * away[:, :, 0]) / np.linalg.norm(along, axis=1)
    nearest = gap <= gap.min(axis=1, keepdims=True) + 1e-9
    best = np.argmax(np.where(nearest, np.abs(cross), -1), axis=1)
    left: NDArray[np.bool_] = cross[np.arange(len(points)), best] > 0
    return left


def _beyond_ends(corners: tuple[LonLat, ...], points: Numbers) -> NDArray[np.bool_]:
    """Say of each point whether an open end of the line is its nearest point, in degrees."""
    line = LineString(corners)
    part = shapely.line_locate_point(line, shapely.points(points))
    return np.asarray((part <= 0) | (part >= line.length))


def _by_missing_side(corners: tuple[LonLat, ...], points: Numbers) -> NDArray[np.bool_]:
    """Say of each point whether the straight way from the last corner to the first is nearer than the known limit."""
    spots = shapely.points(points)
    missing = np.asarray(shapely.distance(LineString([corners[-1], corners[0]]), spots))
    return np.asarray(missing < shapely.distance(LineString(corners), spots) - 1e-9)
