"""The coast: what bars a line and what is close to the shore."""

import math

import pytest
from shapely.geometry import box

from atlas.build.coast import SHORE_COST, SHORE_KM, Coast
from atlas.measure.geodesy import length_km
from tests.build.water import NORTH_GATE, one_island


def test_a_line_over_land_is_barred_and_one_beside_it_is_not():
    coast = one_island()
    assert not coast.clear([(130.5, 34.0), (132.5, 34.0)])
    assert coast.clear([(130.5, 36.5), (132.5, 36.5)])
    assert coast.cost((130.5, 34.0), (132.5, 34.0)) == math.inf


def test_a_line_that_grazes_the_land_is_barred():
    assert not one_island().clear([(130.0, 36.0002), (133.0, 36.0002)])


def test_kilometres_close_to_the_shore_are_counted_and_cost_more():
    coast = one_island()
    beside = [(131.1, 36.0 + SHORE_KM / 2 / 111.2), (131.9, 36.0 + SHORE_KM / 2 / 111.2)]
    km = length_km(beside)
    assert coast.near_shore_km(beside) == pytest.approx(km, rel=0.01)
    assert coast.cost(*beside) == pytest.approx(SHORE_COST * km, rel=0.01)
    off = [(131.1, 36.1), (131.9, 36.1)]
    assert coast.near_shore_km(off) == 0
    assert coast.cost(*off) == pytest.approx(length_km(off), rel=1e-6)


def test_land_on_one_side_of_180_bars_lines_that_run_on_beyond_it():
    coast = Coast([box(-180, 50, -178, 52)])
    assert not coast.clear([(179.0, 51.0), (183.0, 51.0)])
    assert not coast.clear([(-181.0, 51.0), (-177.0, 51.0)])


def test_a_wall_bars_the_strait_and_nothing_else():
    walled = one_island().walled(NORTH_GATE)
    assert not walled.clear([(131.2, 36.8), (131.8, 36.8)])
    assert walled.clear([(131.2, 38.8), (131.8, 38.8)])
    assert one_island().clear([(131.2, 36.8), (131.8, 36.8)])
