"""The events page in a real browser: searched, sorted, filtered, left and come back to, with the view kept all the way."""

import pytest
from playwright.sync_api import Page, expect

from atlas.catalog import default_catalog
from atlas.catalog.called import called
from atlas.spelling import folded, words
from tests.browser.driving import count_line, panel_title, wait_for_address
from tools.browser import frame
from tools.server import Server

ROWS = ".events tbody tr:not([hidden])"


@pytest.fixture
def events(page: Page, server: Server) -> Page:
    page.goto(f"{server.url}/events?state=both&sel=event.joint-sea-2021")
    page.wait_for_selector(".events tbody tr")
    return page


def cells(page: Page, place: int) -> list[str]:
    return page.locator(f"{ROWS} > :nth-child({place})").all_inner_texts()


def test_a_reader_searches_sorts_and_goes_on_with_the_view_kept(events: Page):
    page, catalog = events, default_catalog()
    everything = page.locator(ROWS).count()
    # By keyboard the filters are one step away, though hundreds of links stand before them.
    skip = page.get_by_role("link", name="Skip to the filters")
    skip.focus()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Exercises")).to_be_focused()
    expect(page.locator("tr[aria-current=true]")).to_have_id("row-joint-sea-2021")
    field = page.get_by_role("searchbox")
    field.press_sequentially("Sovershennyy")
    expect(page.locator(".listed-said")).to_have_text(f"8 of {everything} found")
    wait_for_address(page, "q=Sovershennyy")
    with_ship = {name for name, row in catalog.layers["events"].rows.items() if "CN" in row["states"] and any(unit.get("ship") == "ru-sovershenniy-333" for unit in row["units"])}  # fmt: skip
    assert {row.get_attribute("id") for row in page.locator(ROWS).all()} == {f"row-{name}" for name in with_ship}

    page.get_by_role("button", name="Sightings").click()
    seen = [int(text) if text != "–" else 0 for text in cells(page, 5)]
    assert seen == sorted(seen, reverse=True)
    assert seen[0] > seen[-1]
    expect(page.locator("th[data-column=seen]")).to_have_attribute("aria-sort", "descending")
    wait_for_address(page, "sort=-seen")

    page.evaluate("window.stayed = true")
    # The page is written anew under another filter: search and order stay, and what was opened stays open.
    page.locator(".facets summary").click()
    page.locator(".facets").get_by_role("link", name="Joint naval patrols").click()
    wait_for_address(page, "series=joint-naval-patrol")
    expect(page.locator(".dek")).to_contain_text("Joint naval patrols")
    expect(page.locator(ROWS)).to_have_count(2)
    expect(page.locator(".listed-said")).to_have_text("2 of 7 found")
    expect(page.locator(".facets")).to_have_attribute("open", "")
    assert page.evaluate("window.stayed"), "the page was loaded anew"
    field.fill("no such ship")
    expect(page.locator(".listed-none")).to_be_visible()
    page.go_back()
    expect(page.locator(".dek")).not_to_contain_text("Joint naval patrols")


def test_the_header_hands_the_view_on_and_a_number_leads_to_its_list(events: Page):
    page = events
    page.evaluate("window.stayed = true")
    page.locator(".pages").get_by_role("link", name="Map").click()
    frame(page).wait_for_selector("[data-painted]", state="attached")
    expect(panel_title(page)).to_have_text("Joint Sea / Maritime Interaction 2021")
    assert "state=both" in page.url
    number = count_line(page).get_by_role("link").first
    shown = int(number.inner_text())
    number.click()
    expect(page.locator(ROWS)).to_have_count(shown)
    patrols = page.get_by_role("link", name="naval patrols")
    shown = int(patrols.inner_text())
    patrols.click()
    wait_for_address(page, "kind=naval-patrol")
    expect(page.locator(ROWS)).to_have_count(shown)
    page.locator(".strip-numbers").click()
    number = page.locator(".strip-table td a").first
    shown = int(number.inner_text())
    number.click()
    wait_for_address(page, "begun=")
    expect(page.locator(ROWS)).to_have_count(shown)
    assert page.evaluate("window.stayed"), "the page was loaded anew"

    # On the phone the header is a menu, and nothing stands out of the page.
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".menu summary").click()
    page.locator(".menu").get_by_role("link", name="Events").click()
    expect(page.locator(".menu nav")).to_be_hidden()
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390


def test_python_and_the_browser_fold_every_name_alike(page: Page, server: Server):
    page.goto(f"{server.url}/events")
    page.wait_for_selector(".events tbody tr")
    catalog = default_catalog()
    names = sorted({name for event in catalog.layers["events"].rows for name in called(catalog, event)})
    module = page.evaluate(
        "JSON.parse(document.querySelector('script[type=importmap]').textContent).imports['atlas/site']"
    )
    script = """async ([url, names]) => {
        const text = (await (await fetch(url)).text()).replace(/export default[^]*/, '') + ';return {plainWords, folded};';
        const {plainWords, folded} = new Function(text)();
        return names.map((name) => plainWords(name).map((word) => [word, folded(word)]));
    }"""
    told = page.evaluate(script, [f"{server.url}/{module}", names])
    assert told == [[[word, folded(word)] for word in words(name)] for name in names]
