"""The marks of events, and the dots of sightings: drawn as on the map, in the same casings."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.path import Path as Outline

from atlas.export.figure.facts import ONE, SEVERAL, Dot, Mark
from atlas.export.figure.frame import Floats, Frame
from atlas.export.figure.ink import Ink, circle, colour, line, placed
from atlas.export.figure.symbols import BOX, symbol

RGBA = tuple[float, float, float, float]
SIZE: Final = 17.0
APART: Final = 19.5
FEW: Final = 400
"""So many marks are still pushed apart."""
LEAD: Final = 7.0
CROWDED: Final = 3.0
"""Pixels within which only the front one of very many marks is seen."""
CASING: Final = 2.6
RIM: Final = 1.6
FADED: Final = 0.2
ROUNDS: Final = 90
STILL: Final = 0.3
GOLDEN: Final = 2.4
BIG: Final = (4.8, 1.9, 1.2)
SMALL: Final = (3.0, 1.3, 1.0)
"""Radius, rim and casing of a dot, in pixels: of the chosen event, and of all others."""
DISC: Final = {"radius": 14.0, "ring": 2.0, "symbol": 16.8, "off": 17.0, "box": 15.5}


@dataclass(frozen=True, eq=False)
class Places:
    """Where marks are drawn, and where they are.

    Parameters
    ----------
    marks : list of Mark
        In the order in which they are drawn.
    drawn, true : array of shape (n, 2)
        Pixels where each is drawn, and of the place that it stands for.
    """

    marks: list[Mark]
    drawn: Floats
    true: Floats

    @property
    def moved(self) -> Floats:
        """Whether each was moved so far aside that a line leads to its place."""
        away = self.drawn - self.true
        return np.asarray(np.hypot(away[:, 0], away[:, 1]) > LEAD)

    @cached_property
    def uppermost(self) -> list[int]:
        """The marks that are seen, from the back to the front: in a crowd one that lies under another is not drawn."""
        if len(self.marks) <= FEW:
            return list(range(len(self.marks)))
        top = {(int(x // CROWDED), int(y // CROWDED)): k for k, (x, y) in enumerate(self.drawn)}
        return sorted(top.values())


def places(frame: Frame, marks: Sequence[Mark]) -> Places:
    """Find the places of marks in a frame; those that would cover each other are pushed apart, as on the map."""
    lon, lat = np.array([mark.lon for mark in marks]), np.array([mark.lat for mark in marks])
    true = frame.places(lon, lat) if len(marks) else np.empty((0, 2))
    seen = [i for i, (x, y) in enumerate(true) if frame.holds(x, y, -SIZE)]
    true = true[seen]
    drawn = spread(true, APART) if len(seen) <= FEW else true
    return Places([marks[i] for i in seen], drawn, true)


def spread(at: Floats, gap: float) -> Floats:
    """Push points apart until no two are nearer than a gap; the same points always end in the same places."""
    x, y = at[:, 0].tolist(), at[:, 1].tolist()  # plain numbers: one by one they are ten times as quick as an array's
    for _ in range(ROUNDS):
        order = sorted(range(len(x)), key=lambda one: (x[one], one))
        moved = 0.0
        for place, a in enumerate(order):
            for b in order[place + 1 :]:
                if x[b] - x[a] >= gap:
                    break
                if abs(y[b] - y[a]) < gap:
                    moved += _part(x, y, a, b, gap)
        if moved < STILL * gap / 20:
            break
    return np.column_stack([x, y])


def _part(x: list[float], y: list[float], a: int, b: int, gap: float) -> float:
    """Move two points that are too near by half of what is missing each; two in one place part in a fixed direction."""
    dx, dy = x[b] - x[a], y[b] - y[a]
    away = math.hypot(dx, dy)
    if away >= gap:
        return 0.0
    if away < gap / 2000:
        dx, dy, away = math.cos(a * GOLDEN + b), math.sin(a * GOLDEN + b), 1.0
    step = (gap - min(away, gap)) / 2 + gap / 400
    x[a] -= dx / away * step
    y[a] -= dy / away * step
    x[b] += dx / away * step
    y[b] += dy / away * step
    return step


def draw_marks(ink: Ink, found: Places, *, faded: bool, size: float = SIZE) -> None:
    """Draw marks, the latest in front; faded where one event is chosen."""
    alpha = FADED if faded else 1.0
    outlines: list[Outline] = []
    fills: list[RGBA] = []
    edges: list[RGBA] = []
    widths: list[float] = []
    for k in found.uppermost:
        mark, (x, y) = found.marks[k], found.drawn[k]
        outline = placed(symbol(mark.kind), x, y, size)
        for fill, edge, width in _layers(mark.kind, low=mark.low):
            outlines.append(outline)
            fills.append(to_rgba(fill, alpha if fill != "none" else 0.0))
            edges.append(to_rgba(edge, alpha if width else 0.0))
            widths.append(width * size / BOX)
    ink.stamps(outlines, fills, edges, widths)


def _layers(kind: str, *, low: bool, halo: str = "halo") -> tuple[tuple[str, str, float], ...]:
    """Give what a symbol is drawn from: fill, edge and the width of the edge in a box of 16."""
    own, around = colour(kind), colour(halo)
    if low:
        return (around, around, CASING + RIM), (around, own, RIM)
    return ("none", around, CASING), (own, own, 0.0)


def draw_symbol(ink: Ink, kind: str, x: float, y: float, size: float, *, low: bool = False, halo: str = "halo") -> None:
    """Draw one symbol."""
    layers = _layers(kind, low=low, halo=halo)
    outline = placed(symbol(kind), x, y, size)
    fills, edges, widths = zip(*layers, strict=True)
    ink.stamps([outline] * len(layers), fills, edges, [width * size / BOX for width in widths])


def draw_leads(ink: Ink, found: Places, *, faded: bool) -> None:
    """Draw a hairline from each mark that was pushed far to its true place."""
    lines = [line([drawn, true]) for drawn, true, far in zip(found.drawn, found.true, found.moved, strict=True) if far]
    if lines:
        ink.stroke(Outline.make_compound_path(*lines), colour("ink3"), 0.8, 0.6 * (FADED if faded else 1))


def draw_dot(
    ink: Ink,
    x: float,
    y: float,
    dot: Dot,
    strength: float,
    shape: tuple[float, float, float] = BIG,
    *,
    ringed: bool = False,
) -> None:
    """Draw a sighting: full if several sources tell of it, open if one does, broken if only weak ones do."""
    radius, rim, casing = shape
    if ringed:
        for more, ring in ((6.0, "halo"), (4.5, "accent"), (2.5, "halo")):
            ink.fill(circle(x, y, radius + more), colour(ring))
    ink.fill(circle(x, y, radius + casing), colour("halo"), strength)
    draw_backing(ink, x, y, dot.backing, radius, rim, colour(dot.kind), strength)


def draw_backing(
    ink: Ink, x: float, y: float, backing: int, radius: float, rim: float, own: str, strength: float = 1.0
) -> None:
    """Draw how well a sighting is backed: a disc, a ring or three arcs."""
    if backing == SEVERAL:
        ink.fill(circle(x, y, radius), own, strength)
        return
    middle = radius - rim / 2
    arcs = [(0.0, 360.0)] if backing == ONE else [(-90 + 120 * k + 24, -90 + 120 * k + 96) for k in range(3)]
    for start, end in arcs:
        arc = circle(x, y, middle, start, end)
        # A dash that is longer than the arc: its ends are cut off straight, as a broken ring needs them.
        ink.stroke(arc, own, rim, strength, () if backing == ONE else (1000.0, 1.0))


def draw_disc(ink: Ink, x: float, y: float, kind: str) -> None:
    """Draw the sign of the chosen event: its symbol in a ring."""
    ink.fill(circle(x, y, DISC["radius"]), colour("paper"))
    ink.stroke(circle(x, y, DISC["radius"]), colour(kind), DISC["ring"])
    draw_symbol(ink, kind, x, y, DISC["symbol"], halo="paper")


def counts(found: Places) -> Mapping[str, int]:
    """Count the marks in the frame by kind."""
    kinds: dict[str, int] = {}
    for mark in found.marks:
        kinds[mark.kind] = kinds.get(mark.kind, 0) + 1
    return kinds
