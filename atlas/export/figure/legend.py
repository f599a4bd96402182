"""The legend of a figure: the kinds and signs that it bears, and no others, each drawn as on the map."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from atlas.export.figure import marks, ways
from atlas.export.figure.facts import ONE, SEVERAL, WEAK, Mark
from atlas.export.figure.ink import Ink, circle, colour, line, square
from atlas.export.figure.plate import Borne
from atlas.look import KINDS

WIDE: Final = 30.0
"""Pixels of a sign's picture; the text stands right of it."""
Draw = Callable[[Ink, float, float], None]


@dataclass(frozen=True)
class Entry:
    """One line of the legend: a sign that is drawn round a place, and what it means."""

    text: str
    draw: Draw


def kinds(borne: Borne) -> list[Entry]:
    """Give the kinds in the frame, each with how many events of it there are."""
    return [
        Entry(f"{(KINDS[kind].one if n == 1 else KINDS[kind].many)} ({n})", _symbol(kind))
        for kind in KINDS
        if (n := borne.kinds.get(kind))
    ]


def signs(borne: Borne) -> list[Entry]:
    """Give the other signs in the frame."""
    return [entry for there, entry in _all(borne) if there]


def _all(borne: Borne) -> list[tuple[bool, Entry]]:
    said = {"coordinates": "place told", "bearing-distance": "place told", "place": "place told"}
    bases = dict.fromkeys(said.get(basis, basis) for basis in ("place", "inferred", "sea") if _has(borne, basis))
    words = {"place told": "place told", "inferred": "inferred", "sea": "only its sea named"}
    circles = ", ".join(words[one] for one in bases)
    backings = {SEVERAL: "several sources", ONE: "one", WEAK: "weak ones only"}
    backed = ", ".join(words for key, words in backings.items() if key in borne.backings)
    return [
        (borne.low, Entry("Hollow: low confidence", _hollow)),
        (bool(borne.backings), Entry(f"Sighting, backed by: {backed}", _dots(sorted(borne.backings)))),
        (bool(bases), Entry(f"It lies somewhere in the circle: {circles}", _circles(list(bases)))),
        (borne.told, Entry("Way told by a source", _way(told=True))),
        (borne.joined, Entry("Sightings joined by us over water: not a track", _way(told=False))),
        (borne.air, Entry("Flight: no line is known", _band)),
        (borne.gap, Entry("Flight over land: way not known", _gap)),
        (borne.moved, Entry("Moved aside; the line leads to its place", _lead)),
        (borne.faded, Entry("Pale: the other events of the view", _pale)),
        (borne.ports, Entry("Port or base", _port)),
        (borne.gates, Entry("Strait", _gate)),
        (borne.zones, Entry("Air defence identification zone", _zone)),
    ]


def _has(borne: Borne, basis: str) -> bool:
    told = {"coordinates", "bearing-distance", "place"}
    return bool(borne.bases & told) if basis == "place" else basis in borne.bases


def _symbol(kind: str) -> Draw:
    return lambda ink, x, y: marks.draw_symbol(ink, kind, x, y, 14)


def _hollow(ink: Ink, x: float, y: float) -> None:
    marks.draw_symbol(ink, "transit", x, y, 13, low=True)


def _dots(backings: list[int]) -> Draw:
    def draw(ink: Ink, x: float, y: float) -> None:
        for place, backing in enumerate(backings):
            marks.draw_backing(ink, x + 11 * (place - (len(backings) - 1) / 2), y, backing, 4.4, 1.7, colour("ink2"))

    return draw


def _circles(bases: list[str]) -> Draw:
    dashes = {"place told": (), "inferred": (3.0, 2.4), "sea": (0.9, 2.2)}

    def draw(ink: Ink, x: float, y: float) -> None:
        for place, basis in enumerate(bases):
            ring = circle(x + 11 * (place - (len(bases) - 1) / 2), y, 4.4)
            ink.fill(ring, colour("ink2"), 0.1)
            ink.stroke(ring, colour("ink2"), 0.9, 1, dashes[basis])

    return draw


def _way(*, told: bool) -> Draw:
    def draw(ink: Ink, x: float, y: float) -> None:
        at = np.array([[x - WIDE / 2, y], [x + WIDE / 2, y]])
        ink.stroke(line(at), colour("ink2"), 1.8, 1, () if told else (5, 3.4))
        ways.draw_head(ink, np.array([[x - 20.0, y], [x + 20.0, y]]), colour("ink2"), 1, 0.9)

    return draw


def _band(ink: Ink, x: float, y: float) -> None:
    ink.stroke(line([(x - WIDE / 2, y), (x + WIDE / 2, y)]), colour("air-patrol"), 11, 0.13, (1e6, 1))
    ink.stroke(line([(x - WIDE / 2, y), (x + WIDE / 2, y)]), colour("air-patrol"), 1.4, 1, (2, 4))


def _gap(ink: Ink, x: float, y: float) -> None:
    for start, end, out in ((x - WIDE / 2, x - 2, True), (x + 2, x + WIDE / 2, False)):
        at = np.array([[start, y], [end, y]])
        ink.fade(at, colour("air-patrol"), 11, 0.16, out=out)
        ink.fade(at, colour("air-patrol"), 1.4, 1, out=out)


def _lead(ink: Ink, x: float, y: float) -> None:
    ink.stroke(line([(x - 4, y - 2), (x + 13, y + 4)]), colour("ink3"), 0.8, 0.8)
    marks.draw_symbol(ink, "transit", x - 6, y - 2, 12)


def _pale(ink: Ink, x: float, y: float) -> None:
    one = Mark(0, "transit", low=False, lon=0, lat=0)
    at = np.array([[x, y]])
    marks.draw_marks(ink, marks.Places([one], at, at), faded=True, size=13)


def _port(ink: Ink, x: float, y: float) -> None:
    ink.fill(square(x, y, 5.2), colour("paper"))
    ink.stroke(square(x, y, 5.2), colour("port"), 1.3)


def _gate(ink: Ink, x: float, y: float) -> None:
    ink.stroke(line([(x - 8, y + 4), (x + 8, y - 4)]), colour("seaname"), 2, 0.9)


def _zone(ink: Ink, x: float, y: float) -> None:
    ink.stroke(line([(x - 11, y + 4), (x, y + 4), (x, y - 4), (x + 11, y - 4)]), colour("zone"), 1.2, 0.9, (1.2, 2.4))
