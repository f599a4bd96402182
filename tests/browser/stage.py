"""A bare page with the real client on made-up events: no server, no Streamlit, and nothing from outside."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route
from tiny import make_event, make_feature, make_leg, make_sighting, write_layers

from atlas.catalog import Catalog
from atlas.map import bundle, columns, stylesheet

Files = dict[str, tuple[bytes | str, str]]
HOST = "http://atlas.test"
SIZE = {"width": 900, "height": 600}
EVIL = "<img src=x onerror=window.evil=1>`${window.evil=1}`"
STATE = {
    "from": 0, "to": 30000, "kinds": 511, "states": 0, "series": -1, "sure": 7, "layers": 31, "sel": None, "theme": "light", "fit": False,
}  # fmt: skip
PAGE = """<!doctype html><html><head><meta charset=utf-8><link rel=stylesheet href=/map.css>
<style>html, body {margin: 0; height: 100%} #map_div {position: absolute; inset: 0}</style></head>
<body><div id=map_div></div><script src=/atlas.js></script><script>
window.sent = []; document.addEventListener('atlas:did', ({detail}) => sent.push(detail));
var map = atlas.map('map_div', {center: [36, 136], zoom: 5, zoomSnap: 0.25, zoomDelta: 0.5, minZoom: 2, maxZoom: 10, zoomControl: false});
var layer = atlas.start(map, {urls: {columns: '/columns', land5: '/none', land1: '/none', landWorld: '/none', seas: '/none'}, legend: false, embed: true});
var draws = 0; layer.on('drawn', () => draws++);
</script></body></html>"""
EMPTY = json.dumps({"type": "FeatureCollection", "features": []})


def at(feature: dict[str, Any], lon: float, lat: float) -> dict[str, Any]:
    return feature | {"geometry": {"type": "Point", "coordinates": [lon, lat]}}


def make_world(folder: Path) -> Path:
    """A patrol with a way of three sightings, a transit near it, two events in one port, a flight over land, one without a place."""
    seen = {"date_precision": "day", "role": "sighting", "basis": "bearing-distance", "route": "patrol-r1"}
    far = {"date_precision": "day", "role": "sighting", "basis": "sea", "radius_km": 500, "drawable": False}
    leg = {"kind": "ship", "told": True, "from_date": "2021-10-17", "to_date": "2021-10-18"}
    line = {"type": "LineString", "coordinates": [[132, 42], [138, 42]]}
    on = {"type": "LineString", "coordinates": [[138, 42], [144, 42]]}
    aloft = {"basis": "sea", "radius_km": 20, "route": "flight-r1"}
    ends = {"type": "MultiLineString", "coordinates": [[[130, 36], [130, 34.8]], [[130, 31.2], [130, 30]]]}
    nowhere = make_sighting("patrol-s04", "patrol", 4, date="2021-10-20", place="western Pacific", **far)
    return write_layers(
        folder,
        make_event("patrol", "2021-10-17", "2021-10-23", kind="naval-patrol", title=EVIL, at=(132, 42)),
        make_event("transit", "2022-03-01", kind="transit", states=["RU"], confidence="low", at=(138, 36)),
        make_event("visit-one", "2023-07-05", kind="port-call", states=["CN"], at=(122, 31)),
        make_event("visit-two", "2023-07-06", kind="port-call", at=(122, 31)),
        make_event("flight", "2019-07-23", kind="air-patrol", at=(130, 36)),
        make_event("lost", "2019-07-23", at=None),
        sightings=[
            at(make_sighting("patrol-s01", "patrol", 1, date="2021-10-17", time="08:00", **seen), 132, 42),
            at(make_sighting("patrol-s02", "patrol", 2, date="2021-10-17", time="18:00", **seen | {"sources": ["good", "fair"]}), 138, 42),
            at(make_sighting("patrol-s03", "patrol", 3, date="2021-10-19", **seen | {"radius_km": 200, "sources": ["copy", "blog"]}), 144, 42),
            nowhere | {"geometry": None},
            at(make_sighting("flight-s01", "flight", 1, **aloft), 130, 36),
            at(make_sighting("flight-s02", "flight", 2, date_precision="reported", **aloft), 130, 30),
        ],
        routes=[
            make_leg("patrol-r1-l01", "patrol", 1, **leg, **{"from": "patrol-s01", "to": "patrol-s02"}) | {"geometry": line},
            make_leg("patrol-r1-l02", "patrol", 2, **leg | {"told": False}, **{"from": "patrol-s02", "to": "patrol-s03"}) | {"geometry": on},
            make_leg("flight-r1-l01", "flight", 1, gap_km=399.2, **{"from": "flight-s01", "to": "flight-s02"}) | {"geometry": ends},
        ],
        sources=[{"id": name, "url": None, "publisher": name, "weak": name in ("copy", "blog")} for name in ("good", "fair", "copy", "blog")],
        places=[make_feature({"id": "port", "name": "Port", "names": {}, "kind": "port"}, {"type": "Point", "coordinates": [122, 31]})],
    )  # fmt: skip


@dataclass
class Stage:
    """A page with the map on it."""

    page: Page
    errors: list[str] = field(default_factory=list)

    def js(self, script: str, argument: object = None) -> Any:
        return self.page.evaluate(script, argument)

    def tell(self, **change: object) -> None:
        """Tell a state as a rerun would, and wait until it is on the screen."""
        self.js("(detail) => document.dispatchEvent(new CustomEvent('atlas:state', {detail}))", STATE | change)
        self.settle()

    def settle(self) -> None:
        self.page.wait_for_function("layer.data !== null && 'painted' in map.getContainer().dataset")
        self.js("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))")  # fmt: skip

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        x, y = self.js("([lon, lat]) => { const p = map.latLngToContainerPoint([lat, lon]); return [p.x, p.y]; }", [lon, lat])  # fmt: skip
        return x, y

    def mark(self, event: str) -> tuple[float, float]:
        x, y = self.js("(id) => { const p = map.latLngToContainerPoint(layer.placeOf(layer.data.events.id.indexOf(id))); return [p.x, p.y]; }", event)  # fmt: skip
        return x, y

    def hit(self, x: float, y: float) -> str | None:
        found = self.js("([x, y]) => atlas.hit(layer, L.point(x, y))", [x, y])
        return found and f"{found['layer']}.{found['id']}"

    def colour(self, x: float, y: float, canvas: int = 0) -> list[int]:
        """Give red, green, blue and alpha of one pixel of the canvas of all events (0) or of the chosen one (1)."""
        script = """([x, y, n]) => { const s = layer.surface, p = map.containerPointToLayerPoint([x, y]).subtract(s.corner).multiplyBy(s.ratio);
            return [...s.contexts[n].getImageData(Math.round(p.x), Math.round(p.y), 1, 1).data]; }"""
        return self.js(script, [x, y, canvas])

    def said(self, x: float, y: float) -> list[str]:
        """Give the lines of the card that appears when the pointer comes to a point."""
        self.page.mouse.move(x, y)
        self.settle()
        return self.page.locator(".event-card:not([hidden]) > *").all_text_contents()

    def view(self) -> list[float]:
        return self.js("[map.getCenter().lat, map.getCenter().lng, map.getZoom()]")

    @property
    def shown(self) -> int:
        return int(self.js("map.getContainer().dataset.shown"))

    @property
    def picked(self) -> list[str]:
        """Give what was chosen so far; a press of the mouse may reach the page some frames after it was sent."""
        self.settle()
        return [did["sel"] for did in self.js("sent")]


def files(folder: Path) -> Files:
    """Give every file of the bare page, by its path: body and type."""
    data = columns(Catalog.load(make_world(folder)))
    return {
        "/": (PAGE, "text/html"),
        "/atlas.js": (bundle(), "text/javascript"),
        "/map.css": (stylesheet(), "text/css"),
        "/columns": (data, "application/json"),
        "/none": (EMPTY, "application/json"),
    }


def raise_stage(browser: Browser, served: Files, refuse: str, **look: Any) -> Stage:
    """Make a page to which only these files are served; what lies at `refuse` answers 503."""
    page = browser.new_page(viewport=SIZE, **look)
    stage = Stage(page)

    def serve(route: Route) -> None:
        path = route.request.url.removeprefix(HOST).partition("?")[0]
        body, kind = served.get(path, ("", "text/plain"))
        status = 503 if path == refuse else 200 if path in served else 404
        route.fulfill(status=status, body=body, content_type=kind)

    page.on("pageerror", lambda error: stage.errors.append(str(error)))
    page.route("**/*", serve)
    return stage


@contextmanager
def stages(browser: Browser, served: Files) -> Iterator[Callable[..., Stage]]:
    """Give a way to pages with these files; each that is asked for in the same way is made once, all are closed at the end."""
    opened: dict[str, Stage] = {}

    def get(refuse: str = "", **look: Any) -> Stage:
        key = f"{refuse} {look}"
        if key not in opened:
            opened[key] = raise_stage(browser, served, refuse, **look)
        return opened[key]

    yield get
    for stage in opened.values():
        stage.page.close()
