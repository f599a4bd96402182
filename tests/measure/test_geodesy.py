"""Lengths and directions agree with pyproj, also across longitude 180."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from atlas.measure.geodesy import apart, bearing, compass, geodesic, length_km, near, point_along, run_on

WGS84 = Geod(ellps="WGS84")
points = st.tuples(st.floats(-180, 180), st.floats(-75, 75))


def test_a_degree_of_the_meridian_at_the_equator_is_110_574_kilometres():
    assert length_km([(130, 0), (130, 1)]) == pytest.approx(110.574, abs=0.001)


def test_the_length_of_a_line_is_the_sum_of_its_geodesics():
    line = [(131.89, 43.11), (129.75, 34.25), (126.5, 25.4)]
    told = sum(WGS84.inv(*here, *there)[2] for here, there in pairwise(line)) / 1000
    assert length_km(line) == pytest.approx(told)
    assert length_km(line[:1]) == 0


@given(points, points)
def test_a_geodesic_is_as_long_as_the_shortest_distance_and_has_no_long_step(start, end):
    shortest = WGS84.inv(*start, *end)[2] / 1000
    line = geodesic(start, end)
    assert length_km(line) == pytest.approx(shortest, abs=0.001)
    assert all(length_km([here, there]) < 150.001 for here, there in pairwise(line))
    assert line[0] == start


def test_a_drawn_geodesic_stays_within_a_kilometre_of_the_true_one():
    line = geodesic((131.0, 60.0), (158.0, 60.0))
    for here, there in pairwise(line):
        drawn = ((here[0] + there[0]) / 2, (here[1] + there[1]) / 2)
        (true,) = WGS84.npts(*here, *there, 1)
        assert length_km([drawn, true]) < 1


def test_a_geodesic_over_the_antimeridian_runs_on_beyond_180():
    line = geodesic((177.5, 53.2), (-178.9, 58.6))
    assert line[-1] == pytest.approx((181.1, 58.6))
    assert all(abs(there[0] - here[0]) < 5 for here, there in pairwise(line))


@pytest.mark.parametrize(
    ("lon", "reference", "turned"), [(-170, 175, 190), (190, 0, -170), (10, 0, 10), (-179, 181, 181)]
)
def test_a_longitude_is_turned_to_lie_near_another(lon, reference, turned):
    assert near(lon, reference) == turned


def test_a_line_that_jumps_at_180_is_made_to_run_on():
    assert run_on([(179, 50), (-179, 51), (178, 52)]) == [(179, 50), (181, 51), (178, 52)]


def test_a_point_along_a_line_is_that_far_from_its_start_and_never_beyond_its_ends():
    line = [(130.0, 35.0), (131.0, 36.0), (133.0, 36.0)]
    spot = point_along(line, 200)
    assert length_km([line[0], line[1], spot]) == pytest.approx(200)
    assert point_along(line, -5) == line[0]
    assert point_along(line, 10_000) == line[-1]


@pytest.mark.parametrize(("degrees", "name"), [(0, "N"), (359, "N"), (22.6, "NE"), (44, "NE"), (181, "S"), (292, "W")])
def test_a_direction_is_named_by_the_nearest_of_eight_points(degrees, name):
    assert compass(degrees) == name


def test_the_angle_between_directions_is_the_smaller_one():
    assert apart(350, 10) == 20
    assert apart(0, 180) == 180
    assert bearing((130, 0), (131, 0)) == pytest.approx(90)
