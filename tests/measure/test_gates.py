"""The two ways through a gate and the distance to it, against what can be reckoned by hand or by walking along the gate."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from atlas.measure.gates import across, km_from, middle, way_through
from atlas.measure.geodesy import apart, bearing, compass, course

WGS84 = Geod(ellps="WGS84")
GATE = ((130.0, 34.0), (130.0, 35.0))
REAL = {
    "soya": ((141.937, 45.523), (142.083, 45.897)),
    "tsushima-east": ((129.29, 34.13), (129.69, 33.87)),
    "miyako": ((127.65, 26.08), (125.47, 24.72)),
    "bering": ((-169.65, 66.08), (-168.08, 65.63)),
}
degrees = st.floats(-3, 3)
gates = st.tuples(st.floats(-180, 180), st.floats(-65, 65), degrees, degrees).map(
    lambda gate: ((gate[0], gate[1]), (gate[0] + gate[2] + 0.1, gate[1] + gate[3]))
)


def test_the_ways_through_a_gate_are_at_right_angles_to_it_left_first():
    assert across(GATE) == pytest.approx((270, 90))
    assert across(GATE[::-1]) == pytest.approx((90, 270))


@pytest.mark.parametrize(
    ("name", "ways"), [("soya", "W E"), ("tsushima-east", "NE SW"), ("miyako", "SE NW"), ("bering", "NE SW")]
)
def test_the_ways_through_real_straits(name, ways):
    assert " ".join(map(compass, across(REAL[name]))) == ways


def test_a_direction_goes_the_way_it_is_nearest_to_and_along_the_gate_none():
    assert way_through(45, GATE) == pytest.approx(90)
    assert way_through(181, GATE) == pytest.approx(270)
    assert way_through(0, GATE) is None
    assert way_through(180, GATE) is None


@given(gates, st.floats(0, 360))
def test_to_turn_about_is_to_go_the_other_way(gate, direction):
    one, other = way_through(direction, gate), way_through(direction + 180, gate)
    assert (one is None) == (other is None) or min(apart(direction, way) for way in across(gate)) > 89.999
    if one is not None and other is not None:
        assert apart(one, other) == pytest.approx(180)


def test_the_middle_of_a_gate_over_the_antimeridian_lies_between_its_ends():
    assert middle(((179.0, 52.0), (-179.0, 54.0))) == (180.0, 53.0)


def test_how_far_a_point_is_from_a_gate():
    assert km_from(GATE, (130.0, 34.5)) == 0
    assert km_from(GATE, (131.0, 34.5)) == pytest.approx(WGS84.inv(131, 34.5, 130, 34.5)[2] / 1000)
    assert km_from(GATE, (130.0, 36.0)) == pytest.approx(WGS84.inv(130, 36, 130, 35)[2] / 1000)
    assert km_from(((179.0, 52.0), (-179.0, 52.0)), (-180.0, 53.0)) == pytest.approx(111.3, abs=0.1)


@given(gates, degrees, degrees)
def test_it_is_the_distance_to_the_nearest_point_found_by_walking_along_the_gate(gate, east, north):
    point = (gate[0][0] + east, gate[0][1] + north)
    (ax, ay), (bx, by) = gate
    steps = np.linspace(0, 1, 401)
    here = ax + steps * (bx - ax), ay + steps * (by - ay)
    walked = WGS84.inv(*here, np.full(401, point[0]), np.full(401, point[1]))[2].min() / 1000
    step = WGS84.inv(ax, ay, bx, by)[2] / 1000 / 400
    assert walked - step <= km_from(gate, point) <= walked * 1.01 + step


def test_the_course_is_that_at_the_middle_and_turns_about_with_the_line():
    assert course((130, 34), (130, 35)) == pytest.approx(0)
    start, end = (140.0, 60.0), (150.0, 60.0)
    assert course(start, end) == pytest.approx(90)
    assert bearing(start, end) < 86


@given(st.tuples(st.floats(-180, 180), st.floats(-80, 80)), st.tuples(st.floats(-180, 180), st.floats(-80, 80)))
def test_the_way_back_has_the_opposite_course(start, end):
    over_a_pole = apart(start[0], end[0]) > 179
    if 1 < WGS84.inv(*start, *end)[2] / 1000 < 15_000 and not over_a_pole:
        assert apart(course(start, end), course(end, start)) == pytest.approx(180, abs=1e-6)
