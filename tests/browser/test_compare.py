"""Two views side by side, in a real browser: maps that move as one without a run, and one link that holds both."""

from collections.abc import Sequence
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Frame, Page, expect

from atlas.catalog import default_catalog
from atlas.view import View
from atlas.view.pair import Pair
from tests.browser.driving import LAYER, slider, wait_for_address
from tools.browser import MAP_FRAME
from tools.server import Server

WHERE = "() => [map.getCenter().lat, map.getCenter().lng, map.getZoom()]"
NEAR = 0.15  # degrees: a follower stands on whole pixels


def maps(page: Page) -> list[Frame]:
    """Give the frames of A and B, once both are painted."""
    expect(page.locator(MAP_FRAME)).to_have_count(2)
    frames = [element.content_frame() for element in page.locator(MAP_FRAME).element_handles()]
    found = [frame for frame in frames if frame]
    for frame in found:
        frame.wait_for_selector("[data-painted]", state="attached")
    return found


def shown(frames: Sequence[Frame]) -> list[int]:
    return [int(frame.locator("[data-shown]").get_attribute("data-shown") or -1) for frame in frames]


def placed(view: View) -> int:
    catalog = default_catalog()
    return catalog.count(view) - catalog.unplaced(view)


def pair_of(page: Page) -> Pair:
    return Pair.from_query(parse_qs(urlsplit(page.url).query), default_catalog())[0]


def test_two_maps_move_as_one_and_one_link_holds_both_views(page: Page, server: Server):
    sent: list[object] = []
    heard = lambda frame: sent.append(frame)  # noqa: E731, PLW0108 - Playwright writes a mark on what it is given
    page.on("websocket", lambda socket: socket.on("framesent", heard))
    page.goto(f"{server.url}/compare")
    frames = maps(page)
    usual = Pair.usual(View.default(default_catalog()))
    assert shown(frames) == [placed(usual.first), placed(usual.second)]
    for frame in frames:
        frame.evaluate("window.stayed = true")
    page.wait_for_timeout(500)
    before = len(sent)
    a_drag_of_a_and_a_zoom_of_b_move_both(page, *frames)
    assert len(sent) == before, "Python was asked"
    wide = the_strip_of_b_sets_its_days_alone(page, *frames)
    a_click_on_b_selects_what_a_keeps_out(page, *frames)

    page.get_by_role("link", name="Swap A and B").click()
    for frame, view in zip(frames, (wide.second, wide.first), strict=True):
        frame.wait_for_selector(f"[data-shown='{placed(view)}']", state="attached")
    a, b = (default_catalog().count(view) for view in (wide.second, wide.first))
    expect(page.locator("#main")).to_have_text(f"{a} events against {b}")
    assert pair_of(page).filters == wide.swapped().filters
    assert all(frame.evaluate("window.stayed === true") for frame in frames)

    # The tables come a moment after the title, but whose days begin with the span was B's before and is A's now.
    link = page.locator(".versus-table a.num:not([href*='from='])").first
    number = int(link.get_attribute("data-count") or -1)
    link.click()
    expect(page.locator("table.events tbody tr")).to_have_count(number)
    page.go_back()
    assert shown(maps(page)) == [placed(wide.second), placed(wide.first)]


def a_drag_of_a_and_a_zoom_of_b_move_both(page: Page, a: Frame, b: Frame) -> None:
    box = page.locator(MAP_FRAME).first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + 150
    start = a.evaluate(WHERE)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y + 40, steps=6)
    page.mouse.up()
    a.wait_for_function("([lat]) => Math.abs(map.getCenter().lat - lat) > 1", arg=start)
    assert b.evaluate(WHERE) == pytest.approx(a.evaluate(WHERE), abs=NEAR)
    wait_for_address(page, "at=")
    for frame in (a, b):
        frame.wait_for_function(
            "() => !map._animatingZoom && !map._panAnim?._inProgress"
        )  # a map that glides on does not zoom
    zoom = b.evaluate("map.getZoom()")
    b.get_by_role("button", name="Zoom in").click()
    for frame in (a, b):
        frame.wait_for_function("(zoom) => map.getZoom() === zoom && !map._animatingZoom", arg=zoom + 1)
    assert a.evaluate(WHERE) == pytest.approx(b.evaluate(WHERE), abs=NEAR)


def the_strip_of_b_sets_its_days_alone(page: Page, a: Frame, b: Frame) -> Pair:
    before = pair_of(page)
    slider(page, "first").nth(1).focus()
    page.keyboard.press("Home")
    wait_for_address(page, f"b.to={before.second.end}")
    pair = pair_of(page)
    assert pair.second.start == pair.second.span[0] < before.second.start
    assert pair.first.filters == before.first.filters
    b.wait_for_selector(f"[data-shown='{placed(pair.second)}']", state="attached")
    assert shown([a, b]) == [placed(pair.first), placed(pair.second)]
    return pair


def a_click_on_b_selects_what_a_keeps_out(page: Page, a: Frame, b: Frame) -> None:
    go = f"""(id) => {{ const l = {LAYER}, i = l.data.events.id.indexOf(id);
        map.setView(l.placeOf(i), 8, {{animate: false}}); return map.latLngToContainerPoint(l.placeOf(i)); }}"""
    spot = b.evaluate(go, "joint-sea-2021")
    box = page.locator(MAP_FRAME).nth(1).bounding_box()
    assert box
    page.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
    wait_for_address(page, "sel=")
    expect(page.locator(".st-key-picked")).to_contain_text("in B")
    assert [frame.evaluate(f"{LAYER}.chosen >= 0") for frame in (a, b)] == [False, True]
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".st-key-picked")).to_have_count(0)


def test_on_a_phone_b_stands_below_a_and_nothing_is_cut_off(page: Page, server: Server):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server.url}/compare?kind=transit&b.kind=air-patrol&b.ship=no-such-ship&v=1")
    maps(page)
    boxes = [page.locator(MAP_FRAME).nth(place).bounding_box() for place in (0, 1)]
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["x"] == boxes[1]["x"]
    assert boxes[0]["y"] + boxes[0]["height"] < boxes[1]["y"]
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    wide = "[...document.querySelectorAll('.versus-table')].filter((table) => table.offsetWidth > table.parentElement.clientWidth)"
    assert page.evaluate(f"{wide}.length") == 0
    notice = page.locator(".st-key-notice")
    expect(notice).to_contain_text("b.ship=no-such-ship")
    notice.get_by_role("button", name="Close").click()
    expect(notice).to_have_count(0)
    wait_for_address(page, "kind=transit&b.kind=air-patrol&v=1")
