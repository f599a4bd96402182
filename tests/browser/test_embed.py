"""The snippet of the page "Take it with you", pasted into a page of another site."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.driving import LAYER
from tests.browser.watch import Watch
from tools.browser import MAP_FRAME, frame
from tools.server import Server

ARTICLE = (
    '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><h1>Elsewhere</h1>{}<p style="height:2000px">'
)
EVENT = "joint-sea-2021"


@contextmanager
def elsewhere(snippet: str) -> Iterator[str]:
    """Serve an article that holds the snippet, from another host name and port than the atlas."""

    class Article(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(ARTICLE.format(snippet).encode())

        def log_message(self, *_: object) -> None:
            pass

    site = ThreadingHTTPServer(("localhost", 0), Article)
    Thread(target=site.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{site.server_port}/"
    finally:
        site.shutdown()
        site.server_close()


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Callable[[], Page]]:
    """Give pages of a reader of their own, whose system is light; whatever they say wrongly fails the test."""
    watch = Watch(server.url)
    permissions = ["clipboard-read", "clipboard-write"]
    context = browser.new_context(viewport={"width": 1000, "height": 800}, permissions=permissions)
    context.on("page", watch.follow)
    yield context.new_page
    context.close()
    assert watch.errors == []
    assert {urlsplit(url).hostname for url in watch.foreign} <= {"localhost"}


def test_files_are_kept_and_the_snippet_shows_the_map_in_another_site_as_its_switches_say(
    visit: Callable[[], Page], server: Server
):
    page = visit()
    page.goto(f"{server.url}/take?kind=naval-exercise.naval-patrol&from=2021-01-01")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download events as CSV: this view").click()
    assert download.value.suggested_filename.endswith(".csv")
    assert page.url == f"{server.url}/take?kind=naval-exercise.naval-patrol&from=2021-01-01"

    preview = page.locator(".embed-preview iframe")
    page.wait_for_selector("#embed-code")
    expect(preview).to_have_count(0)  # it is a whole page: it loads once it is seen
    page.get_by_role("combobox", name="Theme").select_option("dark")
    page.get_by_role("checkbox", name="Legend").uncheck()
    page.get_by_role("button", name="Copy the snippet").click()
    expect(page.get_by_role("button", name="Copy the snippet")).to_have_text("Copied")
    snippet = page.evaluate("navigator.clipboard.readText()")
    page.locator(".embed-preview").scroll_into_view_if_needed()
    source = preview.get_attribute("src") or ""
    assert (
        urlsplit(source).query
        == "from=2021-01-01&kind=naval-exercise.naval-patrol&v=1&embed=true&legend=off&theme=dark"
    )
    page.close()

    with elsewhere(snippet) as address:
        article = visit()
        article.goto(address)
        box = article.wait_for_selector("iframe")
        atlas = box and box.content_frame()
        assert atlas
        inside = frame(atlas)
        inside.wait_for_selector("[data-painted]", state="attached")
        assert atlas.url.startswith(source)
        assert inside.locator(".legend").count() == 0
        assert inside.get_by_role("button", name="Zoom in").is_visible()
        dark = "() => getComputedStyle(document.querySelector('.stApp')).backgroundColor"
        assert atlas.evaluate(dark) == "rgb(19, 29, 36)"

        spot = inside.evaluate(
            f"(id) => {{ const l = {LAYER}; return window.map.latLngToContainerPoint(l.placeOf(l.data.events.id.indexOf(id))); }}",
            EVENT,
        )
        corner = atlas.locator(MAP_FRAME).bounding_box()
        assert corner
        article.mouse.click(corner["x"] + spot["x"], corner["y"] + spot["y"])
        expect(atlas.locator(".sentence h1")).to_contain_text("2021")
        expect(atlas.get_by_role("link", name="Open in Joint Sea Atlas")).to_have_attribute(
            "href", re.compile(f"sel=event.{EVENT}")
        )

        article.mouse.move(500, 20)
        article.mouse.move(corner["x"] + 200, corner["y"] + 200)
        article.mouse.wheel(0, 300)
        article.wait_for_function("scrollY > 100")
