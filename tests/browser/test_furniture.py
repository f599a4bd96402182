"""What lies round the events, by itself: land, names, gates, legend, scale and the list, in a bare page without a server."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, Route
from tiny import make_event, make_feature, make_leg, make_sighting, write_layers

from atlas import look
from atlas.catalog import Catalog
from atlas.map import bundle, columns, stylesheet

HOST = "http://atlas.test"
EVIL = "<img src=x onerror=window.evil=1>"
DESKTOP, PHONE = (1100, 660), (390, 560)
SEAS, ALL_LAYERS = 1, (1 << len(look.LAYERS)) - 1
STATE = {
    "from": 0, "to": 30000, "kinds": 511, "states": 0, "series": -1, "sure": 7, "layers": 31, "sel": None, "theme": "light", "fit": False,
}  # fmt: skip
PAGE = """<!doctype html><html lang=en><head><meta charset=utf-8><link rel=stylesheet href=/map.css></head>
<body><div id=map_div></div><script src=/atlas.js></script><script>
window.sent = []; document.addEventListener('atlas:did', ({detail}) => sent.push(detail));
var map = atlas.map('map_div', {center: [36, 134], zoom: 5, zoomSnap: 0.25, minZoom: 2, maxZoom: 10, zoomControl: false, zoomAnimation: false});
var layer = atlas.start(map, {urls: {columns: '/columns', land5: '/land5', land1: '/land1', landWorld: '/landWorld', seas: '/seas'}});
</script></body></html>"""


def square(west: float, south: float, east: float, north: float) -> dict[str, Any]:
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def land(*boxes: tuple[float, float, float, float]) -> str:
    features = [make_feature({"id": f"land-{number}"}, square(*box)) for number, box in enumerate(boxes)]
    return json.dumps({"type": "FeatureCollection", "features": features})


def make_world(folder: Path) -> Path:
    """Four events with accents and markup in their titles, one where JAPAN is lettered, one nowhere; a port, a gate, a strait of two channels, an air zone."""
    line = {"type": "LineString", "coordinates": [[140.2, 41.4], [140.4, 41.2]]}
    way = {"type": "LineString", "coordinates": [[142, 30], [146, 26]]}
    east = {"type": "LineString", "coordinates": [[129.3, 34.1], [129.7, 33.9]]}
    zone = {
        "id": "adiz-kadiz",
        "name": "Korea Air Defense Identification Zone",
        "state": "KR",
        "kind": "adiz",
        "closed": True,
    }
    seen = {"date_precision": "day", "role": "sighting", "basis": "coordinates", "route": "far-r1"}
    ends = [
        make_sighting(f"far-s0{n}", "far", n, date="2022-05-01", **seen)
        | {"geometry": {"type": "Point", "coordinates": at}}
        for n, at in ((1, [142, 30]), (2, [146, 26]))
    ]
    return write_layers(
        folder,
        make_event("far", "2022-05-01", title="Far out", kind="transit", at=(142, 30)),
        make_event("visit", "2023-07-05", title="Sovershennýi at Pórt", kind="port-call", at=(131.89, 43.11)),
        make_event("evil", "2021-01-01", title=EVIL, at=(138, 36.3)),
        make_event("lost", "2024-01-01", title="Nowhere in particular", at=None),
        sightings=ends,
        routes=[make_leg("far-r1-l01", "far", 1, kind="ship", **{"from": "far-s01", "to": "far-s02"}) | {"geometry": way}],
        places=[make_feature({"id": "vladivostok", "name": "Vladivostok", "kind": "port"}, {"type": "Point", "coordinates": [131.89, 43.11]})],
        passages=[
            make_feature({"id": "tsugaru", "name": "Tsugaru Strait", "parts": []}, line),
            make_feature({"id": "tsushima-east", "name": "Tsushima Strait, eastern channel", "parts": []}, east),
            make_feature({"id": "tsushima", "name": "Tsushima Strait", "parts": ["tsushima-east"]}),
        ],
        zones=[make_feature(zone, square(124, 30, 133, 39))],
    )  # fmt: skip


SEA = make_feature({"id": "sea-of-japan", "name": "Sea of Japan", "area_km2": 1_062_767}, square(128, 36, 140, 44))
LAND = {
    "/land5": land((105, 10, 120, 60)),
    "/land1": land((105, 10, 120, 60)),
    "/landWorld": land((60, 10, 105, 60)),
    "/seas": json.dumps({"type": "FeatureCollection", "features": [SEA]}),
}


class Stage:
    """A page with the map on it, and what was asked for on the way."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        self.asked: list[str] = []

    def note(self, error: Error) -> None:
        self.errors.append(str(error))

    def js(self, script: str, argument: object = None) -> Any:
        return self.page.evaluate(script, argument)

    def tell(self, **change: object) -> None:
        """Tell a state as a rerun would, and wait until it is on the screen and the names have settled."""
        self.js("(detail) => document.dispatchEvent(new CustomEvent('atlas:state', {detail}))", STATE | change)
        self.page.wait_for_function("layer.data !== null && 'painted' in map.getContainer().dataset")
        self.page.wait_for_timeout(300)

    def view(self, lat: float, lon: float, zoom: float) -> None:
        self.js("([lat, lon, zoom]) => { map.setView([lat, lon], zoom, {animate: false}); }", [lat, lon, zoom])
        self.page.wait_for_timeout(300)

    def names(self, kind: str) -> list[str]:
        return self.page.locator(f".name-{kind}").all_text_contents()

    def ground(self, lat: float, lon: float) -> list[int]:
        """Give red, green, blue and alpha of the ground at a position."""
        script = """([lat, lon]) => { const s = layer.parts.ground.surface, p = map.latLngToLayerPoint([lat, lon]).subtract(s.corner);
            return [...s.contexts[0].getImageData(Math.round(p.x * s.ratio), Math.round(p.y * s.ratio), 1, 1).data]; }"""
        return self.js(script, [lat, lon])

    def gate(self, lat: float, lon: float) -> str | None:
        found = self.js("([lat, lon]) => layer.parts.gates.hit(map.latLngToContainerPoint([lat, lon]))", [lat, lon])
        return found and f"{found['layer']}.{found['id']}"

    @property
    def focus(self) -> str:
        return self.js("document.activeElement.className")

    @property
    def current_row(self) -> str:
        return self.js("document.getElementById(document.querySelector('.event-rows').getAttribute('aria-activedescendant')).textContent")  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bytes | str, str]]:
    data = columns(Catalog.load(make_world(tmp_path_factory.mktemp("furniture") / "layers")))
    return {
        "/": (PAGE, "text/html"),
        "/atlas.js": (bundle(), "text/javascript"),
        "/map.css": (stylesheet(), "text/css"),
        "/columns": (data, "application/json"),
        **{name: (body, "application/json") for name, body in LAND.items()},
    }


@pytest.fixture(scope="module")
def pages() -> Iterator[dict[tuple[int, int], Page]]:
    """Give the pages of the tests by their size: one is opened anew much sooner than another is made."""
    made: dict[tuple[int, int], Page] = {}
    yield made
    for page in made.values():
        page.close()


@pytest.fixture
def open_stage(
    browser: Browser, pages: dict[tuple[int, int], Page], files: dict[str, tuple[bytes | str, str]]
) -> Iterator[Any]:
    """Give a way to open the page; whatever error it throws, and whatever it asks of others, fails the test."""
    opened: list[Stage] = []

    def build(size: tuple[int, int] = DESKTOP, refuse: str = "", **told: object) -> Stage:
        assert not opened, "one stage a test: the page is kept"
        page = pages.get(size) or browser.new_page(viewport={"width": size[0], "height": size[1]})
        pages[size] = page
        stage = Stage(page)
        opened.append(stage)

        def serve(route: Route) -> None:
            name = route.request.url.removeprefix(HOST)
            stage.asked.append(name)
            body, kind = files.get(name, ("", "")) if name != refuse else ("", "")
            route.fulfill(status=200 if kind else 404, body=body, content_type=kind or "text/plain")

        page.on("pageerror", stage.note)
        page.route("**/*", serve)
        page.mouse.move(0, 0)
        page.goto(f"{HOST}/")
        stage.tell(**told)
        return stage

    yield build
    for stage in opened:
        stage.page.remove_listener("pageerror", stage.note)
        stage.page.unroute_all()
        assert stage.errors == []
        assert [name for name in stage.asked if name.startswith("http")] == []


def test_land_is_drawn_on_both_sides_of_the_box_without_a_seam(open_stage):
    stage = open_stage()
    stage.view(36, 105, 5)
    inside, outside, seam = stage.ground(36, 110), stage.ground(36, 100), stage.ground(36, 105)
    assert inside == outside == seam == [245, 242, 235, 255]
    assert stage.ground(36, 125)[3] == 0, "the sea is the frame's own colour"


def test_the_fine_coast_is_fetched_only_when_one_is_near_enough_to_see_it(open_stage):
    stage = open_stage()
    assert "/land1" not in stage.asked
    stage.view(36, 121, 6)
    assert "/land1" in stage.asked


def test_a_change_of_theme_paints_the_land_anew(open_stage):
    stage = open_stage()
    stage.view(36, 119, 5)
    stage.tell(theme="dark")
    assert stage.ground(36, 115) == [34, 46, 54, 255]


def test_land_that_cannot_be_fetched_is_said_and_the_map_goes_on(open_stage):
    stage = open_stage(refuse="/landWorld")
    assert "Part of the map could not be loaded" in stage.page.inner_text(".leaflet-control-attribution")
    assert stage.js("layer.shown") == 3


def test_a_sea_is_found_by_position_in_every_copy_of_the_world(open_stage):
    stage = open_stage()
    stage.js("layer.parts.ground._fetch('seas')")
    stage.page.wait_for_timeout(200)
    at = "([lat, lng]) => layer.parts.ground.seaAt(L.latLng(lat, lng))"
    assert stage.js(at, [40, 134]) == {"id": "sea-of-japan", "title": "Sea of Japan", "note": "1,062,767 km²"}
    assert stage.js(at, [40, 134 - 360])["id"] == "sea-of-japan"
    assert stage.js(at, [20, 134]) is None


def test_a_chosen_sea_stands_out(open_stage):
    stage = open_stage(sel="sea.sea-of-japan")
    stage.page.wait_for_timeout(200)
    assert stage.ground(40, 134)[3] > 0
    stage.tell(sel=None)
    assert stage.ground(40, 134)[3] == 0


def test_a_disputed_sea_bears_both_its_names(open_stage):
    stage = open_stage()
    stage.view(40, 135, 5)
    assert {"Sea of Japan", "East Sea"} <= set(stage.names("sea"))
    stage.tell(layers=ALL_LAYERS & ~SEAS)
    assert stage.names("sea") == []


def test_disputed_islands_bear_both_their_names(open_stage):
    stage = open_stage()
    stage.view(26, 123.5, 7)
    assert "Senkaku / Diaoyu" in stage.names("island")
    stage.view(37.2, 131.5, 7)
    assert "Dokdo / Takeshima" in stage.names("island")


def test_no_port_is_named_that_is_not_drawn(open_stage):
    stage = open_stage()
    stage.view(36, 130, 4.75)
    assert "Kure" not in stage.names("port")
    assert "Busan" in stage.names("port")


def test_no_name_lies_over_a_mark_or_another_name(open_stage):
    stage = open_stage()
    stage.view(40, 134, 6)
    placed, taken = stage.js("[layer.parts.names.placed.map(({box}) => box), layer.taken()]")

    def meet(one: list[float], other: list[float]) -> bool:
        return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]

    assert placed
    assert [box for box in placed if any(meet(box, mark) for mark in taken)] == []
    assert [a for k, a in enumerate(placed) if any(meet(a, b) for b in placed[k + 1 :])] == []


def test_a_port_a_strait_and_a_zone_can_be_pointed_at_where_they_are_drawn(open_stage):
    stage = open_stage()
    stage.view(40, 134, 6)
    assert stage.gate(43.11, 131.89) == "place.vladivostok"
    assert stage.gate(41.3, 140.3) == "passage.tsugaru"
    assert stage.gate(39, 130) == "zone.adiz-kadiz"
    assert stage.gate(37.5, 136) is None
    stage.tell(layers=SEAS)
    assert stage.gate(43.11, 131.89) is None
    assert stage.gate(41.3, 140.3) is None


def test_a_port_is_found_by_its_name_too(open_stage):
    stage = open_stage(layers=ALL_LAYERS)
    stage.view(43, 134, 7)
    box = stage.js("layer.parts.names.placed.find(({sel}) => sel === 'place.vladivostok').box")
    hit = stage.js("([x, y]) => layer.parts.gates.hit(L.point(x, y))", [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2])
    assert (hit["layer"], hit["id"], hit["title"]) == ("place", "vladivostok", "Vladivostok")


def test_a_port_of_no_record_is_drawn_for_bearings_but_tells_nothing(open_stage):
    stage = open_stage()
    stage.view(35, 130, 4.75)
    drawn = stage.page.locator(".gates .place").count()
    stage.view(35, 130, 6)
    assert "Busan" in stage.names("port")
    assert stage.page.locator(".gates .place").count() > drawn
    assert stage.gate(35.1, 129.04) is None


def test_what_is_chosen_is_drawn_though_its_layer_is_off_and_a_strait_with_all_its_channels(open_stage):
    stage = open_stage(layers=0, sel="passage.tsushima")
    assert stage.page.locator(".gates .gate.is-chosen").count() == 1
    stage.tell(layers=0, sel="place.vladivostok")
    assert stage.page.locator(".gates .place.is-chosen").count() == 1
    assert "Vladivostok" in stage.names("port")


def test_the_legend_leaves_the_kinds_to_the_list_of_them_where_there_is_one(open_stage):
    assert not open_stage().page.locator(".legend-kinds li").first.is_visible()


def test_the_legend_explains_each_kind_by_its_symbol_where_the_page_has_no_list_of_them(open_stage):
    stage = open_stage(PHONE)
    stage.page.click(".legend summary")
    rows = stage.page.locator(".legend-kinds li")
    assert rows.first.is_visible()
    assert rows.all_text_contents() == [kind.many for kind in look.KINDS.values()]
    assert rows.locator("path").count() == len(look.KINDS)


def test_the_legend_says_in_words_what_each_sign_of_doubt_means(open_stage):
    words = open_stage().page.inner_text(".legend")
    for sign in (
        "low confidence",
        "Sources:",
        "only weak",
        "Told by a source",
        "Joined by us",
        "no line is known",
        "way not known",
    ):
        assert sign in words


def test_the_legend_switches_every_layer_within_a_frame_and_tells_the_page_once(open_stage):
    stage = open_stage(layers=0)
    seen = {
        "seas": ".name-sea", "places": ".gates .place", "straits": ".gates .gate", "zones": ".gates .zone",
    }  # fmt: skip
    for name in look.LAYERS:
        box = stage.page.locator(f".legend input[name='layer-{name}']")
        assert not box.is_checked()
        if name in seen:
            assert stage.page.locator(seen[name]).count() == 0
        stage.js("window.sent.length = 0")
        on = stage.js(
            """(name) => { document.querySelector(`.legend input[name='layer-${name}']`).click();
            return new Promise((done) => requestAnimationFrame(() => done(layer.has(name)))); }""",
            name,
        )
        assert on
        stage.page.wait_for_timeout(300)
        if name in seen:
            assert stage.page.locator(seen[name]).count() > 0
        before = list(look.LAYERS)[: list(look.LAYERS).index(name) + 1]
        assert stage.js("window.sent") == [{"layers": before}]
        stage.tell(layers=(1 << len(before)) - 1)
        assert box.is_checked()
    assert stage.page.locator(".legend input").count() == len(look.LAYERS)


def test_a_layer_is_switched_by_keyboard_alone(open_stage):
    stage = open_stage()
    box = stage.page.get_by_role("checkbox", name="Straits")
    assert box.is_checked()
    box.focus()
    stage.page.keyboard.press("Space")
    stage.page.wait_for_timeout(100)
    assert not box.is_checked()
    assert stage.page.locator(".gates .gate").count() == 0


def test_an_answer_that_comes_late_undoes_no_switch_made_meanwhile(open_stage):
    stage = open_stage()
    bit = {name: 1 << place for place, name in enumerate(look.LAYERS)}
    for name in ("grid", "sightings"):
        stage.page.locator(f".legend input[name='layer-{name}']").click()
    for late in (31, 31 | bit["grid"]):
        stage.tell(layers=late)
        assert stage.js("layer.state.layers") == 31 | bit["grid"] | bit["sightings"]
    stage.tell(layers=31 | bit["grid"] | bit["sightings"])
    stage.tell(layers=bit["seas"])
    assert stage.js("layer.state.layers") == bit["seas"], "a link or the way back changes the layers as before"
    assert not stage.page.get_by_role("checkbox", name="Grid").is_checked()


def test_on_a_phone_the_legend_is_a_sheet_that_escape_closes(open_stage):
    stage = open_stage(PHONE)
    stage.page.click(".legend summary")
    sheet = stage.page.locator(".legend").bounding_box()
    assert (sheet["x"], sheet["width"], sheet["y"] + sheet["height"]) == (0, PHONE[0], PHONE[1])
    assert sheet["y"] > 60, "some of the map stays in sight"
    switch = stage.page.get_by_role("checkbox", name="Grid")
    assert switch.locator("xpath=..").bounding_box()["height"] >= 36
    switch.click()
    stage.page.wait_for_timeout(100)
    assert stage.js("layer.has('grid')")
    stage.page.keyboard.press("Escape")
    assert stage.page.locator(".legend").get_attribute("open") is None
    assert stage.page.locator(".legend summary").evaluate("(it) => it === document.activeElement")


def test_the_legend_lies_where_it_hides_nothing_of_the_chosen_event(open_stage):
    stage = open_stage()
    stage.view(33, 136, 5.5)
    stage.tell(sel="event.far")
    stage.page.wait_for_timeout(200)
    legend = stage.page.locator(".legend").bounding_box()
    inside = [
        box
        for box in stage.js("layer.taken()")
        if box[0] < legend["x"] + legend["width"] and box[2] > legend["x"]
        and box[1] < legend["y"] + legend["height"] and box[3] > legend["y"]
    ]  # fmt: skip
    assert stage.page.locator(".leaflet-bottom.leaflet-right .legend").count() == 0
    assert inside == []


def test_on_a_phone_the_legend_is_a_closed_button_and_the_list_covers_the_map(open_stage):
    stage = open_stage(PHONE)
    assert stage.page.locator(".legend").get_attribute("open") is None
    assert stage.page.locator(".legend summary").inner_text() == "Legend"
    stage.page.click(".list-button")
    assert stage.page.locator(".event-list").bounding_box() == {"x": 0, "y": 0, "width": PHONE[0], "height": PHONE[1]}
    stage.page.click("[aria-label='Close the list']")
    assert not stage.page.locator(".event-list").is_visible()


def test_the_scale_tells_kilometres_and_nautical_miles_that_fit_the_map(open_stage):
    stage = open_stage()
    stage.view(0, 134, 5)
    bars = stage.page.locator(".map-scale div")
    assert bars.all_text_contents() == ["200 km", "200 nm"]
    km, nm = (bar.bounding_box()["width"] for bar in bars.all())
    assert km == pytest.approx(200 / (40030.17 / (256 * 2**5)), rel=0.02)
    assert nm / km == pytest.approx(1.852, rel=0.02)


def test_the_zoom_buttons_have_words_and_are_reached_by_keyboard(open_stage):
    stage = open_stage()
    stage.page.focus("[aria-label='Zoom in']")
    stage.page.keyboard.press("Enter")
    assert stage.js("map.getZoom()") == 6
    stage.page.click("[aria-label='Zoom out']")
    assert stage.js("map.getZoom()") == 5


def test_the_list_is_worked_by_keyboard_alone(open_stage):
    stage = open_stage()
    stage.page.focus("[aria-label='List of events']")
    stage.page.keyboard.press("Enter")
    assert stage.focus == "event-rows"
    stage.page.keyboard.press("End")
    assert stage.current_row.startswith("Nowhere in particular")
    assert "not on the map" in stage.current_row
    stage.page.keyboard.press("Home")
    assert stage.current_row.startswith(EVIL), "oldest first, and markup is only text"
    stage.page.keyboard.press("ArrowDown")
    assert stage.page.locator(".event-card b").inner_text() == "Far out"
    stage.page.keyboard.press("Enter")
    assert stage.js("sent.map((one) => one.sel)") == ["event.far"]
    assert stage.page.locator("[role=option][aria-selected=true]").inner_text().startswith("Far out")
    stage.page.keyboard.press("Escape")
    assert stage.js("document.activeElement.getAttribute('aria-label')") == "List of events"
    assert stage.js("window.evil") is None


def test_the_map_gives_way_to_the_list(open_stage):
    stage = open_stage()
    stage.page.click(".list-button")
    stage.page.wait_for_timeout(200)
    assert stage.js("map.getSize().x") == DESKTOP[0] - 300
    assert stage.page.locator(".event-list").bounding_box()["x"] == DESKTOP[0] - 300


def test_the_list_holds_what_is_shown_and_follows_the_filter(open_stage):
    stage = open_stage()
    stage.page.click(".list-button")
    assert stage.page.inner_text(".event-count") == "4 events"
    stage.tell(kinds=1 << list(look.KINDS).index("transit"))
    stage.page.wait_for_timeout(400)
    assert stage.page.inner_text(".event-count") == "1 event"
    assert stage.page.locator("[role=option]").count() == 1


def test_the_search_forgives_accents_and_says_when_nothing_is_found(open_stage):
    stage = open_stage()
    stage.page.click(".list-button")
    stage.page.fill(".event-search", "port SOVERSHENNYI")
    assert stage.page.locator(".row-title").all_text_contents() == ["Sovershennýi at Pórt"]
    stage.page.fill(".event-search", "submarine")
    assert stage.page.inner_text(".event-count") == "0 events found"
    assert stage.page.locator("[role=option]").count() == 0


def test_a_hundred_thousand_rows_need_only_those_in_sight(open_stage):
    stage = open_stage()
    stage.page.click(".list-button")
    rows = "layer.parts.list.rows"
    stage.js(f"{rows}.set(new Array(100000).fill(0).map((_, i) => i % 4))")
    stage.js(f"{rows}.go(99999)")
    last = stage.page.locator("[role=option]").last
    assert last.get_attribute("aria-posinset") == last.get_attribute("aria-setsize") == "100000"
    assert last.is_visible()
    assert stage.page.locator("[role=option]").count() < 30
