"""The pages by behaviour, without a browser: what the address says is shown, what is chosen is written to it."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from atlas.catalog import Catalog
from atlas.catalog.columns import days
from atlas.ui.head import counts
from atlas.view import KEYS, View, layer_bits
from atlas.view.months import address
from atlas.web.pages import OWN_KEYS
from tests.ui.markup import Markup
from tests.ui.opened import opened, pairs


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def map_arguments(app: AppTest) -> dict[str, Any]:
    (component,) = app.get("component_instance")
    return json.loads(component.proto.json_args)


def told(app: AppTest) -> dict[str, Any]:
    """Give the state that the map was told."""
    return data_of(app, "bridge")


def data_of(app: AppTest, name: str) -> dict[str, Any]:
    """Give the data of one of our own components."""
    (json_text,) = [one.proto.json for one in app.get("bidi_component") if one.proto.component_name == f"atlas_{name}"]
    return json.loads(json_text)


def view_of(app: AppTest, world: Catalog) -> View:
    """Give the view of the address."""
    return View.from_query({key: [value] for key, value in pairs(app).items()}, world)[0]


def test_the_widgets_show_what_the_address_says(world: Catalog):
    app = opened(
        from_="2019-01-01", to="2021-12-31", kind="air-patrol.transit", state="all", show="grid", sure="high.low"
    )
    assert [told(app)[end] for end in ("from", "to")] == [days(date(2019, 1, 1)), days(date(2021, 12, 31))]
    assert told(app)["kinds"] == 0b1100
    assert told(app)["page"] == {
        "counts": [0, 0, 0, 1, 0, 0, 0, 0, 0],
        "filtered": True,
        "months": f"/{address(world, view_of(app, world))}",
    }
    assert app.button_group(key="active").value == ["confidence"]
    assert told(app)["layers"] == layer_bits(("grid",))
    assert counts(world, view_of(app, world)) in html(app)


def test_what_is_chosen_is_written_to_the_address_and_told_to_the_map(world: Catalog):
    app = opened(series="joint-air-patrol", show="grid")
    app.button_group(key="states").set_value("both").run()
    view, notices = View.from_query({key: [value] for key, value in pairs(app).items()}, world)
    assert notices == []
    assert view == replace(
        View.default(world),
        layers=("grid",),
        series="joint-air-patrol",
        states="both",
    )
    state = told(app)
    assert state.pop("page")["filtered"]
    assert state == view.map_state(world, fit=True)


@pytest.mark.usefixtures("layers")
def test_bad_values_are_named_and_the_rest_is_used():
    app = opened(from_="yesterday", to="2021-12-31", kind="submarine-race", sel="event.no-such", colour="blue")
    notice = "\n".join(element.value for element in app.markdown)
    for named in ("yesterday", "submarine-race", "event.no-such", "colour"):
        assert named in notice
    assert told(app)["to"] == days(date(2021, 12, 31))
    app.button(key="mend").click().run()
    assert pairs(app) == {"to": "2021-12-31", "v": "1"}
    assert "mend" not in [button.key for button in app.button]


@pytest.mark.usefixtures("layers")
def test_the_counts_line_says_how_many_are_shown_and_how_many_have_no_place():
    assert "5 of 5 events shown · 1 cannot be placed on the map" in Markup(html(opened())).text
    assert "1 of 5 events shown" in Markup(html(opened(kind="air-patrol"))).text


@pytest.mark.usefixtures("layers")
def test_no_event_found_says_so_and_offers_the_way_out():
    app = opened(from_="2015-01-01", to="2015-01-02")
    assert "No event matches these filters." in html(app)
    app.button(key="show-all-empty").click().run()
    assert "No event matches" not in html(app)


@pytest.mark.usefixtures("layers")
def test_the_panel_closes_and_leaves_the_rest():
    app = opened(sel="event.first-flight", from_="2019-01-01")
    assert '<h2 class="ttl">First flight</h2>' in html(app)
    app.button(key="close").click().run()
    assert pairs(app) == {"from": "2019-01-01", "v": "1"}
    assert 'class="ttl"' not in html(app)
    assert "fit" not in told(app)


@pytest.mark.usefixtures("layers")
def test_the_map_asks_nothing_from_outside_and_its_script_stays_the_same():
    app = opened(at="35.10_131.60_6")
    before = map_arguments(app)
    assert "http:" not in json.dumps(before)
    assert "https:" not in json.dumps(before)
    app.button_group(key="states").set_value("both").run()
    app.query_params["at"] = "30.00_140.00_7"
    app.run()
    assert map_arguments(app)["script"] == before["script"]
    assert "131.6" in before["script"]


@pytest.mark.usefixtures("layers")
def test_an_embedded_map_comes_without_filters(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.is_embedded", property(lambda _: True))
    app = opened(sel="event.first-flight")
    assert "Open in Joint Sea Atlas" in html(app)
    assert "sel=event.first-flight" in html(app)
    assert "./method" not in html(app)
    assert [one.proto.component_name for one in app.get("bidi_component")] == ["atlas_bridge"]
    assert len(app.get("component_instance")) == 1


@pytest.mark.parametrize("page", [None, "events", "event"])
def test_every_page_tells_the_version_of_the_data_once_and_leads_to_what_it_is(world: Catalog, page: str | None):
    shown = Markup(html(opened(page and f"../../pages/{page}.py", id="joint-sea-2012")))
    feet = 2 if page == "events" else 1  # the filters have theirs
    assert shown.text.count(f"Data {world.edition.version}, 26 Nov 2026") == feet
    assert shown.links.count("./method") == feet + 2  # and the header has it, for the desk and for the hand


def test_missing_layers_give_one_line_and_no_traceback(layers: Path):
    (layers / "events.geojson").unlink()
    app = opened()
    (problem,) = app.error
    assert "events.geojson is missing" in problem.value
    assert html(app).count("./method") == 2, "only the header leads there: there is no version to tell"
    assert "make build" in problem.value
    assert "\n" not in problem.value


def test_no_page_takes_a_key_of_the_view_for_one_of_its_own():
    assert {page: shared for page, own in OWN_KEYS.items() if (shared := set(own) & set(KEYS))} == {}
