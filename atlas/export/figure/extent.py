"""What a figure shows: the place that the link says, else what is chosen, else the events of the view, else all."""

import math
from collections.abc import Iterable
from typing import Final

import numpy as np

from atlas.catalog import Catalog
from atlas.export.figure.facts import Dot, drawable
from atlas.export.figure.frame import TILE_METRES, Box, Frame
from atlas.view import View

REGION: Final = Box(117.2, 22.4, 146.0, 46.4)
AREA: Final = Box(105.0, 10.0, 165.0, 60.0)
"""What the atlas is about; a voyage may come from far outside."""
PAGE_WIDTH: Final = 1000.0
"""CSS pixels that the map of a page is wide: a link's zoom is meant for it."""
SHARP_KM: Final = 300.0
MOSTLY: Final = 0.6
"""A story of which this share lies in the area is shown there; its beginning far outside is left to its ways."""
ROOM: Final = 44.0
LEAST_KM: Final = {"story": 700.0, "events": 900.0, "thing": 700.0}
"""So much the frame shows at least across its shorter side, lest one point fill it."""
COARSE_KM: Final = 1500.0
"""So much at least outside the area: the coast there is only fit for smaller scales."""


def frame_of(catalog: Catalog, view: View, width: float, height: float) -> Frame:
    """Give the frame of a view.

    Parameters
    ----------
    catalog : Catalog
        The data.
    view : View
        What is shown.
    width, height : float
        Pixels of the frame.

    Returns
    -------
    Frame
        With `at` in the link that place, as large as the map of a page would show it.
    """
    if view.centre is not None and view.zoom is not None:
        scale = TILE_METRES * math.cos(math.radians(min(84.0, abs(view.centre[0])))) / 2**view.zoom
        return Frame.at(view.centre, scale * PAGE_WIDTH / width, width, height)
    points, least = _points(catalog, view)
    box = cover(points)
    if box is None:
        return Frame.around(REGION, width, height, room=4)
    if not _within(*box.middle):
        least = max(least, COARSE_KM)
    return Frame.around(box, width, height, room=min(ROOM, width / 8), least_metres=least * 1000 / min(width, height))


def _points(catalog: Catalog, view: View) -> tuple[list[tuple[float, float]], float]:
    """Give the places that must be seen, none for the region; and the least that is shown, in km."""
    found = drawable(catalog)
    event = catalog.event_of(view.selection)
    if event is not None:
        dots = found.dots.get(event, ())
        sharp = [dot for dot in dots if dot.km < SHARP_KM]
        inside = [dot for dot in sharp if _within(dot.lon, dot.lat)]
        if len(inside) < MOSTLY * len(sharp):
            inside = sharp
        mark = found.marks.get(event)
        points = [point for dot in inside or dots for point in _round(dot)]
        return points or ([(mark.lon, mark.lat)] if mark else []), LEAST_KM["story"]
    if view.selection is not None and (thing := _thing(catalog, view.selection)):
        return thing, LEAST_KM["thing"]
    if view.filters == View.default(catalog).filters:
        return [], 0.0
    marks = [found.marks[name] for name in found.events(view) if name in found.marks]
    here = [mark for mark in marks if _within(mark.lon, mark.lat)]
    return [(mark.lon, mark.lat) for mark in here or marks], LEAST_KM["events"]


def _thing(catalog: Catalog, selection: str) -> list[tuple[float, float]]:
    """Give the corners of the box of a place, strait, zone or sea."""
    layer, _, name = selection.partition(".")
    frame = {
        "place": catalog.places,
        "passage": catalog.passages,
        "zone": catalog.zones,
        "sea": catalog.seas,
    }[layer]
    shape = frame.geometry.get(name)
    if shape is None or shape.is_empty:
        return []
    west, south, east, north = shape.bounds
    return [(west, south), (east, north)]


def _within(lon: float, lat: float) -> bool:
    return AREA.west <= lon <= AREA.east and AREA.south <= lat <= AREA.north


def _round(dot: Dot) -> list[tuple[float, float]]:
    """Give the corners of the box round a dot's circle."""
    high = min(dot.km, SHARP_KM) / 111.2
    wide = high / max(0.2, math.cos(math.radians(dot.lat)))
    return [(dot.lon - wide, dot.lat - high), (dot.lon + wide, dot.lat + high)]


def cover(points: Iterable[tuple[float, float]]) -> Box | None:
    """Give the smallest box round some places, over the antimeridian where that is shorter; None for no place."""
    places = np.array(list(points), dtype=float)
    if not len(places):
        return None
    lons = np.sort(places[:, 0] % 360)
    gaps = np.diff(np.r_[lons, lons[0] + 360])
    widest = int(gaps.argmax())
    west = lons[(widest + 1) % len(lons)]
    east = west + 360 - gaps[widest]
    turn = 360 if (west + east) / 2 > 180 else 0
    return Box(float(west - turn), float(places[:, 1].min()), float(east - turn), float(places[:, 1].max()))
