"""What `closest` and `zones` tell: on a hand-made coast, and in the committed layers against what sources say."""

import json

import pytest

from atlas.build.nearness import REACH_KM, Nearness
from atlas.build.routes import LegMaker
from atlas.build.write import read_layer
from atlas.measure.geodesy import length_km
from atlas.measure.tracks import Track
from atlas.measure.zones import ZoneShape
from tests.build.water import GATES, event, located
from tools.server import ROOT

LAYERS = ROOT / "geodata" / "layers"
SIGHTINGS = {row["id"]: row for row in read_layer(LAYERS / "sightings.geojson")}
LEGS = {row["id"]: row for row in read_layer(LAYERS / "routes.geojson")}
PASSAGES = {row["id"]: row["properties"] for row in read_layer(LAYERS / "passages.geojson")}
COASTS = {row["id"]: row for row in json.loads((LAYERS / "coasts.json").read_text())}
NEAR = Nearness(
    {"west": Track.of([[(130.0, 30.0), (130.0, 40.0)]]), "far": Track.of([[(100.0, 0.0)]])},
    {"west": 2.0, "far": 2.0},
    {"zone": ZoneShape(((131.0, 34.0), (134.0, 34.0), (134.0, 36.0), (131.0, 36.0)), closed=True)},
)


def straight(points, _):
    return points


def leg(*stops, kind="transit"):
    return LegMaker(GATES, straight).legs_of(event(kind=kind), list(stops))[0]


def closest_of(row, coast):
    return next(near for near in row["properties"]["closest"] if near["coast"] == coast)


def test_a_sighting_tells_its_distance_the_error_of_both_and_the_two_points():
    told = NEAR.of_sighting(located(1, 132.0, 35.0, radius=30))
    (near,) = told["closest"]
    assert near["km"] == pytest.approx(length_km([(132, 35), tuple(near["to"])]), abs=0.06)
    assert (near["coast"], near["error_km"], near["from"]) == ("west", 32.0, [132.0, 35.0])
    assert near["to"][0] == 130.0
    assert told["zones"] == [{"zone": "zone", "where": "inside", "why": None, "km": 91.3}]


def test_what_is_too_vague_or_on_land_is_not_measured():
    for vague in (located(1, 132.0, 35.0, drawable=False), located(1, 132.0, 35.0, on_land=True)):
        assert NEAR.of_sighting(vague) == {"closest": None, "zones": None}


def test_beyond_the_reach_nothing_is_told():
    told = NEAR.of_sighting(located(1, -170.0, 60.0))
    assert told == {"closest": [], "zones": []}


def test_the_error_of_a_leg_runs_from_the_radius_of_one_end_to_that_of_the_other():
    one, other = located(1, 132.0, 35.0, radius=10), located(2, 136.0, 35.0, radius=50)
    assert NEAR.of_leg(leg(one, other))["closest"][0]["error_km"] == pytest.approx(12, abs=0.1)
    island = Nearness({"island": Track.of([[(134.0, 35.0)]])}, {"island": 2.0}, {})
    past = leg(located(1, 132.0, 34.5, radius=10), located(2, 136.0, 34.5, radius=50))
    assert island.of_leg(past)["closest"][0]["error_km"] == pytest.approx(32, abs=0.5)  # it is passed half way


def test_a_flight_has_no_line_and_so_no_distance_of_it():
    flown = leg(located(1, 132.0, 35.0), located(2, 136.0, 35.0), kind="air-patrol")
    assert NEAR.of_leg(flown) == {"closest": None, "zones": None}


def test_whoever_passes_a_gate_is_as_near_as_its_furthest_point():
    assert NEAR.of_gate(((130.0, 36.0), (130.5, 36.0)))[0]["at_most_km"] == pytest.approx(45.1, abs=0.2)
    assert NEAR.of_gate(()) is None


def test_all_sightings_and_legs_that_can_be_measured_are_and_no_others():
    for row in SIGHTINGS.values():
        told = row["properties"]
        measurable = told["drawable"] and not told["on_land"]
        assert (told["closest"] is not None) == (told["zones"] is not None) == measurable, told["id"]
    for row in LEGS.values():
        told = row["properties"]
        assert (told["closest"] is not None) == (told["zones"] is not None) == (told["kind"] == "ship"), told["id"]


@pytest.mark.parametrize("rows", [SIGHTINGS, LEGS], ids=["sightings", "legs"])
def test_each_distance_is_the_geodesic_between_its_points_and_no_less_than_the_radius_stands_as_its_error(rows):
    count = 0
    for row in rows.values():
        for near in row["properties"]["closest"] or ():
            assert near["km"] == pytest.approx(length_km([tuple(near["from"]), tuple(near["to"])]), abs=0.07)
            assert near["km"] <= REACH_KM
            assert COASTS[near["coast"]]["kind"] != "landward"
            if rows is SIGHTINGS:
                assert near["error_km"] == row["properties"]["radius_km"] + COASTS[near["coast"]]["error_km"]
                assert near["from"] == pytest.approx(row["geometry"]["coordinates"], abs=1e-4)
            count += 1
    assert count > 300
    kms = [near["km"] for row in rows.values() for near in row["properties"]["closest"] or ()]
    assert kms != sorted(kms)  # each row has its own order, the nearest first
    assert all(
        [near["km"] for near in told] == sorted(near["km"] for near in told)
        for told in (row["properties"]["closest"] or () for row in rows.values())
    )


@pytest.mark.parametrize(
    ("sighting", "coast", "told_km"),
    [
        ("joint-air-patrol-01-2019-07-s12", "dokdo-takeshima", 12),
        ("joint-air-patrol-01-2019-07-s13", "dokdo-takeshima", 13),
        ("gromkiy-sovershenniy-voyage-2023-s06", "taiwan", 26 * 1.852),
        ("ru-shaposhnikov-yonaguni-senkaku-2022-07-s03", "senkaku-diaoyu", 50),
    ],
)
def test_where_a_source_tells_the_distance_ours_agrees_within_its_error(sighting, coast, told_km):
    near = closest_of(SIGHTINGS[sighting], coast)
    assert abs(near["km"] - told_km) <= near["error_km"]


def test_a_sighting_in_a_strait_lies_within_the_reach_of_its_shores():
    """Tsugaru is 19 km wide: whoever passes it is at most half of that off Japan."""
    (tsugaru,) = PASSAGES["tsugaru"]["coasts"]
    assert tsugaru["coast"] == "japan"
    assert 8 < tsugaru["at_most_km"] < 11
    assert [near["coast"] for near in PASSAGES["tsushima-west"]["coasts"]] == ["south-korea", "japan"]
    assert PASSAGES["tsushima"]["coasts"] is None
