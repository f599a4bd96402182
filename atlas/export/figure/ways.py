"""The ways between sightings, and the circles round these: what is told, what is joined, how far off it may be."""

import math
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from matplotlib.path import Path as Outline

from atlas.export.figure.facts import Dot, Way, in_range
from atlas.export.figure.frame import Floats, Frame
from atlas.export.figure.ink import Ink, colour, line, placed
from atlas.measure.geodesy import GEOD
from atlas.view import View

QUIET: Final = {"width": 1.1, "alpha": 0.36, "outside": 0.12, "head": 0.62, "head_alpha": 0.6}
QUIET_DASH: Final = (4.0, 3.5)
CHOSEN: Final = {"width": 2.2, "casing": 5.0, "casing_alpha": 0.75, "more": 2.0}
CHOSEN_DASH: Final = (6.0, 5.0)
BAND: Final = {"width": 16.0, "alpha": 0.13, "thread": 1.4}
BAND_DASH: Final = (2.0, 5.0)
LEAST_ARROW: Final = 34.0
ARROW_AT: Final = 0.54
HEAD: Final = Outline(np.array([[5.5, 0], [-4.5, -4.6], [-2.3, 0], [-4.5, 4.6], [5.5, 0]]), closed=True)
HEAD_CASING: Final = 1.6
OUTSIDE: Final = 0.3
"""How strongly is drawn what lies outside the dates."""
MOST_HEADS: Final = 60
VAGUE_KM: Final = 150.0
CIRCLE: Final = {"width": 0.9, "alpha": 0.55}
CIRCLE_DASH: Final = {"inferred": (3.0, 3.0), "sea": (1.2, 3.2)}
HIDDEN: Final = 4.0
"""Pixels that the dot in the middle of a circle covers."""


def strength(thing: Dot | Way, view: View) -> float:
    """Say how strongly a sighting or leg is drawn."""
    return 1.0 if in_range(thing, view) else OUTSIDE


def lines(frame: Frame, way: Way) -> list[Floats]:
    """Give the parts of a leg in pixels, cut where the frame's projection is."""
    return all_lines(frame, [way])[0]


def all_lines(frame: Frame, ways: Sequence[Way]) -> list[list[Floats]]:
    """Give the same of each of many legs: projected all at once, for each call of the projection has its price."""
    parts = [part for way in ways for part in way.parts]
    if not parts:
        return [[] for _ in ways]
    corners = np.concatenate(parts)
    lon = frame.near(corners[:, 0])
    at = frame.pixels(lon, corners[:, 1])
    jumps = np.abs(np.diff(lon, append=lon[-1])) > 180
    ends = np.cumsum([len(part) for part in parts])
    found: list[list[Floats]] = []
    place = 0
    for way in ways:
        mine = []
        for _ in way.parts:
            start, end = ends[place] - len(parts[place]), ends[place]
            cuts = np.flatnonzero(jumps[start : end - 1]) + 1
            mine += [piece for piece in np.split(at[start:end], cuts) if len(piece) > 1 and _meets(frame, piece)]
            place += 1
        found.append(mine)
    return found


def _meets(frame: Frame, at: Floats) -> bool:
    low, high = at.min(axis=0), at.max(axis=0)
    return bool(low[0] < frame.width and low[1] < frame.height and high[0] > 0 and high[1] > 0)


def draw_quiet(ink: Ink, frame: Frame, ways: Iterable[Way], view: View, *, faded: float = 1.0) -> list[Way]:
    """Draw the ways of ships, thin and pale; those of aircraft wait until they are chosen. Give those that are seen."""
    ships = [way for way in ways if not way.air]
    seen = [(way, parts) for way, parts in zip(ships, all_lines(frame, ships), strict=True) if parts]
    batches: dict[tuple[str, bool, bool], list[Outline]] = {}
    for way, parts in seen:
        key = (way.kind, way.told, in_range(way, view))
        batches.setdefault(key, []).extend(line(part) for part in parts)
    for (kind, told, inside), found in batches.items():
        alpha = QUIET["alpha"] if inside else QUIET["outside"]
        outline = Outline.make_compound_path(*found)
        ink.stroke(outline, colour(kind), QUIET["width"], alpha * faded, () if told else QUIET_DASH)
    if len(seen) <= MOST_HEADS:
        for way, parts in seen:
            for part in parts:
                alpha = QUIET["head_alpha"] * strength(way, view) * faded
                draw_head(ink, part, colour(way.kind), alpha, QUIET["head"])
    return [way for way, _ in seen]


def draw_chosen(ink: Ink, frame: Frame, ways: Sequence[Way], view: View, picked: str | None) -> list[Way]:
    """Draw the ways of the chosen event: first casings, then lines, then heads. Give those that are seen."""
    seen = [(way, parts) for way in ways if (parts := lines(frame, way))]
    for way, parts in seen:
        for place, part in enumerate(parts):
            heavy = way.id == picked
            if way.air:
                _thread(ink, way, part, place, BAND["width"], BAND["alpha"] * (2 if heavy else 1), ())
            else:
                width = CHOSEN["casing"] + (CHOSEN["more"] if heavy else 0)
                ink.stroke(line(part), colour("halo"), width, 1.0 if heavy else CHOSEN["casing_alpha"])
    for way, parts in seen:
        for place, part in enumerate(parts):
            more = CHOSEN["more"] if way.id == picked else 0
            dash = BAND_DASH if way.air else () if way.told else CHOSEN_DASH
            width = (BAND["thread"] if way.air else CHOSEN["width"]) + more
            _thread(ink, way, part, place, width, strength(way, view), dash)
    for way, parts in seen:
        for part in parts:
            draw_head(ink, part, colour(way.kind), strength(way, view))
    return [way for way, _ in seen]


def _thread(ink: Ink, way: Way, part: Floats, place: int, width: float, alpha: float, dash: Sequence[float]) -> None:
    """Draw one part of a way; where its middle is not known its two ends fade into the gap."""
    if way.air and len(way.parts) == 2:
        ink.fade(part, colour(way.kind), width, alpha, out=place == 0)
    else:
        ink.stroke(line(part), colour(way.kind), width, alpha, dash or (1e6, 1.0) if width > 9 else dash)


def draw_head(ink: Ink, part: Floats, own: str, alpha: float, size: float = 1.0) -> None:
    """Draw an arrowhead a little past the middle of a line, if it is long enough to carry one."""
    steps = np.hypot(*np.diff(part, axis=0).T)
    length = steps.sum()
    if length < LEAST_ARROW:
        return
    sums = np.cumsum(steps)
    k = int(np.searchsorted(sums, length * ARROW_AT))
    share = 1 - (sums[k] - length * ARROW_AT) / steps[k]
    (x, y), (dx, dy) = part[k] + (part[k + 1] - part[k]) * share, part[k + 1] - part[k]
    head = placed(HEAD, float(x), float(y), size, math.atan2(dy, dx))
    ink.stroke(head, colour("halo"), HEAD_CASING * size, alpha)
    ink.fill(head, own, alpha)


def draw_circles(ink: Ink, frame: Frame, dots: Iterable[Dot], view: View, fill: float = 1.0) -> list[Dot]:
    """Draw how far off each sighting may be, one circle for all that are the same. Give those whose circle is seen.

    A whole line: a place is told; dashes: it is inferred; dots: only its sea is named.
    """
    drawn: set[tuple[object, ...]] = set()
    seen = []
    for dot in dots:
        same = (dot.lon, dot.lat, dot.km, strength(dot, view), dot.kind, dot.basis)
        outline = round_place(frame, dot.lon, dot.lat, dot.km)
        if outline is None or (outline.get_extents().width / 2 < HIDDEN):
            continue
        seen.append(dot)
        if same in drawn:
            continue
        drawn.add(same)
        strong = strength(dot, view)
        ink.fill(outline, colour(dot.kind), (0.05 if dot.km >= VAGUE_KM else 0.1) * strong * fill)
        dash = CIRCLE_DASH.get(dot.basis, ())
        ink.stroke(outline, colour(dot.kind), CIRCLE["width"], CIRCLE["alpha"] * strong, dash)
    return seen


def round_place(frame: Frame, lon: float, lat: float, km: float) -> Outline | None:
    """Give the circle of so many kilometres round a place on the ground, as the projection shows it; None if unseen."""
    if not km:
        return None
    turn = np.linspace(0, 360, 73)
    lons, lats, _ = GEOD.fwd(np.full(73, lon), np.full(73, lat), turn, np.full(73, km * 1000))
    near = frame.near(lons)
    at = frame.pixels(near, lats)
    if np.ptp(near) > 180 or not np.isfinite(at).all() or not _meets(frame, at):
        return None
    return Outline(at, closed=True)
