"""The names of seas: letters along a curve, at the freest part of it, both names of a disputed sea side by side."""

import math
from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
from matplotlib.path import Path as Outline

from atlas.export.figure.frame import Floats, Frame
from atlas.export.figure.ink import placed
from atlas.export.figure.letters import Face
from atlas.export.figure.room import SOFT, Room
from atlas.toponyms import SeaName

LEAST: Final = 11.0
MOST: Final = 1.6
STEPS: Final = 24
TRIES: Final = 9
TIGHT: Final = 0.45
SMALL: Final = 0.85
SECOND: Final = 0.8
FULL: Final = 0.34
EDGE: Final = 14.0
FAR_SEEN: Final = 4.5
"""Seas that are named from this zoom on are wide enough for their names to move aside."""
BESIDE: Final = (0.0, -1.3, 1.3, -2.6, 2.6, -3.9, 3.9)
"""Where a name may run, in sizes of its letters beside its curve: marks crowd in the middle of a sea."""


def letter_sea(room: Room, frame: Frame, face: Face, sea: SeaName) -> list[Outline]:
    """Give the letters of a sea's name where it has its place at this scale and in this frame, and take their room."""
    zoom = frame.zoom
    # A figure is looked at more closely than a screen: what the map names half a zoom later is named already.
    if not (sea.since - 0.5 if sea.since > 1 else 0) <= zoom < sea.until - (0.5 if sea.until < 20 else 0):
        return []
    best = min(_tries(room, frame, face, sea, zoom), key=lambda one: one.cost, default=None)
    if best is None or best.under > FULL:
        return []
    for left, top, right, bottom in best.boxes:
        room.take((left, top, right, bottom), SOFT)
    down = -0.12 * best.size if sea.second else 0.0
    letters = _along(best, sea.name, face, best.size, best.tracking, down)
    if sea.second:
        size = best.size * SECOND
        letters += _along(best, sea.second, face, size, best.tracking * 0.9, 1.05 * size)
    return letters


class _Run(NamedTuple):
    """One way to set a name: a curve, the lengths along it, where the middle stands, its type, its boxes, its cost."""

    points: Floats
    sums: Floats
    middle: float
    size: float
    tracking: float
    boxes: Floats
    under: float
    cost: float


def _tries(room: Room, frame: Frame, face: Face, sea: SeaName, zoom: float) -> Iterator[_Run]:
    """Give the ways to set a name: along its curve and beside it, and each at several places."""
    at = frame.places(*np.array(sea.curve).T)
    chord = at[-1] - at[0]
    normal = np.array([-chord[1], chord[0]]) / max(1.0, float(np.hypot(*chord)))
    clear = False
    for beside in BESIDE if sea.since < FAR_SEEN else BESIDE[:1]:
        points = _stretch(_curve(at + normal * beside * sea.size), room)
        sums = np.r_[0.0, np.cumsum(np.hypot(*np.diff(points, axis=0).T))] if len(points) > 1 else np.zeros(1)
        for step, (size, tracking) in enumerate(_fits(sea, zoom, float(sums[-1]), face)):
            width = face.width(sea.name, size, tracking)
            for k in range(TRIES):
                start = (float(sums[-1]) - width) * k / (TRIES - 1)
                boxes = _boxes(points, sums, start, width, size, second=sea.second is not None)
                under = room.share(boxes)
                cost = under * 100 + abs(k - (TRIES - 1) / 2) + abs(beside) * 5 + step * 6
                clear = clear or not under
                yield _Run(points, sums, start + width / 2, size, tracking, boxes, under, cost)
            if clear:
                return


def _curve(corners: Floats) -> Floats:
    """Give points of a smooth curve (Catmull-Rom) through some corners."""
    padded = np.vstack([corners[:1], corners, corners[-1:]])
    t = np.arange(1, STEPS + 1)[:, None] / STEPS
    points = [corners[:1]]
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        points.append(b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))))
    return np.vstack(points)


def _stretch(points: Floats, room: Room) -> Floats:
    """Give the longest stretch of a curve that lies in the frame."""
    x, y = points.T
    inside = (x > EDGE) & (y > EDGE) & (x < room.width - EDGE) & (y < room.height - EDGE) & np.isfinite(x + y)
    best, start = (0, 0), None
    for k, good in enumerate(np.r_[inside, False]):
        if good and start is None:
            start = k
        elif not good and start is not None:
            best, start = max(best, (start, k), key=lambda run: run[1] - run[0]), None
    return points[best[0] : best[1]]


def _fits(sea: SeaName, zoom: float, length: float, face: Face) -> Iterator[tuple[float, float]]:
    """Give the sizes and trackings at which a name fits into so many pixels, the best first."""
    size = max(LEAST, sea.size * min(MOST, 2 ** ((zoom - 5) * 0.4)))
    for smaller, tighter in ((1.0, 1.0), (1.0, TIGHT), (SMALL, TIGHT)):
        found = max(LEAST, size * smaller), sea.tracking * tighter
        if face.width(sea.name, *found) <= length:
            yield found


def _boxes(points: Floats, sums: Floats, start: float, width: float, size: float, *, second: bool) -> Floats:
    """Give the boxes that the letters cover when they begin so far along the curve, one a row."""
    covered = points[(sums >= start) & (sums <= start + width)]
    boxes = np.hstack([covered - size * 0.5, covered + size * 0.5])
    return np.vstack([boxes, boxes + size * 1.1 * 0.6]) if second else boxes


def _along(run: _Run, text: str, face: Face, size: float, tracking: float, down: float) -> list[Outline]:
    """Set letters along a curve, their middle where that of the run is, so far below it."""
    points, sums = run.points, run.sums
    at = run.middle - face.width(text, size, tracking) / 2
    letters = []
    for sign in text:
        advance = face.width(sign, size)
        centre = at + advance / 2
        x, y = np.interp(centre, sums, points[:, 0]), np.interp(centre, sums, points[:, 1])
        near, far = max(0.0, centre - size / 2), min(float(sums[-1]), centre + size / 2)
        dx, dy = (np.interp(far, sums, points[:, k]) - np.interp(near, sums, points[:, k]) for k in (0, 1))
        turn = math.atan2(dy, dx)
        right, below = -advance / 2, down
        shift = (right * math.cos(turn) - below * math.sin(turn), right * math.sin(turn) + below * math.cos(turn))
        if sign.strip():
            letters.append(placed(face.outline(sign, size), float(x) + shift[0], float(y) + shift[1], 1.0, turn))
        at += advance + tracking * size
    return letters
