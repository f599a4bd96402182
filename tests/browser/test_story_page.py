"""The story of July 2023: a walk by keyboard, by button and by link, beside a map that stays and moves."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from atlas.catalog import default_catalog
from tests.browser.driving import stay_here, wait_for_address
from tools.browser import MAP_FRAME, frame
from tools.server import Server

HEARD = ".walk-bar [role=status]"


def claim(number: int) -> str:
    (story,) = default_catalog().stories.values()
    told: str = story["steps"][number - 1]["claim"]
    return told


def where_is_the_map(page: Page) -> dict[str, Any]:
    told: dict[str, Any] = frame(page).evaluate(
        "() => ({lat: map.getCenter().lat, zoom: map.getZoom(), same: window.stayed === true})"
    )
    return told


def at_step(page: Page, number: int) -> None:
    """Wait until the card, the address and the bar are at this step."""
    expect(page.locator(".stop h2")).to_have_text(claim(number))
    wait_for_address(page, f"step=claim-{number:02}")
    expect(page.locator(".walk-count")).to_have_text(f"{number} of 25")
    expect(page.locator(".tick[aria-current=step]")).to_have_attribute("href", re.compile(f"step=claim-{number:02}"))


def test_the_walk_goes_by_keys_buttons_and_links_and_the_map_stays_one_and_moves(page: Page, server: Server):
    page.goto(f"{server.url}/story?step=claim-22")
    at_step(page, 22)
    frame(page).wait_for_selector("[data-painted]", state="attached")
    stay_here(page, 10, 110, 4)
    expect(page.locator(HEARD)).to_have_text("")

    page.keyboard.press("ArrowRight")
    at_step(page, 23)
    expect(page.locator(HEARD)).to_contain_text("23 of 25. Confirmed, with a correction. Earlier in July")
    frame(page).wait_for_function("() => map.getCenter().lat > 25")
    assert where_is_the_map(page)["same"]

    page.go_back()
    at_step(page, 22)
    page.go_forward()
    at_step(page, 23)
    for _ in range(5):
        page.keyboard.press(
            "ArrowRight"
        )  # quicker than the server answers: none is lost, and the last step is the last
    at_step(page, 25)
    expect(page.get_by_role("button", name="Next")).to_have_attribute("aria-disabled", "true")
    page.get_by_role("button", name="Previous").click()
    at_step(page, 24)
    expect(page.locator(".walk-words")).to_have_text("Days shown: 25 Jun – 11 Jul 2023")
    page.locator(".tick").first.click()
    at_step(page, 1)
    assert where_is_the_map(page)["same"]

    page.keyboard.press("ArrowLeft")
    expect(page.locator(".verdicts")).to_be_visible()
    assert "step" not in page.url
    page.locator(".verdicts a").nth(2).click()
    expect(page.locator(".claims h2")).to_have_text([claim(22)])
    page.get_by_role("link", name="All", exact=True).click()
    expect(page.locator(".claims article")).to_have_count(25)
    page.get_by_role("link", name="See it on the map").nth(10).click()
    at_step(page, 11)


def test_on_a_phone_the_map_lies_above_the_text_and_the_buttons_below(page: Page, server: Server):
    width = 390
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{server.url}/story?step=claim-11")
    at_step(page, 11)
    page.get_by_role("button", name="Next").click()
    at_step(page, 12)
    boxes = [page.locator(part).bounding_box() for part in (MAP_FRAME, ".stop h2", ".walk-steps")]
    tops = [box["y"] for box in boxes if box]
    assert tops == sorted(tops)
    assert len(tops) == 3
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes)
    assert page.evaluate("() => document.documentElement.scrollWidth") == width
    page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollTo(0, 600)")
    assert page.locator(MAP_FRAME).bounding_box()["y"] == pytest.approx(48, abs=2)  # it stays in sight below the header
