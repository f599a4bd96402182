"""What other people wrote stays text: markup in a title, a name, a source does nothing on the page or on the map."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from tiny import make_event, make_feature, make_sighting, write_layers

from tests.browser.driving import mark, panel_title
from tools.browser import MAP_FRAME, frame, open_map
from tools.server import Server, serve

EVIL = (
    "<img src=x onerror=top.evil=1><script>top.evil=1</script>`${top.evil=1}` {{7*7}} *bold* [a](javascript:top.evil=1)"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard on made-up layers in which every text is an attack."""
    point = {"type": "Point", "coordinates": [135.0, 40.0]}
    source = {
        "id": "s-1",
        "url": "javascript:top.evil=1",
        "publisher": EVIL,
        "date": "2012-04-22",
        "lang": "en",
        "kind": "press",
    }
    layers = write_layers(
        tmp_path_factory.mktemp("strange") / "layers",
        make_event(
            "joint-sea-2012", "2012-04-22", title=EVIL, summary=EVIL, sources=["s-1"], areas=[EVIL], conflicts=[EVIL]
        ),
        sightings=[make_sighting("joint-sea-2012-s01", "joint-sea-2012", 1, place=EVIL, who=EVIL, note=EVIL)],
        places=[make_feature({"id": "evil-place", "name": EVIL, "names": {"ru": EVIL}, "kind": "port"}, point)],
        sources=[source],
    )
    with serve(env={"ATLAS_LAYERS": str(layers)}) as running:
        yield running


def test_markup_in_the_data_is_shown_as_text(page: Page, server: Server):
    open_map(page, server.url)
    box = page.locator(MAP_FRAME).bounding_box()
    assert box
    lat, lon = mark(page, "joint-sea-2012")
    spot = frame(page).evaluate("([lat, lon]) => map.latLngToContainerPoint([lat, lon])", [lat, lon])
    page.mouse.move(box["x"] + spot["x"], box["y"] + spot["y"])
    expect(frame(page).locator(".event-card b")).to_have_text(EVIL)
    page.mouse.down()
    page.mouse.up()
    expect(panel_title(page)).to_have_text(EVIL)
    frame(page).get_by_role("button", name="List of events").click()
    expect(frame(page).locator(".row-title").first).to_have_text(EVIL)
    assert page.evaluate("window.evil") is None
    assert page.locator("a[href^='javascript:']").count() == 0
    assert page.locator("img[src=x]").count() == frame(page).locator("img[src=x]").count() == 0
