"""The day of each sighting of the chosen event beside its dot, and the hour where a day has several sightings."""

import math
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Final, NamedTuple

import numpy as np

from atlas.catalog.columns import EPOCH
from atlas.export.figure.facts import Dot
from atlas.export.figure.frame import Floats
from atlas.export.figure.ink import Ink, colour, line, placed
from atlas.export.figure.letters import face
from atlas.export.figure.room import BoxOf

SIZE: Final = 12.0
PLACES: Final = (
    (9, 4, 0), (-9, 4, 1), (0, -10, 0.5), (0, 19, 0.5), (8, -7, 0), (-8, -7, 1), (8, 16, 0), (-8, 16, 1),
    (20, -16, 0), (-20, -16, 1), (20, 24, 0), (-20, 24, 1), (0, -26, 0.5), (0, 34, 0.5), (34, 4, 0), (-34, 4, 1),
)  # fmt: skip
"""Right and down from a dot, and the share of the text left of there."""
DISTANCE, OVERLAP, LEG, EDGE, MOST = 0.12, 60.0, 3.0, 90.0, 60.0
"""What a place costs: a pixel of distance, another label, a point of a way under it, the edge; and the most."""
TWIN, FAR, GAP, RISE, DROP = 70.0, 20.0, 4.0, 11.0, 3.0
ROUGH: Final = {"week": "week of ", "reported": "by ", "inferred": "about "}


class Label(NamedTuple):
    """A date beside a dot: where it begins, day and hour, its box, and the line to its dot if it stands far off."""

    x: float
    y: float
    day: str
    hour: str
    box: BoxOf
    lead: tuple[float, float, float, float] | None
    strength: float


def words(dot: Dot, *, several: bool) -> tuple[str, str] | None:
    """Give the day and the hour of a sighting as a label, no more exact than they are known; None for no date."""
    if not dot.dated:
        return None
    start, end = EPOCH + timedelta(days=dot.start), EPOCH + timedelta(days=dot.end)
    if dot.precision == "month":
        return f"{start:%b} {start.year}", ""
    rough = ROUGH.get(dot.precision, "")
    if end <= start:
        return f"{rough}{start.day} {start:%b}", dot.time.replace("-", "–") if several else ""
    same = (start.year, start.month) == (end.year, end.month)
    first = str(start.day) if same else f"{start.day} {start:%b}"
    return f"{rough}{first}–{end.day} {end:%b}", ""


def labels(
    dots: Sequence[tuple[Dot, float, float, float]],
    boxes: list[BoxOf],
    ways: Sequence[Floats],
    size: tuple[float, float],
) -> list[Label]:
    """Find room for the labels of dots; their boxes are added to what is taken.

    Parameters
    ----------
    dots : sequence of (Dot, x, y, strength)
        What is seen of the chosen event, in pixels.
    boxes : list of box
        What is taken already.
    ways : sequence of array
        Corners of the chosen ways, in pixels.
    size : tuple of float
        Width and height of the frame.
    """
    bold, plain = face("print-sans-bold"), face("print-sans")
    per_day = Counter(dot.start for dot, *_ in dots)
    points = _along(ways)
    done: list[tuple[str, float, float]] = []
    found = []
    for dot, x, y, strength in dots:
        told = words(dot, several=per_day[dot.start] > 1)
        if told is None:
            continue
        day, hour = told
        if not hour and any(day == other and math.hypot(ox - x, oy - y) < TWIN for other, ox, oy in done):
            continue
        done.append((day, x, y))
        width = bold.width(day, SIZE) + (plain.width(hour, SIZE) + GAP if hour else 0)
        best = _cheapest(x, y, width, boxes, points, size)
        if best:
            boxes.append(best[2])
            found.append(Label(best[0], best[1], day, hour, best[2], best[3], strength))
    return found


def _along(ways: Sequence[Floats]) -> Floats:
    """Give points every few pixels along some lines."""
    points = []
    for way in ways:
        sums = np.r_[0.0, np.cumsum(np.hypot(*np.diff(way, axis=0).T))]
        at = np.arange(0, min(sums[-1], 20_000), 7.0)
        points.append(np.column_stack([np.interp(at, sums, way[:, 0]), np.interp(at, sums, way[:, 1])]))
    return np.vstack(points) if points else np.empty((0, 2))


def _cheapest(
    x: float, y: float, width: float, boxes: Sequence[BoxOf], points: Floats, size: tuple[float, float]
) -> tuple[float, float, BoxOf, tuple[float, float, float, float] | None] | None:
    best, least = None, MOST
    for right, down, share in PLACES:
        left, base = x + right - share * width, y + down
        box = (left - 2, base - RISE, left + width + 2, base + DROP)
        cost = math.hypot(right, down) * DISTANCE
        cost += OVERLAP if any(_meet(box, other) for other in boxes) else 0
        cost += EDGE if left < 4 or left + width > size[0] - 4 or base < 14 or base > size[1] - 8 else 0
        inside = (points > box[:2]) & (points < box[2:])
        cost += LEG * int(inside.all(axis=1).sum())
        if cost < least:
            lead = (x + right * 0.3, y + down * 0.3 - 1, x + right * 0.85, y + down * 0.85 - 3)
            best, least = (left, base, box, lead if math.hypot(right, down) > FAR else None), cost
    return best


def _meet(one: BoxOf, other: BoxOf) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def draw(ink: Ink, found: Sequence[Label]) -> None:
    """Write the labels."""
    bold, plain = face("print-sans-bold"), face("print-sans")
    for label in found:
        if label.lead:
            ink.stroke(line([label.lead[:2], label.lead[2:]]), colour("ink2"), 0.8, label.strength)
        day = placed(bold.outline(label.day, SIZE), label.x, label.y)
        ink.letter([day], colour("ink" if label.strength == 1 else "ink3"), colour("halo"), 4, 0.9)
        if label.hour:
            hour = placed(plain.outline(label.hour, SIZE), label.x + bold.width(label.day, SIZE) + GAP, label.y)
            ink.letter([hour], colour("ink2" if label.strength == 1 else "ink3"), colour("halo"), 4, 0.9)
