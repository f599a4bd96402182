"""Seas are closed by land and limits; a gap is told with the sea and the limit, on a small made-up strait."""

import pytest
import shapely
from shapely.geometry import box

from atlas.build.geography.land import area_km2, simplified, without_small_islands
from atlas.build.geography.seas import part_seas
from atlas.errors import BuildError
from atlas.records.models_geography import Limit, Sea

WORLD = box(0, 0, 10, 10)
STRAIT = shapely.union_all([box(1, 1, 3, 9), box(7, 1, 9, 9), box(1, 8, 9, 9)])
"""Land with a bay that opens to the south: water from 3 to 7 east, up to 8 north."""
ISLAND = box(4.5, 4.5, 5.5, 5.5)


def make_sea(name, seed):
    return Sea(id=name, name=name, wikidata="Q1", seed=seed, definition="made up", source="made up")


def make_limit(name, between, *points):
    return Limit(id=name, name=name, between=between, kind="own-choice", read=False, source="made up", points=points)


SEAS = {"inner": make_sea("inner", (5, 7)), "outer": make_sea("outer", (5, 3))}
MIDDLE = make_limit("middle", ("inner", "outer"), (2.5, 5), (7.5, 5))
MOUTH = make_limit("mouth", ("outer",), (2.5, 2), (7.5, 2))


def test_a_sea_is_the_water_around_its_seed_up_to_land_and_limits():
    seas = part_seas(STRAIT, WORLD, SEAS, [MIDDLE, MOUTH])
    assert list(seas) == ["inner", "outer"]
    assert seas["inner"].equals(box(3, 5, 7, 8))
    assert seas["outer"].equals(box(3, 2, 7, 5))


def test_a_limit_may_end_on_another_limit_instead_of_land():
    half = make_limit("half", ("inner", "outer"), (5, 2), (5, 6), (7.5, 6))
    west = {"inner": make_sea("inner", (4, 7)), "outer": make_sea("outer", (6, 3))}
    seas = part_seas(STRAIT, WORLD, west, [half, MOUTH])
    assert seas["outer"].equals(box(5, 2, 7, 6))


@pytest.mark.parametrize(
    ("ends", "told"),
    [(((3.2, 5), (7.5, 5)), r"\[3\.2, 5\.0\]"), (((2.5, 5), (6.9, 5)), r"\[6\.9, 5\.0\]")],
)
def test_a_limit_that_ends_in_the_water_is_told_with_its_end_and_its_seas(ends, told):
    leaking = make_limit("middle", ("inner", "outer"), *ends)
    with pytest.raises(BuildError, match=rf"middle: its end {told} lies in the water, so that inner and outer run"):
        part_seas(STRAIT, WORLD, SEAS, [leaking, MOUTH])


def test_a_limit_that_ends_on_an_island_with_water_behind_it_is_told():
    to_island = make_limit("middle", ("inner", "outer"), (2.5, 5), (5, 5))
    with pytest.raises(BuildError, match=r"middle: it has the same water on both sides at .* so that inner and outer"):
        part_seas(shapely.union(STRAIT, ISLAND), WORLD, SEAS, [to_island, MOUTH])


def test_every_leak_is_told_at_once():
    leaking = [
        make_limit("middle", ("inner", "outer"), (3.2, 5), (7.5, 5)),
        make_limit("mouth", ("outer",), (2.5, 2), (6, 2)),
    ]
    with pytest.raises(BuildError) as caught:
        part_seas(STRAIT, WORLD, SEAS, leaking)
    assert [line.split(": ")[1] for line in str(caught.value).splitlines()] == ["middle", "mouth"]
    assert "outer runs out there" in str(caught.value)


def test_two_seeds_in_one_water_are_told_with_the_limits_that_there_are():
    with pytest.raises(BuildError, match=r"outer: is one water with inner; .*\(it has: mouth\)"):
        part_seas(STRAIT, WORLD, SEAS, [MOUTH])


def test_a_sea_that_reaches_the_edge_of_the_world_is_told():
    with pytest.raises(BuildError, match=r"outer: runs out into the open sea; .*\(it has: middle\)"):
        part_seas(STRAIT, WORLD, SEAS, [MIDDLE])


@pytest.mark.parametrize("seed", [(2, 2), (20, 20)])
def test_a_seed_that_is_not_in_the_water_is_told(seed):
    with pytest.raises(BuildError, match=r"inner: its seed .* does not lie in the water"):
        part_seas(STRAIT, WORLD, SEAS | {"inner": make_sea("inner", seed)}, [MIDDLE, MOUTH])


def test_a_small_water_cut_off_by_an_island_goes_to_the_sea_with_which_it_shares_most():
    pier = box(3, 4.8, 4, 4.9)
    pocket = make_limit("pocket", ("outer",), (3.5, 4.85), (3.5, 4.7), (2.5, 4.7))
    seas = part_seas(shapely.union(STRAIT, pier), WORLD, SEAS, [MIDDLE, MOUTH, pocket])
    assert shapely.union(seas["outer"], pier).area == pytest.approx(4 * 3)


def test_islands_below_the_size_go_unless_they_are_on_the_list():
    large, small, listed = box(0, 0, 1, 1), box(3, 0, 3.001, 0.001), box(5, 0, 5.001, 0.001)
    land = shapely.multipolygons([large, small, listed])
    assert list(without_small_islands(land, 1, [(5.03, 0)]).geoms) == [large, listed]
    assert list(without_small_islands(land, 1, []).geoms) == [large]
    assert len(without_small_islands(land, 0.01, []).geoms) == 3


def test_an_area_is_measured_on_the_ellipsoid_whichever_way_the_ring_runs():
    degree = box(0, 0, 1, 1)
    assert area_km2(degree) == pytest.approx(12_309, abs=1)  # 111.32 km by 110.57 km at the equator
    assert area_km2(degree.reverse()) == area_km2(degree)
    assert area_km2(shapely.difference(box(-1, -1, 2, 2), degree)) == pytest.approx(
        area_km2(box(-1, -1, 2, 2)) - area_km2(degree)
    )


def test_parts_that_overlap_are_no_coverage_and_are_told_with_the_place():
    with pytest.raises(BuildError, match=r"do not fit together near \[\["):
        simplified(shapely.get_parts(shapely.multipolygons([box(0, 0, 2, 2), box(1, 1, 3, 3)])), "EPSG:6933", 1000)
