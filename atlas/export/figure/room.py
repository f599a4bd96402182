"""Which parts of the frame are taken, as a raster of small cells: names are tested against all signs in a few steps.

A cell is free, softly taken (a sea's name: better not) or firmly taken (a mark).
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

CELL: Final = 4.0
SOFT, FIRM = 1, 2
BoxOf = tuple[float, float, float, float]
Spot = tuple[float, float, str]
"""Right and down from a place, and the end of the text that stands there: start, middle or end."""


class Found(NamedTuple):
    """Where a text may stand: the left end of its base line, and its box."""

    x: float
    y: float
    box: BoxOf


class Room:
    """What is taken of a frame.

    Parameters
    ----------
    width, height : float
        Pixels of the frame.
    """

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.cells = np.zeros((int(np.ceil(height / CELL)), int(np.ceil(width / CELL))), dtype=np.uint8)

    def take(self, box: BoxOf, how: int = FIRM) -> None:
        """Take a box: left, top, right, bottom in pixels."""
        part = self._part(box)
        part[part < how] = how

    def take_along(self, points: Iterable[Sequence[float]], reach: float = 2.0) -> None:
        """Take what lies along a line, a few pixels to each side."""
        at = np.asarray(list(points), dtype=float)
        for start, end in pairwise(at):
            steps = max(1, int(np.hypot(*(end - start)) / 6))
            if steps > 2000:
                continue
            for x, y in start + (end - start) * np.linspace(0, 1, steps + 1)[:, None]:
                if -9 < x < self.width + 9 and -9 < y < self.height + 9:
                    self.take((x - reach, y - reach, x + reach, y + reach))

    def worst(self, box: BoxOf) -> int:
        """Give how much the most taken cell of a box is taken."""
        part = self._part(box)
        return int(part.max()) if part.size else 0

    def share(self, boxes: NDArray[np.float64]) -> float:
        """Give what share of some boxes, one a row, lies on anything: looked at in nine places of each."""
        if not len(boxes):
            return 0.0
        at = np.linspace(0, 1, 3)[:, None]
        across = boxes[:, 0] + (boxes[:, 2] - boxes[:, 0]) * at
        down = boxes[:, 1] + (boxes[:, 3] - boxes[:, 1]) * at
        column = np.clip((across // CELL).astype(int), 0, self.cells.shape[1] - 1)
        row = np.clip((down // CELL).astype(int), 0, self.cells.shape[0] - 1)
        taken = self.cells[row[:, None], column[None, :]].max(axis=(0, 1))
        return float((taken >= SOFT).mean())

    def free(self, box: BoxOf, *, soft: bool = False) -> bool:
        """Say whether a box lies in the frame, clear of what is firmly taken, and unless `soft` of the rest too."""
        inside = box[0] >= 2 and box[1] >= 2 and box[2] <= self.width - 2 and box[3] <= self.height - 2
        return inside and self.worst(box) < (FIRM if soft else SOFT)

    def spot(
        self, x: float, y: float, width: float, height: float, spots: Sequence[Spot], *, over_sea: bool = False
    ) -> Found | None:
        """Find the first of several spots round a place where a text is free of the rest.

        All are tried clear of everything; then, with `over_sea`, all again with the names of seas under the text.
        """
        for soft in (False, True) if over_sea else (False,):
            for right, down, anchor in spots:
                left = x + right - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
                box = (left - 2, y + down - height, left + width + 2, y + down + 3)
                if self.free(box, soft=soft):
                    return Found(left, y + down, box)
        return None

    def _part(self, box: BoxOf) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
        left, top = (max(0, int(box[0] // CELL)), max(0, int(box[1] // CELL)))
        right, bottom = max(0, int(np.ceil(box[2] / CELL))), max(0, int(np.ceil(box[3] / CELL)))
        return self.cells[top:bottom, left:right]
