"""The preview: the picture of a view that a link unfurls to, 1200 by 630 pixels, readable when it is shown small."""

import io
from collections.abc import Mapping
from typing import Final

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.path import Path as Outline
from PIL import Image

from atlas.catalog import Catalog
from atlas.export import work
from atlas.export.figure import marks, words
from atlas.export.figure.extent import frame_of
from atlas.export.figure.ink import DRAWING, POINTS_PER_INCH, Ink, colour, done, placed, rectangle
from atlas.export.figure.letters import face, settled, wrapped
from atlas.export.figure.plate import Borne, Plate
from atlas.export.figure.symbols import symbol
from atlas.look import KINDS
from atlas.view import View

SIZE: Final = (1200, 630)
ENLARGED: Final = 1.25
"""Pixels of the picture to a pixel of what is drawn: it is shown at half its size most often."""
BAND: Final = 108.0
PAD: Final = 20.0
SIZES: Final = (28.0, 25.0, 22.5, 20.5)
"""Sizes of the title: the largest that sets it in one line."""
SMALL: Final = 15.5
DEK: Final = "Exercises, patrols, flights and transits, with a source behind every fact"
COLOURS: Final = 160


def preview(catalog: Catalog, view: View) -> bytes:
    """Draw the preview of a view as a PNG.

    Parameters
    ----------
    catalog : Catalog
        The data.
    view : View
        What is shown, with what is chosen and where the map stands.

    Returns
    -------
    bytes
        A PNG of 1200 by 630 pixels.
    """
    with DRAWING:
        return _drawn(catalog, view)


def _drawn(catalog: Catalog, view: View) -> bytes:
    mpl.rcParams["path.simplify"] = False
    width, height = SIZE[0] / ENLARGED, SIZE[1] / ENLARGED
    drawn = Figure(figsize=(SIZE[0] / POINTS_PER_INCH, SIZE[1] / POINTS_PER_INCH), dpi=POINTS_PER_INCH)
    canvas = FigureCanvasAgg(drawn)
    frame = frame_of(catalog, view, width, height - BAND)
    plate = Ink.pane(drawn, (0, 0, width, height - BAND), (width, height), ENLARGED)
    borne = Plate(catalog, view, frame, plate).draw(grid="grid" in view.layers)
    band = Ink.pane(drawn, (0, height - BAND, width, BAND), (width, height), ENLARGED)
    _band(band, catalog, view, borne, width)
    canvas.draw()  # type: ignore[no-untyped-call]
    pixels = np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    picture = Image.fromarray(pixels).convert("RGB")
    done(drawn)
    buffer = io.BytesIO()
    # Few colours make it a third as large: some messengers show no picture beyond 300 KB.
    picture.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(buffer, "PNG", compress_level=6)
    return buffer.getvalue()


def _band(ink: Ink, catalog: Catalog, view: View, borne: Borne, width: float) -> None:
    """Write the band at the foot: the atlas, the view's sentence, and the kinds that are seen."""
    ink.fill(rectangle(0, 0, width, BAND), colour("paper"))
    ink.stroke(Outline([(0, 0.5), (width, 0.5)]), colour("rule"), 1)
    _logo(ink, PAD + 9, 22)
    bold, plain = face("print-sans-bold"), face("print-sans")
    ink.write(PAD + 26, 27, work.TITLE, bold, SMALL)
    version = f"data version {catalog.edition.version}"
    ink.write(width - PAD, 27, version, plain, SMALL * 0.82, "ink2", "right")
    event = catalog.event_of(view.selection)
    seen = {catalog.event(event)["kind"]: 0} if event else borne.kinds
    _kinds(ink, seen, PAD + 26 + bold.width(work.TITLE, SMALL) + 24, width - PAD - plain.width(version, SMALL) - 12)
    title, small = words.headings(catalog, view)
    title, letters = settled(title, face("print-serif"))
    size = next((size for size in SIZES if len(wrapped(title, letters, size, width - 2 * PAD)) == 1), SIZES[1])
    lines = wrapped(title, letters, size, width - 2 * PAD, 2)
    y = 34.0
    for line in lines:
        y += size * 1.17
        ink.write(PAD, y, line, letters, size)
    if len(lines) == 1:
        y += 6
        for line in wrapped(words.undrawn(catalog, view) or small or DEK, plain, SMALL, width - 2 * PAD, 1):
            y += SMALL * 1.3
            ink.write(PAD, y, line, plain, SMALL, "ink2")


def _logo(ink: Ink, x: float, y: float) -> None:
    ink.fill(placed(Outline.unit_rectangle(), x - 9, y - 9, 18), colour("accent"))
    ink.fill(placed(symbol("naval-exercise"), x, y, 14), colour("paper"))


def _kinds(ink: Ink, seen: Mapping[str, int], x: float, end: float) -> None:
    """Write the kinds that are seen, as many as there is room for; 0 stands for the one event that is chosen."""
    letters, size = face("print-sans"), SMALL * 0.82
    for kind in sorted(seen, key=lambda kind: -seen[kind]):
        n = seen[kind]
        label = f"{n} {(KINDS[kind].one if n == 1 else KINDS[kind].many).lower()}" if n else KINDS[kind].one
        wide = 20 + letters.width(label, size) + 16
        if x + wide > end:
            return
        marks.draw_symbol(ink, kind, x + 7, 22, 14)
        ink.write(x + 18, 27, label, letters, size, "ink2")
        x += wide
