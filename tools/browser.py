"""Drive the machine's own Chromium, and find one's way about the map page: for tests, benchmarks and pictures."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Frame, Page, sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No sandbox because CI runs as root. Debian's own start asks for drawing on the graphics card; where there is none this
# costs more than drawing without. The rest keeps Chromium itself from calling anybody.
ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-gpu-rasterization",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# For tests: pages of one site share a process and what it has compiled, and nothing is compiled again to run faster.
# Together a quarter less work for each page opened. Not for benchmarks: readers have none of this.
THRIFTY = ("--process-per-site", "--js-flags=--no-opt --no-maglev")
MAP_FRAME = "iframe[title='streamlit_folium.st_folium']"


class BrowserError(RuntimeError):
    """No Chromium, or the page is not as expected."""


def find_chromium() -> str:
    """Give the path of a Chromium: $CHROMIUM, else the first of the usual names on PATH (as tools/chromium.sh)."""
    for name in (os.environ.get("CHROMIUM", ""), *NAMES):
        if name and (path := shutil.which(name)):
            return path
    raise BrowserError(f"No Chromium: none of {', '.join(NAMES)} on PATH. Install one, or set CHROMIUM to its path.")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run a headless Chromium for as long as the block lasts."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGS))
        yield browser
        browser.close()


@contextmanager
def chromium_on_disk(profile: Path, **look: Any) -> Iterator[BrowserContext]:
    """Run a headless Chromium that keeps files and compiled scripts in a folder, as a reader's own does.

    A fresh context compiles Streamlit's scripts at each page anew, which is a third of what a page costs.
    """
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=find_chromium(), args=[*ARGS, *THRIFTY], **look
        )
        yield context
        context.close()


def frame(page: Page) -> Frame:
    """Give the frame in which st_folium shows the map."""
    element = page.wait_for_selector(MAP_FRAME, state="attached")
    found = element.content_frame() if element else None
    if found is None:
        raise BrowserError("The page has no map frame.")
    return found


def see_map(page: Page, url: str, query: str = "") -> Frame:
    """Open the map page with a query such as ``from=2021-01-01`` and wait until its events are painted."""
    page.goto(f"{url}/?{query}" if query else f"{url}/")
    inside = frame(page)
    inside.wait_for_selector("[data-painted]", state="attached")
    return inside


def open_map(page: Page, url: str, query: str = "") -> Frame:
    """Open the map page and wait until its events are painted and all that waits for them has come too."""
    inside = see_map(page, url, query)
    page.wait_for_function("document.atlasState && !document.atlasState.page?.opening")
    return inside


def painted(page: Page) -> float:
    """Give the stamp (ms since the frame opened) at which the last change was on the screen."""
    return float(frame(page).locator("[data-painted]").get_attribute("data-painted") or "nan")


def shown(page: Page) -> int:
    """Give the number of events that the map shows now."""
    return int(frame(page).locator("[data-shown]").get_attribute("data-shown") or "-1")


def wait_for_shown(page: Page, number: int) -> None:
    """Wait until the map shows so many events."""
    frame(page).wait_for_selector(f"[data-shown='{number}'][data-painted]", state="attached")


def wait_for_paint(page: Page, after: float) -> None:
    """Wait until something has been painted after this stamp."""
    frame(page).wait_for_function(
        "after => Number(document.querySelector('[data-painted]').dataset.painted) > after", arg=after
    )


def click_at(page: Page, lat: float, lon: float) -> None:
    """Click the map where this position (degrees, WGS 84) lies."""
    spot = frame(page).evaluate("([lat, lon]) => window.map.latLngToContainerPoint([lat, lon])", [lat, lon])
    box = page.locator(MAP_FRAME).bounding_box()
    if box is None:
        raise BrowserError("The map is not to be seen.")
    page.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
