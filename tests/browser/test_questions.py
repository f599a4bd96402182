"""What readers come to ask, each answered in three clicks from the map at most."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from atlas.catalog import default_catalog
from tests.browser.driving import panel_title
from tools.browser import open_map
from tools.server import Server

MOST_CLICKS = 3
LIST = ".listed[data-own] tbody tr"


class Reader:
    """Somebody at the map who goes on by clicks alone, each of them counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def click(self, place: Locator) -> None:
        self.clicks += 1
        assert self.clicks <= MOST_CLICKS
        place.click()

    def page_of(self, name: str) -> None:
        self.click(self.page.locator(".pages").get_by_role("link", name=name, exact=True))

    def title(self, words: str) -> None:
        expect(self.page.locator("h1")).to_contain_text(words)

    def asks_again(self) -> None:
        """Begin anew: the header is the same on every page, so a click on it is a click from the map."""
        self.clicks = 0


@pytest.fixture
def reader(page: Page, server: Server) -> Iterator[Reader]:
    open_map(page, server.url)
    page.evaluate("window.stayed = true")
    yield Reader(page)
    assert page.evaluate("window.stayed"), "a page was loaded anew on the way"


def test_each_question_is_answered_in_three_clicks_from_the_map(reader: Reader):
    page, catalog = reader.page, default_catalog()
    rows = catalog.layers["events"].rows

    # Which straits, and how often?
    strait = catalog.layers["passages"].rows["tsushima"]
    told = sum(
        passed["passage"] in {"tsushima", *strait["parts"]} for row in rows.values() for passed in row["passages"]
    )
    reader.page_of("Straits")
    reader.title("Tsushima")
    row = page.locator(".by-year tbody tr").first
    expect(row.locator("th")).to_contain_text("Tsushima Strait")
    expect(row.locator("td").first).to_have_text(str(told))
    reader.click(row.locator("td a").first)
    reader.title("Tsushima Strait")
    expect(page.locator(LIST)).to_have_count(told)

    # Which ship?
    reader.asks_again()
    reader.page_of("Ships")
    reader.title("Ships")
    page.get_by_role("searchbox").fill("совершенный")
    found = page.locator(f"{LIST}:not([hidden])")
    expect(found).to_have_count(1)
    with_ship = {
        name for name, row in rows.items() if any(unit.get("ship") == "ru-sovershenniy-333" for unit in row["units"])
    }
    expect(found.locator("td.n")).to_have_text(str(len(with_ship)))
    reader.click(found.locator("th a"))
    reader.title("Sovershenniy")
    for name in sorted(with_ship)[:3]:
        expect(page.locator(f'table a[href^="./event?id={name}"]').first).to_be_attached()

    # How close to which coast?
    reader.asks_again()
    reader.page_of("Coasts")
    reader.title("Closest approach")
    for coast in ("Japan", "Taiwan", "South Korea"):
        row = page.locator(".by-coast tbody tr", has=page.get_by_role("rowheader", name=coast)).first
        expect(row.locator(".km")).to_have_text(re.compile(r"^\d+ ± \d+ km$"))
        expect(row.locator("a[href^='./event?id=']")).to_be_visible()
    reader.click(page.locator(".by-coast tbody a[href^='./?sel=sighting.']").first)
    expect(panel_title(page)).to_contain_text("Osumi Strait")

    # Is "the sixth patrol since 2019" right?
    reader.asks_again()
    reader.page_of("Timeline")
    reader.title("Timeline")
    numbers = page.locator("table", has=page.locator("caption", has_text="Joint air patrols"))
    sixth = numbers.locator("tbody tr").nth(5)
    expect(sixth.locator("th")).to_have_text("6")
    expect(sixth.locator("td").first).to_contain_text("6–7 Jun 2023")
    expect(sixth.locator("td.told").first).to_contain_text("6")
    assert min(row["start"] for row in rows.values() if row["series"] == "joint-air-patrol") >= "2019"
    reader.click(sixth.locator("td a").first)
    reader.title("Sixth China-Russia joint air patrol")
