"""Sightings become legs: in order, by the way that sources tell, with what is known of time and speed."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from shapely.geometry import LineString

from atlas.build.lead import lead
from atlas.build.sea_paths import sea_path
from atlas.errors import BuildError
from atlas.measure.geodesy import apart, compass, length_km
from tests.build.water import GATES, event, located, maker, one_island, told

COAST = one_island()


def over_water(points, wall):
    return sea_path(points, COAST, wall)


def straight(points, wall):
    assert wall is None
    return points


def legs(stops, *passages, kind="transit", router=over_water):
    made = maker(router)
    result = made.legs_of(event(kind=kind), stops)
    for passage in passages:
        lead(passage, result, made)
    return result


def crossed(leg):
    return [(gate, compass(crossing.direction)) for gate, crossing in leg.crossed]


def test_legs_join_the_drawable_sightings_of_a_route_in_their_order():
    stops = [located(2, 130, 31), located(1, 130, 30), located(9, 150, 30, route=None), located(3, 130, 32)]
    made = legs(stops)
    assert [(leg.id, leg.start.id, leg.end.id) for leg in made] == [
        ("trip-r1-l01", "trip-s01", "trip-s02"),
        ("trip-r1-l02", "trip-s02", "trip-s03"),
    ]


def test_a_sighting_that_cannot_be_drawn_is_skipped_and_told_and_leaves_the_speed_open():
    stops = [located(1, 130, 30), located(2, 140, 30, drawable=False), located(3, 130, 31, day="2023-07-03")]
    (leg,) = legs(stops)
    assert [stop.id for stop in leg.skipped] == ["trip-s02"]
    assert leg.hours is None


@pytest.mark.parametrize(
    ("role", "basis", "is_told"),
    [
        ("waypoint", "place", True),
        ("waypoint", "sea", True),
        ("waypoint", "inferred", False),
        ("sighting", "place", False),
    ],
)
def test_a_leg_is_told_if_one_end_is_told_as_part_of_the_way_and_is_not_inferred(role, basis, is_told):
    spot = located(2, 130, 31, role=role, basis=basis)
    first, second = legs([located(1, 130, 30), spot, located(3, 130, 32)])
    assert (first.told, second.told) == (is_told, is_told)


def test_hours_run_from_the_last_day_of_a_stay_and_are_unknown_where_a_day_is_a_stand_in():
    stay = located(1, 130, 30, date_end="2023-07-03")
    (leg,) = legs([stay, located(2, 130, 31, day="2023-07-05")])
    assert leg.hours == 48
    (leg,) = legs([located(1, 130, 30, date_precision="month"), located(2, 130, 31, day="2023-07-05")])
    assert leg.hours is None
    (leg,) = legs([located(1, 130, 30, day=None, date_precision="unknown"), located(2, 130, 31)])
    assert leg.hours is None


def test_ships_go_round_land_and_aircraft_fly_over_it():
    stops = [located(1, 130, 35), located(2, 133, 35)]
    (ship,) = legs(stops)
    (plane,) = legs(stops, kind="air-patrol")
    assert ship.km > plane.km == pytest.approx(length_km([(130, 35), (133, 35)]))
    assert plane.air
    assert not ship.air


def test_the_same_way_back_crosses_the_same_strait_the_other_way():
    there, back = located(1, 130, 35), located(2, 133, 35)
    (east,), (west,) = legs([there, back]), legs([located(1, 133, 35), located(2, 130, 35)])
    assert crossed(east) == [("north", "E")]
    assert crossed(west) == [("north", "W")]


def test_a_leg_goes_through_the_strait_its_sources_tell_though_another_is_shorter():
    (leg,) = legs([located(1, 130, 35), located(2, 133, 35, day="2023-07-03")], told("south", "E"))
    assert crossed(leg) == [("south", "E")]
    assert not LineString(leg.line).crosses(LineString([(131.5, 33.1), (131.5, 35.9)]))


def test_a_name_that_covers_two_gates_is_content_with_the_one_on_the_shortest_way():
    stops = [located(1, 130, 35), located(2, 133, 35, day="2023-07-03")]
    (plain,), (led) = legs(stops), legs(stops, told("either", "E"))
    assert led[0].line == plain.line


def test_a_strait_told_for_another_day_or_for_no_day_moves_no_leg():
    stops = [located(1, 130, 35), located(2, 133, 35, day="2023-07-03")]
    (plain,) = legs(stops)
    for passage in (told("south", "E", day="2023-08-01"), told("south", "E", day=None)):
        assert legs(stops, passage)[0].line == plain.line


def test_a_strait_told_the_wrong_way_round_moves_no_leg():
    stops = [located(1, 130, 35), located(2, 133, 35, day="2023-07-03")]
    assert crossed(legs(stops, told("south", "W"))[0]) == [("north", "E")]


def test_a_group_seen_in_a_strait_heading_east_leaves_it_to_the_east_and_does_not_turn_back():
    stops = [located(1, 131.45, 36.5, heading="E", radius=30), located(2, 130, 33, day="2023-07-03")]
    (plain,) = legs(stops)
    assert crossed(plain) == []
    (leg,) = legs(stops, told("north", "E", day="2023-07-01"))
    assert crossed(leg) == [("north", "E"), ("south", "W")]


@given(st.lists(st.tuples(st.floats(129, 134), st.floats(31, 38)), min_size=2, max_size=6, unique=True))
def test_a_route_turned_round_crosses_the_same_straits_in_turn_and_the_other_way(points):
    assume(all(abs(lon - 131.5) > 1e-6 for lon, _ in points))
    there = [located(number, *point) for number, point in enumerate(points, 1)]
    back = [located(number, *point) for number, point in enumerate(reversed(points), 1)]
    out = [pair for leg in legs(there, router=straight) for pair in leg.crossed]
    home = [pair for leg in legs(back, router=straight) for pair in leg.crossed]
    assert [gate for gate, _ in out] == [gate for gate, _ in reversed(home)]
    for (_, one), (_, other) in zip(out, reversed(home), strict=True):
        assert apart(one.direction, other.direction) > 178


def test_two_sightings_at_one_place_make_a_leg_without_length():
    (leg,) = legs([located(1, 130, 35), located(2, 130, 35)])
    assert leg.km == 0
    assert leg.crossed == []


def test_where_no_water_joins_two_sightings_the_error_names_them():
    def no_way(_points, _wall):
        raise BuildError("no water joins them")

    with pytest.raises(BuildError, match="trip-s01 to trip-s02: no water"):
        legs([located(1, 130, 35), located(2, 133, 35)], router=no_way)


def test_a_told_strait_that_no_water_leads_to_leaves_the_leg_as_it_is():
    def only_direct(points, _wall):
        if len(points) > 2:
            raise BuildError("no water")
        return points

    stops = [located(1, 130, 40), located(2, 133, 40, day="2023-07-03")]
    assert legs(stops, told("south", "E"), router=only_direct)[0].line == [(130, 40), (133, 40)]
    assert GATES.middle("south") == (131.5, 32.0)


def test_aircraft_seen_in_a_gap_go_on_beyond_it_even_where_they_fly_home_on_this_side():
    stops = [located(1, 131.45, 36.5, heading="E", radius=30), located(2, 130, 40)]
    (leg,) = legs(stops, told("north", "E", day="2023-07-01"), kind="air-patrol", router=straight)
    ((gate, crossing),) = leg.crossed
    assert gate == "north"
    assert 0 < crossing.direction < 180
