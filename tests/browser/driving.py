"""How a test finds its way about the dashboard: the panel, the sentence, the marks on the map."""

from typing import Any

from playwright.sync_api import Locator, Page

from tools.browser import click_at, frame

# The map keeps its event layer to itself; it is the one that knows the place of each event's mark.
LAYER = "Object.values(window.map._layers).find((layer) => layer.placeOf)"


def panel_title(page: Page) -> Locator:
    """Give the title of the detail panel."""
    return page.locator(".st-key-detail h2.ttl")


def count_line(page: Page) -> Locator:
    """Give the line that says how many of how many events are shown."""
    return page.locator(".sentence [role=status]")


def slider(page: Page, end: str) -> Locator:
    """Give the handle of one end of the range of dates: first or last."""
    return page.get_by_role("slider", name=f"{end.capitalize()} day shown")


def drag(page: Page, handle: Locator, pixels: float, *, let: bool = True) -> None:
    """Drag a handle sideways with the mouse, and let it go."""
    box = handle.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + pixels, y, steps=10)
    if let:
        page.mouse.up()


def mark(page: Page, event: str) -> tuple[float, float]:
    """Give latitude and longitude at which the mark of an event is drawn (marks that meet are drawn apart)."""
    script = f"(id) => {{ const l = {LAYER}, p = l.placeOf(l.data.events.id.indexOf(id)); return [p.lat, p.lng]; }}"
    lat, lon = frame(page).evaluate(script, event)
    return lat, lon


def click_mark(page: Page, event: str) -> None:
    """Click the mark of an event."""
    click_at(page, *mark(page, event))


def place_of_map(page: Page) -> dict[str, Any]:
    """Give the map's centre and zoom, and whether its frame is still the one that `stay_here` marked."""
    script = "() => ({lat: map.getCenter().lat, lon: map.getCenter().lng, zoom: map.getZoom(), same: window.stayed === true})"
    told: dict[str, Any] = frame(page).evaluate(script)
    return told


def stay_here(page: Page, lat: float, lon: float, zoom: float) -> None:
    """Move the map as a reader would, and mark its frame so that a new one is noticed."""
    script = "([lat, lon, zoom]) => { map.setView([lat, lon], zoom, {animate: false}); window.stayed = true; }"
    frame(page).evaluate(script, [lat, lon, zoom])


def wait_for_address(page: Page, part: str) -> None:
    """Wait until the address holds this text."""
    page.wait_for_function("(part) => decodeURIComponent(location.search).includes(part)", arg=part)
