"""One real dashboard and one real Chromium for the session; each test gets a page that forgives nothing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.watch import Watch
from tools.browser import chromium_on_disk
from tools.server import Server, serve

PATIENCE_MS = 30_000  # two busy cores are slow; only a failure waits this long
DESKTOP = {"width": 1400, "height": 900}

expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that `-m "not browser"` leaves them out, and run them last.

    What is quick fails first; and Playwright keeps an event loop in the main thread, which other tests want for their own.
    """
    for item in items:
        if "/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with serve() as running:
        yield running


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    look = {"viewport": DESKTOP, "locale": "en-GB", "permissions": ["clipboard-read", "clipboard-write"]}
    with chromium_on_disk(tmp_path_factory.mktemp("profile"), **look) as running:
        running.set_default_timeout(PATIENCE_MS)
        yield running


@pytest.fixture(scope="session")
def browser(profile: BrowserContext) -> Browser:
    """Give the same Chromium, for contexts of a test's own."""
    assert profile.browser
    return profile.browser


@pytest.fixture
def watch(server: Server) -> Watch:
    return Watch(server.url)


@pytest.fixture
def context(profile: BrowserContext, server: Server, watch: Watch) -> Iterator[BrowserContext]:
    """Give the profile as if nobody had used it; whatever goes wrong on any of its pages or in the log fails the test."""
    log_before = len(server.read_log())
    if not profile.pages[0].url.startswith(server.url):
        profile.pages[0].goto(f"{server.url}/robots.txt")  # stays, and with it the process that all pages share
    profile.on("page", watch.follow)
    yield profile
    profile.remove_listener("page", watch.follow)
    forget(profile, server.url)
    log = server.read_log()[log_before:]
    assert "Traceback" not in log, log
    assert watch.errors == []
    assert watch.foreign == []


def forget(profile: BrowserContext, origin: str) -> None:
    """Close all pages and empty what they stored; only files and compiled scripts stay."""
    profile.unroute_all()
    for page in profile.pages[1:]:
        page.close()
    wipe = profile.new_cdp_session(profile.pages[0])
    wipe.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "cookies,local_storage,indexeddb"})
    wipe.detach()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Show the end of the server's log and what the page said beside a failure."""
    report = yield
    if report.failed and (running := getattr(item, "funcargs", {}).get("server")):
        report.sections.append(("dashboard's log", running.read_log()[-4000:]))
    return report
