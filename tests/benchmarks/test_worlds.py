"""The made-up events: the same each time, in files that the atlas loads, and as many on each day as they say."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from atlas.catalog import Catalog
from atlas.look import KINDS
from atlas.view import View
from benchmarks import worlds
from benchmarks.made_up import VAGUE_KM, make
from benchmarks.worlds import World

COUNT = 1000


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return worlds.write(tmp_path_factory.mktemp("world"), COUNT)


@pytest.fixture(scope="module")
def catalog(world: World) -> Catalog:
    return Catalog.load(world.layers)


def features(file: Path) -> list:
    return json.loads(file.read_text(encoding="utf-8"))["features"]


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(tmp_path: Path, world: World):
    again, other = worlds.write(tmp_path / "again", COUNT), worlds.write(tmp_path / "other", COUNT, seed=7)
    for name in ("events", "sightings", "routes"):
        content = (world.layers / f"{name}.geojson").read_bytes()
        assert (again.layers / f"{name}.geojson").read_bytes() == content
        assert (other.layers / f"{name}.geojson").read_bytes() != content
    assert again.plain.read_bytes() == world.plain.read_bytes()


def test_a_smaller_set_is_the_beginning_of_a_larger_one():
    assert list(make(30)) == list(make(60))[:30]


def test_the_catalog_loads_them_with_all_kinds_sightings_and_legs(catalog: Catalog):
    assert len(catalog.events) == COUNT
    assert set(catalog.events["kind"]) == set(KINDS)
    assert len(catalog.sightings) == COUNT * (3 * 3 + 1) / 20
    assert len(catalog.routes) == COUNT * 3 * 2 / 20
    assert (catalog.sightings["radius_km"] == VAGUE_KM).sum() == COUNT / 20
    assert catalog.unplaced(View.default(catalog)) == 0


@pytest.mark.parametrize("last", [date(2012, 3, 1), date(2023, 7, 15), date(2026, 12, 1)])
def test_the_world_counts_as_the_atlas_does(world: World, catalog: Catalog, last: date):
    full = View.default(catalog)
    assert world.span == catalog.span
    assert world.shown(last) == (catalog.count(replace(full, end=last)),) * 2
    first = last - timedelta(days=30)
    assert world.shown(last, first)[0] == catalog.count(replace(full, start=first, end=last))


def test_each_step_takes_events_off(world: World):
    numbers = [world.shown(day)[0] for day in world.steps(12)]
    assert numbers == sorted(set(numbers), reverse=True)


def test_the_plain_file_holds_each_event_once_in_the_same_days(world: World, catalog: Catalog):
    told = {feature["id"]: feature["properties"] for feature in features(world.plain)}
    assert set(told) == set(catalog.events.index)
    assert all(told[name]["start"] == catalog.event(name)["start"] for name in told)


def test_a_voyage_is_one_line_of_nine_corners_through_its_sightings():
    made = next(one for one in make(20) if one.legs)
    line = made.plain["geometry"]["coordinates"]
    assert len(line) == 9
    assert [sighting["geometry"]["coordinates"] for sighting in made.sightings] == [line[0], line[4], line[8]]


def test_the_real_data_are_a_world_too():
    with worlds.world(None) as real:
        days = real.steps(4)
        assert len({real.shown(day) for day in days}) == 2
        assert real.shown(real.span[1])[0] == real.count
