"""The map page on the real data, as a reader uses it."""

import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from playwright.sync_api import Page, Route, expect

from atlas.catalog import Catalog, default_catalog
from atlas.look import KINDS
from atlas.view import View
from tests.browser.driving import (
    LAYER,
    click_mark,
    count_line,
    drag,
    panel_title,
    place_of_map,
    slider,
    stay_here,
    wait_for_address,
)
from tests.browser.watch import Watch
from tools.browser import MAP_FRAME, click_at, frame, open_map, shown, wait_for_shown
from tools.server import Server

VOYAGE = "gromkiy-sovershenniy-voyage-2023"


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return default_catalog()


def on_map(catalog: Catalog, view: View) -> int:
    """Give how many events the map draws: those of the view that have a place."""
    return catalog.count(view) - catalog.unplaced(view)


def day_of_a_lone_start(catalog: Catalog) -> date:
    """Give a day on which one event begins: to end the range a day earlier loses that one."""
    full = View.default(catalog)
    for start in sorted(date.fromisoformat(day) for day in catalog.events["start"])[5:]:
        if (
            on_map(catalog, replace(full, end=start)) - on_map(catalog, replace(full, end=start - timedelta(days=1)))
            == 1
        ):
            return start
    pytest.fail("no day on which one event alone begins")


def test_all_events_are_painted_and_the_page_says_how_many(page: Page, server: Server, catalog: Catalog):
    open_map(page, server.url)
    everything = View.default(catalog)
    assert shown(page) == on_map(catalog, everything)
    expect(count_line(page)).to_contain_text(f"{len(catalog.events)} of {len(catalog.events)} events shown")
    expect(count_line(page)).to_contain_text(f"{catalog.unplaced(everything)} cannot be placed on the map")
    sentence = page.locator(".sentence h1").text_content()
    expect(page.locator(MAP_FRAME)).to_have_accessible_name(sentence or "?")  # its text alternative


def test_dates_kinds_and_states_each_leave_fewer_events(page: Page, server: Server, catalog: Catalog):
    open_map(page, server.url)
    for label, value in (("From", "2019-01-01"), ("To", "2023-12-31")):
        page.get_by_label(label, exact=True).fill(value)
        wait_for_address(page, f"{label.lower()}={value}")
    years = replace(View.default(catalog), start=date(2019, 1, 1), end=date(2023, 12, 31))
    wait_for_shown(page, on_map(catalog, years))
    expect(count_line(page)).to_contain_text(f"{catalog.count(years)} of ")
    page.get_by_role("group", name="Kind").get_by_role("button", name="Air patrols").click()
    rest = replace(years, kinds=tuple(kind for kind in years.kinds if kind != "air-patrol"))
    wait_for_shown(page, on_map(catalog, rest))
    page.locator(".st-key-states").get_by_text("Russia", exact=True).click()
    one = replace(rest, states="RU")
    wait_for_shown(page, on_map(catalog, one))
    counts = [catalog.count(view) for view in (View.default(catalog), years, rest, one)]
    assert counts == sorted(set(counts), reverse=True)


def test_a_step_of_the_slider_changes_the_events_and_leaves_the_map_alone(page: Page, server: Server, catalog: Catalog):
    end = day_of_a_lone_start(catalog)
    view = replace(View.default(catalog), end=end)
    before = on_map(catalog, view)
    open_map(page, server.url, f"to={end}")
    wait_for_shown(page, before)
    stay_here(page, 30, 140, 6)

    slider(page, "last").press("ArrowLeft")
    wait_for_shown(page, before - 1)
    expect(count_line(page)).to_contain_text(f"{catalog.count(view) - 1} of ")
    wait_for_address(page, f"to={end - timedelta(days=1)}")
    now = place_of_map(page)
    assert now["same"], "the map was built anew"
    assert (now["zoom"], round(now["lat"], 1), round(now["lon"], 1)) == (6, 30, 140)


def test_the_map_follows_a_dragged_end_before_python_hears_of_it(page: Page, server: Server, catalog: Catalog):
    open_map(page, server.url)
    everything = shown(page)
    drag(page, slider(page, "first"), 700, let=False)
    inside = frame(page)
    inside.wait_for_function("(n) => Number(document.querySelector('[data-shown]').dataset.shown) < n", arg=everything)
    assert page.url.partition("?")[2] == ""
    expect(count_line(page)).to_contain_text(f"{len(catalog.events)} of ")
    page.mouse.up()
    wait_for_address(page, "from=")
    day = date.fromisoformat(page.url.partition("from=")[2][:10])
    assert day.day == 1
    view = replace(View.default(catalog), start=day)
    wait_for_shown(page, on_map(catalog, view))
    expect(count_line(page)).to_contain_text(f"{catalog.count(view)} of ")
    expect(page.get_by_label("From", exact=True)).to_have_value(day.isoformat())


def test_the_strip_follows_the_player_rests_with_it_and_stops_it(page: Page, server: Server):
    inside = open_map(page, server.url, "from=2019-01-01&to=2023-12-31")
    first, last = slider(page, "first"), slider(page, "last")
    expect(first).to_have_attribute("aria-valuetext", "1 January 2019")
    inside.get_by_role("button", name="Play", exact=True).click()
    expect(last).not_to_have_attribute("aria-valuetext", "31 December 2023")
    before = last.get_attribute("aria-valuenow") or "?"
    expect(last).not_to_have_attribute("aria-valuenow", before)
    assert page.url.endswith("from=2019-01-01&to=2023-12-31")
    inside.get_by_role("button", name="Pause").click()
    page.wait_for_function("() => !location.search.includes('to=2023-12-31')")
    day = date.fromisoformat(page.url.partition("to=")[2][:10])
    rest = str((day - date(1970, 1, 1)).days)
    expect(last).to_have_attribute("aria-valuenow", rest)
    expect(page.get_by_label("To", exact=True)).to_have_value(day.isoformat())

    # A hand on the strip while it plays on.
    inside.get_by_role("button", name="Play", exact=True).click()
    expect(last).not_to_have_attribute("aria-valuenow", rest)
    page.get_by_role("button", name="July 2023").click()
    wait_for_address(page, "from=2023-07-01&to=2023-07-31")
    expect(inside.get_by_role("button", name="Play", exact=True)).to_be_visible()
    page.wait_for_timeout(500)
    expect(last).to_have_attribute("aria-valuetext", "31 July 2023")


def test_a_move_of_the_range_leaves_the_bars_and_another_kind_brings_others(
    page: Page, server: Server, catalog: Catalog
):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/data/months-" in request.url else None)
    open_map(page, server.url, "from=2019-01-01")
    bars = page.locator(".strip-bars u")
    months = {day[:7] for day in catalog.events["start"]}
    expect(bars).to_have_count(len(months))
    expect(slider(page, "first")).to_have_attribute("aria-valuetext", "1 January 2019")
    page.get_by_role("button", name="July 2023").click()
    wait_for_address(page, "from=2023-07-01&to=2023-07-31")
    assert len(asked) == 1
    page.locator(".st-key-kinds").get_by_role("button", name="Air patrols").click()
    expect(bars).to_have_count(
        len({row["start"][:7] for _, row in catalog.events.iterrows() if row["kind"] != "air-patrol"})
    )
    assert len(asked) == 2


def test_a_click_on_a_mark_a_place_a_sea_a_gate_or_a_zone_opens_it(page: Page, server: Server, catalog: Catalog):
    inside = open_map(page, server.url, "from=2012-04-01&to=2012-05-31&show=seas.places.straits.zones")
    gate = catalog.passages.geometry["tsugaru"].centroid
    corners = list(catalog.zones.geometry["adiz-kadiz"].exterior.coords)
    (ax, ay), (bx, by) = max(
        pairwise(corners), key=lambda side: abs(side[0][0] - side[1][0]) + abs(side[0][1] - side[1][1])
    )
    click_mark(page, "joint-sea-2012")
    expect(panel_title(page)).to_have_text(catalog.event("joint-sea-2012")["title"])
    wait_for_address(page, "sel=event.joint-sea-2012")
    for selection, lat, lon, zoom in (
        ("place.petropavlovsk-kamchatsky", 53.02, 158.65, 7),
        ("sea.sea-of-japan", 40.5, 134.5, 6),
        ("passage.tsugaru", gate.y, gate.x, 9),
        ("zone.adiz-kadiz", (ay + by) / 2, (ax + bx) / 2, 7),
    ):
        inside.evaluate("([lat, lon, zoom]) => void map.setView([lat, lon], zoom, {animate: false})", [lat, lon, zoom])
        click_at(page, lat, lon)
        wait_for_address(page, f"sel={selection}")
        expect(panel_title(page)).to_have_text(catalog.where_is(selection)[1]["name"])


def test_a_click_on_a_sighting_or_a_leg_of_the_chosen_event_opens_it(page: Page, server: Server, catalog: Catalog):
    sighting = next(s for s in catalog.sightings_of(VOYAGE) if s["as_stated"] and s["drawable"])
    point = catalog.sightings.geometry[sighting["id"]]
    inside = open_map(page, server.url, f"sel=event.{VOYAGE}&show=legs&at={point.y:.2f}_{point.x:.2f}_9")
    click_at(page, point.y, point.x)
    wait_for_address(page, f"sel=sighting.{sighting['id']}")
    expect(panel_title(page)).to_have_text(sighting["place"])

    lines = catalog.routes.geometry[[leg["id"] for leg in catalog.legs_of(VOYAGE)]]
    longest = max((line for line in lines if line.geom_type == "LineString"), key=lambda line: line.length)
    lon, lat = longest.coords[len(longest.coords) // 2]
    inside.evaluate("([lat, lon]) => void map.setView([lat, lon], 9, {animate: false})", [lat, lon])
    click_at(page, lat, lon)
    wait_for_address(page, "sel=leg.")
    expect(panel_title(page)).to_contain_text(" to ")


def test_sightings_in_one_port_are_spread_by_a_click_and_each_opens_its_own_panel(
    page: Page, server: Server, catalog: Catalog
):
    stays = [row for row in catalog.sightings_of("joint-sea-2026") if row["place_id"] == "qingdao"]
    port = catalog.places.geometry["qingdao"]
    inside = open_map(page, server.url, f"sel=event.joint-sea-2026&at={port.y:.2f}_{port.x:.2f}_8")
    expect(panel_title(page)).to_be_visible()  # it takes its room from the map
    inside.wait_for_function("() => map.getSize().x === map.getContainer().clientWidth")
    click_at(page, port.y, port.x)
    items = inside.locator(".fan-item")
    expect(items.nth(len(stays) - 1)).to_be_visible()
    # A click on what still grows would first scroll the map's box, and Leaflet undoes that.
    inside.wait_for_function("() => document.getAnimations().every((one) => one.playState === 'finished')")
    for number, row in enumerate(stays):
        items.nth(number).click()
        expect(panel_title(page)).to_have_text(row["place"])
        expect(items.nth(number)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(items).to_have_count(0)
    wait_for_address(page, f"sel=sighting.{stays[-1]['id']}")


def test_a_flight_over_land_is_clicked_at_its_end_and_says_that_its_way_is_not_known(
    page: Page, server: Server, catalog: Catalog
):
    flight = "joint-air-patrol-06-2023-06-r1-l07"
    (lon, lat), *_ = catalog.routes.geometry[flight].geoms[0].coords
    end = catalog.routes.geometry[flight].geoms[0].coords[-1]
    middle = ((lon + end[0]) / 2, (lat + end[1]) / 2)
    open_map(page, server.url, f"sel=event.joint-air-patrol-06-2023-06&show=legs&at={lat:.2f}_{lon:.2f}_8")
    click_at(page, middle[1], middle[0])
    wait_for_address(page, f"sel=leg.{flight}")
    expect(page.locator(".st-key-detail .lede")).to_contain_text("The way is not known")


def test_the_panel_leads_on_and_closes_while_page_and_map_stay(page: Page, server: Server):
    open_map(page, server.url, f"from=2023-05-01&to=2023-08-31&sel=event.{VOYAGE}")
    page.evaluate("window.stayed = true")
    part = page.locator(".st-key-detail a[href*='sel=event.']").first
    title = part.text_content() or "?"
    part.click()
    expect(panel_title(page)).to_have_text(title)
    assert page.evaluate("window.stayed")
    wait_for_address(page, "from=2023-05-01")

    stay_here(page, 30, 140, 6)
    page.locator(".st-key-close").get_by_role("button").click()
    expect(panel_title(page)).to_have_count(0)
    assert "sel=" not in page.url
    assert place_of_map(page)["same"]


def test_every_event_is_in_the_list_and_can_be_chosen_without_a_mouse(page: Page, server: Server, catalog: Catalog):
    inside = open_map(page, server.url, "from=2012-01-01&to=2013-12-31")
    inside.get_by_role("button", name="List of events").focus()
    page.keyboard.press("Enter")
    rows = inside.get_by_role("option")
    view = replace(View.default(catalog), start=date(2012, 1, 1), end=date(2013, 12, 31))
    expect(rows).to_have_count(catalog.count(view))
    page.keyboard.press("ArrowDown")
    title = rows.first.locator(".row-title").text_content()
    page.keyboard.press("Enter")
    expect(panel_title(page)).to_have_text(title or "?")


def test_nothing_found_says_so_and_offers_the_way_out(page: Page, server: Server, catalog: Catalog):
    open_map(page, server.url, "from=2012-01-01&to=2012-01-02")
    wait_for_shown(page, on_map(catalog, replace(View.default(catalog), start=date(2012, 1, 1), end=date(2012, 1, 2))))
    page.get_by_role("button", name="Show all", exact=False).first.click()
    wait_for_shown(page, on_map(catalog, View.default(catalog)))


def test_dark_and_light_follow_the_reader(page: Page, server: Server):
    page.emulate_media(color_scheme="dark")
    inside = open_map(page, server.url)
    inside.wait_for_selector("[data-theme=dark]", state="attached")
    red, *_ = page.evaluate(
        "getComputedStyle(document.querySelector('.stApp')).backgroundColor.match(/\\d+/g).map(Number)"
    )
    assert red < 60


def test_a_phone_scrolls_one_way_only(page: Page, server: Server):
    page.set_viewport_size({"width": 390, "height": 844})
    open_map(page, server.url, f"sel=event.{VOYAGE}")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    assert frame(page).evaluate("document.documentElement.scrollWidth") <= 390
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("(element) => element.scrollWidth <= element.clientWidth")


def test_the_map_wears_its_colours_even_where_its_style_comes_late(page: Page, server: Server):
    held: list[Route] = []
    page.route("**/assets/map-*.css", lambda route: held.append(route))  # noqa: PLW0108 (Playwright wants a function)
    page.goto(server.url)
    inside = frame(page)
    inside.wait_for_function("() => window.atlas")
    page.wait_for_timeout(1000)
    assert held, "the map asks for no style of its own"
    page.route("**/assets/map-*.css", lambda route: route.continue_())
    for route in held:
        route.continue_()
    inside.wait_for_selector("[data-painted]", state="attached")
    inside.wait_for_function(f"() => new Set({LAYER}.colours.kinds).size === {len(KINDS)}")


@pytest.mark.parametrize("end", ["come", "fail"])
def test_what_is_beside_the_map_comes_once_the_map_is_drawn_or_cannot_be(
    page: Page, server: Server, watch: Watch, end: str
):
    held: list[Route] = []
    page.route("**/data/columns-*.json", lambda route: held.append(route))  # noqa: PLW0108 (Playwright wants a function)
    page.goto(server.url)
    frame(page).wait_for_function("() => window.atlas")
    expect(page.locator(".sentence")).to_contain_text("events shown")
    beside = [page.locator(one) for one in (".kinds-list button", ".strip-bars", ".st-key-states", ".share")]
    assert [one.count() for one in beside] == [0] * len(beside)
    there = [page.locator(one) for one in (".take-along", ".sentence", ".st-key-stage")]
    before = [one.bounding_box() for one in there]
    assert held, "the map asks for no events"
    for route in held:  # asked for ahead by the page, and by the map
        if end == "come":
            route.continue_()
        else:
            route.abort()
    if end == "fail":
        expect(frame(page).get_by_role("alert")).to_contain_text("could not be loaded")
    for one in beside:
        expect(one.first).to_be_visible()
    assert [one.bounding_box() for one in there] == before  # nothing moves when the rest comes
    if end == "fail":  # as it must: the browser says that the events were not to be had, and so do we
        assert all("columns" in error or "Failed to fetch" in error for error in watch.errors), watch.errors
        watch.errors.clear()


def test_a_map_that_never_comes_keeps_nothing_back_for_long(page: Page, server: Server):
    page.route("**/assets/atlas-*.js", lambda route: None)  # noqa: ARG005
    page.goto(server.url)
    expect(page.locator(".kinds-list button").first).to_be_visible(timeout=15_000)


def test_a_word_or_class_that_changes_has_only_what_it_touches_looked_at_anew(page: Page, server: Server):
    """A rule such as `.stApp:has(.x) .y` or `[class*=x] *` would cost a player's frame more than all it draws."""
    open_map(page, server.url)
    page.wait_for_selector(".strip-bars u")
    everything = page.evaluate("document.querySelectorAll('.stApp *').length")
    browser = page.context.browser
    assert browser is not None
    for change in (
        "document.querySelector('.strip-word.to, .strip-word').textContent = 'another'",
        "document.querySelector('.strip-plot').classList.toggle('narrow')",
        "document.querySelector('.st-key-stage').classList.toggle('told-by-nobody')",
        "document.querySelector('.strip-tools').append(document.createElement('i'))",
    ):
        browser.start_tracing(page=page, categories=["devtools.timeline"])
        page.evaluate(f"() => {{ document.body.offsetWidth; {change}; document.body.offsetWidth; }}")
        events = json.loads(browser.stop_tracing())["traceEvents"]
        looked_at = [event["args"]["elementCount"] for event in events if event["name"] == "UpdateLayoutTree"]
        assert max(looked_at, default=0) < everything / 10, change


def test_from_another_page_the_map_comes_with_all_that_is_beside_it(page: Page, server: Server):
    page.goto(f"{server.url}/method")
    expect(page.locator(".share")).to_be_visible()
    page.evaluate("""() => { window.gaps = 0;
        new MutationObserver(() => { window.gaps += !document.querySelector('.share'); }).observe(document, {childList: true, subtree: true}); }""")
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Map", exact=True).click()
    frame(page).wait_for_selector("[data-painted]", state="attached")
    expect(page.locator(".kinds-list button").first).to_be_visible()
    assert page.evaluate("window.gaps") == 0
