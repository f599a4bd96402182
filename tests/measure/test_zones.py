"""Zones: inside, outside or not to be told, on hand-made rings and open lines."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.measure.tracks import Track
from atlas.measure.zones import COASTAL_KM, ZoneShape, lying

RING = ZoneShape(((130.0, 30.0), (135.0, 30.0), (135.0, 35.0), (130.0, 35.0)), closed=True)
LINE = ZoneShape(((140.0, 45.0), (135.0, 40.0), (135.0, 35.0)), closed=False, left=True)
SHORE = Track.of([[(120.5, 25.0), (120.5, 35.0)]])
LANDWARD = ZoneShape(
    ((121.0, 34.0), (126.0, 34.0), (126.0, 26.0), (121.0, 26.0)), closed=False, left=False, shore=SHORE
)
KM = 111.0


def at(zone, *points, radius=10.0):
    track = Track.of([list(points)])
    return lying(track, np.full(len(track.start) + 1, radius), zone)


@pytest.mark.parametrize(
    ("lon", "lat", "radius", "where", "why"),
    [
        (132.5, 32.5, 10, "inside", None),
        (132.5, 32.5, 400, "unclear", "border"),
        (130.05, 32.5, 10, "unclear", "border"),
        (129.95, 32.5, 10, "unclear", "border"),
        (128.0, 32.5, 10, "outside", None),
        (128.0, 32.5, 250, "unclear", "border"),
    ],
)
def test_a_position_lies_in_a_ring_only_if_the_border_is_further_than_its_error(lon, lat, radius, where, why):
    found = at(RING, (lon, lat), radius=radius)
    assert (found.where, found.why) == (where, why)


def test_the_distance_told_is_the_one_to_the_border():
    assert at(RING, (132.5, 34.0)).km == pytest.approx(110.9, abs=0.2)
    assert at(RING, (132.5, 36.0)).km == pytest.approx(111.0, abs=0.2)


def test_a_side_along_a_parallel_stays_on_it():
    """The geodesic between the two corners bulges 8 km to the north; the limit is the parallel."""
    assert at(RING, (132.5, 35.06), radius=1).where == "outside"


@pytest.mark.parametrize(
    ("leg", "where"),
    [
        ([(131.0, 31.0), (134.0, 34.0)], "inside"),
        ([(128.0, 32.0), (134.0, 32.0)], "partly"),
        ([(128.0, 32.0), (137.0, 32.0)], "partly"),
        ([(128.0, 28.0), (137.0, 28.0)], "outside"),
        ([(128.0, 35.0), (137.0, 35.0)], "unclear"),
    ],
)
def test_a_line_is_inside_partly_inside_outside_or_along_the_border(leg, where):
    assert at(RING, *leg).where == where


def test_a_line_that_crosses_the_border_is_at_no_distance_from_it():
    assert at(RING, (128.0, 32.0), (137.0, 32.0)).km == pytest.approx(0, abs=0.001)


@pytest.mark.parametrize(
    ("lon", "lat", "where", "why"),
    [
        (133.0, 38.0, "outside", None),
        (133.0, 42.0, "outside", None),
        (134.95, 38.0, "unclear", "border"),
        (137.0, 38.0, "unclear", "open"),
        (135.0, 33.0, "unclear", "open"),
        (142.0, 47.0, "unclear", "open"),
        (134.95, 40.05, "unclear", "border"),
        (136.0, 40.3, "unclear", "open"),
        (134.0, 40.4, "outside", None),
    ],
)
def test_of_an_open_line_only_the_far_side_can_be_told(lon, lat, where, why):
    found = at(LINE, (lon, lat))
    assert (found.where, found.why) == (where, why)


def test_an_open_line_read_backwards_has_its_zone_on_the_other_hand():
    back = ZoneShape(LINE.corners[::-1], closed=False, left=False)
    for spot in ((133.0, 38.0), (137.0, 38.0), (135.0, 33.0)):
        assert at(back, spot) == at(LINE, spot)


@pytest.mark.parametrize(
    ("lon", "lat", "where", "why"),
    [
        (124.0, 30.0, "inside", None),
        (120.9, 30.0, "unclear", "landward"),
        (121.2, 30.0, "inside", None),
        (120.6, 30.0, "unclear", "landward"),
        (128.0, 30.0, "outside", None),
        (125.95, 30.0, "unclear", "border"),
        (124.0, 36.0, "outside", None),
        (118.0, 38.0, "outside", None),
    ],
)
def test_a_zone_that_ends_at_a_territorial_sea_is_not_told_near_that_shore(lon, lat, where, why):
    found = at(LANDWARD, (lon, lat))
    assert (found.where, found.why) == (where, why)
    assert pytest.approx(24 * 1.852, abs=0.1) == COASTAL_KM


@settings(max_examples=40, deadline=None)
@given(st.floats(126, 139), st.floats(27, 38), st.floats(1, 300), st.floats(1, 300))
def test_a_greater_error_never_tells_more(lon, lat, one, other):
    sharp, vague = sorted((one, other))
    told = at(RING, (lon, lat), radius=vague).where
    assert told in {"unclear", at(RING, (lon, lat), radius=sharp).where}


@settings(max_examples=40, deadline=None)
@given(st.floats(126, 139), st.floats(27, 38), st.integers(0, 3))
def test_a_ring_is_the_same_wherever_it_begins_and_whichever_way_it_runs(lon, lat, turn):
    turned = ZoneShape(RING.corners[turn:] + RING.corners[:turn], closed=True)
    back = ZoneShape(RING.corners[::-1], closed=True)
    for zone in (turned, back):
        found, same = at(zone, (lon, lat)), at(RING, (lon, lat))
        assert (found.where, found.why) == (same.where, same.why)
        assert found.km == pytest.approx(same.km, abs=0.01)
