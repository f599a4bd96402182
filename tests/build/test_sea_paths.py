"""Ways over water: straight where they can be, round capes where not, never over land, without the steps of a grid."""

from itertools import pairwise

import pytest
import shapely
from shapely.geometry import LineString, box

from atlas.build.coast import SHORE_KM, Coast
from atlas.build.pull import pull
from atlas.build.sea_paths import sea_path
from atlas.measure.geodesy import apart, bearing, length_km
from tests.build.water import ISLAND, NORTH_GATE, SOUTH_GATE, one_island

WEST, EAST = (130.0, 35.0), (133.0, 35.0)


def turns(line):
    courses = [bearing(here, there) for here, there in pairwise(line)]
    return [apart(one, other) for one, other in pairwise(courses)]


def test_over_open_water_the_way_is_the_geodesic():
    line = sea_path([(140.0, 30.0), (150.0, 40.0)], one_island())
    assert length_km(line) == pytest.approx(length_km([(140.0, 30.0), (150.0, 40.0)]), rel=1e-5)
    assert max(turns(line)) < 2


def test_round_an_island_the_way_is_a_taut_string_a_little_off_the_cape():
    line = sea_path([WEST, EAST], one_island())
    taut = length_km([WEST, (130.99, 36.027), (132.01, 36.027), EAST])
    assert length_km([WEST, (131, 36), (132, 36), EAST]) < length_km(line) < 1.005 * taut
    assert not ISLAND.intersects(LineString(line))
    assert len(line) <= 6
    assert line[0] == WEST
    assert line[-1] == EAST


def test_there_is_room_between_the_way_and_the_shore_where_there_is_water():
    line = sea_path([WEST, EAST], one_island())
    nearest = shapely.shortest_line(ISLAND, LineString(line)).coords
    assert length_km(list(nearest)) > 0.9 * SHORE_KM


def test_a_way_may_squeeze_through_a_channel_that_is_all_shore():
    coast = Coast([box(131, 20, 132, 35), box(131, 35.04, 132, 50)])
    line = sea_path([(130.5, 35.1), (132.5, 35.1)], coast)
    assert any(131 < lon < 132 or abs(lat - 35.02) < 0.02 for lon, lat in line)
    assert length_km(line) < 300


def test_a_way_from_a_port_on_land_starts_on_the_water_beside_it():
    port = (131.03, 34.0)
    line = sea_path([port, (129.0, 34.0)], one_island())
    assert not ISLAND.intersects(LineString(line))
    assert length_km([port, line[0]]) < 10
    assert line[-1] == (129.0, 34.0)


def test_a_way_over_the_antimeridian_runs_on():
    line = sea_path([(175.0, 52.0), (-176.0, 52.0)], Coast([box(179, 40, 180, 55), box(-180, 40, -179, 55)]))
    assert all(abs(there[0] - here[0]) < 5 for here, there in pairwise(line))
    assert line[-1] == (184.0, 52.0)
    assert max(lat for _, lat in line) > 55
    assert not box(179, 40, 181, 55).intersects(LineString(line))


def test_a_way_through_a_point_passes_it():
    line = sea_path([WEST, (131.5, 32.5), EAST], one_island())
    assert (131.5, 32.5) in line
    assert not ISLAND.intersects(LineString(line))


@pytest.mark.parametrize("wall", [NORTH_GATE, SOUTH_GATE])
def test_a_walled_strait_is_gone_round(wall):
    line = LineString(sea_path([WEST, EAST], one_island(), wall))
    assert not line.intersects(LineString(wall))
    assert not line.intersects(ISLAND)


def test_where_no_water_joins_two_points_there_is_no_way():
    lake = box(100, 0, 110, 10).difference(box(104, 4, 106, 6))
    assert sea_path([(105.0, 5.0), (115.0, 5.0)], Coast([lake])) is None


@pytest.mark.parametrize(("west", "east"), [((130.3, 33.4), (132.4, 33.1)), ((130.8, 35.9), (132.2, 34.9))])
def test_the_way_back_is_the_way_there(west, east):
    coast = one_island()
    there, back = sea_path([west, east], coast), sea_path([east, west], coast)
    assert length_km(there) == pytest.approx(length_km(back), rel=0.005)
    assert LineString(there).hausdorff_distance(LineString(back)) < 0.05


def test_a_stair_on_open_water_is_pulled_into_one_line():
    stair = [(130 + 0.02 * (step // 2 + step % 2), 30 + 0.02 * (step // 2)) for step in range(60)]
    assert pull(stair, lambda here, there: length_km([here, there])) == [stair[0], stair[-1]]


def test_pulling_never_makes_a_way_dearer():
    coast = one_island()
    path = [WEST, (130.0, 37.0), (133.0, 37.0), EAST]
    before = sum(coast.cost(here, there) for here, there in pairwise(path))
    after = pull(path, coast.cost)
    assert sum(coast.cost(here, there) for here, there in pairwise(after)) < before
