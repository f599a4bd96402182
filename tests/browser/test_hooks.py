"""Our style sheets hold on to Streamlit's page by hooks; a new Streamlit that renames one must not pass unseen."""

import re

import pytest
from playwright.sync_api import BrowserContext

from atlas.web.pages import PAGES
from tools.browser import open_map
from tools.server import ROOT, Server

STYLES = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "atlas" / "ui" / "styles").glob("*.css"))
)
TESTIDS = sorted(set(re.findall(r"\[data-testid=['\"]?([\w-]+)", STYLES)))
PHONE, DESK = {"width": 390, "height": 900}, {"width": 1400, "height": 900}
KEYS = sorted(set(re.findall(r"\.(st-key-[\w-]+)", STYLES)))


@pytest.fixture(scope="module")
def found(profile: BrowserContext, server: Server) -> set[str]:
    """Give every data-testid and every class of the pages, as a reader meets them: every page, at a desk and on a phone."""
    seen: set[str] = set()
    page = profile.new_page()

    script = "[...document.querySelectorAll('*')].flatMap((e) => [e.dataset.testid, ...e.classList]).filter(Boolean)"

    def look() -> None:
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            seen.update(page.evaluate(script))

    for query in (
        "sel=event.joint-sea-2021&from=2020-01-01&colour=blue&ship=ru-gromkiy-335&strait=miyako",
        "from=2012-01-01&to=2012-01-02",
        "embed=true",
    ):
        open_map(page, server.url, query)
        look()
        if "ship" in query:
            page.evaluate("document.querySelector('.st-key-more-filters summary').click()")
            page.wait_for_selector("[data-testid='stMultiSelectTagsContainer']", state="attached")
            look()
    chosen = [f"{path}?sel=event.joint-sea-2021" for path in PAGES if path]
    for path in [*chosen, "event?id=joint-sea-2021", "ship?id=ru-gromkiy-335", "take"]:
        page.goto(f"{server.url}/{path}")
        page.wait_for_selector("h1")
        seen.update(page.evaluate(script))  # some of it is gone once the page stands
        page.wait_for_selector(".stApp[data-test-script-state='notRunning']")
        look()
    page.close()
    return seen


@pytest.mark.parametrize("hook", TESTIDS + KEYS)
def test_a_hook_of_our_styles_is_on_the_page(hook: str, found: set[str]):
    assert hook in found
