"""The player on the page with the real data: what goes over the wire, and where page and address stand after it."""

import re
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Frame, Page, WebSocket, expect

from atlas.catalog import Catalog, default_catalog
from atlas.view import View
from tests.browser.driving import count_line, place_of_map, stay_here, wait_for_address
from tools.browser import open_map, shown, wait_for_shown
from tools.server import Server

START, END = date(2021, 1, 1), date(2021, 12, 31)


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return default_catalog()


@pytest.fixture
def sent(page: Page) -> list[str | bytes]:
    """Give a list that grows with each message to the server."""
    messages: list[str | bytes] = []

    def follow(socket: WebSocket) -> None:
        socket.on("framesent", lambda message: messages.append(message))  # noqa: PLW0108 (Playwright wants a function)

    page.on("websocket", follow)
    return messages


def press(inside: Frame, name: str) -> None:
    inside.locator(".player").get_by_role("button", name=name, exact=True).click()


def day_shown(inside: Frame) -> str:
    return " ".join(inside.locator(".player-date span").all_text_contents())


def date_in(page: Page) -> date:
    """Give the last day that the address asks for."""
    found = re.search(r"[?&]to=(\d{4}-\d\d-\d\d)", page.url)
    assert found, page.url
    return date.fromisoformat(found[1])


def test_playing_sends_nothing_and_a_pause_leaves_page_and_address_at_its_day(
    page: Page, server: Server, catalog: Catalog, sent: list[str | bytes]
):
    inside = open_map(page, server.url, f"from={START}&to={END}")
    whole = shown(page)
    stay_here(page, 36, 136, 5)
    place = place_of_map(page)
    expect(count_line(page)).to_be_visible()
    page.wait_for_timeout(1000)
    before = len(sent)
    press(inside, "Play")
    inside.locator(".player").get_by_role("combobox", name="Speed").select_option("1 month a second")
    inside.wait_for_function(f"() => Number(document.querySelector('[data-shown]').dataset.shown) >= {whole // 2}")
    assert len(sent) == before
    press(inside, "Pause")
    page.wait_for_function("(end) => !location.search.includes(`to=${end}`)", arg=str(END))
    end = date_in(page)
    view = replace(View.default(catalog), start=START, end=end)
    assert day_shown(inside) == f"{end.day} {end:%b %Y}"
    expect(count_line(page)).to_contain_text(f"{catalog.count(view)} of ")
    wait_for_shown(page, catalog.count(view) - catalog.unplaced(view))
    page.wait_for_timeout(500)
    assert len(sent) == before + 1
    assert place_of_map(page) == place, "the map was built anew, or moved"


def test_the_next_event_is_said_and_its_day_written_into_the_address(page: Page, server: Server, catalog: Catalog):
    first = catalog.event("joint-sea-2021")
    inside = open_map(page, server.url, "from=2021-10-01&to=2021-12-31")
    press(inside, "Play")
    press(inside, "Pause")
    press(inside, "Next event")
    expect(inside.locator(".player [role=status]")).to_contain_text(first["title"])
    wait_for_address(page, f"to={first['start']}")
    expect(count_line(page)).to_contain_text("1 of ")
    press(inside, "Play")
    press(inside, "Pause")
    wait_for_address(page, "from=2021-10-01")
    assert date_in(page) >= date.fromisoformat(first["start"])


def test_whoever_embeds_the_map_gets_no_player(page: Page, server: Server):
    inside = open_map(page, server.url, "embed=true")
    assert inside.locator(".player").count() == 0
