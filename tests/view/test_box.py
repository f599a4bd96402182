"""Which part of the earth shows a view whole."""

from dataclasses import replace

import pytest

from atlas.catalog import default_catalog
from atlas.view import View
from atlas.view.box import REGION, box_of
from atlas.view.steps import view_of


def holds(box, lat, lon):
    (south, west), (north, east) = box
    return south <= lat <= north and west <= lon <= east


def test_a_place_stands_in_the_middle_of_a_box_that_shows_some_land(catalog):
    (south, west), (north, east) = box_of(replace(View.default(catalog), selection="place.vladivostok"), (), catalog)
    assert ((south + north) / 2, (west + east) / 2) == pytest.approx((43.11, 131.89), abs=0.01)
    assert (north - south, east - west) == pytest.approx((4 * 1.28, 5 * 1.28), abs=0.02)


def test_centre_and_zoom_go_before_the_choice(catalog):
    view = replace(View.default(catalog), selection="place.vladivostok", centre=(0.0, 140.0), zoom=6)
    (south, west), (north, east) = box_of(view, (), catalog)
    # 640 of the 256 * 2^6 pixels that are the whole way round
    assert (west, east) == pytest.approx((140 - 7.03, 140 + 7.03), abs=0.01)
    assert (south, north) == pytest.approx((-5.27, 5.27), abs=0.01)


def test_without_a_place_the_region_is_shown(catalog):
    view = View.default(catalog)
    assert box_of(view, (), catalog) == REGION
    assert box_of(replace(view, selection="event.visit-to-shanghai"), (), catalog) == REGION
    assert box_of(view, ["visit-to-shanghai"], catalog) == REGION


def test_several_events_are_all_in_sight(catalog):
    box = box_of(View.default(catalog), ["first-flight", "north-2023"], catalog)
    assert holds(box, 34.5, 129.5)
    assert holds(box, 43.0, 132.0)
    assert not holds(box_of(View.default(catalog), ["north-2023"], catalog), 34.5, 129.5)


def test_a_voyage_is_shown_where_it_was_on_the_days_shown_and_not_where_it_came_from():
    catalog = default_catalog()
    step = {"events": ["gromkiy-sovershenniy-voyage-2023"], "places": (), "map": {"from": "2023-06-25"}}
    box = box_of(view_of(step, catalog), step["events"], catalog)
    assert holds(box, 24.8, 125.3)  # Miyako
    assert not holds(box, 1.3, 103.8)  # the Malacca Strait, in May
    assert not holds(box, 43.1, 131.9)  # Vladivostok
    for days, seen in (({"from": "2023-07-04"}, True), ({"from": "2023-06-25", "to": "2023-06-28"}, False)):
        box = box_of(view_of(step | {"map": days}, catalog), step["events"], catalog)
        assert holds(box, 28, 124.1) == seen, days  # two degrees north of Kuba and Taisho, on 4 July
        assert holds(box, 22, 120) != seen, days  # two degrees south of Yonaguni, on 27 June


def test_each_step_of_the_real_stories_has_a_box_inside_the_world():
    catalog = default_catalog()
    for story in catalog.stories.values():
        for step in story["steps"]:
            (south, west), (north, east) = box_of(view_of(step, catalog), step["events"], catalog)
            assert -10 < south < north < 70, step["id"]
            assert 90 < west < east < 180, step["id"]
