"""What the browser sends over the bridge is read without trust."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from atlas.catalog import Catalog
from atlas.catalog.columns import days
from atlas.ui.bridge import changed
from atlas.view import View


@pytest.mark.parametrize(
    "selection",
    [
        "event.first-flight",
        "sighting.first-flight-s01",
        "leg.first-flight-r1-l01",
        "place.vladivostok",
        "sea.yellow-sea",
        None,
    ],
)
def test_a_pick_of_something_in_the_atlas_is_selected(selection: str | None, tiny: Catalog):
    view = replace(View.default(tiny), selection="event.first-flight")
    assert changed(view, {"sel": selection}, tiny) == replace(view, selection=selection)


def test_days_are_put_in_order_and_drawn_into_the_span(tiny: Catalog):
    view = View.default(tiny)
    first, last = date(2019, 8, 1), date(2021, 3, 1)
    wanted = replace(view, start=first, end=last)
    assert changed(view, {"range": [days(first), days(last)]}, tiny) == wanted
    assert changed(view, {"range": [days(last), days(first)]}, tiny) == wanted
    assert changed(wanted, {"range": [-(10**30), 10**30]}, tiny) == view


def test_kinds_and_layers_are_taken_as_far_as_they_are_known(tiny: Catalog):
    view = View.default(tiny)
    assert changed(view, {"kinds": ["transit", "submarine-race", 7]}, tiny) == replace(view, kinds=("transit",))
    assert changed(view, {"layers": ["grid"]}, tiny) == replace(view, layers=("grid",))
    assert changed(view, {"layers": []}, tiny) == replace(view, layers=())


def test_a_link_of_the_panel_is_followed_and_all_filters_come_off(tiny: Catalog):
    view = replace(View.default(tiny), kinds=("air-patrol", "transit"), centre=(30.0, 140.0), zoom=6.0)
    linked = changed(view, {"follow": "event.first-flight"}, tiny)
    assert linked == replace(view, selection="event.first-flight", centre=None, zoom=None)
    assert changed(linked, {"all": True}, tiny) == replace(View.default(tiny), selection="event.first-flight")


def test_a_link_to_something_that_the_filters_keep_out_widens_them(tiny: Catalog):
    view = replace(View.default(tiny), kinds=("transit",), states="RU", end=date(2015, 1, 1))
    followed = changed(view, {"follow": "sighting.first-flight-s01"}, tiny)
    event = tiny.event("first-flight")
    assert followed == replace(
        view,
        kinds=("air-patrol", "transit"),
        states="all",
        end=date.fromisoformat(event["end"]),
        selection="sighting.first-flight-s01",
    )
    assert changed(view, {"follow": "place.vladivostok"}, tiny) == replace(view, selection="place.vladivostok")


@pytest.mark.parametrize(
    "did",
    [
        None,
        "event.first-flight",
        {},
        [],
        {"sel": ["event.first-flight"]},
        {"sel": "event.no-such-event"},
        {"sel": "source.tass-2012"},
        {"sel": "<script>"},
        {"range": "2019"},
        {"range": [1]},
        {"range": [1, 2, 3]},
        {"range": [1.5, None]},
        {"range": [float("nan"), 2]},
        {"range": [True, "2"]},
        {"kinds": "transit"},
        {"layers": {"grid": 1}},
        {"follow": 7},
        {"follow": "event.no-such-event"},
        {"follow": None},
        {"all": "yes"},
        {"submarine": 1},
    ],
)
def test_anything_else_means_nothing(did: Any, tiny: Catalog):
    assert changed(View.default(tiny), did, tiny) is None
