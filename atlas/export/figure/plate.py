"""The plate: the map of a figure, drawn into a pane from the ground up, and which signs it came to bear."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import shapely

from atlas.catalog import Catalog, Facts
from atlas.export.figure import dates, marks, ways
from atlas.export.figure.facts import Dot, Drawable, Way, drawable
from atlas.export.figure.frame import Floats, Frame
from atlas.export.figure.ground import clipped, globe, graticule, grounds, outline
from atlas.export.figure.ink import Ink, colour, line
from atlas.export.figure.marks import DISC, Places
from atlas.export.figure.names import Names
from atlas.export.figure.room import BoxOf, Room
from atlas.view import View

SHORE: Final = 7.0
SHORE_ZOOM: Final = 5.0
COAST: Final = 0.8
MEND: Final = 1.2
GRID: Final = 0.6
MARK_BOX: Final = 9.0
DOT_BOX: Final = 6.0
DISC_MARGIN: Final = 40.0


@dataclass
class Borne:
    """Which signs a plate bears: what its legend has to explain, and what it has to count."""

    kinds: dict[str, int] = field(default_factory=dict)
    low: bool = False
    moved: bool = False
    faded: bool = False
    backings: set[int] = field(default_factory=set)
    bases: set[str] = field(default_factory=set)
    told: bool = False
    joined: bool = False
    air: bool = False
    gap: bool = False
    ports: bool = False
    gates: bool = False
    zones: bool = False
    outside: int = 0
    unplaced: int = 0


@dataclass(eq=False)
class Plate:
    """The map of a view.

    Parameters
    ----------
    catalog : Catalog
        The data.
    view : View
        What is shown.
    frame : Frame
        Which part of the earth.
    ink : Ink
        The pane to draw on; as large as the frame.
    """

    catalog: Catalog
    view: View
    frame: Frame
    ink: Ink

    def draw(self, *, grid: bool) -> Borne:
        """Draw everything, and tell which signs the plate bears.

        Parameters
        ----------
        grid : bool
            Whether the graticule is drawn.
        """
        found, view, frame, ink = drawable(self.catalog), self.view, self.frame, self.ink
        names = found.events(view)
        event = self.catalog.event_of(view.selection)
        chosen = event if event and found.dots.get(event) else None
        shown = marks.places(frame, [found.marks[name] for name in names if name in found.marks and name != chosen])
        borne = Borne(kinds=dict(marks.counts(shown)), faded=chosen is not None and len(shown.marks) > 0)
        borne.unplaced = sum(name not in found.marks for name in names)
        placed = sum(name in found.marks for name in names if name != chosen)
        borne.outside = placed - len(shown.marks)
        self._ground(grid=grid)
        room = Room(frame.width, frame.height)
        story = self._story(found, chosen) if chosen else None
        if story:
            self._take_story(room, story)
        else:
            for x, y in shown.drawn[shown.uppermost]:
                room.take((x - MARK_BOX, y - MARK_BOX, x + MARK_BOX, y + MARK_BOX))
        lettering = Names(self.catalog, view, frame, room)
        lettering.find()
        lettering.lay()
        lettering.draw(ink)
        lettering.draw_signs(ink)
        borne.ports, borne.gates, borne.zones = bool(lettering.ports), bool(lettering.gates), bool(lettering.zones)
        self._events(found, [name for name in names if name != chosen], shown, borne, faded=chosen is not None)
        if story:
            self._draw_story(story, borne)
        return borne

    def _ground(self, *, grid: bool) -> None:
        frame, ink = self.frame, self.ink
        ink.fill(globe(frame), colour("sea"))
        lands = grounds(frame, self.catalog.version)
        drawn = [
            {kind: outline(clipped(getattr(one, kind), frame)) for kind in ("land", "coasts", "cuts")} for one in lands
        ]
        if grid:
            _, meridians, parallels = graticule(frame)
            for places in (*meridians, *parallels):
                ink.stroke(line(frame.pixels(*places.T)), colour("grid"), GRID)
        shore = SHORE * min(1.0, 2 ** ((frame.zoom - SHORE_ZOOM) / 2))
        for one in drawn:
            ink.stroke(one["coasts"], colour("shore"), shore)
        self._chosen_sea()
        for one in drawn:
            ink.fill(one["land"], colour("land"))
        for one in drawn:
            ink.stroke(one["cuts"], colour("land"), MEND)
            ink.stroke(one["coasts"], colour("coast"), COAST)

    def _chosen_sea(self) -> None:
        layer, row = self.catalog.where_is(self.view.selection) or ("", Facts())
        if layer != "sea":
            return
        shape = self.catalog.seas.geometry[row["id"]]
        area = outline(clipped(shapely.get_parts(np.array([shape])), self.frame))
        self.ink.fill(area, colour("accent"), 0.12)
        self.ink.stroke(area, colour("accent"), 1.5, 0.8)

    def _events(self, found: Drawable, names: list[str], shown: Places, borne: Borne, *, faded: bool) -> None:
        """Draw what is shown of all events but the chosen one."""
        share = marks.FADED if faded else 1.0
        if "legs" in self.view.layers:
            all_ways = [way for name in names for way in found.ways.get(name, ())]
            self._note_ways(ways.draw_quiet(self.ink, self.frame, all_ways, self.view, faded=share), borne)
        if "sightings" in self.view.layers:
            dots = [dot for name in names for dot in found.dots.get(name, ())]
            for dot in ways.draw_circles(self.ink, self.frame, dots, self.view, 0.3 * share):
                borne.bases.add(dot.basis)
            for dot, x, y, strong in self._seen(dots):
                marks.draw_dot(self.ink, x, y, dot, strong * share, marks.SMALL)
                borne.backings.add(dot.backing)
        marks.draw_leads(self.ink, shown, faded=faded)
        marks.draw_marks(self.ink, shown, faded=faded)
        borne.low = any(mark.low for mark in shown.marks)
        borne.moved = bool(shown.moved.any()) if len(shown.marks) else False

    def _seen(self, dots: list[Dot]) -> list[tuple[Dot, float, float, float]]:
        at = self.frame.places(np.array([dot.lon for dot in dots]), np.array([dot.lat for dot in dots]))
        return [
            (dot, float(x), float(y), ways.strength(dot, self.view))
            for dot, (x, y) in zip(dots, at, strict=True)
            if self.frame.holds(x, y)
        ]

    def _story(self, found: Drawable, event: str) -> "Story":
        dots = self._seen(list(found.dots.get(event, ())))
        legs = list(found.ways.get(event, ())) if "legs" in self.view.layers else []
        corners = [part for way in legs for part in ways.lines(self.frame, way)]
        boxes: list[BoxOf] = [(x - DOT_BOX, y - DOT_BOX, x + DOT_BOX, y + DOT_BOX) for _, x, y, _ in dots]
        disc = self._disc([(x, y) for _, x, y, _ in dots], corners)
        half = DISC["box"]
        if disc:
            boxes.append((disc[0] - half, disc[1] - half, disc[0] + half, disc[1] + half))
        labels = dates.labels(dots, boxes, corners, (self.frame.width, self.frame.height))
        return Story(event, found.dots.get(event, ()), dots, legs, corners, boxes, disc, labels)

    def _disc(self, dots: list[tuple[float, float]], corners: list[Floats]) -> tuple[float, float] | None:
        """Find a place for the sign of the event: beside its first dot well inside the frame, where it covers least."""
        near = next((dot for dot in dots if self.frame.holds(*dot, DISC_MARGIN)), dots[0] if dots else None)
        if near is None:
            return None
        half, off = DISC["box"], DISC["off"]
        best: tuple[float, tuple[float, float]] | None = None
        for right, down in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
            x, y = near[0] + right * off, near[1] + down * off
            cost = 0.0 if self.frame.holds(x, y, half) else 1000.0
            cost += 10 * sum(abs(dx - x) < half + 3 and abs(dy - y) < half + 3 for dx, dy in dots if (dx, dy) != near)
            for part in corners:
                cost += float((np.abs(part - (x, y)) < half + 3).all(axis=1).sum())
            if best is None or cost < best[0]:
                best = (cost, (x, y))
        return best[1] if best else None

    def _take_story(self, room: Room, story: "Story") -> None:
        for box in story.boxes:
            room.take(box)
        for part in story.corners:
            room.take_along(part)

    def _draw_story(self, story: "Story", borne: Borne) -> None:
        selection = self.view.selection or ""
        picked = selection.removeprefix("leg.") if selection.startswith("leg.") else None
        for dot in ways.draw_circles(self.ink, self.frame, story.dots, self.view):
            borne.bases.add(dot.basis)
        self._note_ways(ways.draw_chosen(self.ink, self.frame, story.legs, self.view, picked), borne)
        for dot, x, y, strong in story.seen:
            marks.draw_dot(self.ink, x, y, dot, strong, ringed=selection == f"sighting.{dot.id}")
            borne.backings.add(dot.backing)
        kind = self.catalog.event(story.event)["kind"]
        borne.kinds[kind] = borne.kinds.get(kind, 0) + 1
        if story.disc:
            marks.draw_disc(self.ink, *story.disc, kind)
        dates.draw(self.ink, story.labels)

    @staticmethod
    def _note_ways(seen: list[Way], borne: Borne) -> None:
        borne.air = borne.air or any(way.air and len(way.parts) == 1 for way in seen)
        borne.gap = borne.gap or any(way.air and len(way.parts) == 2 for way in seen)
        borne.told = borne.told or any(way.told and not way.air for way in seen)
        borne.joined = borne.joined or any(not way.told and not way.air for way in seen)


@dataclass(frozen=True)
class Story:
    """What is drawn of the chosen event."""

    event: str
    dots: tuple[Dot, ...]
    seen: list[tuple[Dot, float, float, float]]
    legs: list[Way]
    corners: list[Floats]
    boxes: list[BoxOf]
    disc: tuple[float, float] | None
    labels: list[dates.Label]
