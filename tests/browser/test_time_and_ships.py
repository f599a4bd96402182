"""From the map to an answer: is 'the sixth patrol' right, and where has this ship been."""

import re

from playwright.sync_api import Page, expect

from tests.browser.driving import wait_for_address
from tools.browser import open_map
from tools.server import Server

DRAWN = "n => document.querySelectorAll('[data-testid=stVegaLiteChart] svg').length === n"
BAR = """year => {
    const bars = [...document.querySelectorAll('.st-key-chart-years svg path')];
    const box = bars.find((bar) => bar.__data__?.datum?.year === year).getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
}"""
WIDER = "document.documentElement.scrollWidth - innerWidth"


def test_the_timeline_is_one_click_away_and_each_bar_opens_its_list(page: Page, server: Server):
    open_map(page, server.url, "state=both")
    page.get_by_role("navigation", name="Pages").first.get_by_role("link", name="Timeline").click()
    page.wait_for_function(DRAWN, arg=5)
    assert "state=both" in page.url
    air = page.locator("#numbers-joint-air-patrol")
    expect(air.locator(".findings li").first).to_have_text(
        "China: 10 numbers fit the count of events (1–4 and 6–11, 2019–2026)."
    )
    expect(air.get_by_role("row", name="Sixth China-Russia joint air patrol")).to_contain_text("6")
    years = page.locator(".st-key-chart-years")
    drawing = years.locator("[role=graphics-document]").first
    expect(drawing).to_have_attribute("aria-label", re.compile("^Bars of the number of events in each year"))
    years.locator("summary").click()
    told = years.get_by_role("row", name="2024").get_by_role("link").last
    number = int(told.inner_text())
    page.evaluate("window.stayed = true")
    page.mouse.click(*page.evaluate(BAR, "2024"))
    wait_for_address(page, "from=2024-01-01&to=2024-12-31&state=both")
    expect(page.locator(".tbl.events tbody tr")).to_have_count(number)
    assert page.evaluate("window.stayed")
    page.go_back()
    page.wait_for_function(DRAWN, arg=5)


def test_a_ship_is_found_by_another_spelling_and_its_page_shows_it_whole(page: Page, server: Server):
    page.goto(f"{server.url}/ships?from=2023-01-01&v=1")
    page.get_by_label("Search by name").fill("Sovershennyy")
    rows = page.locator(".fleet tbody tr:visible")
    expect(rows).to_have_count(1)
    rows.get_by_role("link", name="Sovershenniy").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sovershenniy 333")
    assert "from=2023-01-01" in page.url
    page.wait_for_function(DRAWN, arg=1)
    inside = page.frame_locator("iframe[title='streamlit_folium.st_folium']")
    expect(inside.locator("[data-shown='12']")).to_be_attached()
    first = page.locator(".beside tbody tr").first
    first.locator("summary").click()
    expect(first.locator(".plain li:visible")).to_have_count(6)
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate(WIDER) <= 0
    page.goto(f"{server.url}/timeline")
    page.wait_for_function(DRAWN, arg=5)
    assert page.evaluate(WIDER) <= 0
