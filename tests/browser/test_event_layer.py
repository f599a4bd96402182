"""The event layer by itself: marks, hits, choice, fading, fit and address."""

import math
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from atlas import look
from tests.browser.stage import EVIL, HOST, SIZE, STATE, Stage, files, stages

Raise = Callable[..., Stage]


@pytest.fixture(scope="module")
def open_stage(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Raise]:
    """Give a way to open the page; one page serves all tests that ask for nothing special."""
    with stages(browser, files(tmp_path_factory.mktemp("stage") / "layers")) as get:

        def build(refuse: str = "", **look: object) -> Stage:
            stage = get(refuse, **look)
            stage.page.set_viewport_size(SIZE)
            stage.page.mouse.move(0, 0)
            stage.page.goto(f"{HOST}/")
            return stage

        yield build


@pytest.fixture
def stage(open_stage: Raise) -> Iterator[Stage]:
    """Give a map that shows everything; whatever error its page throws fails the test."""
    raised = open_stage()
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
    stage.js("void map.setView([42, 133], 7, {animate: false})")
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
    stage.js("void map.setView([10, 100], 6, {animate: false})")
    stage.js("void layer.pick('event.patrol', true)")
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


def test_a_way_says_whether_a_source_tells_it_or_the_atlas_joined_it(stage: Stage):
    stage.tell(sel="event.patrol", fit=True)
    assert stage.said(*stage.point(135, 42))[0] == "Way told by a source"
    assert stage.said(*stage.point(141, 42))[0] == "Joined by us"


def test_a_flight_that_would_cross_land_is_drawn_only_at_its_two_ends(stage: Stage):
    stage.js("void map.setView([33, 130], 6, {animate: false})")
    stage.tell(sel="event.flight")
    for end, beyond in ((35.6, 34), (30.4, 32)):
        band, gap = stage.point(130, end), stage.point(130, beyond)
        assert stage.colour(band[0] + 6, band[1], 1)[3] > 0
        assert stage.hit(*band) == "leg.flight-r1-l01"
        assert [stage.colour(gap[0] + dx, gap[1], 1)[3] for dx in range(-8, 9)] == [0] * 17
        assert stage.hit(*gap) is None
    near_end, near_gap = (
        max(stage.colour(*stage.point(130, lat + k / 20), 1)[3] for k in range(-2, 3)) for lat in (35.5, 34.95)
    )
    assert near_end > 2 * near_gap > 0, "an end fades out towards what is not known"
    assert stage.said(*stage.point(130, 35.6))[:2] == [
        "Flight, way not known",
        "A straight line would cross land: only its ends are drawn",
    ]


RING = [(4 * math.cos(math.radians(turn)), 4 * math.sin(math.radians(turn))) for turn in range(0, 360, 6)]
"""Places on the ring of a dot, in CSS pixels from its middle."""


def test_a_dot_is_full_open_or_broken_by_its_sources(open_stage: Raise):
    stage = open_stage(device_scale_factor=3)
    stage.tell(sel="event.patrol", fit=True)
    red, halo = look.KINDS["naval-patrol"].light, look.COLOURS["halo"][0]
    middles, inked = [], []
    for lon in (138, 132, 144):
        x, y = stage.point(lon, 42)
        middles.append(
            "full" if near(stage.colour(x, y, 1), red) else "open" if near(stage.colour(x, y, 1), halo) else "?"
        )
        inked.append(sum(near(stage.colour(x + dx, y + dy, 1), red, 40) for dx, dy in RING) / len(RING))
    assert middles == ["full", "open", "open"]
    assert inked[0] == inked[1] == 1
    assert 0.4 < inked[2] < 0.8, "the ring of a sighting that rests on weak sources alone is broken"


def test_the_card_of_a_sighting_says_day_basis_radius_and_sources_in_words(stage: Stage):
    stage.tell(sel="event.patrol", fit=True)
    assert stage.said(*stage.point(132, 42)) == [
        "Tsushima strait", "17 Oct 2021, 08:00", "Bearing and distance stated, may be off by 25 km", "One source only", EVIL,
    ]  # fmt: skip
    assert stage.said(*stage.point(138, 42))[3] == "2 sources"
    assert stage.said(*stage.point(144, 42))[2:4] == [
        "Bearing and distance stated, may be off by 200 km", "2 sources, all weak",
    ]  # fmt: skip
    stage.js("void map.setView([33, 130], 6, {animate: false})")
    stage.tell(sel="event.flight")
    assert stage.said(*stage.point(130, 30))[1:3] == ["by 23 Jul 2019", "Only the sea named, may be off by 20 km"]


def test_the_card_of_an_event_says_when_how_sure_and_how_many_sources(stage: Stage):
    assert stage.said(*stage.mark("transit"))[1:] == ["Transit · 1 Mar 2022", "Low confidence · One source only"]


def test_what_is_too_vague_to_draw_is_neither_seen_nor_met_anywhere(stage: Stage):
    everything = (1 << len(look.LAYERS)) - 1
    stage.tell(sel="event.patrol", layers=everything)
    row = stage.js("layer.data.sightings.id.indexOf('patrol-s04')")
    assert stage.js(f"[layer.data.sightings.x[{row}], layer.data.sightings.wide[{row}]].every((n) => !(n > 0))")
    found = stage.js("""() => { const {x, y} = map.getSize(), seen = new Set();
        for (let px = 0; px < x; px += 6) for (let py = 0; py < y; py += 6) {
            const hit = atlas.hit(layer, L.point(px, py));
            if (hit) { seen.add(`${hit.layer}.${hit.id}`); for (const line of atlas.words(layer.data, hit)) seen.add(line); }
        }
        return [...seen]; }""")
    assert {"sighting.patrol-s01", "sighting.patrol-s02", "sighting.patrol-s03"} <= set(found)
    assert [said for said in found if "patrol-s04" in said or "western Pacific" in said] == []


def test_all_sightings_are_a_layer(stage: Stage):
    x, y = stage.point(144, 42)
    assert stage.hit(x, y - 20) is None
    stage.tell(layers=1 << list(look.LAYERS).index("sightings"))
    assert near(stage.colour(*stage.point(138, 42)), look.KINDS["naval-patrol"].light)
    assert stage.hit(x, y - 20) == "sighting.patrol-s03"


def test_sightings_outside_the_dates_fade(stage: Stage):
    stage.tell(sel="event.patrol", fit=True)
    x, y = stage.point(138, 42)
    whole = stage.colour(x, y, 1)
    stage.tell(sel="event.patrol", to=18916)
    faded = stage.colour(*stage.point(138, 42), 1)
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
    lat, lon, zoom = stage.js("new URLSearchParams(location.search).get('at')").split("_")
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
    stage.js("void map.setZoom(6, {animate: false})")
    stage.page.set_viewport_size(SIZE)
    stage.page.wait_for_function("map.getSize().x === 900")
    assert stage.view()[2] == 6


def test_a_frame_that_is_folded_up_at_first_shows_the_choice_once_it_has_a_size(stage: Stage):
    stage.js("map.getContainer().style.bottom = '100%'")
    stage.page.wait_for_function("map.getSize().y === 0")
    stage.tell(sel="event.patrol", fit=True)
    stage.js("map.getContainer().style.bottom = '0'")
    stage.page.wait_for_function("map.getSize().y === 600")
    stage.settle()
    assert stage.js("map.getBounds().contains([42, 132]) && map.getBounds().contains([42, 144])")
    assert 5 <= stage.view()[2] <= 7


def test_a_zoom_carries_the_canvas_with_the_map(stage: Stage):
    # A frame counts in which Leaflet's own marker is where Leaflet says: on busy cores it may end its glide too late.
    script = """() => new Promise((done) => {
        const icon = L.divIcon({iconSize: [0, 0], className: 'pin leaflet-zoom-animated'}), pin = L.marker([42, 132], {icon}).addTo(map).getElement(), off = [];
        const look = (left) => {
            const s = layer.surface, box = s.canvases[0].getBoundingClientRect(), k = box.width / (s.width / s.ratio), p = pin.getBoundingClientRect();
            const x = (atlas.world.x(132) - s.left) * s.pixels * k + box.left, y = (atlas.world.y(42) - s.top) * s.pixels * k + box.top;
            if (!document.querySelector('.leaflet-zoom-anim') === !pin.getAnimations().length) off.push(Math.hypot(x - p.left, y - p.top));
            if (left) requestAnimationFrame(() => look(left - 1)); else done(off);
        };
        setTimeout(() => { map.setZoom(map.getZoom() + 1); requestAnimationFrame(() => look(30)); }, 100);
    })"""
    off = stage.js(script)
    assert len(off) > 10
    assert max(off) < 1.5


@pytest.mark.parametrize("centre", [180, -180, 540])
def test_events_are_found_in_every_copy_of_the_world(stage: Stage, centre: int):
    stage.js("(lng) => void map.setView([36, lng], 3, {animate: false})", centre)
    assert stage.hit(*stage.mark("transit")) == "event.transit"


def test_the_canvas_is_sharp_on_a_fine_screen(open_stage: Raise):
    stage = open_stage(device_scale_factor=2)
    stage.tell()
    assert stage.js("layer.surface.canvases[0].width / parseFloat(layer.surface.canvases[0].style.width)") == 2
    x, y = stage.mark("patrol")
    assert near(stage.colour(x, y + 3), look.KINDS["naval-patrol"].light)


def test_whoever_wants_no_motion_gets_none(open_stage: Raise):
    stage = open_stage(reduced_motion="reduce")
    stage.tell()
    assert stage.js("[map.options.zoomAnimation, map.options.inertia]") == [False, False]


def test_a_preview_shows_other_days_until_the_page_says_what_is_shown(stage: Stage):
    day = "(y, m, d) => Date.UTC(y, m - 1, d) / 864e5"
    stage.tell()
    detail = stage.js(
        f"() => {{ const day = {day}; return {{from: day(2022, 2, 1), to: day(2022, 4, 1), by: 'strip'}}; }}"
    )
    stage.js("(detail) => document.dispatchEvent(new CustomEvent('atlas:preview', {detail}))", detail)
    stage.settle()
    assert stage.js("[layer.shown, layer.state.from]") == [1, detail["from"]]
    stage.tell()
    assert stage.js("[layer.shown, layer.state.from]") == [5, 0]
    assert stage.js("sent") == []


def test_a_map_that_comes_late_reads_the_last_state(open_stage: Raise):
    stage = open_stage()
    stage.js("(state) => { document.atlasState = state; }", STATE | {"kinds": 0})
    stage.js("() => { map.removeLayer(layer); layer = atlas.start(map, layer.options); }")
    stage.page.wait_for_function("layer.data !== null")
    assert stage.js("layer.shown") == 0


def test_data_that_cannot_be_had_are_said_to_be_missing(open_stage: Raise):
    stage = open_stage(refuse="/columns")
    stage.page.wait_for_selector("[role=alert]")
    assert "could not be loaded" in (stage.page.locator("[role=alert]").text_content() or "")
    assert len(stage.errors) == 1


def test_the_address_stays_true_where_a_choice_moves_the_map(stage: Stage):
    stage.js("void map.setView([10, 100], 6, {animate: false})")
    stage.page.wait_for_function("location.search.includes('at=10.00_100.00_6')")
    stage.js("void layer.pick('event.patrol', true)")
    stage.page.wait_for_function("!location.search.includes('at=10.00')")
    lat, lng, zoom = stage.js("new URLSearchParams(location.search).get('at')").split("_")
    centre = stage.js("[map.getCenter().lat, map.getCenter().lng, map.getZoom()]")
    assert [float(lat), float(lng), float(zoom)] == pytest.approx(centre, abs=0.01)


def test_a_place_that_a_run_of_the_page_wrote_too_late_is_put_right(stage: Stage):
    stage.js("void map.setView([10, 100], 6, {animate: false})")
    stage.page.wait_for_function("location.search.includes('at=10.00_100.00_6')")
    stage.js("history.replaceState(null, '', '/?at=35.00_131.00_5')")
    stage.tell()
    stage.page.wait_for_function("location.search.includes('at=10.00_100.00_6')")


def test_an_event_alone_is_shown_whole_whatever_days_and_filters_say(stage: Stage):
    stage.tell(only=[4], kinds=0, to=1, sel="event.flight", fit=True)
    assert stage.shown == 1
    for lat in (36.1, 29.9):  # the second sighting has no day of its own: a story among others is not fitted to it
        x, y = stage.point(130, lat)
        assert 0 <= x <= SIZE["width"]
        assert 0 <= y <= SIZE["height"]
    assert stage.hit(*stage.mark("transit")) is None
    stage.js("void layer.pick('place.port')")
    assert stage.js("layer.chosen") == 4, "a port has no place to be told in beside it"
    stage.js("void layer.pick('sighting.flight-s02')")
    assert stage.picked == ["sighting.flight-s02"]
    view = stage.view()
    stage.tell(only=[3], sel="event.visit-two", fit=True)
    assert stage.shown == 1
    assert stage.view() != view
    stage.tell()
    assert stage.shown == 5
