"""What is a crossing and what is none, by hand-made gates."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from atlas.measure.crossings import crossings
from atlas.measure.gates import across, way_through
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


def test_a_line_that_begins_in_the_middle_of_a_gate_crosses_nothing_whatever_that_is_rounded_to():
    soya = ((141.937, 45.523), (142.083, 45.897))
    middle = (142.01, 45.71)
    for step in (0, 1e-14, -1e-14, 3e-14):
        for far in [(140.0, 45.0), (144.0, 46.5)]:
            line = [(middle[0] + step, middle[1]), far]
            assert ways(line, soya) == ways(line[::-1], soya) == []


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


POLAR = ((0.0, 80.0), (0.0, 89.0))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ([(-10.0, 85.0), (10.0, 85.0)], ["E"]),
        ([(10.0, 85.0), (-10.0, 85.0)], ["W"]),
        ([(350.0, 85.0), (370.0, 85.0)], ["E"]),
        ([(lon, 85.0) for lon in range(-170, 191, 20)], ["E"]),
        ([(-90.0, 89.5), (0.0, 89.5), (90.0, 89.5)], []),
        ([(170.0, 85.0), (-170.0, 85.0)], []),
    ],
    ids=["east", "west", "written beyond 360", "once round the pole", "between gate and pole", "on the far side"],
)
def test_gates_near_the_pole_are_crossed_like_any_other(line, told):
    assert ways(line, POLAR) == told


def test_of_two_points_half_a_circle_apart_the_way_there_is_the_way_back():
    for west, east in [((-90.0, 85.0), (90.0, 85.0)), ((-10.0, 85.0), (170.0, 85.0))]:
        (there,), (back,) = crossings([west, east], POLAR), crossings([east, west], POLAR)
        assert there.point == back.point == pytest.approx((0.0, 85.0))
        assert (way_through(there.direction, POLAR), way_through(back.direction, POLAR)) == (90, 270)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ([(129.0, 33.0), (131.0, 35.0)], []),
        ([(129.0, 33.0), (131.0, 35.001)], ["NE"]),
        ([(129.0, 35.0 - 1e-6), (131.0, 35.0 - 1e-6)], ["E"]),
        ([(129.0, 35.0 + 1e-6), (131.0, 35.0 + 1e-6)], []),
        ([(130.0 - 1e-6, 33.0), (130.0 + 1e-6, 36.0)], ["N"]),
        ([(130.0 - 1e-6, 33.0), (130.0 - 1e-6, 36.0)], []),
    ],
    ids=[
        "aslant through its end",
        "aslant just inside",
        "just inside its end",
        "just beyond its end",
        "nearly along it, over",
        "beside it",
    ],
)
def test_grazing_lines_are_told_apart(line, told):
    assert ways(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ([(129.0, 34.2), (131.0, 34.4), (129.0, 34.6)], "EW"),
        ([(129.0, 34.2), (131.0, 34.3), (129.0, 34.4), (131.0, 34.5)], "EWE"),
        ([(129.0, 34.2), (130.0, 34.3), (131.0, 34.4), (130.0, 34.5), (129.0, 34.6)], "EW"),
        ([(129.0, 34.2), (131.0, 34.4), (131.0, 35.5), (129.0, 35.5)], "E"),
    ],
    ids=["there and back", "three times", "with points on the gate", "back round its end"],
)
def test_double_crossings_are_counted_one_by_one(line, told):
    assert "".join(ways(line)) == told


def test_the_direction_is_the_course_through_the_strait_not_the_angle_of_the_last_bend():
    osumi = ((130.66, 30.994), (131.06, 30.83))
    assert ways([(132.5, 31.0), (130.86, 30.95), (130.85, 30.87), (129.0, 30.9)], osumi) == ["W"]


def moved(line, turn):
    return [(lon + turn, lat) for lon, lat in line]


# Thousandths of a degree: nobody's positions are finer, and a point is on the gate or clearly off it.
line_points = st.tuples(st.integers(-2000, 2000), st.integers(-1500, 1500)).map(lambda p: (p[0] / 1000, p[1] / 1000))
lines = st.lists(line_points, min_size=2, max_size=8, unique=True)
homes = st.tuples(st.integers(-180, 180), st.integers(-84, 84))
ends = st.tuples(line_points, line_points).filter(
    lambda gate: abs(gate[0][0] - gate[1][0]) + abs(gate[0][1] - gate[1][1]) > 0.2
)


def at_home(line, home):
    return [(home[0] + lon, home[1] + lat) for lon, lat in line]


@given(homes, ends, lines)
def test_a_way_back_crosses_the_same_gates_in_turn_and_the_other_way(home, gate, line):
    gate, line = at_home(gate, home), at_home(line, home)
    there, back = crossings(line, gate), crossings(line[::-1], gate)
    assume(all(min(c.point[0] % 360, 360 - c.point[0] % 360) > 1e-3 for c in there))
    for one, other in zip(there, reversed(back), strict=True):
        assert (other.point[0] % 360, other.point[1]) == pytest.approx((one.point[0] % 360, one.point[1]), abs=1e-6)
        assert {way_through(c.direction, gate) for c in (one, other)} == set(across(gate))
        assert one.km + other.km == pytest.approx(length_km(line), rel=0.01)


@given(homes, ends, lines)
def test_the_way_back_has_the_opposite_course_where_it_does_not_graze(home, gate, line):
    gate, line = at_home(gate, home), at_home(line, home)
    for one, other in zip(crossings(line, gate), reversed(crossings(line[::-1], gate)), strict=True):
        if apart(one.direction, way_through(one.direction, gate)) < 89:
            assert apart(one.direction, other.direction) == pytest.approx(180, abs=0.01)


@given(homes, ends, lines, st.sampled_from([-360, 360]))
def test_it_does_not_matter_from_which_end_a_gate_is_told_nor_how_longitudes_are_written(home, gate, line, turn):
    gate, line = at_home(gate, home), at_home(line, home)
    told = [(c.km, compass(c.direction)) for c in crossings(line, gate)]
    assert [(pytest.approx(km), way) for km, way in told] == [
        (c.km, compass(c.direction)) for c in crossings(moved(line, turn), gate)
    ]
    assert [pytest.approx(km) for km, _ in told] == [c.km for c in crossings(line, gate[::-1])]


@given(lines)
def test_crossings_alternate_between_the_two_ways(line):
    wide = ((0.0, -20.0), (0.0, 20.0))
    east = [apart(c.direction, 90) < 90 for c in crossings(line, wide)]
    assert all(one != other for one, other in pairwise(east))


@given(lines)
def test_a_round_trip_crosses_a_gate_that_it_cannot_go_round_as_often_each_way(line):
    wide = ((0.0, -20.0), (0.0, 20.0))
    assume(line[0][0] != 0)
    east = [apart(c.direction, 90) < 90 for c in crossings([*line, line[0]], wide)]
    assert sum(east) * 2 == len(east)


@given(homes, ends, lines)
def test_a_line_cut_in_two_crosses_what_the_whole_line_crosses(home, gate, line):
    gate, line = at_home(gate, home), at_home(line, home)
    cut = len(line) // 2
    assume(cut > 0)
    pieces = [*crossings(line[: cut + 1], gate), *crossings(line[cut:], gate)]
    whole = crossings(line, gate)
    (ax, ay), (bx, by) = gate
    on_gate = (bx - ax) * (line[cut][1] - ay) == (by - ay) * (line[cut][0] - ax)
    assert len(pieces) == len(whole) or on_gate


def test_a_line_of_one_point_or_none_crosses_nothing():
    assert ways([]) == []
    assert ways([(130.0, 34.5)]) == []
