"""What a page tells Python after the reader has left it must not come: Streamlit would take the next page away again."""

import pytest
from playwright.sync_api import Page, expect

from tools.browser import open_map
from tools.server import Server

HELD = """window.late = () => held.forEach((act) => act());
    const held = window.held = [];
    window.requestIdleCallback = (act, how) => how?.timeout === 400 ? held.push(act) : setTimeout(act);"""
DID = """() => { window.late = () => document.dispatchEvent(
    new CustomEvent('atlas:did', {detail: {sel: 'event.joint-sea-2021'}})); }"""
FIRST = "(link) => { late(); document.querySelector(link).click(); }"
GO = "([link, ms]) => { document.querySelector(link).click(); if (ms) setTimeout(late, ms); else late(); }"
PATROL = "#numbers-joint-air-patrol tbody a[href^='./event']"
STORY = ".pages a[href^='./story']"

soon = pytest.mark.parametrize("ms", [0, 5])


def goes(page: Page, link: str, ms: int, title: str) -> None:
    """Follow a link and have `late` called before the next page is there; what asks then would clear that soon after."""
    page.evaluate(GO, [link, ms])
    expect(page.locator("h1")).to_contain_text(title)
    page.wait_for_timeout(500)
    expect(page.locator("h1")).to_contain_text(title, timeout=2000)


@soon
def test_charts_that_are_asked_for_late_take_nothing_from_the_next_page(page: Page, server: Server, ms: int):
    page.add_init_script(HELD)
    page.goto(f"{server.url}/timeline")
    page.wait_for_function("window.held.length")
    page.locator(".st-key-foot footer").wait_for()
    goes(page, PATROL, ms, "joint air patrol")
    assert "find fragment" not in server.read_log()


@soon
def test_what_is_done_on_a_map_that_goes_takes_nothing_from_the_next_page(page: Page, server: Server, ms: int):
    open_map(page, server.url)
    page.evaluate(DID)
    goes(page, STORY, ms, "July 2023")
    assert "sel=" not in page.url


def test_what_is_done_in_the_moment_of_going_calls_for_nothing_that_is_no_more(page: Page, server: Server):
    open_map(page, server.url)
    page.evaluate(DID)
    page.evaluate(FIRST, STORY)
    page.wait_for_url("**/story*")
    page.wait_for_timeout(1500)
    assert "Traceback" not in server.read_log()
