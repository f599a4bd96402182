"""A link opens exactly its view in a browser that has never been here; Back and Forward walk from view to view."""

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

import pytest
from drawn import draw_views
from playwright.sync_api import Page, expect

from atlas.catalog import default_catalog
from atlas.catalog.columns import days
from atlas.look import LAYERS
from atlas.view import View
from tests.browser.driving import LAYER, place_of_map, slider, stay_here, wait_for_address
from tools.browser import frame, open_map, wait_for_shown
from tools.server import Server

VIEWS = draw_views(default_catalog(), 20)
SEEN = f"(names) => {{ const {{state, sel}} = {LAYER}; return {{from: state.from, to: state.to, sel, layers: names.filter((name) => {LAYER}.has(name))}}; }}"
SETTLED = f"([from, to]) => {{ const {{state}} = {LAYER}; return state && state.from === from && state.to === to; }}"

AT = "(lat) => Math.abs(parseFloat(new URLSearchParams(location.search).get('at')) - lat) < 0.1"


def on_map(view: View) -> int:
    catalog = default_catalog()
    return catalog.count(view) - catalog.unplaced(view)


def address(page: Page) -> View:
    """Give the view that the page's address holds now."""
    view, notices = View.from_query(parse_qs(page.url.partition("?")[2]), default_catalog())
    assert notices == []
    return view


def test_the_views_drawn_differ_and_use_every_filter():
    assert len({view.link() for view in VIEWS}) == 20
    assert {one.field for view in VIEWS for one in view.filters if one.pairs()} == {
        one.field for one in VIEWS[0].filters
    }
    assert sum(on_map(view) > 0 for view in VIEWS) >= 10


@pytest.mark.parametrize("number", range(20))
def test_a_link_opens_its_view_in_a_fresh_browser(page: Page, server: Server, number: int):
    view, catalog = VIEWS[number], default_catalog()
    assert page.context.storage_state() == {"cookies": [], "origins": []}  # it has never been here
    open_map(page, server.url, view.link()[1:])
    wait_for_shown(page, on_map(view))
    expect(page.locator(".sentence h1")).to_have_text(view.describe(catalog))
    expect(page.locator(".sentence [role=status]")).to_contain_text(
        f"{catalog.count(view)} of {len(catalog.events)} events"
    )
    expect(page.get_by_label("From", exact=True)).to_have_value(view.start.isoformat())
    expect(page.get_by_label("To", exact=True)).to_have_value(view.end.isoformat())
    inside = frame(page)
    inside.wait_for_function(SETTLED, arg=[days(view.start), days(view.end)])
    seen: dict[str, Any] = inside.evaluate(SEEN, list(LAYERS))
    assert seen == {"from": days(view.start), "to": days(view.end), "sel": view.selection, "layers": list(view.layers)}
    if view.centre is not None:
        place = place_of_map(page)
        assert place["zoom"] == view.zoom
        assert (place["lat"], place["lon"]) == (
            pytest.approx(view.centre[0], abs=0.1),
            pytest.approx(view.centre[1], abs=0.1),
        )
    held = address(page)
    assert replace(held, centre=None, zoom=None) == replace(view, centre=None, zoom=None)
    assert (held.centre is None) == (view.centre is None)


def test_each_choice_is_one_step_back_and_forward_and_a_pan_is_none(page: Page, server: Server):
    open_map(page, server.url)
    expect(page.locator(".sentence h1")).to_contain_text("99 events")
    first = page.evaluate("history.length")
    steps = [
        ("state=both", lambda: page.get_by_text("Both", exact=True).click()),
        ("kind=", lambda: page.get_by_role("button", name="Transits").click()),
        ("to=", lambda: slider(page, "last").press("PageDown")),
        ("sel=event.joint-sea-2021", lambda: frame(page).evaluate(f"{LAYER}.pick('event.joint-sea-2021')")),
    ]
    sentences = [page.locator(".sentence h1").text_content()]
    for part, act in steps:
        act()
        wait_for_address(page, part)
        expect(page.locator(".sentence h1")).to_have_text(address(page).describe(default_catalog()))
        sentences.append(page.locator(".sentence h1").text_content())
        stay_here(page, 30 + len(sentences), 140, 6)
        page.wait_for_function(AT, arg=30 + len(sentences))
    assert page.evaluate("history.length") == first + len(steps)

    def place() -> tuple[float, float, bool]:
        """Where the map is but for its longitude: the frame is wider while no panel stands beside it."""
        now = place_of_map(page)
        return now["lat"], now["zoom"], now["same"]

    here = place()

    def stands(step: int) -> None:
        expect(page.locator(".sentence h1")).to_have_text(sentences[step] or "?")
        view = address(page)
        wait_for_shown(page, on_map(view))
        assert view.describe(default_catalog()) == sentences[step]
        assert (view.selection is not None) == (step == len(steps))
        expect(page.locator(".st-key-detail")).to_have_count(int(step == len(steps)))
        assert place() == here, "going back or forward moved the map"

    for step in reversed(range(len(steps))):
        page.go_back()
        stands(step)
    for step in range(1, len(steps) + 1):
        page.go_forward()
        stands(step)
