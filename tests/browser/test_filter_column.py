"""The filter column as a reader uses it: a group that loads when it is opened, ships found by typing, filters taken off."""

from playwright.sync_api import Locator, Page, expect

from atlas.catalog import default_catalog
from atlas.view import View
from tests.browser.driving import wait_for_address
from tools.browser import open_map, wait_for_shown
from tools.server import Server

HEAVY = ("Multiselect.", "Selectbox.")


def group(page: Page) -> Locator:
    return page.locator(".st-key-more-filters summary")


def drawn(**query: str) -> int:
    """Give how many events a map of this link draws."""
    catalog = default_catalog()
    view, _ = View.from_query({key: [value] for key, value in query.items()}, catalog)
    return catalog.count(view) - catalog.unplaced(view)


def test_select_boxes_are_loaded_only_when_the_group_is_opened(page: Page, server: Server):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_map(page, server.url)
    page.wait_for_timeout(1000)
    assert not [url for url in asked if any(name in url for name in HEAVY)]
    group(page).click()
    expect(page.get_by_role("combobox", name="Ship")).to_be_visible()
    assert all(any(name in url for url in asked) for name in HEAVY)


def test_a_ship_is_found_by_hull_number_by_a_slip_and_in_its_own_script(page: Page, server: Server):
    open_map(page, server.url)
    group(page).click()
    ship = page.get_by_role("combobox", name="Ship")
    for typed in ("335", "gromky", "Громкий"):
        ship.click()
        page.keyboard.type(typed)
        page.get_by_role("option", name="Gromkiy (335)").click()
        wait_for_address(page, "ship=ru-gromkiy-335")
        wait_for_shown(page, drawn(ship="ru-gromkiy-335"))
        expect(page.locator(".sentence h1")).to_contain_text("with Gromkiy (335)")
        expect(ship).to_be_visible()  # the group is still open
        page.go_back()
        wait_for_shown(page, drawn())


def test_what_is_on_is_told_while_the_group_is_closed_and_comes_off(page: Page, server: Server):
    open_map(page, server.url, "ship=ru-gromkiy-335&strait=miyako&sure=high.medium")
    wait_for_shown(page, drawn(ship="ru-gromkiy-335", strait="miyako", sure="high.medium"))
    told = page.locator(".st-key-told")
    expect(told).to_contain_text("3 more filters")
    told.get_by_role("button", name="Miyako Strait").press("Enter")
    wait_for_shown(page, drawn(ship="ru-gromkiy-335", sure="high.medium"))
    expect(told).to_contain_text("2 more filters")
    told.get_by_role("button", name="Take off").click()
    wait_for_shown(page, drawn())
    expect(told).to_have_count(0)
    assert "ship" not in page.url


def test_on_the_phone_the_group_lies_behind_the_filters(page: Page, server: Server):
    page.set_viewport_size({"width": 390, "height": 844})
    open_map(page, server.url, "strait=miyako")
    expect(group(page)).to_be_hidden()
    page.locator(".st-key-more label").click()
    expect(page.locator(".st-key-told")).to_contain_text("1 more filter")
    group(page).click()
    ship = page.get_by_role("combobox", name="Ship")
    ship.scroll_into_view_if_needed()
    box = ship.bounding_box()
    assert box
    assert 0 <= box["x"] < box["x"] + box["width"] <= 390
