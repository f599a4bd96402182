"""The names on a figure's map, and the signs that bear them: ports, straits and air zones, laid out as on the map.

Names give way to marks, dots and ways, and to each other in this order: seas, lands, zones, ports, straits, islands;
one that finds no place is left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from matplotlib.path import Path as Outline
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from atlas import toponyms
from atlas.catalog import Catalog, Facts
from atlas.export.figure.frame import Floats, Frame
from atlas.export.figure.ink import Ink, colour, line, placed, square
from atlas.export.figure.letters import face, setting
from atlas.export.figure.room import Room, Spot
from atlas.export.figure.seas import letter_sea
from atlas.export.figure.ways import round_place
from atlas.view import View

MAJOR_ZOOM, PORT_ZOOM, STRAIT_ZOOM, ZONE_ZOOM, LAND_ZOOM = 4.5, 6.0, 6.0, 4.2, 4.0
HEIGHT: Final = 10.0
SQUARE, CHOSEN_SQUARE = 5.2, 8.0
DRAWN: Final = ("port", "base", "city")
HAS_AREA: Final = ("area", "sea", "strait", "gulf", "bay", "island")

WEST: Final[tuple[Spot, ...]] = ((-7, 4, "end"), (-13, 4, "end"), (-19, 4, "end"))
EAST: Final[tuple[Spot, ...]] = ((7, 4, "start"), (13, 4, "start"))
NORTH: Final[tuple[Spot, ...]] = ((0, -7, "middle"), (-4, -12, "middle"))
SOUTH: Final[tuple[Spot, ...]] = ((0, 15, "middle"),)
ROUND_PORT: Final = {
    "w": WEST + EAST + NORTH + SOUTH,
    "n": NORTH + WEST + EAST + SOUTH,
    "e": EAST + NORTH + WEST + SOUTH,
}
ROUND_GATE: Final[tuple[Spot, ...]] = (
    (7, -5, "start"), (7, 13, "start"), (-7, -5, "end"), (-7, 13, "end"),
    (16, -14, "start"), (16, 22, "start"), (-16, 22, "end"), (-16, -14, "end"),
)  # fmt: skip
ROUND_ISLAND: Final[tuple[Spot, ...]] = (
    (0, 0, "middle"), (0, 12, "middle"), (0, -12, "middle"), (-16, 4, "end"), (16, 4, "start"),
)  # fmt: skip
ROUND_LAND: Final[tuple[Spot, ...]] = (
    (0, 0, "middle"), (0, 16, "middle"), (0, -16, "middle"), (-24, 0, "middle"), (24, 0, "middle"), (0, 32, "middle"),
)  # fmt: skip
ROUND_ZONE: Final = ((0, 0), (0, -11), (0, 11))
AFAR: Final[tuple[Spot, ...]] = tuple(
    (right * far, down * far, anchor)
    for far in (30, 48, 70, 100)
    for right, down, anchor in (
        (1, 0, "start"), (-1, 0, "end"), (0, -1, "middle"), (0, 1, "middle"),
        (0.7, -0.7, "start"), (-0.7, -0.7, "end"), (0.7, 0.7, "start"), (-0.7, 0.7, "end"),
    )
)  # fmt: skip


@dataclass(eq=False)
class Names:
    """What is named in a frame: first `take` the room of the signs, then `lay` the names, then `draw` them.

    Parameters
    ----------
    catalog : Catalog
        Ports, straits and zones.
    view : View
        Says which layers are on, and what is chosen.
    frame : Frame
        Where all of it lies.
    room : Room
        What is taken already.
    """

    catalog: Catalog
    view: View
    frame: Frame
    room: Room
    zones: list[tuple[str, Floats, bool]] = field(default_factory=list)
    gates: list[tuple[str, Floats, bool]] = field(default_factory=list)
    ports: list[tuple[str, tuple[float, float], bool]] = field(default_factory=list)
    chosen_area: Outline | None = None
    _letters: dict[str, list[Outline]] = field(default_factory=dict)

    @property
    def zoom(self) -> float:
        """The zoom whose names are set."""
        return self.frame.zoom

    def has(self, layer: str) -> bool:
        """Say whether a layer is on."""
        return layer in self.view.layers

    def find(self) -> None:
        """Find the signs that are seen, and take the room of ports and gates."""
        for name, row, line_ in self._lines("zones"):
            if self._chosen("zone", name) or self.has("zones"):
                closed = [*line_, line_[0]] if row.get("closed") else line_
                self.zones.append((name, np.array(closed), self._chosen("zone", name)))
        for name, _, line_ in self._lines("passages"):
            chosen = self._chosen_gate(name)
            if chosen or self.has("straits"):
                self.gates.append((name, line_, chosen))
                self.room.take_along(line_, 4)
        for name, _, kind, at in self._places():
            chosen = self._chosen("place", name)
            if (chosen or (self.has("places") and self._is_drawn(name, kind))) and self.frame.holds(*at):
                self.ports.append((name, at, chosen))
                self.room.take((at[0] - 4, at[1] - 4, at[0] + 4, at[1] + 4))
        self._find_area()

    def lay(self) -> None:
        """Lay out all names."""
        if self.has("seas"):
            water = face("print-serif-italic")
            for sea in toponyms.SEAS:
                self._letters.setdefault("sea", []).extend(letter_sea(self.room, self.frame, water, sea))
        size = max(11.0, min(16.0, 11 * 2 ** ((self.zoom - 5) * 0.4)))
        if self.zoom >= LAND_ZOOM:
            for name, at in toponyms.LANDS:
                self._put("land", name, self.frame.place(*at), ROUND_LAND, size, tracking=0.22)
        self._zone_names()
        self._port_names()
        self._gate_names()
        for name, at, since in toponyms.ISLANDS:
            if self.zoom >= since:
                self._put("island", name, self.frame.place(*at), ROUND_ISLAND)

    def draw_signs(self, ink: Ink) -> None:
        """Draw zones, gates and ports, what is chosen in front."""
        for _, at, chosen in sorted(self.zones, key=lambda zone: zone[2]):
            width, alpha = (2.4, 1.0) if chosen else (1.2, 0.85)
            ink.stroke(line(at), colour("accent" if chosen else "zone"), width, alpha, (1.2, 2.8))
        for _, at, chosen in sorted(self.gates, key=lambda gate: gate[2]):
            if chosen:
                ink.stroke(line(at), colour("halo"), 7, 0.85)
            ink.stroke(line(at), colour("accent" if chosen else "seaname"), 3.5 if chosen else 2, 1 if chosen else 0.9)
        if self.chosen_area:
            ink.fill(self.chosen_area, colour("accent"), 0.07)
            ink.stroke(self.chosen_area, colour("accent"), 1, 1, (4, 3))
        for _, (x, y), chosen in self.ports:
            port = square(x, y, CHOSEN_SQUARE if chosen else SQUARE)
            ink.fill(port, colour("paper"))
            ink.stroke(port, colour("accent" if chosen else "port"), 2.4 if chosen else 1.3)

    def draw(self, ink: Ink) -> None:
        """Draw the names."""
        looks = {
            "sea": ("seaname", "sea", 3.0, 1.0),
            "land": ("landname", "land", 2.5, 1.0),
            "zone": ("seaname", "sea", 3.0, 1.0),
            "port": ("port", "halo", 2.6, 0.8),
            "strait": ("seaname", "sea", 3.0, 1.0),
            "island": ("landname", "land", 2.5, 1.0),
            "chosen": ("accent", "halo", 3.0, 1.0),
        }
        for kind, (letters, halo, casing, alpha) in looks.items():
            ink.letter(self._letters.get(kind, []), colour(letters), colour(halo), casing, alpha)

    def _put(
        self,
        kind: str,
        text: str,
        at: tuple[float, float],
        spots: tuple[Spot, ...],
        size: float = 11.0,
        *,
        tracking: float = 0.0,
        chosen: bool = False,
        over_sea: bool = False,
    ) -> None:
        """Set a name at the first spot that is free; what is chosen is named even where marks crowd."""
        own = face(
            {"strait": "print-serif-italic", "chosen": "print-sans-bold"}.get(
                "chosen" if chosen else kind, "print-sans"
            )
        )
        found = setting(text, own)
        if found is None or not self.frame.holds(*at, -60):
            return
        width = found.width(text, size, tracking)
        spot = self.room.spot(*at, width, HEIGHT, spots, over_sea=over_sea)
        if spot is None and chosen:
            spot = self.room.spot(*at, width, HEIGHT, AFAR, over_sea=True)
        if spot is None:
            return
        self.room.take(spot.box)
        letters = self._letters.setdefault("chosen" if chosen else kind, [])
        if not tracking:
            letters.append(placed(found.outline(text, size), spot.x, spot.y))
            return
        x = spot.x
        for sign in text:
            if sign.strip():
                letters.append(placed(found.outline(sign, size), x, spot.y))
            x += found.width(sign, size, tracking)

    def _zone_names(self) -> None:
        for name, at, chosen in self.zones:
            if self.zoom < ZONE_ZOOM and not chosen:
                continue
            row = self.catalog.layers["zones"].rows[name]
            label, spots = toponyms.ZONES.get(name, (row["name"], ()))
            stands = [self.frame.place(*spot) for spot in spots] or [(float(at[0][0]), float(at[0][1]))]
            first = stands[0]
            around: tuple[Spot, ...] = tuple(
                (right + x - first[0], down + y - first[1], "middle") for x, y in stands for right, down in ROUND_ZONE
            )
            self._put("zone", label, first, around, tracking=0.04, chosen=chosen)

    def _port_names(self) -> None:
        major = toponyms.MAJOR_PORTS
        rank = {True: 0}
        titles = {name: title for name, title, _, _ in self._places()}
        for name, at, chosen in sorted(self.ports, key=lambda port: rank.get(port[2], 1 if port[0] in major else 2)):
            side = major.get(name, "")
            if chosen or side or self.zoom >= PORT_ZOOM:
                self._put("port", short(titles[name]), at, ROUND_PORT[side or "e"], chosen=chosen, over_sea=True)

    def _gate_names(self) -> None:
        for name, at, chosen in self.gates:
            row = self.catalog.layers["passages"].rows[name]
            label = toponyms.STRAITS.get(name, row["name"])
            if chosen or (self.zoom >= STRAIT_ZOOM and label):
                x, y = (at[0] + at[-1]) / 2
                self._put(
                    "strait", label or row["name"], (float(x), float(y)), ROUND_GATE, 12, chosen=chosen, over_sea=True
                )

    def _find_area(self) -> None:
        """Find how far a chosen place reaches that is an area, or where a chosen sea lies."""
        layer, row = self.catalog.where_is(self.view.selection) or ("", Facts())
        if layer == "place" and row["kind"] in HAS_AREA and row["radius_km"]:
            at = self.catalog.places.geometry[row["id"]]
            self.chosen_area = round_place(self.frame, at.x, at.y, row["radius_km"])

    def _chosen(self, layer: str, name: str) -> bool:
        return self.view.selection == f"{layer}.{name}"

    def _chosen_gate(self, name: str) -> bool:
        """Say whether a gate is chosen: a strait with two channels is with both of them."""
        layer, row = self.catalog.where_is(self.view.selection) or ("", Facts())
        return layer == "passage" and (row["id"] == name or name in (row.get("parts") or ()))

    def _is_drawn(self, name: str, kind: str) -> bool:
        return kind in DRAWN and self.zoom >= (MAJOR_ZOOM if name in toponyms.MAJOR_PORTS else PORT_ZOOM)

    def _places(self) -> Iterator[tuple[str, str, str, tuple[float, float]]]:
        """Give the places of the records, and the ports that are there for the reader's bearings only."""
        layer = self.catalog.layers["places"]
        for name, row, shape in _shapes(layer.rows, layer.frame.geometry if layer.rows else ()):
            yield name, row["name"], row["kind"], self.frame.place(shape.centroid.x, shape.centroid.y)
        for name, (title, at) in toponyms.BEARINGS.items():
            if name not in layer.rows:
                yield name, title, "port", self.frame.place(*at)

    def _lines(self, name: str) -> Iterator[tuple[str, Mapping[str, Any], Floats]]:
        """Give the lines of gates or zones in pixels, as far as the frame shows some of each."""
        layer = self.catalog.layers[name]
        for one, row, shape in _shapes(layer.rows, layer.frame.geometry if layer.rows else ()):
            outer = shape.exterior if isinstance(shape, Polygon) else shape
            if outer.geom_type not in {"LineString", "LinearRing"}:
                continue
            lon, lat = np.array(outer.segmentize(0.5).coords)[:, :2].T
            near = self.frame.near(lon)
            at = self.frame.pixels(near, lat)
            low, high = at.min(axis=0), at.max(axis=0)
            seen = low[0] < self.frame.width and low[1] < self.frame.height and high[0] > 0 and high[1] > 0
            if seen and np.ptp(near) < 180 and np.isfinite(at).all():
                yield one, row, at


def _shapes(
    rows: Mapping[str, Mapping[str, Any]], shapes: Any
) -> Iterator[tuple[str, Mapping[str, Any], BaseGeometry]]:
    for (name, row), shape in zip(rows.items(), shapes, strict=True):
        if shape is not None and not shape.is_empty:
            yield name, row, shape


def short(name: str) -> str:
    """Give the short form of a port's name: `Shanghai (Wusong naval port)` is lettered `Shanghai`."""
    name = name.split(" (", maxsplit=1)[0].split(",", maxsplit=1)[0].replace("-Kamchatsky", "")
    for ending in (" naval base", " air base", " airfield"):
        name = name.removesuffix(ending)
    return name
