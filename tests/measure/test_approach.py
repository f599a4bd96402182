"""The closest approach: hand-made coasts with known answers, an independent search, and the laws of a distance."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

from atlas.measure.approach import chords_km, closest
from atlas.measure.tracks import PIECE_KM, Track

WGS84 = Geod(ellps="WGS84")
MERIDIAN = [(140.0, 30.0), (140.0, 45.0)]
spots = st.tuples(st.floats(118, 158), st.floats(15, 62))
few = settings(max_examples=40, deadline=None)


def track(*lines):
    return Track.of(lines)


def km(one, other):
    return WGS84.inv(*one, *other)[2] / 1000


def searched(point, line):
    """Find the least distance to a line by trying points along it, finer and finer: slow, and of another kind than ours."""
    least = math.inf
    for (west, south), (east, north) in pairwise(line):
        low, high = 0.0, 1.0
        for _ in range(12):
            parts = np.linspace(low, high, 41)
            far = WGS84.inv(
                np.full(41, point[0]),
                np.full(41, point[1]),
                west + parts * (east - west),
                south + parts * (north - south),
            )[2]
            best = int(np.argmin(far))
            low, high = parts[max(best - 1, 0)], parts[min(best + 1, 40)]
        least = min(least, float(far.min()) / 1000)
    return least


def test_two_points_are_as_far_apart_as_their_geodesic():
    found = closest(track([(131.89, 43.11)]), track([(139.76, 35.68)]))
    assert found.km == pytest.approx(km((131.89, 43.11), (139.76, 35.68)), abs=1e-9)
    assert (found.here, found.there) == ((131.89, 43.11), (139.76, 35.68))


def test_the_nearest_point_of_a_meridian_lies_where_the_geodesic_meets_it_at_a_right_angle():
    found = closest(track([(143.0, 38.0)]), track(MERIDIAN))
    azimuth = WGS84.inv(*found.there, 143.0, 38.0)[0]
    assert azimuth == pytest.approx(90, abs=0.01)
    assert found.there[0] == 140
    assert found.there[1] > 38  # a great circle from the east comes in north of the parallel
    assert found.km < km((143.0, 38.0), (140.0, 38.0))


def test_beyond_the_end_of_a_coast_its_end_is_nearest():
    found = closest(track([(141.0, 47.0)]), track(MERIDIAN))
    assert found.there == (140.0, 45.0)
    assert found.km == pytest.approx(km((141.0, 47.0), (140.0, 45.0)))


def test_a_coast_on_the_equator_is_as_far_as_the_meridian_is_long():
    found = closest(track([(130.0, 1.0)]), track([(125.0, 0.0), (135.0, 0.0)]))
    assert found.km == pytest.approx(110.574, abs=0.001)
    assert found.there == pytest.approx((130.0, 0.0), abs=1e-4)


def test_a_leg_that_grazes_a_cape_is_nearest_there_and_tells_how_far_along():
    cape = [(134.0, 33.0), (134.5, 33.5), (135.0, 33.0)]
    found = closest(track([(130.0, 34.0), (139.0, 34.0)]), track(cape))
    assert found.there == (134.5, 33.5)
    assert found.here == pytest.approx((134.5, 34.0), abs=0.01)
    assert found.part == pytest.approx(0.5, abs=0.001)
    assert found.km == pytest.approx(km((134.5, 33.5), (134.5, 34.0)), abs=0.01)


@pytest.mark.parametrize("leg", [[(138.0, 38.0), (142.0, 38.5)], [(138.0, 30.0), (142.0, 30.0)], [(140.0, 33.0)]])
def test_what_crosses_or_touches_a_coast_is_at_no_distance(leg):
    assert closest(track(leg), track(MERIDIAN)).km == pytest.approx(0, abs=0.001)


def test_a_line_over_the_antimeridian_is_measured_over_it_and_its_points_are_told_between_180_and_180():
    leg, island = [(178.0, 52.0), (-178.0, 53.0)], [(-179.5, 51.0)]
    found = closest(track(leg), track(island))
    turned = closest(track([(178.0, 52.0), (182.0, 53.0)]), track([(180.5, 51.0)]))
    assert found.km == pytest.approx(turned.km, abs=1e-6)
    assert found.km < 170
    assert found.here[0] == pytest.approx(
        179.6, abs=0.1
    )  # the line climbs to the east: its nearest point lies west of the island
    assert -180 <= closest(track([(181.0, 50.0)]), track(island)).here[0] < -178


def test_across_the_pole_the_way_is_over_the_pole():
    found = closest(track([(10.0, 89.0)]), track([(-170.0, 89.0)], [(60.0, 80.0)]))
    assert found.there == (-170.0, 89.0)
    assert found.km == pytest.approx(2 * km((0.0, 89.0), (0.0, 90.0)), abs=0.001)


def test_a_parallel_round_the_pole_is_cut_as_finely_as_it_is_long():
    ring = track([(lon, 89.0) for lon in range(0, 361, 90)])
    lengths = [km(start, end) for start, end in zip(ring.start, ring.end, strict=True)]
    assert max(lengths) <= PIECE_KM
    assert closest(track([(45.0, 90.0)]), ring).km == pytest.approx(km((0.0, 89.0), (0.0, 90.0)), abs=0.01)


def test_of_many_islands_the_nearest_is_found_whatever_their_order():
    rng = np.random.default_rng(4)
    islands = [[(float(lon), float(lat))] for lon, lat in rng.uniform((120, 20), (150, 50), (500, 2))]
    least = min(km((133.3, 36.6), island[0]) for island in islands)
    for order in (islands, islands[::-1]):
        assert closest(track([(133.3, 36.6)]), track(*order)).km == pytest.approx(least, abs=1e-9)


def test_nothing_cannot_be_measured():
    with pytest.raises(ValueError, match="give a line or a point"):
        Track.of([[]])


@few
@given(spots, st.lists(spots, min_size=2, max_size=4, unique=True))
def test_it_agrees_with_a_search_along_the_line(point, line):
    found = closest(track([point]), track(line)).km
    assert found == pytest.approx(searched(point, line), abs=0.02, rel=2e-5)


@few
@given(st.lists(spots, min_size=1, max_size=4, unique=True), st.lists(spots, min_size=1, max_size=4, unique=True))
def test_the_distance_is_the_same_from_both_sides_and_its_points_are_that_far_apart(one, other):
    there, back = closest(track(one), track(other)), closest(track(other), track(one))
    assert there.km == pytest.approx(back.km, abs=0.002)
    assert km(there.here, there.there) == pytest.approx(there.km, abs=1e-6)


@few
@given(spots, spots, st.lists(spots, min_size=2, max_size=4, unique=True))
def test_no_detour_is_shorter(start, by, coast):
    direct, detour = closest(track([start]), track(coast)).km, closest(track([by]), track(coast)).km
    assert direct <= km(start, by) + detour + 0.02


@few
@given(spots, st.lists(spots, min_size=2, max_size=5, unique=True))
def test_a_coast_is_as_near_as_its_nearest_piece(point, coast):
    pieces = [closest(track([point]), track(list(pair))).km for pair in pairwise(coast)]
    assert closest(track([point]), track(coast)).km == pytest.approx(min(pieces), abs=0.02)


@few
@given(st.lists(spots, min_size=1, max_size=6), st.lists(spots, min_size=2, max_size=4, unique=True))
def test_chords_of_many_points_are_those_of_each_and_shorter_than_geodesics_by_their_bend(points, line):
    coast = track(line)
    for point, chord in zip(points, chords_km(np.array(points), coast), strict=True):
        arc = closest(track([point]), coast).km
        assert arc - arc**3 / (24 * 6335**2) - 0.05 - arc / 2000 <= chord <= arc + 0.001
