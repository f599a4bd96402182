"""Every page on a desk and in a hand: nothing is wider than the screen, and what our styles hold on to is there.

Our style sheets hold on to Streamlit's page by hooks; a new Streamlit that renames one must not pass unseen.
"""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from playwright.sync_api import TimeoutError as NeverSeen

from atlas.web.pages import PAGES
from tools.browser import open_map
from tools.server import ROOT, Server

STYLES = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "atlas" / "ui" / "styles").glob("*.css"))
)
TESTIDS = sorted(set(re.findall(r"\[data-testid=['\"]?([\w-]+)", STYLES)))
KEYS = sorted(set(re.findall(r"\.(st-key-[\w-]+)", STYLES)))
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1400, "height": 900}
WIDER = """Math.max(...['[data-testid=stMain]', '.st-key-bar'].map((part) => document.querySelector(part).scrollWidth))
    - innerWidth"""
# On a phone the rows of these are cards (styles/92-stacked.css); a grid of years stays one, and scrolls.
# Words that are only heard take up to one pixel.
CARDS = ".events, .fleet, .wide, .by-coast, .by-strait, .by-line, .by-zone, .served"
SIDEWAYS = f"""[...document.querySelectorAll('.scroll:has(> :is({CARDS}))')]
    .filter((list) => list.scrollWidth > list.clientWidth + 1).length"""
# Some of a page is gone once it stands: what was ever added to it is noted.
NOTE = """window.met = new Set();
const note = (node) => node.nodeType === 1 && [node, ...node.querySelectorAll('*')].forEach((e) => e.classList.forEach((name) => met.add(name)));
new MutationObserver((records) => records.forEach(({addedNodes}) => addedNodes.forEach(note))).observe(document, {childList: true, subtree: true});"""
HOOKS = "() => [...document.querySelectorAll('*')].flatMap((e) => [e.dataset.testid, ...e.classList]).concat(...met).filter(Boolean)"
RESTS = ".stApp[data-test-script-state='notRunning']"


class Walk:
    """A walk through the pages, and what it met: hooks, and what goes beyond the edge of the screen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.hooks: set[str] = set()
        self.beyond: list[str] = []

    def gather(self) -> None:
        self.hooks.update(self.page.evaluate(HOOKS))

    def look(self, name: str) -> None:
        """Look at the page as it stands, at both sizes."""
        self.page.wait_for_selector(RESTS)
        expect(self.page.get_by_test_id("stException")).to_have_count(0)
        for size in (PHONE, DESK):
            self.page.set_viewport_size(size)
            expect(self.page.locator("h1").first).to_be_visible()
            try:
                self.page.wait_for_function(f"() => {WIDER} <= 0")  # charts follow a new size a little later
            except NeverSeen:
                self.beyond.append(f"{name} at {size['width']} px: {self.page.evaluate(WIDER)} px")
            if size == PHONE and (wide := self.page.evaluate(SIDEWAYS)):
                self.beyond.append(f"{name}: {wide} lists scroll sideways")
            self.gather()


@pytest.fixture(scope="module")
def walk(profile: BrowserContext, server: Server) -> Walk:
    """Go to every page of the header by its links, then to those that only a link within a page leads to."""
    page = profile.new_page()
    page.add_init_script(NOTE)
    walk = Walk(page)
    open_map(page, server.url, "from=2012-01-01&to=2012-01-02")
    walk.look("an empty map")
    open_map(page, server.url, "embed=true")
    walk.gather()
    open_map(page, server.url, "sel=event.joint-sea-2021&from=2020-01-01&colour=blue&ship=ru-gromkiy-335&strait=miyako")
    page.wait_for_selector(".st-key-notice")
    walk.gather()
    page.locator(".st-key-more-filters summary").click()
    page.wait_for_selector("[data-testid='stMultiSelectTagsContainer']", state="attached")
    for path, name in PAGES.items():
        page.locator(".pages").get_by_role("link", name=name, exact=True).click()
        page.wait_for_function("(path) => location.pathname.endsWith(`/${path}`)", arg=path)
        expect(page.locator('.pages [aria-current="page"]')).to_have_text(name)
        expect(page.locator("#main")).to_have_count(1)
        assert page.locator(".pages").evaluate("(nav) => nav.scrollWidth <= nav.clientWidth"), "the header is cut off"
        walk.look(name)
    for path in ("event?id=joint-sea-2021", "ship?id=ru-gromkiy-335", "take"):
        page.goto(f"{server.url}/{path}")
        walk.look(path)
    page.close()
    return walk


def test_no_page_is_wider_than_the_screen(walk: Walk):
    assert walk.beyond == []


@pytest.mark.parametrize("hook", TESTIDS + KEYS)
def test_a_hook_of_our_styles_is_on_the_page(hook: str, walk: Walk):
    assert hook in walk.hooks
