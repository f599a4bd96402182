"""What the steps of the stories show: as their files say, and for the rest the days and place of their events."""

from datetime import date

import pytest

from atlas.catalog import default_catalog
from atlas.view import View
from atlas.view.steps import MARGIN, view_of

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
        assert view.to_query().get(key) == told, key
