"""What the map's frame sends is read without trust."""

from typing import Any

import pytest

from atlas.catalog import Catalog
from atlas.ui.mapview import read_pick


@pytest.mark.parametrize(
    "selection",
    [
        "event.first-flight",
        "sighting.first-flight-s01",
        "leg.first-flight-r1-l01",
        "place.vladivostok",
        "sea.yellow-sea",
    ],
)
def test_a_pick_of_something_in_the_atlas_is_a_selection(selection: str, tiny: Catalog):
    assert read_pick({"last_active_drawing": {"properties": {"id": selection, "count": 3}}}, tiny) == selection


@pytest.mark.parametrize(
    "value",
    [
        None,
        "event.first-flight",
        {},
        {"last_active_drawing": None},
        {"last_active_drawing": "event.first-flight"},
        {"last_active_drawing": {"properties": None}},
        {"last_active_drawing": {"properties": {"id": None}}},
        {"last_active_drawing": {"properties": {"id": ["event.first-flight"]}}},
        {"last_active_drawing": {"properties": {"id": "event.no-such-event"}}},
        {"last_active_drawing": {"properties": {"id": "source.tass-2012"}}},
        {"last_active_drawing": {"properties": {"id": "<script>"}}},
    ],
)
def test_a_pick_of_anything_else_is_none(value: Any, tiny: Catalog):
    assert read_pick(value, tiny) is None
