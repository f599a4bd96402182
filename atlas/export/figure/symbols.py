"""The symbols of the kinds as outlines: the same drawings as on the map, made fit to be filled without a rule.

The map fills them by the even-odd rule; what draws figures fills by winding. So a contour that lies in another one is
turned round.
"""

from functools import cache
from typing import Any, Final

import numpy as np
import shapely
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.reverseContourPen import ReverseContourPen
from fontTools.svgLib.path import parse_path
from matplotlib.path import Path as Outline

from atlas.look import KINDS

BOX: Final = 16.0
Step = tuple[str, tuple[tuple[float, float], ...]]
Contour = list[Step]
_CODES: Final = {"moveTo": (Outline.MOVETO,), "lineTo": (Outline.LINETO,), "qCurveTo": (Outline.CURVE3,) * 2}
_CURVE: Final = (Outline.CURVE4,) * 3


@cache
def symbol(kind: str) -> Outline:
    """Give the outline of a kind's symbol, one unit wide, round (0, 0), y down."""
    return drawn(KINDS[kind].path)


def drawn(path: str) -> Outline:
    """Give the outline of an SVG path that lies in a box of 16 by 16 and fills by even-odd."""
    pen = RecordingPen()
    parse_path(path, pen)
    contours = _contours(pen.value)
    rings = [shapely.Polygon(_corners(contour)) for contour in contours]
    turned = []
    for contour, ring in zip(contours, rings, strict=True):
        depth = sum(other is not ring and other.contains(shapely.Point(contour[0][1][0])) for other in rings)
        turned.append(contour if (depth % 2 == 0) == ring.exterior.is_ccw else _reversed(contour))
    corners: list[tuple[float, float]] = []
    codes: list[Any] = []
    for contour in turned:
        for name, points in contour:
            corners.extend(points)
            codes.extend(_CURVE if name == "curveTo" else _CODES[name])
        corners.append(contour[0][1][0])
        codes.append(Outline.CLOSEPOLY)
    return Outline(np.array(corners) / BOX - 0.5, codes)


def _contours(steps: list[Step]) -> list[Contour]:
    contours: list[Contour] = []
    for name, points in steps:
        if name == "moveTo":
            contours.append([])
        if name not in ("closePath", "endPath"):
            contours[-1].append((name, tuple(points)))
    return contours


def _corners(contour: Contour) -> list[tuple[float, float]]:
    """Give the corners of a contour, those that only bend its curves too: near enough to tell what lies in what."""
    return [point for _, points in contour for point in points]


def _reversed(contour: Contour) -> Contour:
    pen = RecordingPen()
    turning = ReverseContourPen(pen)
    for name, points in contour:
        getattr(turning, name)(*points)
    turning.closePath()
    (turned,) = _contours(pen.value)
    return turned
