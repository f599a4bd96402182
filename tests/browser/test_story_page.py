"""The story of July 2023, claim by claim."""

from playwright.sync_api import Page, expect

from atlas.catalog import default_catalog
from atlas.ui.story import steps
from tests.browser.driving import panel_title
from tools.browser import frame
from tools.server import Server


def test_each_claim_has_its_verdict_its_reason_and_its_sources(page: Page, server: Server):
    claims = steps(default_catalog())
    page.goto(f"{server.url}/story")
    articles = page.locator("[class*=st-key-claim-] article")
    expect(articles).to_have_count(len(claims))
    for place, claim in enumerate(claims):
        article = articles.nth(place)
        expect(article.locator("h2")).to_have_text(claim["claim"])
        expect(article.locator(".verdict")).not_to_be_empty()
        expect(article.locator(".why")).not_to_be_empty()
    linked = page.locator("[class*=st-key-claim-] article a[href^=http]")
    assert linked.count() >= len(claims)


def test_a_claim_leads_to_its_event_on_the_map(page: Page, server: Server):
    page.goto(f"{server.url}/story")
    link = page.get_by_role("link", name="Show on the map").first
    title = (link.text_content() or "").partition(": ")[2]
    link.click()
    frame(page).wait_for_selector("[data-painted]", state="attached")
    expect(panel_title(page)).to_have_text(title.strip())
    assert "sel=event." in page.url


def test_the_header_leads_to_each_page_and_back(page: Page, server: Server):
    page.goto(f"{server.url}/story")
    page.locator(".pages").get_by_role("link", name="Map").click()
    frame(page).wait_for_selector("[data-painted]", state="attached")
    page.locator(".pages").get_by_role("link", name="July 2023").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("July 2023")
