"""Piles: marks and dots that nobody could tell apart are spread by a click, and each of them can be chosen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect
from tiny import make_event, make_sighting, write_layers

from atlas import look
from atlas.catalog import Catalog
from atlas.map import columns
from tests.browser.stage import HOST, SIZE, Stage, at, files, raise_stage

Raise = Callable[..., Stage]
ALL = (1 << len(look.LAYERS)) - 1
CROWD = 450
"""More events than are pushed apart, in one port."""


def make_world(folder: Path) -> Path:
    """A visit with four sightings in one port and one at sea; three other visits; a crowd in one place."""
    seen = {"date_precision": "day", "role": "port", "basis": "place", "radius_km": 10}
    days = ("2023-07-05", "2023-07-07", "2023-07-09", "2023-07-11")
    return write_layers(
        folder,
        make_event("visit", "2023-07-05", "2023-07-11", kind="port-call", at=(122, 36)),
        *(make_event(f"other-{n}", f"202{n}-01-01", kind="port-call", at=(122, 36)) for n in (1, 2, 3)),
        *(make_event(f"crowd-{n}", "2011-01-01", kind="transit", at=(140, 36)) for n in range(CROWD)),
        sightings=[
            *(
                at(make_sighting(f"visit-s0{n}", "visit", n, date=day, place=f"berth {n}", **seen), 122, 36)
                for n, day in enumerate(days, 1)
            ),
            at(make_sighting("visit-s05", "visit", 5, date="2023-07-06", **seen), 128, 36),
            at(make_sighting("crowd-s01", f"crowd-{CROWD - 1}", 1, **seen), 140, 36),
            *(at(make_sighting(f"other-{n}-s01", f"other-{n}", 1, date=f"202{n}-01-01", **seen), 122, 36) for n in (1, 2, 3)),
        ],
    )  # fmt: skip


@pytest.fixture(scope="module")
def open_stage(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Raise]:
    """Give a way to open the page with the port in its middle."""
    folder = tmp_path_factory.mktemp("fan")
    served = files(folder / "stage") | {
        "/columns": (columns(Catalog.load(make_world(folder / "layers"))), "application/json")
    }
    opened: list[Stage] = []

    def build(size: dict[str, int] = SIZE, lon: float = 122, **told: object) -> Stage:
        stage = raise_stage(browser, served, "")
        opened.append(stage)
        stage.page.set_viewport_size(size)
        stage.page.goto(f"{HOST}/")
        stage.js("(lon) => void map.setView([36, lon], 6, {animate: false})", lon)
        stage.tell(**{"from": 18262} | told)
        return stage

    yield build
    for stage in opened:
        assert stage.errors == []
        stage.page.close()


def items(stage: Stage) -> Locator:
    return stage.page.locator(".fan-item")


def middle(item: Locator) -> tuple[float, float]:
    """Give where to press. Locator.click would first scroll the map's box, should the item still grow; Leaflet undoes that."""
    box = item.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def sels(stage: Stage) -> list[str]:
    return items(stage).evaluate_all("(found) => found.map((one) => one.dataset.sel)")


BERTHS = [f"sighting.visit-s0{n}" for n in (1, 2, 3, 4)]


def test_sightings_in_one_port_are_said_to_be_several_and_spread_on_a_click(open_stage: Raise):
    stage = open_stage(sel="event.visit")
    port = stage.point(122, 36)
    assert stage.said(*port) == ["4 sightings here", "A click spreads them out"]
    stage.page.mouse.click(*port)
    expect(items(stage)).to_have_count(4)
    assert sels(stage) == BERTHS
    assert stage.picked == [], "nothing is chosen before the reader has said which"
    boxes = [box.bounding_box() for box in items(stage).all()]
    middles = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes]
    apart = [((a - c) ** 2 + (b - d) ** 2) ** 0.5 for k, (a, b) in enumerate(middles) for c, d in middles[k + 1 :]]
    assert min(apart) >= boxes[0]["width"]
    assert stage.page.locator(".fan-date").all_text_contents() == ["5 Jul", "7 Jul", "9 Jul", "11 Jul"]


def test_a_hairline_leads_from_each_to_its_true_place(open_stage: Raise):
    stage = open_stage(sel="event.visit")
    port = stage.point(122, 36)
    stage.page.mouse.click(*port)
    starts = stage.js(
        """() => [...document.querySelectorAll('.fan-lines path')].map((line) => {
        const matrix = line.getScreenCTM(), point = line.getPointAtLength(0).matrixTransform(matrix); return [point.x, point.y]; })"""
    )
    assert len(starts) == 4
    assert all(abs(x - port[0]) < 1 and abs(y - port[1]) < 1 for x, y in starts)


def test_each_of_a_fan_is_chosen_by_a_click_and_a_click_beside_closes_it_and_chooses_nothing(open_stage: Raise):
    stage = open_stage(sel="event.visit")
    stage.page.mouse.click(*stage.point(122, 36))
    stage.page.mouse.click(*middle(items(stage).nth(2)))
    assert stage.picked == ["sighting.visit-s03"]
    stage.tell(**{"from": 18262}, sel="sighting.visit-s03")
    expect(items(stage).nth(2)).to_have_attribute("aria-pressed", "true")
    expect(items(stage).nth(1)).to_have_attribute("aria-pressed", "false")
    stage.page.mouse.click(*middle(items(stage).nth(0)))
    assert stage.picked == ["sighting.visit-s03", "sighting.visit-s01"]
    stage.page.mouse.click(*stage.point(128, 36))
    expect(items(stage)).to_have_count(0)
    assert len(stage.picked) == 2
    stage.page.mouse.click(*stage.point(128, 36))
    assert stage.picked[2:] == ["sighting.visit-s05"]


def test_a_fan_is_worked_by_keyboard_and_escape_gives_the_map_back(open_stage: Raise):
    stage = open_stage(sel="event.visit")
    view = stage.view()
    stage.page.mouse.click(*stage.point(122, 36))
    stage.page.keyboard.press("ArrowRight")
    expect(items(stage).nth(1)).to_be_focused()
    assert stage.page.locator(".event-card b").text_content() == "berth 2"
    stage.page.keyboard.press("ArrowLeft")
    stage.page.keyboard.press("ArrowLeft")
    expect(items(stage).nth(3)).to_be_focused()
    stage.page.keyboard.press("Enter")
    assert stage.picked == ["sighting.visit-s04"]
    assert items(stage).nth(3).get_attribute("aria-label").startswith("berth 4, 11 Jul 2023")
    expect(stage.page.get_by_role("group", name="4 sightings here")).to_be_attached()
    stage.page.keyboard.press("Escape")
    expect(items(stage)).to_have_count(0)
    assert stage.js("document.activeElement === map.getContainer()")
    assert stage.view() == view, "arrows move in the fan, not the map"


def test_the_card_lies_beside_the_fan_and_over_none_of_it(open_stage: Raise):
    for size in (SIZE, {"width": 390, "height": 420}):
        stage = open_stage(size, sel="event.visit")
        stage.page.mouse.click(*stage.point(122, 36))
        for item in items(stage).all():
            stage.page.mouse.move(*middle(item))
            expect(stage.page.locator(".event-card")).to_be_visible()
            card = stage.page.locator(".event-card").bounding_box()
            for box in [one.bounding_box() for one in items(stage).all()]:
                beside = box["x"] + box["width"] <= card["x"] or card["x"] + card["width"] <= box["x"]
                above = box["y"] + box["height"] <= card["y"] or card["y"] + card["height"] <= box["y"]
                assert beside or above
            assert card["x"] >= 0
            assert card["x"] + card["width"] <= size["width"]
            assert card["y"] >= 0
            assert card["y"] + card["height"] <= size["height"]


def test_a_drag_carries_the_fan_along_and_a_zoom_closes_it(open_stage: Raise):
    stage = open_stage(sel="event.visit")
    stage.page.mouse.click(*stage.point(122, 36))
    middle = "[...document.querySelectorAll('.fan')].map((fan) => [fan.getBoundingClientRect().x, fan.getBoundingClientRect().y])[0]"
    before = stage.js(middle)
    stage.js("void map.panBy([50, -30], {animate: false})")
    after = stage.js(middle)
    assert (round(after[0] - before[0]), round(after[1] - before[1])) == (-50, 30)
    stage.js("void map.setZoom(7, {animate: false})")
    expect(items(stage)).to_have_count(0)


def test_sightings_of_several_events_spread_and_none_that_lies_under_the_mark_of_its_own_event_is_counted(
    open_stage: Raise,
):
    stage = open_stage(layers=ALL)
    port = stage.point(122, 36)
    marks = [stage.mark(name) for name in ("visit", "other-1", "other-2", "other-3")]
    assert min(abs(x - port[0]) + abs(y - port[1]) for x, y in marks) > 7, "all were pushed aside: the dots lie free"
    stage.page.mouse.click(*port)
    assert set(sels(stage)) == {*BERTHS, *(f"sighting.other-{n}-s01" for n in (1, 2, 3))}
    assert sels(stage)[0] == "sighting.other-1-s01", "in order of time"
    stage.page.keyboard.press("Escape")
    stage.page.mouse.click(*stage.point(128, 36))
    assert stage.picked == ["sighting.visit-s05"]


def test_a_mark_that_stands_alone_is_chosen_at_once(open_stage: Raise):
    stage = open_stage()
    stage.page.mouse.click(*stage.mark("other-2"))
    assert stage.picked == ["event.other-2"]
    expect(items(stage)).to_have_count(0)


def test_of_a_crowd_in_one_place_the_latest_forty_are_spread_and_the_rest_is_counted(open_stage: Raise):
    stage = open_stage(lon=140, **{"from": 0})
    place = stage.point(140, 36)
    assert stage.said(*place)[0] == f"{CROWD} events here"
    stage.page.mouse.click(*place)
    expect(items(stage)).to_have_count(40)
    assert stage.page.locator(".fan-note").text_content() == f"The latest 40 of {CROWD}: zoom in for the others"
    boxes = [box.bounding_box() for box in items(stage).all()]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= SIZE["width"] for box in boxes)
    assert all(box["y"] >= 0 and box["y"] + box["height"] <= SIZE["height"] for box in boxes)
    sel = sels(stage)[7]
    stage.page.mouse.click(*middle(items(stage).nth(7)))
    assert stage.picked == [sel]
    expect(items(stage).nth(7)).to_have_attribute("aria-pressed", "true")
    stage.page.mouse.click(*middle(items(stage).nth(39)))
    assert stage.picked[1:] == [f"event.crowd-{CROWD - 1}"]
    expect(items(stage)).to_have_count(0), "its story is told on the map now, and the others have faded"


def test_a_fan_closes_when_what_it_holds_is_filtered_out(open_stage: Raise):
    stage = open_stage(lon=140, **{"from": 0})
    stage.page.mouse.click(*stage.point(140, 36))
    expect(items(stage)).to_have_count(40)
    stage.tell(**{"from": 18262})
    expect(items(stage)).to_have_count(0)


def test_whoever_wants_no_motion_gets_a_fan_that_stands_still(browser: Browser, tmp_path: Path):
    served = files(tmp_path / "stage") | {
        "/columns": (columns(Catalog.load(make_world(tmp_path / "layers"))), "application/json")
    }
    stage = raise_stage(browser, served, "", reduced_motion="reduce")
    stage.page.goto(f"{HOST}/")
    stage.js("void map.setView([36, 122], 6, {animate: false})")
    stage.tell(**{"from": 18262}, sel="event.visit")
    stage.page.mouse.click(*stage.point(122, 36))
    assert items(stage).first.evaluate("(item) => getComputedStyle(item).animationName") == "none"
    stage.page.close()
