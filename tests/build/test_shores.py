"""Whose shore is whose: by the nearest country, unless a ring of the registry says otherwise."""

from itertools import pairwise

import numpy as np
import pytest
import shapely
from shapely.geometry import Point, box, shape

from atlas.build.geography.land import REGION
from atlas.build.geography.shores import lines_of, shore_features
from atlas.build.write import feature, read_layer
from atlas.errors import BuildError
from atlas.records.models_geography import Coast
from atlas.records.reader import load
from tools.server import ROOT

LAYERS = ROOT / "geodata" / "layers"
RECORDS = load(ROOT / "geodata").records
SHORES = {row["id"]: shape(row["geometry"]) for row in read_layer(LAYERS / "coasts.geojson")}


def coast(name, land=(), within=(), kind="state"):
    rings = tuple(tuple((float(lon), float(lat)) for lon, lat in ring) for ring in within)
    return Coast(id=name, name=name.title(), kind=kind, land=tuple(land), within=rings, error_km=1.0, note="all of it")


def land(*boxes):
    return [feature(f"land-{number}", piece, {}) for number, piece in enumerate(boxes)]


COUNTRIES = (np.array([box(130, 30, 132, 32), box(132, 30, 134, 32)], dtype=object), ["AAA", "BBB"])


def shores(pieces, *coasts):
    return {row["id"]: shape(row["geometry"]) for row in shore_features(land(*pieces), coasts, COUNTRIES)}


def test_a_coast_that_two_countries_share_is_parted_where_they_meet():
    found = shores([shapely.segmentize(box(130, 30, 134, 32), 0.5)], coast("west", ["AAA"]), coast("east", ["BBB"]))
    assert found["west"].bounds == (130, 30, 132, 32)
    assert found["east"].bounds == (132, 30, 134, 32)
    assert found["west"].length == pytest.approx(
        6
    )  # a run over the ring's first point is not cut in two, nor counted twice
    assert len(shapely.get_parts(found["west"])) == 1


def test_an_island_without_a_country_counts_to_the_nearest_and_a_claimed_one_to_none():
    islands = [box(134.5, 31, 134.6, 31.1), box(134.5, 30, 134.6, 30.1)]
    ring = [(134.4, 29.9), (134.7, 29.9), (134.7, 30.2), (134.4, 30.2)]
    found = shores(islands, coast("east", ["BBB"]), coast("claimed", within=[ring], kind="disputed"))
    assert found["east"].bounds == (134.5, 31, 134.6, 31.1)
    assert found["claimed"].bounds == (134.5, 30, 134.6, 30.1)


def test_a_ring_that_cuts_an_island_is_refused_and_named():
    ring = [(130.5, 29), (131, 29), (131, 33), (130.5, 33)]
    with pytest.raises(BuildError, match=r"a ring of claimed in registry/coasts.yaml cuts the land near \[130"):
        shores([shapely.segmentize(box(130, 30, 132, 32), 0.2)], coast("claimed", within=[ring], kind="disputed"))


def test_a_coast_without_land_is_refused():
    with pytest.raises(BuildError, match="no land counts to far"):
        shores([box(130, 30, 132, 32)], coast("far", ["ZZZ"]))


def test_the_edge_of_the_region_is_no_shore():
    corner = box(REGION.bounds[0], 30, 110, 32)
    found = shores([shapely.segmentize(corner, 0.5)], coast("west", ["AAA"]))
    assert found["west"].distance(Point(REGION.bounds[0], 31)) == pytest.approx(1, abs=0.6)


@pytest.mark.parametrize(
    ("place", "lon", "lat", "owner"),
    [
        ("Cape Nosappu", 145.82, 43.39, "japan"),
        ("Yonaguni", 122.98, 24.46, "japan"),
        ("Minamitori", 153.98, 24.29, "japan"),
        ("Danjo", 128.38, 32.03, "japan"),
        ("Hateruma", 123.78, 24.06, "japan"),
        ("Tsushima", 129.2, 34.3, "japan"),
        ("Ulleungdo", 130.87, 37.5, "south-korea"),
        ("Jeju", 126.2, 33.35, "south-korea"),
        ("Baengnyeong", 124.7, 37.96, "south-korea"),
        ("Wonsan", 127.45, 39.2, "north-korea"),
        ("Kinmen", 118.4, 24.45, "taiwan"),
        ("Matsu", 119.94, 26.16, "taiwan"),
        ("Dongyin", 120.49, 26.37, "taiwan"),
        ("Lanyu", 121.55, 22.05, "taiwan"),
        ("Kunashir", 145.8, 44.1, "southern-kurils"),
        ("Shikotan", 146.75, 43.8, "southern-kurils"),
        ("Iturup", 147.9, 45.0, "southern-kurils"),
        ("Tanfilyev/Suisho", 145.91, 43.44, "southern-kurils"),
        ("Dokdo/Takeshima", 131.87, 37.24, "dokdo-takeshima"),
        ("Kuba", 123.68, 25.92, "senkaku-diaoyu"),
        ("Qingdao", 120.4, 36.05, "china"),
    ],
)
def test_each_island_counts_to_the_coast_that_the_registry_says(place, lon, lat, owner):
    nearest = min(SHORES, key=lambda name: SHORES[name].distance(Point(lon, lat)))
    assert nearest == owner, place
    assert SHORES[owner].distance(Point(lon, lat)) < 0.3


def test_urup_and_sakhalin_are_no_coast_here():
    for spot in (Point(150.0, 45.95), Point(142.1, 46.0)):
        assert min(line.distance(spot) for line in SHORES.values()) > 0.5


def sides(line):
    """Give each side of the lines of a shape, whichever way it runs."""
    return [frozenset(pair) for part in lines_of(line) for pair in pairwise(part)]


def test_every_shore_is_an_edge_of_the_1_km_land_and_counts_once():
    edges = {side for row in read_layer(LAYERS / "land-1km.geojson") for side in sides(shape(row["geometry"]).boundary)}
    every = [side for line in SHORES.values() for side in sides(line)]
    assert set(every) <= edges
    assert len(set(every)) == len(every) > 10_000


def test_an_islet_of_the_registry_is_not_on_the_map():
    """One that is would be counted as a point and as a shore."""
    shells = [shape(row["geometry"]) for row in read_layer(LAYERS / "land-1km.geojson")]
    tree = shapely.STRtree(shells)
    for one in RECORDS.coasts.values():
        for islet in one.islets:
            assert not len(tree.query(Point(islet.point), predicate="intersects")), islet.name


def test_lines_are_given_as_points():
    assert lines_of(shapely.MultiLineString([[(0, 0), (1, 1)], [(2, 2), (3, 3)]])) == [
        [(0, 0), (1, 1)],
        [(2, 2), (3, 3)],
    ]
