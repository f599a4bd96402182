"""The ink: outlines, lines and letters put on a figure in pixels, each over what was there before.

Nothing here uses pyplot: a figure is an object of its own, and drawing it touches no state of the process.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from threading import Lock
from typing import Any, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from atlas.export.figure.letters import Face
from atlas.look import COLOURS, KINDS

POINTS_PER_INCH: Final = 72.0
DRAWING: Final = Lock()
"""Held by who draws: matplotlib keeps fonts and glyphs for the whole process."""


def colour(name: str) -> str:
    """Give a colour of the light theme, or that of a kind: figures are for paper."""
    return KINDS[name].light if name in KINDS else COLOURS[name][0]


@dataclass(eq=False)
class Ink:
    """A pane of a figure on which one draws in pixels, x to the right and y down.

    Parameters
    ----------
    axes : Axes
        The pane; what is drawn beyond its edge is cut off.
    points : float
        Points (1/72 inch) of a pixel.
    """

    axes: Axes
    points: float
    _order: Any = field(default_factory=count)

    @classmethod
    def pane(cls, figure: Figure, box: Sequence[float], size: tuple[float, float], points: float) -> "Ink":
        """Lay a pane on a figure.

        Parameters
        ----------
        figure : Figure
            What it lies on.
        box : sequence of float
            Left, top, width and height in pixels of the figure.
        size : tuple of float
            Width and height of the whole figure in pixels.
        points : float
            Points of a pixel.
        """
        left, top, width, height = box
        place = (left / size[0], 1 - (top + height) / size[1], width / size[0], height / size[1])
        axes = figure.add_axes(place)
        axes.set_axis_off()
        axes.set_xlim(0, width)
        axes.set_ylim(height, 0)
        return cls(axes, points)

    def fill(self, outline: Outline | None, ink: str, alpha: float = 1.0) -> None:
        """Fill an outline."""
        if outline is not None:
            self._add(PathPatch(outline, facecolor=ink, edgecolor="none", alpha=alpha))

    def stroke(
        self, outline: Outline | None, ink: str, width: float, alpha: float = 1.0, dash: Sequence[float] = ()
    ) -> None:
        """Draw along an outline; a dash tells pixels drawn and left out."""
        if outline is None:
            return
        # Ends are cut off straight in dashes, or two of them would meet.
        cap = "butt" if dash else "round"
        pattern = (0, tuple(part / width for part in dash)) if dash else "solid"
        self._add(
            PathPatch(
                outline,
                fill=False,
                edgecolor=ink,
                linewidth=width * self.points,
                linestyle=pattern,
                capstyle=cap,
                joinstyle="round",
                alpha=alpha,
            )
        )

    def fade(self, corners: Any, ink: str, width: float, alpha: float, *, out: bool) -> None:
        """Draw a line that fades along its way: out to its end, or in from its start."""
        steps = np.linspace(0, len(corners) - 1, 25)
        whole = np.arange(len(corners))
        at = np.column_stack([np.interp(steps, whole, corners[:, 0]), np.interp(steps, whole, corners[:, 1])])
        strength = np.linspace(1, 0, 24) if out else np.linspace(0, 1, 24)
        lines = list(np.stack([at[:-1], at[1:]], axis=1))
        self._add(
            LineCollection(lines, colors=ink, linewidths=width * self.points, alpha=strength * alpha, capstyle="butt")
        )

    def stamps(self, outlines: Sequence[Outline], fills: Any, edges: Any, widths: Any) -> None:
        """Draw many outlines one over the other, each with its fill, edge and pixels of edge."""
        if len(outlines):
            drawn = PathCollection(
                outlines,
                facecolors=fills,
                edgecolors=edges,
                linewidths=[width * self.points for width in widths],
                joinstyle="round",
                transform=self.axes.transData,
            )
            self._add(drawn)

    def letter(self, outlines: Sequence[Outline], ink: str, halo: str, casing: float, alpha: float = 1.0) -> None:
        """Draw letters as outlines in a casing: names on the map, which cross lines and coasts."""
        if not len(outlines):
            return
        whole = Outline.make_compound_path(*outlines)
        self.stroke(whole, halo, casing, alpha)
        self.fill(whole, ink)

    def write(
        self, x: float, y: float, text: str, face: Face, size: float, ink: str = "ink", anchor: str = "left"
    ) -> None:
        """Write a line of text as text: it can be found and copied in a PDF. y is that of its base line."""
        written = Text(
            x,
            y,
            text,
            fontproperties=face.font.copy(),
            fontsize=size * self.points,
            color=colour(ink),
            ha=anchor,
            va="baseline",
            parse_math=False,
        )
        self._add(written)

    def _add(self, artist: Any) -> None:
        artist.set_zorder(next(self._order))
        self.axes.add_artist(artist)


def done(figure: Figure) -> None:
    """Let go of what was drawn: figures refer to themselves, and their pixels would wait for a late collection."""
    vars(figure.canvas).pop("renderer", None)
    figure.clear()


def placed(outline: Outline, x: float, y: float, scale: float = 1.0, turn: float = 0.0) -> Outline:
    """Give an outline enlarged, turned (radians, clockwise as y runs down) and moved to a place."""
    return outline.transformed(Affine2D().scale(scale).rotate(turn).translate(x, y))


def line(corners: Any) -> Outline:
    """Give an open line through some corners."""
    return Outline(np.asarray(corners, dtype=float))


def circle(x: float, y: float, radius: float, start: float = 0.0, end: float = 360.0) -> Outline:
    """Give a circle, or an arc of it between two angles in degrees."""
    whole = end - start >= 360
    arc = Outline.unit_circle() if whole else Outline.arc(start, end)
    return arc.transformed(Affine2D().scale(radius).translate(x, y))


def rectangle(left: float, top: float, width: float, height: float) -> Outline:
    """Give an upright rectangle."""
    return Outline.unit_rectangle().transformed(Affine2D().scale(width, height).translate(left, top))


def square(x: float, y: float, side: float) -> Outline:
    """Give an upright square round a place."""
    return placed(Outline.unit_rectangle(), x - side / 2, y - side / 2, side)
