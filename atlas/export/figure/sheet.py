"""The sheet: a figure for print, as wide as is asked for and as high as it takes.

A pixel is a quarter of a millimetre, whatever the width: signs and letters keep their size on paper.
"""

import io
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from atlas.catalog import Catalog
from atlas.export import work
from atlas.export.figure import legend, margin, words
from atlas.export.figure.extent import frame_of
from atlas.export.figure.frame import Frame
from atlas.export.figure.ink import DRAWING, POINTS_PER_INCH, Ink, done
from atlas.export.figure.legend import Entry
from atlas.export.figure.letters import face, settled, wrapped
from atlas.export.figure.plate import Borne, Plate
from atlas.view import View

PIXELS_PER_MM: Final = 4.0
POINTS: Final = POINTS_PER_INCH / 25.4 / PIXELS_PER_MM
DPI: Final = 300
WIDTHS: Final = (80, 400)
WIDTH: Final = 180
FORMS: Final = ("png", "svg", "pdf")
HEIGHT: Final = 0.72
"""Height of the plate to its width."""
LEFT: Final = 36.0
"""Pixels left of the plate, for the degrees."""
PAD: Final = 10.0
TITLE, TEXT, SIGN, SMALL = 19.0, 11.3, 10.6, margin.SMALL
COLUMN: Final = 218.0
# Values of the whole process, but constant ones: what matplotlib reads when it writes a file, whoever asks for it.
SALT: Final[dict[Any, Any]] = {
    "svg.hashsalt": "joint-sea-atlas",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
    "path.simplify": False,
}


@dataclass(frozen=True)
class Drawing:
    """A figure in one form.

    Parameters
    ----------
    content : bytes
        PNG, SVG or PDF.
    warnings : list of str
        What could not be drawn as it stands, a sentence each.
    """

    content: bytes
    warnings: list[str] = field(default_factory=list)


def figure(catalog: Catalog, view: View, form: str, width: int = WIDTH, link: str = "") -> Drawing:
    """Draw a view as a figure for print; the same view of the same data gives the same bytes.

    Parameters
    ----------
    catalog : Catalog
        The data.
    view : View
        What is shown.
    form : str
        png (300 dots to an inch), svg or pdf.
    width : int
        Millimetres, 80 to 400.
    link : str
        Where the view lies; it is printed at the foot.

    Returns
    -------
    Drawing
        The file, and what could not be drawn as it stands.

    Raises
    ------
    ValueError
        If form or width is not one of those.
    FontError
        If a font cannot be cut.
    """
    if form not in FORMS or not WIDTHS[0] <= width <= WIDTHS[1]:
        allowed = f"{', '.join(FORMS)}, {WIDTHS[0]} to {WIDTHS[1]} mm wide"
        raise ValueError(f"the figure is to be {form}, {width} mm wide; allowed: {allowed}")
    with DRAWING:
        return _figure(catalog, view, form, width, link)


def _figure(catalog: Catalog, view: View, form: str, width: int, link: str) -> Drawing:
    mpl.rcParams.update(SALT)
    whole = width * PIXELS_PER_MM
    frame = frame_of(catalog, view, whole - LEFT - PAD, (whole - LEFT - PAD) * HEIGHT)
    drawn = Figure(figsize=(1, 1), dpi=POINTS_PER_INCH)
    FigureCanvasAgg(drawn)
    plate = Ink.pane(drawn, (0, 0, frame.width, frame.height), (frame.width, frame.height), POINTS)
    borne = Plate(catalog, view, frame, plate).draw(grid=True)
    told, left = words.own_names(catalog, view)
    sheet = _Sheet(drawn, plate, frame, whole)
    sheet.head(*words.headings(catalog, view), told, words.left_out(borne), words.undrawn(catalog, view))
    sheet.foot(borne, words.notes(catalog, view, frame, link, left))
    sheet.finish()
    warnings = [f"The name in {language} is left out: no font has its signs." for language in left]
    content = _written(drawn, form, catalog, view, link)
    done(drawn)
    return Drawing(content, warnings)


def _written(drawn: Figure, form: str, catalog: Catalog, view: View, link: str) -> bytes:
    """Write a figure with what libraries and programs read of it; nothing of that changes from day to day."""
    edition, title = catalog.edition, words.headings(catalog, view)[0]
    rights = f"{work.LICENCE_WORDS} {work.LICENCE_ADDRESS}"
    what = f"{work.TITLE}, data version {edition.version}"
    by_form: dict[str, dict[str, Any]] = {
        "png": {"Software": None, "Title": title, "Author": work.AUTHORS, "Copyright": rights, "Source": link or what},
        "svg": {
            "Date": edition.released.isoformat(),
            "Creator": work.AUTHORS,
            "Title": title,
            "Rights": rights,
            "Source": link or what,
            "Description": what,
        },
        "pdf": {
            "CreationDate": None,
            "Creator": what,
            "Producer": None,
            "Author": work.AUTHORS,
            "Title": title,
            "Subject": f"{what}. {rights}. {link}".strip(),
        },
    }
    buffer = io.BytesIO()
    drawn.savefig(buffer, format=form, dpi=DPI, metadata=by_form[form])
    return buffer.getvalue()


def file_name(catalog: Catalog, view: View) -> str:
    """Give the name of a figure's file, without its ending: the same for the same view of the same version."""
    query = view.link().removeprefix("?")
    ending = f"-{sha256(query.encode()).hexdigest()[:8]}" if query else ""
    return f"joint-sea-atlas-{catalog.edition.version}{ending}"


class _Sheet:
    """What stands on the paper round the plate, from top to bottom."""

    def __init__(self, drawn: Figure, plate: Ink, frame: Frame, width: float) -> None:
        self.drawn, self.plate, self.frame, self.width = drawn, plate, frame, width
        # Where the paper ends is known last: until then it is laid out on a pane of any height.
        self.paper = Ink.pane(drawn, (0, 0, width, 1), (width, 1), POINTS)
        self.paper.axes.set_zorder(-1)
        self.y = PAD
        self.top = 0.0

    @property
    def inner(self) -> float:
        """Pixels between the margins."""
        return self.width - 2 * PAD

    def head(self, title: str, below: str, names: list[tuple[str, str]], *missing: str) -> None:
        """Write what stands above the plate."""
        size = TITLE if self.width > 500 else TITLE * 0.8
        self._lines(title, "print-serif", size, 1.22)
        self.y += 3
        if below:
            self._lines(below, "print-sans", TEXT, 1.35)
        for language, name in names:
            self._lines(f"{language}: {name}", "print-sans", SIGN, 1.4, "ink2")
        for sentence in missing:
            self._lines(sentence, "print-sans", SIGN, 1.4, "ink2")
        self.y += 8
        self.top = self.y
        self.y += self.frame.height

    def foot(self, borne: Borne, notes: list[str]) -> None:
        """Write what stands below the plate: degrees, scale, legend and small print."""
        margin.frame_line(self.plate, self.frame)
        margin.degrees(self.paper, LEFT, self.top, self.frame)
        self.y += 30
        ends = margin.scale(self.paper, self.width - PAD, self.y, self.frame)
        letters = face("print-sans")
        told = "Scale, true in the middle of the map"
        if ends - letters.width(told, SMALL) > PAD:
            self.paper.write(ends + 8, self.y, told, letters, SMALL, "ink2", "right")
        self.y += 14
        self._legend(legend.kinds(borne), legend.signs(borne))
        self.y += 6
        for note in notes:
            self._lines(note, "print-sans", SMALL, 1.38, "ink2")

    def finish(self) -> None:
        """Give the figure its height, and lay plate and paper into it."""
        height = self.y + PAD
        self.drawn.set_size_inches(self.width * POINTS / POINTS_PER_INCH, height * POINTS / POINTS_PER_INCH)
        self.paper.axes.set_position((0, 0, 1, 1))
        self.paper.axes.set_ylim(height, 0)
        wide, high = self.frame.width / self.width, self.frame.height / height
        self.plate.axes.set_position((LEFT / self.width, 1 - (self.top + self.frame.height) / height, wide, high))

    def _lines(self, text: str, name: str, size: float, leading: float, ink: str = "ink") -> None:
        if not text:
            return
        text, letters = settled(text, face(name))
        for line in wrapped(text, letters, size, self.inner):
            self.y += size * leading
            self.paper.write(PAD, self.y - size * (leading - 1), line, letters, size, ink)

    def _legend(self, kinds: list[Entry], signs: list[Entry]) -> None:
        """Lay out the legend in as many columns as there is room for, the kinds first, evenly filled."""
        letters = face("print-sans")
        columns = max(1, int(self.inner // COLUMN))
        wide = self.inner / columns
        rows = [(entry, wrapped(entry.text, letters, SIGN, wide - legend.WIDE - 18)) for entry in (*kinds, *signs)]
        heights = [13.5 * len(lines) + 3.5 for _, lines in rows]
        target = max([sum(heights) / columns, *heights], default=0.0)
        x, y, deepest = PAD, self.y, self.y
        for (entry, lines), height in zip(rows, heights, strict=True):
            if y > self.y and y + height / 2 > self.y + target and x + wide < self.width - PAD:
                x, y = x + wide, self.y
            entry.draw(self.paper, x + legend.WIDE / 2, y + 7)
            for place, text in enumerate(lines):
                self.paper.write(x + legend.WIDE + 8, y + 10.8 + 13.5 * place, text, letters, SIGN)
            y += height
            deepest = max(deepest, y)
        self.y = deepest
