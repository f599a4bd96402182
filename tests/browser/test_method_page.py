"""Data and method in a browser: an address with an anchor lands there, charts follow, and a report can be copied."""

from playwright.sync_api import Page, expect

from tools.server import Server

WIDER = "document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth"
DRAWN = "n => document.querySelectorAll('[data-testid=stVegaLiteChart] svg').length === n"
TOP = "(id) => document.getElementById(id).getBoundingClientRect().top"


def test_a_link_to_a_chapter_lands_there_and_its_text_is_copied(page: Page, server: Server):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{server.url}/method?about=joint-sea-2021#report")
    text = page.locator("#report-text")
    expect(text).to_contain_text("Event: joint-sea-2021, last changed")
    expect(text).to_be_in_viewport()
    page.get_by_role("button", name="Copy the text").press("Enter")
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == text.inner_text()

    page.wait_for_function(DRAWN, arg=4)
    contents = page.get_by_role("navigation", name="On this page")
    contents.get_by_role("link", name="Data dictionary").press("Enter")
    page.wait_for_function(f"() => Math.abs(({TOP})('dictionary') - 64) < 40")
    expect(contents).to_be_in_viewport()  # it stays in sight
    events = page.locator("details.file").first
    events.locator("summary").press("Enter")
    expect(events.get_by_role("rowheader", name="confidence_reason")).to_be_visible()

    page.set_viewport_size({"width": 390, "height": 844})
    page.evaluate("document.querySelectorAll('.st-key-method details').forEach((one) => { one.open = true; })")
    page.wait_for_function(f"() => {WIDER} <= 0")

    page.goto(f"{server.url}/method#%E0%")  # a part that cannot be read is none, and no error
    expect(page.locator("h1")).to_be_visible()
