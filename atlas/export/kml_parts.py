"""The parts that KML is made of: elements with any text in them, styles, geometries."""

import re
from typing import Final
from xml.sax.saxutils import escape

import shapely
from shapely import MultiLineString, MultiPolygon, Point
from shapely.geometry.base import BaseGeometry

from atlas.look import KINDS

RETURN: Final = {"\r": "&#13;"}
"""A return that is not escaped reaches no reader as one."""
_NEVER: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that XML cannot hold, not even escaped."""
_INSTEAD: Final = "\ufffd"
_QUOTED: Final = RETURN | {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
_MARKS: Final = {"events": (1.1, 0.8), "sightings": (0.6, 0)}
_WAYS: Final = {"told": ("ff", 3), "joined": ("80", 1.5)}


def tag(name: str, text: str) -> str:
    """Give an element that holds a text."""
    return f"<{name}>{escape(_NEVER.sub(_INSTEAD, text), RETURN)}</{name}>"


def quoted(text: str) -> str:
    """Give a text as the value of an attribute, with its quotes."""
    return f'"{escape(_NEVER.sub(_INSTEAD, text), _QUOTED)}"'


def placemark(name: str, *parts: str) -> str:
    """Give a Placemark on a line: its id, and its elements in the order of the schema."""
    return f"<Placemark id={quoted(name)}>{''.join(parts)}</Placemark>\n"


def styles() -> str:
    """Give the styles of all kinds: `events-`, `sightings-`, `told-`, `joined-` and `circle-` before each."""
    found = []
    for kind, look in KINDS.items():
        ink = f"{look.light[5:7]}{look.light[3:5]}{look.light[1:3]}".lower()  # KML: opacity, blue, green, red
        for name, (scale, label) in _MARKS.items():
            icon = f"<IconStyle><color>ff{ink}</color><scale>{scale}</scale></IconStyle>"
            found.append(_style(f"{name}-{kind}", f"{icon}<LabelStyle><scale>{label}</scale></LabelStyle>"))
        for name, (opacity, width) in _WAYS.items():
            found.append(_style(f"{name}-{kind}", _line(f"{opacity}{ink}", width)))
        area = f"<PolyStyle><color>22{ink}</color></PolyStyle>"
        found.append(_style(f"circle-{kind}", _line(f"99{ink}", 1) + area))
    return "".join(found)


def geometry(shape: BaseGeometry | None) -> str:
    """Give the element of a geometry, degrees with 5 decimals; nothing for none."""
    if shape is None:
        return ""
    if isinstance(shape, (MultiLineString, MultiPolygon)):
        return f"<MultiGeometry>{''.join(map(geometry, shape.geoms))}</MultiGeometry>"
    corners = shapely.get_coordinates(shape).round(5).tolist()
    told = f"<coordinates>{' '.join(f'{lon},{lat}' for lon, lat in corners)}</coordinates>"
    if isinstance(shape, Point):
        return f"<Point>{told}</Point>"
    if shape.geom_type == "LineString":
        return f"<LineString><tessellate>1</tessellate>{told}</LineString>"
    return f"<Polygon><outerBoundaryIs><LinearRing>{told}</LinearRing></outerBoundaryIs></Polygon>"


def _style(name: str, parts: str) -> str:
    return f'<Style id="{name}">{parts}</Style>\n'


def _line(colour: str, width: float) -> str:
    return f"<LineStyle><color>{colour}</color><width>{width}</width></LineStyle>"
