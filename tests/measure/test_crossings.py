"""What is a crossing and what is none, by hand-made gates."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from atlas.measure.crossings import crossings
from atlas.measure.geodesy import apart, compass, length_km

GATE = ((130.0, 34.0), (130.0, 35.0))


def ways(line, gate=GATE):
    return [compass(crossing.direction) for crossing in crossings(line, gate)]


def test_a_line_through_a_gate_crosses_it_once_at_the_place_where_they_meet():
    line = [(129.0, 34.5), (131.0, 34.5)]
    (crossing,) = crossings(line, GATE)
    assert compass(crossing.direction) == "E"
    assert crossing.point == pytest.approx((130.0, 34.5))
    assert crossing.km == pytest.approx(length_km(line) / 2, abs=0.1)


@pytest.mark.parametrize(
    "line",
    [
        [(129.0, 34.5), (130.0, 34.5), (129.0, 34.8)],
        [(129.0, 34.5), (130.0, 34.5)],
        [(130.0, 34.5), (131.0, 34.5)],
        [(129.0, 34.0), (130.0, 34.0), (129.0, 33.0)],
        [(129.0, 34.2), (130.0, 34.2), (130.0, 34.8), (129.0, 34.8)],
        [(130.0, 33.0), (130.0, 36.0)],
    ],
    ids=[
        "touched and turned back",
        "ended on it",
        "begun on it",
        "its end touched",
        "run along and back",
        "in line with it",
    ],
)
def test_to_touch_a_gate_is_no_crossing(line):
    assert ways(line) == []


def test_to_run_along_the_gate_and_leave_on_the_other_side_is_one_crossing():
    assert ways([(129.0, 34.2), (130.0, 34.2), (130.0, 34.8), (131.0, 34.8)]) == ["E"]


def test_a_point_of_the_line_on_the_gate_makes_one_crossing_not_two():
    assert ways([(129.0, 34.5), (130.0, 34.5), (131.0, 34.5)]) == ["E"]


def test_there_and_back_is_two_crossings_in_their_order():
    assert ways([(129.0, 34.2), (131.0, 34.4), (129.0, 34.6)]) == ["E", "W"]


def test_to_pass_beside_the_gate_is_no_crossing():
    assert ways([(129.0, 35.2), (131.0, 35.2)]) == []


def test_a_gate_beyond_180_is_crossed_by_whichever_longitudes_the_line_is_written():
    gate = ((179.9, 52.0), (-179.9, 53.0))
    for line in ([(178.0, 52.5), (182.0, 52.5)], [(178.0, 52.5), (-178.0, 52.5)], [(-182.0, 52.5), (-178.0, 52.5)]):
        assert ways(line, gate) == ["E"], line
    assert ways([(-178.0, 52.5), (178.0, 52.5)], gate) == ["W"]


def test_a_line_half_round_the_world_crosses_the_gate_where_it_gets_there():
    gate = ((179.9, 52.0), (-179.9, 53.0))
    assert ways([(-10.0, 52.5), (80.0, 52.5), (170.0, 52.5), (182.0, 52.5)], gate) == ["E"]


def test_to_pass_over_the_very_end_of_a_gate_is_to_pass_beside_it():
    assert ways([(129.0, 34.0), (131.0, 34.0)]) == []


def test_a_line_that_jumps_at_180_does_not_cross_gates_on_the_far_side_of_the_world():
    assert ways([(179.0, 34.5), (-179.0, 34.5)]) == []


def test_a_gate_of_the_far_north_is_crossed():
    bering = ((-169.65, 66.08), (-168.08, 65.63))
    assert ways([(-168.0, 64.0), (-169.5, 67.5)], bering) == ["N"]
    assert ways([(192.0, 64.0), (190.5, 67.5)], bering) == ["N"]
    assert ways([(10.0, 88.0), (-170.0, 88.0)], bering) == []


def test_the_direction_is_the_course_through_the_strait_not_the_angle_of_the_last_bend():
    osumi = ((130.66, 30.994), (131.06, 30.83))
    assert ways([(132.5, 31.0), (130.86, 30.95), (130.85, 30.87), (129.0, 30.9)], osumi) == ["W"]


line_points = st.tuples(st.floats(128, 132), st.floats(33, 36))


@given(st.lists(line_points, min_size=2, max_size=8, unique=True))
def test_a_way_back_crosses_the_same_gates_in_turn_and_the_other_way(line):
    there, back = crossings(line, GATE), crossings(line[::-1], GATE)
    assume(all(abs(lon - 130) > 1e-6 for lon, _ in line))
    assert [c.point for c in there] == [pytest.approx(c.point) for c in reversed(back)]
    for one, other in zip(there, reversed(back), strict=True):
        assert apart(one.direction, other.direction) == pytest.approx(180, abs=1.5)


@given(st.lists(line_points, min_size=2, max_size=8, unique=True))
def test_crossings_alternate_between_the_two_ways(line):
    wide = ((130.0, 20.0), (130.0, 50.0))
    east = [apart(c.direction, 90) < 90 for c in crossings(line, wide)]
    assert all(one != other for one, other in pairwise(east))


def test_a_line_of_one_point_or_none_crosses_nothing():
    assert ways([]) == []
    assert ways([(130.0, 34.5)]) == []
