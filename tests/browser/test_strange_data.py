"""What other people wrote stays text: markup in a title, a name, a source does nothing on the page or on the map."""

import json
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from atlas.catalog import layers_folder
from tests.browser.driving import LAYER, mark, panel_title, wait_for_address
from tools.browser import MAP_FRAME, frame, open_map
from tools.server import Server, serve

EVIL = "<img src=x onerror=top.evil=1><script>top.evil=1</script>`${top.evil=1}` {{7*7}} [a](javascript:top.evil=1)"
EVENT = "joint-sea-2012"
FREE_TEXT = {
    "title", "names", "name", "summary", "confidence_reason", "areas", "conflicts", "place", "who", "note", "what", "by",
    "label", "publisher", "supports", "as_stated",
}  # fmt: skip


def poisoned(value: Any, field: str = "") -> Any:
    """Give a value with the attack in place of every free text in it."""
    if isinstance(value, dict):
        return {key: poisoned(inner, field if field in FREE_TEXT else key) for key, inner in value.items()}
    if isinstance(value, list):
        return [poisoned(inner, field) for inner in value]
    if field == "url":
        return "javascript:top.evil=1"
    return EVIL if isinstance(value, str) and field in FREE_TEXT else value


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard on the real layers with an attack in every text."""
    folder = tmp_path_factory.mktemp("strange") / "layers"
    shutil.copytree(layers_folder(), folder)
    for name in ("events", "sightings", "routes", "places", "passages", "zones", "seas"):
        path = folder / f"{name}.geojson"
        collection = json.loads(path.read_text(encoding="utf-8"))
        for feature in collection["features"]:
            feature["properties"] = poisoned(feature["properties"])
        path.write_text(json.dumps(collection), encoding="utf-8")
    for name in ("ships", "sources", "series"):
        path = folder / f"{name}.json"
        path.write_text(json.dumps(poisoned(json.loads(path.read_text(encoding="utf-8")))), encoding="utf-8")
    with serve(env={"ATLAS_LAYERS": str(folder)}) as running:
        yield running


def test_markup_in_the_data_is_text_on_the_map_in_the_list_and_in_every_panel(page: Page, server: Server):
    inside = open_map(page, server.url, "from=2012-04-01&to=2012-05-31")
    lat, lon = mark(page, EVENT)
    spot = inside.evaluate("([lat, lon]) => map.latLngToContainerPoint([lat, lon])", [lat, lon])
    box = page.locator(MAP_FRAME).bounding_box()
    assert box
    page.mouse.move(box["x"] + spot["x"], box["y"] + spot["y"])
    expect(inside.locator(".event-card b")).to_have_text(EVIL)
    page.mouse.down()
    page.mouse.up()
    expect(panel_title(page)).to_have_text(EVIL)
    inside.get_by_role("button", name="List of events").click()
    expect(inside.locator(".row-title").first).to_have_text(EVIL)
    assert page.evaluate("window.evil") is None
    assert page.locator("a[href^='javascript:']").count() == 0
    assert page.locator("img[src=x]").count() == frame(page).locator("img[src=x]").count() == 0
    for selection, called in (
        ("sighting.joint-sea-2012-s01", "Sighting"),
        ("place.vladivostok", "Place"),
        ("passage.tsugaru", "Strait"),
        ("sea.sea-of-japan", "Sea"),
    ):
        inside.evaluate(f"void {LAYER}.pick('{selection}')")
        wait_for_address(page, f"sel={selection}")
        expect(page.locator(".st-key-detail .kick")).to_contain_text(called)
        expect(panel_title(page)).to_have_text(EVIL)
        assert page.evaluate("window.evil") is None
        assert page.locator("a[href^='javascript:']").count() == page.locator("img[src=x]").count() == 0
