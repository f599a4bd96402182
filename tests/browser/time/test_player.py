"""The player by itself: the run of the days, its steps, what it tells the page, and the ships whose places are computed."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect
from tiny import make_event, make_leg, make_sighting, write_layers

from atlas import look
from atlas.catalog import Catalog
from atlas.catalog.columns import EPOCH, days
from atlas.map import columns
from tests.browser.stage import HOST, PAGE, Stage, at, files, stages

Raise = Callable[..., Stage]
KINDS = list(look.KINDS)
WIDE = {"width": 1100, "height": 600}
FROM, TO = "2021-09-01", "2021-11-30"
SHIP = {"kind": "ship", "told": True}


def day(text: str) -> int:
    return days(date.fromisoformat(text))


def make_world(folder: Path) -> Path:
    """Four events and a meeting within ninety days; a voyage of three sightings, the last a long time later; a flight."""
    seen = {
        "sources": ["tass-2012", "xinhua-2012"],
        "date_precision": "day",
        "role": "sighting",
        "basis": "bearing-distance",
        "radius_km": 10,
        "route": "voyage-r1",
    }
    first = {"type": "LineString", "coordinates": [[132, 42], [138, 42]]}
    second = {"type": "LineString", "coordinates": [[138, 42], [144, 42]]}
    course = {"type": "LineString", "coordinates": [[126, 32], [130, 32]]}
    return write_layers(
        folder,
        make_event("early", "2021-09-10", kind="coast-guard", at=(150, 36)),
        make_event("voyage", "2021-10-05", "2021-10-21", kind="naval-patrol", at=(134, 46)),
        make_event("flight", "2021-10-12", "2021-10-14", kind="air-patrol", at=(126, 32)),
        make_event("talks", "2021-10-20", kind="meeting", title="Talks in Vladivostok", at=(132, 44)),
        make_event("more-talks", "2021-10-20", kind="meeting", at=None),
        sightings=[
            at(make_sighting("voyage-s01", "voyage", 1, date="2021-10-05", **seen), 132, 42),
            at(make_sighting("voyage-s02", "voyage", 2, date="2021-10-09", **seen), 138, 42),
            at(make_sighting("voyage-s03", "voyage", 3, date="2021-10-21", **seen), 144, 42),
            at(make_sighting("flight-s01", "flight", 1, date="2021-10-12", **seen), 126, 32),
            at(make_sighting("flight-s02", "flight", 2, date="2021-10-14", **seen), 130, 32),
        ],
        routes=[
            make_leg("voyage-r1-l01", "voyage", 1, **SHIP, from_date="2021-10-05", to_date="2021-10-09", km=490, hours=96) | {"geometry": first},
            make_leg("voyage-r1-l02", "voyage", 2, **SHIP, from_date="2021-10-09", to_date="2021-10-21", km=490, hours=288, **{"from": "voyage-s02", "to": "voyage-s03"})
            | {"geometry": second},
            make_leg("flight-r1-l01", "flight", 1, from_date="2021-10-12", to_date="2021-10-14", km=370, hours=48) | {"geometry": course},
        ],
    )  # fmt: skip


@pytest.fixture(scope="module")
def open_stage(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Raise]:
    """Give a way to open the page with all its parts."""
    folder = tmp_path_factory.mktemp("player")
    served = files(folder / "stage") | {
        "/": (
            PAGE.replace("<head>", "<head><meta charset=utf-8>").replace(
                "legend: false, embed: true", "legend: true, embed: false"
            ),
            "text/html",
        ),
        "/columns": (columns(Catalog.load(make_world(folder / "layers"))), "application/json"),
    }
    with stages(browser, served) as get:

        def build(**look: object) -> Stage:
            stage = get(**look)
            stage.page.set_viewport_size(WIDE)
            stage.page.mouse.move(450, 250)
            stage.page.goto(f"{HOST}/")
            stage.js("() => { window.previews = []; document.addEventListener('atlas:preview', ({detail}) => previews.push(detail)); }")  # fmt: skip
            tell(stage)
            return stage

        yield build


@pytest.fixture
def stage(open_stage: Raise) -> Iterator[Stage]:
    """Give a map that shows ninety days; whatever error its page throws fails the test."""
    raised = open_stage()
    yield raised
    assert raised.errors == []


def tell(stage: Stage, **change: object) -> None:
    stage.tell(**{"from": day(FROM), "to": day(TO)} | change)


def button(stage: Stage, name: str) -> Locator:
    return stage.page.locator(".player").get_by_role("button", name=name, exact=True)


def choice(stage: Stage, name: str) -> Locator:
    return stage.page.locator(".player").get_by_role("combobox", name=name)


def play(stage: Stage, speed: str = "1 week a second") -> None:
    button(stage, "Play").click()
    choice(stage, "Speed").select_option(speed)


def go_to(stage: Stage, text: str, hour: float = 12) -> None:
    """Let the player, which is at rest, be at a moment."""
    stage.js("(time) => { layer.parts.player.time = time; layer.parts.player.apply(); }", day(text) + hour / 24)
    stage.settle()


def rest_at(stage: Stage, text: str, hour: float = 12) -> None:
    """Open the player, and let it rest at a moment."""
    button(stage, "Play").click()
    button(stage, "Pause").click()
    go_to(stage, text, hour)


def told(stage: Stage) -> list[list[str]]:
    """Give the ranges that Python was told, as ISO dates."""
    ranges = [did["range"] for did in stage.js("sent") if "range" in did]
    return [[(EPOCH + timedelta(days=number)).isoformat() for number in pair] for pair in ranges]


PRESSED = """(names) => names.map((name) => {
    document.querySelector(`.player [aria-label="${name}"]`).click();
    const words = (of) => [...document.querySelectorAll(of)].map(({textContent}) => textContent).join(' ');
    return [words('.player-date span'), words('.player-line')];
})"""


def date_line(stage: Stage) -> str:
    return " ".join(stage.page.locator(".player-date span").all_text_contents())


def picture(stage: Stage) -> str:
    return str(stage.js("layer.surface.canvases.map((canvas) => canvas.toDataURL()).join()"))


def ships(stage: Stage) -> list[dict[str, float]]:
    script = "layer.parts.player.marks.ships.map(({leg, x, y, km}) => ({leg, lng: atlas.world.lng(x), lat: atlas.world.lat(y), km}))"  # fmt: skip
    return list(stage.js(script))


def test_closed_it_is_one_button_with_a_triangle_and_no_more(stage: Stage):
    assert button(stage, "Play").is_visible()
    assert stage.page.locator(".player").get_by_role("button").count() == 1
    assert stage.js("map.getPane('moving').childElementCount") == 0


def test_playing_moves_the_date_and_the_events_and_tells_python_nothing(stage: Stage):
    play(stage)
    expect(stage.page.locator(".player-month")).to_have_text("Oct", timeout=15_000)
    assert date_line(stage).endswith("2021")
    stage.page.wait_for_function("layer.shown === 3")
    assert stage.js("sent") == []
    previews = stage.js("previews")
    assert {preview["from"] for preview in previews} == {day(FROM)}
    ends = [preview["to"] for preview in previews]
    assert ends == sorted(set(ends))
    assert {preview["by"] for preview in previews} == {"player"}


def test_a_pause_tells_the_range_once_and_what_python_repeats_changes_no_pixel(stage: Stage):
    play(stage)
    stage.page.wait_for_function("layer.shown === 2")
    button(stage, "Pause").click()
    stage.page.wait_for_timeout(400)
    stage.settle()
    before, view, shown = picture(stage), stage.view(), date_line(stage)
    ranges = told(stage)
    assert len(ranges) == 1
    assert ranges[0][0] == FROM
    tell(stage, to=day(ranges[0][1]))
    stage.page.wait_for_timeout(400)
    assert picture(stage) == before
    assert (stage.view(), date_line(stage)) == (view, shown)
    assert len(told(stage)) == 1


def test_after_a_pause_it_goes_on_to_the_end_of_what_was_chosen_and_then_begins_anew(stage: Stage):
    play(stage)
    stage.page.wait_for_function("layer.shown === 2")
    button(stage, "Pause").click()
    tell(stage, to=day(told(stage)[0][1]))
    play(stage, "1 year a second")
    expect(button(stage, "Play")).to_be_visible()
    assert told(stage)[1:] == [[FROM, TO]]
    assert date_line(stage) == "30 Nov 2021"
    tell(stage)
    choice(stage, "Speed").select_option("1 day a second")
    button(stage, "Play").click()
    expect(stage.page.locator(".player-month")).to_have_text("Sep")


def test_other_days_chosen_elsewhere_take_the_place_of_what_was_played(stage: Stage):
    play(stage)
    detail = {"from": day("2021-10-01"), "to": day("2021-10-10"), "by": "strip"}
    stage.js("(detail) => document.dispatchEvent(new CustomEvent('atlas:preview', {detail}))", detail)
    expect(button(stage, "Play")).to_be_visible()
    tell(stage, **{"from": day("2021-10-01"), "to": day("2021-10-10")})
    assert (date_line(stage), told(stage)) == ("10 Oct 2021", [])
    play(stage)
    expect(button(stage, "Play")).to_be_visible()
    assert told(stage) == [["2021-10-01", "2021-10-10"]]


def test_steps_go_from_event_to_event_and_python_is_told_where_they_end(stage: Stage):
    rest_at(stage, FROM)
    # In quick succession, as a hurried reader would: what rests between two of them is told.
    seen = stage.js(PRESSED, ["Next event", "Next event", "Next event", "Previous event"])
    assert seen == [
        ["10 Sep 2021", "Early"], ["5 Oct 2021", "Voyage"], ["12 Oct 2021", "Flight"], ["5 Oct 2021", "Voyage"],
    ]  # fmt: skip
    expect(stage.page.locator(".player [role=status]")).to_have_text("5 Oct 2021: Voyage, 5–21 Oct 2021")
    expect(stage.page.locator(".event-card b")).to_have_text("Voyage")
    stage.page.wait_for_timeout(500)
    assert told(stage)[1:] == [[FROM, "2021-10-05"]]
    button(stage, "Play").click()
    expect(stage.page.locator(".event-card")).to_be_hidden()


def test_what_python_repeats_late_does_not_lead_back(stage: Stage):
    rest_at(stage, FROM)
    button(stage, "Next event").click()
    stage.page.wait_for_function("sent.length === 2")
    button(stage, "Next event").click()
    tell(stage, to=day("2021-09-10"))
    assert (date_line(stage), stage.js("layer.state.to")) == ("5 Oct 2021", day("2021-10-05"))
    stage.page.wait_for_timeout(500)
    assert told(stage)[-1] == [FROM, "2021-10-05"]


def test_events_of_one_day_are_one_step_and_after_the_last_it_says_so(stage: Stage):
    rest_at(stage, "2021-10-13")
    button(stage, "Next event").click()
    expect(stage.page.locator(".player-line")).to_have_text("Talks in Vladivostok and 1 more")
    button(stage, "Next event").click()
    expect(stage.page.locator(".player [role=status]")).to_have_text("No later event begins in these days")
    assert date_line(stage) == "20 Oct 2021"


def test_steps_leave_out_what_the_filters_leave_out(stage: Stage):
    tell(stage, kinds=1 << KINDS.index("meeting"))
    rest_at(stage, FROM)
    button(stage, "Next event").click()
    assert date_line(stage) == "20 Oct 2021"


def test_a_moving_window_shows_the_last_days_only(stage: Stage):
    rest_at(stage, "2021-10-20")
    choice(stage, "Shown").select_option("Last 7 days")
    stage.settle()
    assert stage.js("[layer.state.from, layer.state.to]") == [day("2021-10-14"), day("2021-10-20")]
    assert stage.shown == 3
    go_to(stage, "2021-09-03")
    assert stage.js("[layer.state.from, layer.state.to]") == [day(FROM), day("2021-09-03")]
    stage.page.wait_for_timeout(500)
    assert len(told(stage)) == 2


def test_the_date_keeps_its_place_whatever_it_says(stage: Stage):
    rest_at(stage, "2021-09-03")
    places = []
    for text in ("2021-09-03", "2021-10-11", "2021-11-28"):
        go_to(stage, text)
        places.append(stage.js("[...document.querySelectorAll('.player-month, .player-year, .player-count')].slice(0, 2).map((part) => part.getBoundingClientRect().left)"))  # fmt: skip
    assert places[0] == places[1] == places[2]
    assert stage.js("getComputedStyle(document.querySelector('.player-date')).fontVariantNumeric") == "tabular-nums"


def test_between_two_sightings_a_ship_is_drawn_where_it_may_be(stage: Stage):
    rest_at(stage, "2021-10-07")
    (ship,) = ships(stage)
    assert (ship["lng"], ship["lat"]) == pytest.approx((135, 42), abs=0.01)
    assert ship["km"] == pytest.approx(10 + 150 * 2)
    x, y = stage.point(135, 42)
    moving = "([x, y]) => { const s = layer.parts.player.marks.surface, p = map.containerPointToLayerPoint([x, y]).subtract(s.corner); return [...s.contexts[0].getImageData(p.x, p.y, 1, 1).data]; }"  # fmt: skip
    red, green, blue, alpha = stage.js(moving, [x, y + 3])
    wanted = [int(look.KINDS["naval-patrol"].light[k : k + 2], 16) for k in (1, 3, 5)]
    assert [red, green, blue, alpha] == pytest.approx([*wanted, 255], abs=12)
    assert 0 < stage.js(moving, [x + 60, y])[3] < 60
    stage.page.mouse.move(x, y)
    expect(stage.page.locator(".event-card b")).to_have_text("Computed place: nobody saw the ships here")
    assert stage.hit(x, y) == "leg.voyage-r1-l01"


@pytest.mark.parametrize(
    ("text", "hour", "km"),
    [
        ("2021-10-05", 11, None),  # not before the first sighting
        ("2021-10-08", 12, 160),  # nearer to the second sighting than to the first
        ("2021-10-11", 12, 310),
        ("2021-10-15", 12, None),  # beyond 400 km nobody knows
        ("2021-10-20", 12, 160),
        ("2021-10-22", 12, None),
    ],
)
def test_the_doubt_grows_from_one_sighting_shrinks_to_the_next_and_ends_in_nothing(
    stage: Stage, text: str, hour: float, km: float | None
):
    rest_at(stage, text, hour)
    found = ships(stage)
    assert [round(ship["km"]) for ship in found] == ([] if km is None else [km])


def test_of_a_flight_no_place_is_computed_and_none_where_ways_are_switched_off(stage: Stage):
    tell(stage, kinds=1 << KINDS.index("air-patrol"))
    rest_at(stage, "2021-10-13")
    assert stage.shown == 1
    assert ships(stage) == []
    tell(stage, to=day("2021-10-13"))
    go_to(stage, "2021-10-07")
    assert len(ships(stage)) == 1
    tell(stage, to=day("2021-10-07"), layers=31 & ~(1 << list(look.LAYERS).index("legs")))
    assert ships(stage) == []


def test_closed_it_leaves_nothing_behind(stage: Stage):
    before = picture(stage)
    rest_at(stage, "2021-10-07")
    button(stage, "Close the player").click()
    tell(stage)
    assert stage.js("map.getPane('moving').childElementCount") == 0
    assert picture(stage) == before
    assert stage.js("document.activeElement.getAttribute('aria-label')") == "Play"
    assert not stage.js("map.getContainer().classList.contains('has-player')")
    previews = stage.js("previews.length")
    stage.page.wait_for_timeout(300)
    assert stage.js("previews.length") == previews
    assert button(stage, "Pause").count() == 0


def test_closed_while_it_plays_it_rests_where_it_is(stage: Stage):
    play(stage)
    stage.page.wait_for_function("layer.shown === 2")
    button(stage, "Close the player").click()
    (once,) = told(stage)
    assert FROM < once[1] < TO


def test_what_python_says_meanwhile_is_played_on_with(stage: Stage):
    play(stage)
    stage.page.wait_for_function("layer.shown === 2")
    tell(stage, theme="dark", kinds=511 & ~(1 << KINDS.index("coast-guard")))
    assert button(stage, "Pause").is_visible()
    assert stage.js("layer.state.to") < day(TO)
    stage.page.wait_for_function("layer.shown === 2 && layer.state.to > 18912")
    assert stage.js("map.getContainer().dataset.theme") == "dark"
    assert told(stage) == []


def test_marks_keep_their_places_while_the_days_move(stage: Stage):
    place = "() => { const p = layer.placeOf(layer.data.events.id.indexOf('voyage')); return [p.lat, p.lng]; }"
    stage.js("void map.setView([42, 140], 2, {animate: false})")
    play(stage)
    stage.page.wait_for_function("layer.shown === 2")
    few = stage.js(place)
    stage.page.wait_for_function("layer.shown === 4")
    assert stage.js(place) == few


def test_what_costs_time_waits_until_the_picture_rests(stage: Stage):
    stage.js("() => { window.laid = 0; window.laidAt = performance.now(); const lay = layer.parts.names._lay; layer.parts.names._lay = function () { laid++; laidAt = performance.now(); lay.call(this); }; }")  # fmt: skip
    play(stage)
    stage.page.wait_for_function("() => performance.now() - laidAt > 800")  # what was begun before is done
    before = stage.js("[draws, laid, previews.length]")
    choice(stage, "Speed").select_option("1 month a second")
    stage.page.wait_for_function("(n) => previews.length > n + 15", arg=before[2])
    assert stage.js("[draws, laid]") == before[:2]
    button(stage, "Pause").click()
    stage.page.wait_for_function("([drawn, names]) => draws > drawn && laid > names", arg=before[:2])


def test_whoever_wants_no_motion_sees_one_event_after_the_other(open_stage: Raise):
    stage = open_stage(reduced_motion="reduce")
    stage.js("() => { const ask = requestAnimationFrame; window.asked = 0; window.requestAnimationFrame = (act) => { asked++; return ask(act); }; }")  # fmt: skip
    button(stage, "Play").click()
    assert date_line(stage) == "1 Sep 2021"
    stage.page.wait_for_timeout(1000)
    asked = stage.js("asked")
    stage.page.wait_for_timeout(500)
    assert stage.js("asked") == asked, "a frame is drawn while nothing happens"
    expect(stage.page.locator(".player-line")).to_have_text("Early")
    expect(stage.page.locator(".player-line")).to_have_text("Voyage")
    assert [preview["to"] for preview in stage.js("previews")] == [day(FROM), day("2021-09-10"), day("2021-10-05")]
    assert ships(stage) == []
    button(stage, "Pause").click()
    assert told(stage) == [[FROM, "2021-10-05"]]
    assert stage.errors == []


def test_the_keyboard_plays_and_does_not_move_the_map(stage: Stage):
    before = stage.view()
    button(stage, "Play").focus()
    stage.page.keyboard.press("Space")
    expect(button(stage, "Pause")).to_be_focused()
    stage.page.keyboard.press("Tab")
    expect(button(stage, "Next event")).to_be_focused()
    stage.page.keyboard.press("Enter")
    assert date_line(stage) == "10 Sep 2021"
    expect(button(stage, "Play")).to_be_visible()
    for _ in range(3):
        stage.page.keyboard.press("ArrowRight")
    assert stage.view() == before


def test_on_a_phone_it_is_one_row_beside_the_credit(stage: Stage):
    stage.page.set_viewport_size({"width": 390, "height": 560})
    rest_at(stage, "2021-10-07")
    box = stage.page.locator(".player").bounding_box()
    credit = stage.page.locator(".leaflet-control-attribution").bounding_box()
    assert box is not None
    assert credit is not None
    assert box["width"] <= 370
    assert box["height"] <= 48
    assert box["y"] + box["height"] <= credit["y"] + 4
    stage.page.get_by_role("button", name="Speed and what is shown").click()
    assert choice(stage, "Speed").is_visible()
    stage.page.keyboard.press("Tab")
    stage.page.keyboard.press("Escape")
    expect(stage.page.get_by_role("button", name="Speed and what is shown")).to_be_focused()
    assert not choice(stage, "Speed").is_visible()


@pytest.mark.parametrize("sel", [None, "event.voyage"])
def test_while_days_are_previewed_a_long_event_fades_where_it_lies_outside_of_them(stage: Stage, sel: str | None):
    canvas = 1 if sel else 0
    layers = sum(1 << list(look.LAYERS).index(name) for name in ("legs", "sightings"))
    tell(stage, sel=sel, layers=layers)
    stage.js("void map.setView([42, 138], 5, {animate: false})")
    stage.settle()
    first, way, second, third = (stage.point(lon, 42) for lon in (132, 135, 138, 144))

    def drawn() -> list[float]:
        """How dark the three sightings are on white, and the way from the first to the second."""
        colours = (stage.colour(*point, canvas) for point in (first, second, third, way))
        return [(255 * 3 - sum(colour[:3])) * colour[3] / 255 for colour in colours]

    whole, preview = drawn(), "([from, to]) => layer.preview({from, to})"
    stage.js(preview, [day("2021-10-07"), day("2021-10-10")])
    begun = drawn()
    assert begun[1] == whole[1]
    assert begun[2] < whole[2] * 0.7
    assert begun[3] == whole[3]
    stage.js(preview, [day("2021-10-20"), day("2021-10-30")])
    ended = drawn()
    assert ended[2] == whole[2]
    assert ended[0] < whole[0] * 0.7
    assert ended[3] < whole[3] * 0.7
