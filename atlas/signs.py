"""The signs of the map besides the symbols of the kinds: how each is drawn and what it means, once for all.

The map's legend draws them in its colours; a page shows the same as masks, in the colour of its text.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from atlas.look import KINDS

WIDE, NARROW, HIGH = 30, 22, 14
STYLE: Final = """\
.sign-line { fill: none; stroke: var(--ink2); stroke-width: 2.2; }
.sign-band { stroke-width: 10; opacity: .16; }
.sign-fill { fill: var(--ink2); }
.sign-head { fill: var(--ink2); stroke: var(--panel); stroke-width: 1.6; paint-order: stroke; }
.sign-circle { fill: var(--ink2); fill-opacity: .14; stroke: var(--ink2); stroke-width: 1; }
.sign-ring { fill: none; stroke: var(--ink2); stroke-width: 1.9; }
.sign-disc { fill: var(--paper); stroke: var(--ink2); stroke-width: 1.5; }
.sign-hollow { fill: none; stroke: var(--ink2); stroke-width: 1.5; }
.sign-port { fill: var(--paper); stroke: var(--port); stroke-width: 1.3; }
.sign-gate { fill: none; stroke: var(--seaname); stroke-width: 2; opacity: .9; }
.sign-zone { fill: none; stroke: var(--seaname); stroke-width: 1.6; stroke-dasharray: .1 3.4; stroke-linecap: round; }
.sign-sea { font: italic 500 12px/1 var(--serif); fill: var(--seaname); text-anchor: middle; }
.sign-grid { fill: none; stroke: var(--ink3); stroke-width: .9; opacity: .8; }
"""
"""The classes of the drawings, in the colours of the page around them."""
_ALONE: Final = (
    "--ink2:#000;--ink3:#000;--port:#000;--seaname:#000;--paper:transparent;--panel:transparent;--serif:Georgia,serif"
)


class Shape(NamedTuple):
    """One shape of a drawing: its tag in SVG, its attributes, its text."""

    tag: str
    attributes: Mapping[str, str | float]
    text: str | None = None


@dataclass(frozen=True)
class Sign:
    """One sign.

    Parameters
    ----------
    id : str
        By what it is called; of a layer that can be switched, the layer of `look.LAYERS`.
    drawn : tuple of Shape
        What stands inside its `<svg>`, which is `width` by 14; the classes are those of `STYLE`.
    words : str
        What it means, as short as a legend has it.
    more : str
        The same for who wants to know: a sentence or two.
    width : int
        Width of the drawing, in CSS pixels.
    when : str
        Class under which the legend shows it only at times.
    """

    id: str
    drawn: tuple[Shape, ...]
    words: str
    more: str
    width: int = WIDE
    when: str = ""


def _path(way: str, cls: str, **more: str | float) -> Shape:
    drawn: dict[str, str | float] = {"d": way, "class": cls}
    return Shape("path", drawn | {name.replace("_", "-"): value for name, value in more.items()})


def _line(way: str = "M0 7H30", cls: str = "sign-line", **more: str | float) -> Shape:
    return _path(way, cls, **more)


def _disc(cx: float, r: float, cls: str = "sign-fill", **more: str | float) -> Shape:
    place: dict[str, str | float] = {"cx": cx, "cy": HIGH / 2, "r": r, "class": cls}
    return Shape("circle", place | {name.replace("_", "-"): value for name, value in more.items()})


def _head(x: float) -> Shape:
    return _path(f"M{x + 5.5} 7 {x - 4.5} 2.4 {x - 2.3} 7 {x - 4.5} 11.6Z", "sign-head")


def _band(start: int, end: int) -> tuple[Shape, Shape]:
    way = f"M{start} 7H{end}"
    return _line(way, "sign-line sign-band"), _line(way, stroke_dasharray="2 4")


def _symbol(kind: str, placed: str, cls: str = "sign-fill") -> Shape:
    return _path(KINDS[kind].path, cls, fill_rule="evenodd", transform=placed)


MARKS: Final = (
    Sign(
        "low",
        (
            _symbol("transit", "translate(.5 .5) scale(.81)"),
            _symbol("transit", "translate(16.5 .5) scale(.81)", "sign-hollow"),
        ),
        "Hollow: low confidence",
        "The mark of an event whose confidence is low is drawn as an outline.",
    ),
    Sign(
        "sources",
        (
            _disc(5, 4.3),
            _disc(15, 3.4, "sign-ring"),
            _disc(25, 3.4, "sign-ring", stroke_dasharray="4.3 2.8", transform="rotate(-53 25 7)"),
        ),
        "Sources: several, one, only weak",
        "The dot of a sighting: full where several sources tell it, a ring where one does, a broken ring where every "
        "source is weak.",
    ),
    Sign(
        "circle",
        tuple(
            _disc(5 + 10 * place, 4, "sign-circle", stroke_dasharray=dash)
            for place, dash in enumerate(("none", "3 2.4", ".9 2.2"))
        ),
        "Somewhere in here: told, inferred, only a sea",
        "The circle around a sighting is how far off its point may be: a full edge where the place is told, dashes "
        "where it is inferred, dots where only a sea is named. Nothing says where inside the circle it was.",
    ),
    Sign(
        "chosen",
        (_disc(7, 6, "sign-disc"), _symbol("transit", "translate(3 3) scale(.5)"), _disc(23, 4, opacity=0.25)),
        "Chosen; pale: others, other days",
        "What is chosen stands on a disc, with its sightings and legs; the others turn pale.",
    ),
    Sign(
        "moved",
        (_line("M9 4 27 12"), _symbol("transit", "translate(1 -1.5) scale(.75)")),
        "Moved aside: line to its place",
        "Where marks would lie on each other, some are moved aside, and a line leads to the place itself.",
    ),
    Sign(
        "computed",
        (
            _disc(15, 6.2, "sign-hollow", stroke_dasharray="2.4 1.8"),
            _symbol("naval-patrol", "translate(11 3) scale(.5)"),
        ),
        "Computed, not seen; doubt grows 150 km a day or more, over 400 km not drawn. No flights",
        "While days are played, ships stand where the leg has them between two sightings. Nobody saw them there: the "
        "circle grows by 150 km a day or more with the time to the nearer sighting, above 400 km nothing is drawn, and "
        "flights are never drawn between sightings.",
        when="only-playing",
    ),
)
WAYS: Final = (
    Sign("told", (_line(), _head(16)), "Told by a source", "A source names points of this way."),
    Sign(
        "joined",
        (_line(stroke_dasharray="6 4"), _head(16)),
        "Joined by us, over water",
        "We joined two sightings of one group by the shortest way over water. No source tells that anybody went there.",
    ),
    Sign(
        "flight",
        (*_band(0, 30), _head(16)),
        "Flight: no line is known",
        "Aircraft, from one place told to the next: a broad pale band, for nobody knows the line.",
    ),
    Sign(
        "overland",
        (*_band(0, 10), *_band(30, 20)),
        "Flight over land: way not known",
        "The straight line would cross land, and no source tells that anybody flew over it: its middle is left out.",
    ),
)
LAYERS: Final = (
    Sign(
        "places",
        (Shape("rect", {"x": 8.4, "y": 4.4, "width": 5.2, "height": 5.2, "class": "sign-port"}),),
        "Port",
        "A port or base of the register.",
        NARROW,
    ),
    Sign(
        "straits",
        (_line("M4 11.5 18 2.5", "sign-gate"),),
        "Gate of a strait",
        "Whoever crosses this line from shore to shore has passed the strait.",
        NARROW,
    ),
    Sign(
        "zones",
        (_line("M1 11H11V3H21", "sign-zone"),),
        "Air defence zone",
        "Declared by one state for aircraft; it is not its airspace. Open where the whole limit could not be read.",
        NARROW,
    ),
    Sign(
        "seas",
        (Shape("text", {"x": 11, "y": 11, "class": "sign-sea"}, "Sea"),),
        "Name of a sea",
        "All names where one is disputed.",
        NARROW,
    ),
    Sign(
        "sightings",
        (_disc(11, 6.4, "sign-circle"), _disc(11, 2.6)),
        "All sightings",
        "Those of all events at once, not of the chosen one alone.",
        NARROW,
    ),
    Sign(
        "grid",
        (_line("M0 4.5H22M0 10.5H22M6 0V14M16 0V14", "sign-grid"),),
        "Grid",
        "Lines of longitude and latitude.",
        NARROW,
    ),
)
ALL: Final = {sign.id: sign for sign in (*MARKS, *WAYS, *LAYERS)}


def sign_svg(sign: Sign) -> str:
    """Give a sign as a whole SVG file in black, to be used as a mask: what is paper in it is left out."""
    size = f'viewBox="0 0 {sign.width} {HIGH}" width="{sign.width}" height="{HIGH}"'
    drawn = "".join(map(_svg, sign.drawn))
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} style="{_ALONE}"><style>{STYLE}</style>{drawn}</svg>'


def _svg(shape: Shape) -> str:
    attributes = "".join(f" {name}={quoteattr(str(value))}" for name, value in shape.attributes.items())
    return f"<{shape.tag}{attributes}>{escape(shape.text or '')}</{shape.tag}>"
