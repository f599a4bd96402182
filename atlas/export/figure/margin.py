"""What stands round the plate of a figure: the degrees at its edge and the scale below it."""

import math
from typing import Final

import numpy as np

from atlas.export.figure.frame import Floats, Frame
from atlas.export.figure.ground import graticule
from atlas.export.figure.ink import Ink, colour, line, rectangle
from atlas.export.figure.letters import face

SMALL: Final = 9.2
"""Pixels of the small print: 6.5 points."""
APART: Final = 34.0
UNITS: Final = (("km", 1000.0), ("nm", 1852.0))
LONGEST: Final = 130.0


def frame_line(plate: Ink, frame: Frame) -> None:
    """Draw the edge of the plate, on the plate itself: half of the line lies beyond it."""
    plate.stroke(rectangle(0, 0, frame.width, frame.height), colour("ink3"), 1.4)


def degrees(ink: Ink, left: float, top: float, frame: Frame) -> None:
    """Write the figures of the graticule where its lines meet the left and the lower edge of the plate."""
    _, meridians, parallels = graticule(frame)
    letters, bottom = face("print-sans"), top + frame.height
    last = -math.inf
    for places in sorted(meridians, key=lambda at: at[0, 0]):
        x = _meets(frame.pixels(*places.T), 1, frame.height, frame.width)
        if x is not None and x - last >= APART:
            last = x
            ink.stroke(line([(left + x, bottom), (left + x, bottom + 3)]), colour("ink3"), 0.6)
            ink.write(left + x, bottom + 12, angle(float(places[0, 0]), "EW"), letters, SMALL, "ink2", "center")
    for places in parallels:
        y = _meets(frame.pixels(*places.T), 0, 0.0, frame.height)
        if y is not None:
            ink.stroke(line([(left - 3, top + y), (left, top + y)]), colour("ink3"), 0.6)
            ink.write(left - 5, top + y + 3, angle(float(places[0, 1]), "NS"), letters, SMALL, "ink2", "right")


def _meets(at: Floats, axis: int, edge: float, most: float) -> float | None:
    """Give where a line crosses an edge of the frame, along that edge; None where it does not."""
    side = at[:, axis] - edge
    for k in np.flatnonzero(np.sign(side[:-1]) * np.sign(side[1:]) <= 0):
        share = side[k] / (side[k] - side[k + 1]) if side[k] != side[k + 1] else 0.0
        along = float(at[k, 1 - axis] + share * (at[k + 1, 1 - axis] - at[k, 1 - axis]))
        if 8 <= along <= most - 8:
            return along
    return None


def angle(value: float, ends: str) -> str:
    """Write an angle of the graticule: `130° E`."""
    value = (value + 180) % 360 - 180
    size = f"{abs(value):g}°"
    return size if value == 0 or (ends == "EW" and abs(value) == 180) else f"{size} {ends[0] if value > 0 else ends[1]}"


def scale(ink: Ink, right: float, y: float, frame: Frame) -> float:
    """Draw the scale, its right end at a place: kilometres above, nautical miles below. Give its left end."""
    metres, letters = frame.true_metres(), face("print-sans")
    ends = right
    for unit, size in reversed(UNITS):
        length = _round(LONGEST * metres / size)
        wide = length * size / metres
        label = f"{length:,.0f} {unit}" if length >= 1 else f"{length:g} {unit}"
        text = letters.width(label, SMALL)
        start = ends - wide
        bar = [(start, y - 4), (start, y), (start + wide, y), (start + wide, y - 4)]
        ink.stroke(line(bar), colour("ink2"), 1)
        ink.write(start - 5, y, label, letters, SMALL, "ink2", "right")
        ends = start - 5 - text - 16
    return ends


def _round(most: float) -> float:
    power = 10.0 ** math.floor(math.log10(most))
    return next(step * power for step in (5, 2, 1) if step * power <= most)
