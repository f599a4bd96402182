"""The watch over every browser test catches what it is there for."""

from playwright.sync_api import Browser

from tests.browser.watch import Watch
from tools.server import Server


def test_a_request_to_another_host_and_a_script_error_are_seen(browser: Browser, server: Server):
    watch = Watch(server.url)
    page = browser.new_page()
    page.route("**/beacon", lambda route: route.fulfill(body=""))
    watch.follow(page)
    page.goto(f"{server.url}/_stcore/health")
    assert watch.foreign == watch.errors == []
    page.evaluate("fetch('http://elsewhere.invalid/beacon', {mode: 'no-cors'})")
    page.evaluate("setTimeout(() => { throw new Error('broken') })")
    page.evaluate("console.error('bad')")
    page.wait_for_timeout(100)
    assert watch.foreign == ["http://elsewhere.invalid/beacon"]
    assert sorted(error[:18] for error in watch.errors) == ["console: bad", "page error: broken"]
    page.close()
