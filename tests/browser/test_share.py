"""A link opens the view it was copied from, in any browser; a broken link opens what it can."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.driving import count_line, panel_title, place_of_map, stay_here, wait_for_address
from tools.browser import open_map, shown
from tools.server import Server


def test_the_address_opens_the_same_view_in_a_fresh_browser(page: Page, browser: Browser, server: Server):
    query = "from=2021-01-01&to=2023-12-31&kind=transit.naval-patrol&state=both&show=legs.sightings&sel=event.joint-naval-patrol-2021"
    open_map(page, server.url, query)
    expect(panel_title(page)).to_be_visible()
    stay_here(page, 38.5, 139.25, 6)
    wait_for_address(page, "at=38.5")

    fresh = browser.new_context(viewport=page.viewport_size)
    other = fresh.new_page()
    open_map(other, server.url, page.url.partition("?")[2])
    expect(panel_title(other)).to_have_text(panel_title(page).text_content() or "?")
    assert shown(other) == shown(page)
    assert count_line(other).text_content() == count_line(page).text_content()
    for held in (".st-key-kinds", ".st-key-states", ".strip"):
        state = "(box) => [...box.querySelectorAll('button, input')].map((e) => [e.textContent, e.value, e.ariaPressed, e.ariaChecked])"
        assert other.locator(held).evaluate(state) == page.locator(held).evaluate(state)
    mine, theirs = place_of_map(page), place_of_map(other)
    assert theirs["zoom"] == mine["zoom"]
    assert theirs["lat"] == pytest.approx(mine["lat"], abs=0.05)
    assert theirs["lon"] == pytest.approx(mine["lon"], abs=0.05)
    fresh.close()


def test_copy_link_copies_the_address_and_back_goes_back_one_choice(page: Page, server: Server):
    open_map(page, server.url, "from=2021-01-01&sel=event.joint-sea-2021")
    expect(panel_title(page)).to_be_visible()
    page.get_by_role("button", name="Copy link").click()
    page.wait_for_function("() => navigator.clipboard.readText()")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.locator(".st-key-close").get_by_role("button").click()
    expect(panel_title(page)).to_have_count(0)
    page.go_back()
    expect(panel_title(page)).to_be_visible()


@pytest.mark.parametrize(
    "wrong",
    [
        {"from": "yesterday", "kind": "submarine-race", "sel": "event.no-such-event", "at": "somewhere", "state": "XX", "colour": "blue"},
        {"from": "2022-12-31", "to": "2021-01-01"},
    ],
)  # fmt: skip
def test_what_a_link_says_wrongly_is_named_and_the_rest_is_used(page: Page, server: Server, wrong: dict[str, str]):
    open_map(page, server.url, f"{urlencode(wrong)}&show=events.legs")
    notice = page.locator(".st-key-notice")
    for name, value in wrong.items():
        expect(notice).to_contain_text(name if name == "colour" else value.removeprefix("event."))
    assert shown(page) > 0
    assert "show=events.legs" in page.url
    notice.get_by_role("button", name=re.compile("Close")).click()
    expect(notice).to_have_count(0)
    assert not wrong.items() & dict(parse_qsl(urlsplit(page.url).query)).items()
