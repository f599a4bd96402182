"""The event layer by itself: the real client in a bare page, on made-up events, without a server."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route
from tiny import make_event, make_feature, make_leg, make_sighting, write_layers
from xstatic.pkg import leaflet

from atlas import look
from atlas.catalog import Catalog
from atlas.map import bundle, columns, stylesheet

HOST = "http://atlas.test"
SIZE = {"width": 900, "height": 600}
EVIL = "<img src=x onerror=window.evil=1>`${window.evil=1}`"
STATE = {
    "from": 0, "to": 30000, "kinds": 511, "states": 0, "series": -1, "sure": 7, "layers": 31, "sel": None, "theme": "light", "fit": False,
}  # fmt: skip
PAGE = """<!doctype html><html><head><link rel=stylesheet href=/leaflet.css><link rel=stylesheet href=/map.css>
<style>html, body {margin: 0; height: 100%} #map_div {position: absolute; inset: 0}</style></head>
<body><div id=map_div></div><script src=/leaflet.js></script><script src=/atlas.js></script><script>
window.sent = []; window.__GLOBAL_DATA__ = {}; window.Streamlit = {setComponentValue: (value) => sent.push(value)};
var map = atlas.map('map_div', {center: [36, 136], zoom: 5, zoomSnap: 0.25, zoomDelta: 0.5, minZoom: 2, maxZoom: 10, zoomControl: false});
var layer = atlas.start(map, {urls: {columns: '/columns', land5: '/none', land1: '/none', landWorld: '/none', seas: '/none'}, legend: false, embed: true});
var draws = 0; layer.on('drawn', () => draws++);
</script></body></html>"""
EMPTY = json.dumps({"type": "FeatureCollection", "features": []})


def at(feature: dict[str, Any], lon: float, lat: float) -> dict[str, Any]:
    return feature | {"geometry": {"type": "Point", "coordinates": [lon, lat]}}


def make_world(folder: Path) -> Path:
    """A patrol with a way of three sightings, a transit near it, two events in one port, a flight, one without a place."""
    seen = {"date_precision": "day", "role": "sighting", "basis": "bearing-distance", "route": "patrol-r1"}
    far = {"date_precision": "day", "role": "sighting", "basis": "sea", "radius_km": 500, "drawable": False}
    leg = {"kind": "ship", "told": True, "from_date": "2021-10-17", "to_date": "2021-10-18"}
    line = {"type": "LineString", "coordinates": [[132, 42], [138, 42]]}
    on = {"type": "LineString", "coordinates": [[138, 42], [144, 42]]}
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
            at(make_sighting("patrol-s02", "patrol", 2, date="2021-10-17", time="18:00", **seen), 138, 42),
            at(make_sighting("patrol-s03", "patrol", 3, date="2021-10-19", **seen | {"radius_km": 200}), 144, 42),
            nowhere | {"geometry": None},
        ],
        routes=[
            make_leg("patrol-r1-l01", "patrol", 1, **leg, **{"from": "patrol-s01", "to": "patrol-s02"}) | {"geometry": line},
            make_leg("patrol-r1-l02", "patrol", 2, **leg | {"told": False}, **{"from": "patrol-s02", "to": "patrol-s03"}) | {"geometry": on},
        ],
        places=[make_feature({"id": "port", "name": "Port", "names": {}, "kind": "port"}, {"type": "Point", "coordinates": [122, 31]})],
    )  # fmt: skip


@dataclass
class Stage:
    """A page with the map on it."""

    page: Page
    errors: list[str]

    def js(self, script: str, argument: object = None) -> Any:
        return self.page.evaluate(script, argument)

    def tell(self, **change: object) -> None:
        """Tell a state as a rerun would, and wait until it is on the screen."""
        self.js("(state) => atlas.tell(state)", STATE | change)
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

    def view(self) -> list[float]:
        return self.js("[map.getCenter().lat, map.getCenter().lng, map.getZoom()]")

    @property
    def shown(self) -> int:
        return int(self.js("map.getContainer().dataset.shown"))

    @property
    def picked(self) -> list[str]:
        return [value["last_active_drawing"]["properties"]["id"] for value in self.js("sent")]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bytes | str, str]]:
    data = columns(Catalog.load(make_world(tmp_path_factory.mktemp("stage") / "layers")))
    base = Path(leaflet.BASE_DIR)
    return {
        "/": (PAGE, "text/html"),
        "/leaflet.js": ((base / "leaflet.js").read_bytes(), "text/javascript"),
        "/leaflet.css": ((base / "leaflet.css").read_bytes(), "text/css"),
        "/atlas.js": (bundle(), "text/javascript"),
        "/map.css": (stylesheet(), "text/css"),
        "/columns": (data, "application/json"),
        "/none": (EMPTY, "application/json"),
    }


@pytest.fixture(scope="module")
def raise_stage(browser: Browser, files: dict[str, tuple[bytes | str, str]]) -> Iterator[Any]:
    """Give a way to open the page; one page serves all tests that ask for nothing special."""
    opened: dict[tuple[object, ...], Stage] = {}

    def serve(route: Route) -> None:
        body, kind = files.get(route.request.url.removeprefix(HOST).partition("?")[0], ("", ""))
        route.fulfill(status=200 if kind else 404, body=body, content_type=kind or "text/plain")

    def build(*, ratio: float = 1, motion: str = "no-preference", refuse: str = "") -> Stage:
        key = (ratio, motion, refuse)
        if key not in opened:
            page = browser.new_page(viewport=SIZE, device_scale_factor=ratio, reduced_motion=motion)
            opened[key] = stage = Stage(page, [])
            page.on("pageerror", lambda error: stage.errors.append(str(error)))
            page.route("**/*", serve)
            if refuse:
                page.route(f"**{refuse}", lambda route: route.fulfill(status=503))
        stage = opened[key]
        stage.page.set_viewport_size(SIZE)
        stage.page.mouse.move(0, 0)
        stage.page.goto(f"{HOST}/")
        return stage

    yield build
    for stage in opened.values():
        stage.page.close()


@pytest.fixture
def stage(raise_stage: Any) -> Iterator[Stage]:
    """Give a map that shows everything; whatever error its page throws fails the test."""
    raised = raise_stage()
    raised.tell()
    yield raised
    assert raised.errors == []


def near(colour: list[int], hex_colour: str, off: int = 12) -> bool:
    wanted = [int(hex_colour[k : k + 2], 16) for k in (1, 3, 5)]
    return colour[3] > 200 and all(abs(a - b) <= off for a, b in zip(colour, wanted, strict=False))


def test_each_event_with_a_place_is_drawn_in_the_colour_of_its_kind(stage: Stage):
    assert stage.shown == 5
    x, y = stage.mark("patrol")
    assert near(stage.colour(x, y + 3), look.KINDS["naval-patrol"].light)
    assert stage.colour(x + 40, y + 40)[3] == 0


def test_low_confidence_is_hollow(stage: Stage):
    x, y = stage.mark("transit")
    colours = [stage.colour(x + dx, y) for dx in range(-6, 7)]
    assert any(near(colour, look.COLOURS["halo"][0]) for colour in colours)


def test_two_events_in_one_port_are_pushed_apart_and_both_can_be_hit(stage: Stage):
    one, two = stage.mark("visit-one"), stage.mark("visit-two")
    assert ((one[0] - two[0]) ** 2 + (one[1] - two[1]) ** 2) ** 0.5 >= 19
    assert [stage.hit(*one), stage.hit(*two)] == ["event.visit-one", "event.visit-two"]


@pytest.mark.parametrize(
    ("change", "number"),
    [
        ({"from": 18000, "to": 19000}, 2),
        ({"kinds": 1 << list(look.KINDS).index("port-call")}, 2),
        ({"states": 1}, 3),
        ({"states": 2}, 1),
        ({"states": 3}, 1),
        ({"sure": 4}, 1),
        ({"sure": 0}, 0),
    ],
)
def test_filters_are_answered_in_the_browser(stage: Stage, change: dict[str, int], number: int):
    stage.tell(**change)
    assert stage.shown == number


def test_a_click_chooses_at_once_tells_python_and_leaves_the_map_alone(stage: Stage):
    stage.js("map.setView([42, 133], 7, {animate: false})")
    before = stage.view()
    stage.page.mouse.click(*stage.mark("patrol"))
    stage.settle()
    assert stage.picked == ["event.patrol"]
    assert stage.js("layer.surface.canvases[0].style.opacity") == "0.2"
    stage.tell(sel="event.patrol", fit=True)
    assert stage.view() == before


def test_a_choice_made_outside_is_fitted_and_shows_its_dots_but_no_placeholder(stage: Stage):
    stage.tell(sel="event.patrol", fit=True)
    assert stage.view()[2] <= 7
    drawn = stage.js("layer.story.taken.dots.map(({row}) => layer.data.sightings.id[row])")
    assert drawn == ["patrol-s01", "patrol-s02", "patrol-s03"]
    assert all(0 < x < SIZE["width"] for x, _ in (stage.point(132, 42), stage.point(144, 42)))


def test_a_choice_from_a_list_beside_the_map_is_fitted_too(stage: Stage):
    stage.js("map.setView([10, 100], 6, {animate: false})")
    stage.js("layer.pick('event.patrol', undefined, true)")
    assert stage.picked == ["event.patrol"]
    assert stage.js("map.getBounds().contains([42, 132]) && map.getBounds().contains([42, 144])")


def test_of_several_things_under_the_pointer_the_finest_is_meant(stage: Stage):
    stage.tell(sel="event.patrol", fit=True)
    dot, way, beside = stage.point(138, 42), stage.point(141, 42), stage.point(144, 41.2)
    assert stage.hit(*dot) == "sighting.patrol-s02"
    assert stage.hit(*way) == "leg.patrol-r1-l02"
    assert stage.hit(*beside) == "sighting.patrol-s03"
    assert stage.hit(*stage.point(138, 36)) == "event.transit"


@pytest.mark.parametrize(("inside", "outside"), [((144, 43.78), (144, 43.82)), ((146.39, 42), (146.45, 42))])
def test_a_circle_is_as_wide_as_its_radius_on_the_ground(
    stage: Stage, inside: tuple[float, float], outside: tuple[float, float]
):
    stage.tell(sel="event.patrol", fit=True)
    reach = "([lon, lat]) => layer.map().distance([42, 144], [lat, lon]) / 1000"
    assert stage.js(reach, list(inside)) < 200 < stage.js(reach, list(outside))
    assert stage.hit(*stage.point(*inside)) == "sighting.patrol-s03"
    assert stage.hit(*stage.point(*outside)) is None


def test_a_way_can_be_hit_before_its_event_is_chosen_and_ways_can_be_switched_off(stage: Stage):
    assert stage.hit(*stage.point(135, 42)) == "leg.patrol-r1-l01"
    stage.tell(layers=31 & ~(1 << list(look.LAYERS).index("legs")))
    assert stage.hit(*stage.point(135, 42)) is None


def test_all_sightings_are_a_layer(stage: Stage):
    x, y = stage.point(144, 42)
    assert stage.hit(x, y - 20) is None
    stage.tell(layers=1 << list(look.LAYERS).index("sightings"))
    assert near(stage.colour(x, y), look.KINDS["naval-patrol"].light)
    assert stage.hit(x, y - 20) == "sighting.patrol-s03"


def test_sightings_outside_the_dates_fade(stage: Stage):
    stage.tell(sel="event.patrol", fit=True)
    x, y = stage.point(144, 42)
    whole = stage.colour(x, y, 1)
    stage.tell(sel="event.patrol", to=18918)
    faded = stage.colour(*stage.point(144, 42), 1)
    assert near(whole, look.KINDS["naval-patrol"].light)
    assert faded[3] < whole[3]


def test_a_rerun_that_repeats_the_old_selection_does_not_undo_a_click(stage: Stage):
    stage.page.mouse.click(*stage.mark("patrol"))
    stage.tell(sel=None, to=29999)
    assert stage.js("layer.sel") == "event.patrol"
    stage.tell(sel="event.patrol")
    stage.tell(sel=None)
    assert stage.js("layer.chosen") == -1


def test_a_choice_nobody_knows_is_borne(stage: Stage):
    for strange in ("event.no-such", "nonsense", "sighting.", "place.atlantis", "sea.sea-of-japan"):
        stage.tell(sel=strange, fit=True)
    assert stage.shown == 5


def test_markup_in_a_title_is_shown_as_text(stage: Stage):
    stage.page.mouse.move(*stage.mark("patrol"))
    stage.page.wait_for_selector(".event-card:not([hidden])", state="attached")
    assert stage.page.locator(".event-card b").text_content() == EVIL
    assert stage.js("window.evil") is None


def test_a_change_of_theme_changes_the_colours(stage: Stage):
    stage.tell(theme="dark")
    x, y = stage.mark("patrol")
    assert near(stage.colour(x, y + 3), look.KINDS["naval-patrol"].dark)
    assert stage.js("map.getContainer().dataset.theme") == "dark"


def test_a_pan_draws_nothing_until_it_ends_and_writes_the_address(stage: Stage):
    draws = stage.js("draws")
    stage.page.mouse.move(450, 300)
    stage.page.mouse.down()
    stage.page.mouse.move(430, 320, steps=8)
    assert stage.js("draws") == draws
    assert "at=" not in stage.page.url
    stage.page.mouse.up()
    stage.page.wait_for_url("**at=*", timeout=1000)
    lat, lon, zoom = stage.page.url.partition("at=")[2].split("_")
    assert [float(lat), float(lon), float(zoom)] == pytest.approx(stage.view(), abs=0.01)


def test_what_the_page_fits_is_not_written_into_the_address(stage: Stage):
    stage.tell(sel="event.patrol", fit=True)
    stage.page.wait_for_timeout(600)
    assert "at=" not in stage.page.url


def test_a_frame_that_is_sized_late_is_fitted_again_unless_the_reader_has_moved_the_map(stage: Stage):
    stage.tell(sel="event.patrol", fit=True)
    wide = stage.view()
    stage.page.set_viewport_size({"width": 500, "height": 600})
    stage.page.wait_for_function("map.getSize().x === 500")
    stage.settle()
    assert stage.view()[2] < wide[2]
    stage.js("map.setZoom(6, {animate: false})")
    stage.page.set_viewport_size(SIZE)
    stage.page.wait_for_function("map.getSize().x === 900")
    assert stage.view()[2] == 6


def test_a_zoom_carries_the_canvas_with_the_map(stage: Stage):
    script = """() => new Promise((done) => {
        const pin = L.marker([42, 132], {icon: L.divIcon({iconSize: [0, 0], className: 'pin leaflet-zoom-animated'})}).addTo(map), off = [];
        const look = () => {
            const s = layer.surface, box = s.canvases[0].getBoundingClientRect(), k = box.width / (s.width / s.ratio), p = pin.getElement().getBoundingClientRect();
            off.push(Math.hypot((atlas.world.x(132) - s.left) * s.pixels * k + box.left - p.left, (atlas.world.y(42) - s.top) * s.pixels * k + box.top - p.top));
            if (off.length < 25) requestAnimationFrame(look); else done(off);
        };
        setTimeout(() => { map.setZoom(map.getZoom() + 1); requestAnimationFrame(look); }, 100);
    })"""
    # In the very last frame Leaflet's own marker may lag behind, so the worst of 25 frames does not count.
    assert sorted(stage.js(script))[-2] < 1.5


@pytest.mark.parametrize("centre", [180, -180, 540])
def test_events_are_found_in_every_copy_of_the_world(stage: Stage, centre: int):
    stage.js("(lng) => map.setView([36, lng], 3, {animate: false})", centre)
    assert stage.hit(*stage.mark("transit")) == "event.transit"


def test_the_canvas_is_sharp_on_a_fine_screen(raise_stage: Any):
    stage = raise_stage(ratio=2)
    stage.tell()
    assert stage.js("layer.surface.canvases[0].width / parseFloat(layer.surface.canvases[0].style.width)") == 2
    x, y = stage.mark("patrol")
    assert near(stage.colour(x, y + 3), look.KINDS["naval-patrol"].light)


def test_whoever_wants_no_motion_gets_none(raise_stage: Any):
    stage = raise_stage(motion="reduce")
    stage.tell()
    assert stage.js("[map.options.zoomAnimation, map.options.inertia]") == [False, False]


def test_where_streamlit_is_not_as_known_a_pick_goes_st_foliums_own_way(stage: Stage):
    stage.js("() => { delete window.__GLOBAL_DATA__; layer.on('click', (e) => sent.push({last_active_drawing: e.layer.toGeoJSON()})); }")  # fmt: skip
    stage.page.mouse.click(*stage.mark("transit"))
    stage.settle()
    assert stage.picked == ["event.transit"]


def test_data_that_cannot_be_had_are_said_to_be_missing(raise_stage: Any):
    stage = raise_stage(refuse="/columns")
    stage.page.wait_for_selector("[role=alert]")
    assert "could not be loaded" in (stage.page.locator("[role=alert]").text_content() or "")
    assert len(stage.errors) == 1
