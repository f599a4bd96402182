"""Closest approach in a browser: from the overview to one coast's whole list, sorted, on a phone too, and to the panel."""

import re

from playwright.sync_api import Page, expect

from tests.browser.driving import panel_title, wait_for_address
from tools.server import Server


def test_from_all_coasts_to_one_list_and_to_the_panel_of_a_sighting(page: Page, server: Server):
    page.goto(f"{server.url}/coasts?kind=transit")
    expect(page.get_by_role("heading", level=1)).to_have_text("Closest approach")
    expect(page.get_by_text("not a finding of law")).to_be_visible()
    every = page.locator(".by-coast a.num[href*='coast=taiwan']")
    expected = int(every.get_attribute("data-count") or 0)
    assert expected > 10
    every.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Closest approach: Taiwan")
    rows = page.locator(".by-coast.whole tbody tr")
    expect(rows).to_have_count(expected)
    wait_for_address(page, "kind=transit")

    page.get_by_role("button", name="Distance").click()
    shown = [float(re.sub(r"[^\d].*", "", told)) for told in page.locator(".by-coast.whole .km").all_inner_texts()]
    assert shown == sorted(shown)
    wait_for_address(page, "sort=km")

    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.set_viewport_size({"width": 1400, "height": 900})

    place = rows.first.get_by_role("rowheader").get_by_role("link")
    name = place.inner_text()
    place.click()
    expect(panel_title(page)).to_have_text(name)
    line = page.locator(".st-key-detail dt", has_text="Closest coasts").locator("xpath=following-sibling::dd[1]")
    expect(line).to_contain_text(re.compile(r"Taiwan\s+\d+ ± \d+ km"))
