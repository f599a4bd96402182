"""Where to click: places in the window at which each app has the mark of an event."""

import json
from collections.abc import Callable, Iterator
from math import asinh, pi, radians, tan
from random import Random
from typing import Final

from benchmarks.rivals.place import CENTRE, HEIGHT, ZOOM
from benchmarks.visit import Visit
from tools.browser import BrowserError

LAYER: Final = "Object.values(window.map._layers).find((layer) => layer.placeOf)"
MARGIN: Final = 60
APART_PX: Final = 40
# The panel that a click opens takes room from the map, and marks move with it: settled when nothing has for 12 frames.
STILL: Final = """() => new Promise((done) => {
    const map = window.map, where = () => [map.getSize(), map.latLngToContainerPoint([0, 0])].join();
    let last = '', calm = 0;
    const frame = () => {
        calm = where() === last ? calm + 1 : 0;
        last = where();
        if (calm < 12) requestAnimationFrame(frame); else done();
    };
    frame();
})"""
Mark = tuple[float, float, str | None]


def marks_of_atlas(reader: Visit) -> Iterator[Mark]:
    """Give marks that lie alone under the pointer, as the map itself finds, and the title that the panel must show."""
    script = f"""(chance) => {{
        const layer = {LAYER}, {{map, atlas}} = window, size = map.getSize(), {{count, title}} = layer.data.events;
        for (let k = 0; k < count; k++) {{
            const at = Math.floor(chance * count + k) % count, place = layer.visible[at] && layer.placeOf(at);
            const point = place && map.latLngToContainerPoint(place);
            if (!point || Math.min(point.x, point.y, size.y - point.y) < 90 || size.x - point.x < 200) continue;
            const top = document.elementFromPoint(point.x, point.y);  // the legend lies over marks
            if (top !== map.getContainer() && !(top && top.closest('.leaflet-pane'))) continue;
            const hit = atlas.hit(layer, point), event = hit && hit.layer === 'event';
            const pile = event ? atlas.pile(layer, hit, point) : [];
            if (pile.length === 1) return [point.x, point.y, title[pile[0].row]];
        }}
        return null;
    }}"""
    chance, seen = Random(1), set[str]()
    left, top = reader.place_of_map()
    while True:
        reader.map.evaluate(STILL)
        found = reader.map.evaluate(script, chance.random())
        if found is None:
            raise BrowserError("No mark of an event lies alone, to be clicked.")
        if found[2] not in seen:
            seen.add(found[2])
            yield left + found[0], top + found[1], found[2]


def marks_of_leaflet(reader: Visit) -> Iterator[Mark]:
    """Give where marks of points lie on the rivals' Leaflet map; which of those that overlap is hit is not known."""
    script = f"""(number) => {{
        const {{map, L}} = window, size = map.getSize();
        const marks = Object.values(map._layers).filter((one) => one instanceof L.CircleMarker);
        const points = marks.map((one) => map.latLngToContainerPoint(one.getLatLng()));
        const near = points.filter(({{x, y}}) => Math.min(x, y, size.x - x, size.y - y) > {MARGIN});
        const {{x, y}} = near[number * 37 % near.length];
        return [x, y];
    }}"""
    left, top = reader.place_of_map()
    for number in range(1000):
        x, y = reader.map.evaluate(script, number)
        yield left + x, top + y, None


def marks_of_deck(reader: Visit) -> Iterator[Mark]:
    """Give where marks lie on the map of deck.gl, by its own projection; it has no frame and no layer to ask."""
    box = reader.page.get_by_test_id("stDeckGlJsonChart").bounding_box()
    if box is None or reader.running.world.plain is None:
        raise BrowserError("The map is not to be seen.")
    pixels = 256 * 2**ZOOM / (2 * pi)
    features = json.loads(reader.running.world.plain.read_bytes())["features"]
    for feature in features:
        if feature["geometry"]["type"] != "Point":
            continue
        lon, lat = feature["geometry"]["coordinates"]
        x = radians(lon - CENTRE[1]) * pixels
        y = (asinh(tan(radians(CENTRE[0]))) - asinh(tan(radians(lat)))) * pixels
        if abs(x) < box["width"] / 2 - MARGIN and abs(y) < HEIGHT / 2 - MARGIN:
            yield box["x"] + box["width"] / 2 + x, box["y"] + HEIGHT / 2 + y, None


def apart(find: Callable[[Visit], Iterator[Mark]]) -> Callable[[Visit], Iterator[Mark]]:
    """Let no mark lie near one that was given before: where many overlap, the same one could be hit again."""

    def found(reader: Visit) -> Iterator[Mark]:
        given: list[Mark] = []
        for mark in find(reader):
            if all(abs(mark[0] - x) + abs(mark[1] - y) > APART_PX for x, y, _ in given):
                given.append(mark)
                yield mark

    return found


MARKS: Final[dict[str, Callable[[Visit], Iterator[Mark]]]] = {
    "atlas": marks_of_atlas,
    "leaflet": apart(marks_of_leaflet),
    "deck": apart(marks_of_deck),
}
