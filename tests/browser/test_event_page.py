"""The page of one event: from the map to it, its own map, its tables, and from event to event."""

from playwright.sync_api import Page, expect

from atlas.catalog import default_catalog
from tests.browser.driving import LAYER, panel_title, wait_for_address
from tools.browser import MAP_FRAME, frame, open_map, wait_for_shown
from tools.server import Server

EVENT = "joint-naval-patrol-2021"
DOTS = f"() => {{ const l = {LAYER}; return l.story.taken.dots.map(({{row, x, y}}) => [l.data.sightings.id[row], x, y]); }}"
SIZE = "() => { const {x, y} = map.getSize(); return [x, y]; }"


def chosen_row(page: Page):
    return page.locator(".seen tr[aria-current] th + td > a")


def sel_of_map(page: Page) -> str:
    return frame(page).evaluate(f"() => {LAYER}.sel")


def test_from_the_map_to_the_whole_event_and_on_through_its_series(page: Page, server: Server):
    catalog = default_catalog()
    seen = catalog.sightings_of(EVENT)
    open_map(page, server.url, f"sel=event.{EVENT}&kind=naval-patrol")
    page.evaluate("window.sameDocument = true")
    page.get_by_role("link", name="Whole event").click()
    expect(page.locator("h1")).to_have_text(catalog.event(EVENT)["title"])
    expect(page.locator("h1")).to_be_focused()
    wait_for_shown(page, 1)

    width, height = frame(page).evaluate(SIZE)
    frame(page).wait_for_function(f"() => ({DOTS})().length === {sum(row['drawable'] for row in seen)}")
    dots = frame(page).evaluate(DOTS)
    assert all(0 < x < width and 0 < y < height for _, x, y in dots), "the whole story is in sight"

    row = page.locator(".seen th + td > a").nth(5)
    row.scroll_into_view_if_needed()
    row.click()
    expect(chosen_row(page)).to_have_text(seen[5]["place"])
    wait_for_address(page, f"sel=sighting.{seen[5]['id']}")
    frame(page).wait_for_function(f"(sel) => {LAYER}.sel === sel", arg=f"sighting.{seen[5]['id']}")
    page.wait_for_function(
        f'() => document.querySelector("{MAP_FRAME}").getBoundingClientRect().top >= 52'
    )  # brought into sight
    page.go_back()
    expect(chosen_row(page)).to_have_count(0)

    name, x, y = dots[3]
    page.locator(MAP_FRAME).click(position={"x": x, "y": y})
    expect(chosen_row(page)).to_have_text(catalog.where_is(f"sighting.{name}")[1]["place"])

    sources = page.locator(".seen details").nth(2)
    sources.locator("summary").click()
    box = sources.locator(".srcs").bounding_box()
    assert box
    assert box["width"] > 250
    assert box["x"] + box["width"] <= 1400

    page.locator(".event-top .steps").get_by_role("link", name="Next").click()
    wait_for_address(page, "id=joint-naval-patrol-2022")
    expect(page.locator("h1")).to_have_text(catalog.event("joint-naval-patrol-2022")["title"])
    expect(page.locator("h1")).to_be_focused()
    frame(page).wait_for_function(f"() => {LAYER}.sel === 'event.joint-naval-patrol-2022'")
    wait_for_shown(page, 1)
    page.get_by_role("link", name="Show it on the map among the others").click()
    expect(panel_title(page)).to_have_text(catalog.event("joint-naval-patrol-2022")["title"])
    wait_for_address(page, "kind=naval-patrol&sel=event.joint-naval-patrol-2022")
    assert page.evaluate("window.sameDocument"), "no step loaded everything anew"


def test_on_a_phone_nothing_of_it_is_wider_than_the_screen(page: Page, server: Server):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server.url}/event?id={EVENT}&sel=leg.{EVENT}-r1-l02")
    wait_for_shown(page, 1)
    expect(page.locator(".legs tr[aria-current]")).to_have_count(1)
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("(e) => e.scrollWidth") <= 390
    box = page.locator(MAP_FRAME).bounding_box()
    assert box
    assert box["width"] <= 390
    assert box["height"] <= 844 * 0.67
    wide = "[...document.querySelectorAll('.st-key-sheet *')].filter((e) => !e.closest('.scroll, iframe') && e.getBoundingClientRect().right > 391).map((e) => e.className)"
    assert page.evaluate(wide) == []
