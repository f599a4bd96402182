"""What the steps of the stories show: as their files say, and for the rest the days and place of their events."""

from datetime import date

import pytest

from atlas.catalog import default_catalog
from atlas.look import DEFAULT_LAYERS
from atlas.view import View
from atlas.view.query import dotted
from atlas.view.steps import MARGIN, cover_of, view_of

STEPS = {f"{story}-{step['id']}": step for story, row in default_catalog().stories.items() for step in row["steps"]}


def make_step(*events, places=(), **shown):
    return {"events": events, "places": places, "map": {key.rstrip("_"): value for key, value in shown.items()}}


def test_a_step_shows_its_only_event_and_some_days_around(catalog):
    view = view_of(make_step("first-flight", places=["vladivostok"]), catalog)
    assert view.selection == "event.first-flight"
    assert (view.start, view.end) == (date(2019, 7, 23) - MARGIN, date(2019, 7, 23) + MARGIN)


def test_days_end_where_the_events_of_the_atlas_end(catalog):
    view = view_of(make_step("joint-sea-2012", "north-2023"), catalog)
    assert (view.start, view.end) == catalog.span
    assert view.selection is None


def test_a_step_without_an_event_shows_its_only_place_among_all(catalog):
    view = view_of(make_step(places=["vladivostok"]), catalog)
    assert (view.selection, view.start, view.end) == ("place.vladivostok", *catalog.span)
    assert view_of(make_step(places=["vladivostok", "qingdao"]), catalog).selection is None


def test_the_cover_shows_the_days_of_all_steps_unless_the_file_names_others(catalog):
    story = {"steps": [make_step("first-flight"), make_step("north-2023")], "map": {}}
    view = cover_of(story, catalog)
    assert (view.start, view.end, view.selection) == (date(2019, 7, 13), catalog.span[1], None)
    assert cover_of(story | {"map": {"from": "2020-01-01"}}, catalog).start == date(2020, 1, 1)


def test_air_zones_are_shown_only_where_a_step_asks_for_them(catalog):
    assert "zones" not in view_of(make_step("first-flight"), catalog).layers
    assert view_of(make_step("first-flight", show=("zones",)), catalog).layers == ("zones",)


def test_what_the_file_says_goes_before(catalog):
    told = {"from_": "2019-01-01", "kind": ("air-patrol", "transit"), "state": "both", "show": ("grid",)}
    view = view_of(make_step("first-flight", sel="place.vladivostok", at="43.10_131.90_6", **told), catalog)
    assert (view.start, view.end) == (date(2019, 1, 1), date(2019, 8, 2))
    assert (view.kinds, view.states, view.layers) == (("air-patrol", "transit"), "both", ("grid",))
    assert (view.selection, view.centre, view.zoom) == ("place.vladivostok", (43.1, 131.9), 6)


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_each_step_shows_the_events_that_it_is_about_and_can_be_sent_as_a_link(step):
    catalog = default_catalog()
    view = view_of(step, catalog)
    assert set(step["events"]) <= set(catalog.shown(view).index)
    assert View.from_query({key: [value] for key, value in view.to_query().items()}, catalog) == (view, [])
    for key, value in step["map"].items():
        told = ".".join(value) if isinstance(value, tuple) else str(value)
        written = view.to_query().get(key, dotted(DEFAULT_LAYERS) if key == "show" else None)
        assert set(written.split(".")) == set(told.split(".")), key
