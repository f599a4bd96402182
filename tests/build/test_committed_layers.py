"""What stands in geodata/layers: every leg swims, no leg shows the grid, and told crossings are found."""

import json
from datetime import date
from itertools import pairwise

import pytest
import shapely
from shapely.geometry import LineString, shape

from atlas.build.coast import Coast
from atlas.build.write import read_layer
from atlas.measure.geodesy import apart, bearing, length_km, point_along, run_on
from tools.server import ROOT

LAYERS = ROOT / "geodata" / "layers"
LEGS = {row["id"]: row for row in read_layer(LAYERS / "routes.geojson")}
SIGHTINGS = {row["id"]: row for row in read_layer(LAYERS / "sightings.geojson")}
SHIP_LEGS = [name for name, row in LEGS.items() if row["properties"]["kind"] == "ship"]
PORT_KM = 10


@pytest.fixture(scope="module")
def land():
    rows = [*read_layer(LAYERS / "land-1km.geojson"), *read_layer(LAYERS / "land-world.geojson")]
    polygons = shapely.get_parts([shape(row["geometry"]) for row in rows])
    shapely.prepare(polygons)
    return polygons


@pytest.fixture(scope="module")
def coast(land):
    return Coast(land)


def line_of(row):
    """Give the points of a leg in one run, also where the layer has it cut at 180."""
    parts = shapely.get_parts(shape(row["geometry"]))
    return run_on([(lon, lat) for part in parts for lon, lat in part.coords])


def test_no_leg_of_ships_touches_land(land):
    tree = shapely.STRtree(land)
    hits = [name for name in SHIP_LEGS if len(tree.query(shape(LEGS[name]["geometry"]), predicate="intersects"))]
    assert len(SHIP_LEGS) > 100
    assert hits == []


@pytest.mark.parametrize("name", LEGS)
def test_a_leg_begins_and_ends_at_its_sightings_or_on_the_water_beside_them(name):
    line, row = line_of(LEGS[name]), LEGS[name]["properties"]
    for end, sighting in ((line[0], row["from"]), (line[-1], row["to"])):
        seen = SIGHTINGS[sighting]
        blur = max(PORT_KM, 1.25 * seen["properties"]["radius_km"]) if row["kind"] == "ship" else 0.05
        assert length_km([end, tuple(seen["geometry"]["coordinates"])]) < blur


def corners_cut(line, reach_km):
    """Give each bend of a line with the piece around it and the straight line that would cut it off.

    Bends close to an end are left out: there the way may be the one out of a strait that its sources tell.
    """
    for number in range(1, len(line) - 1):
        if min(length_km(line[: number + 1]), length_km(line[number:])) < 20:
            continue
        before, after = line[number::-1], line[number:]
        if apart(bearing(line[number - 1], line[number]), bearing(*line[number : number + 2])) > 5:
            start = point_along(before, min(reach_km, length_km(before)))
            end = point_along(after, min(reach_km, length_km(after)))
            yield line[number], [start, line[number], end], [start, end]


@pytest.mark.parametrize("reach_km", [30, 60])
def test_no_leg_bends_where_it_could_go_straight(coast, reach_km):
    """The corner of a grid can be cut off without coming nearer to land; a bend round a cape cannot."""
    needless = [
        f"{name}: {corner}: {length_km(bent):.1f} km, could be {length_km(straight):.1f}"
        for name in SHIP_LEGS
        for corner, bent, straight in corners_cut(line_of(LEGS[name]), reach_km)
        if coast.clear(straight) and length_km(bent) - length_km(straight) > 2.5 and coast.near_shore_km(straight) == 0
    ]
    assert needless == []


def test_bends_do_not_cluster_at_45_degrees():
    bends = []
    for name in SHIP_LEGS:
        courses = [bearing(*pair) for pair in pairwise(line_of(LEGS[name]))]
        bends += [apart(*pair) for pair in pairwise(courses)]
    sharp = [bend for bend in bends if bend > 10]
    at_45 = [bend for bend in sharp if abs(bend - 45) < 2 or abs(bend - 90) < 2]
    assert len(at_45) < 0.15 * len(sharp)


@pytest.mark.parametrize("name", LEGS)
def test_the_figures_of_a_leg_are_those_of_its_line(name):
    row = LEGS[name]["properties"]
    assert row["km"] == pytest.approx(length_km(line_of(LEGS[name])), abs=0.1, rel=1e-4)
    if row["hours"] is None:
        assert row["knots"] is None
    else:
        assert row["knots"] == pytest.approx(row["km"] / row["hours"] / 1.852, rel=0.002, abs=0.06)
        assert date.fromisoformat(row["from_date"]) <= date.fromisoformat(row["to_date"])


@pytest.mark.parametrize("name", LEGS)
def test_a_leg_is_told_only_where_an_end_is_told_as_part_of_the_way(name):
    row = LEGS[name]["properties"]
    ends = [SIGHTINGS[row[end]]["properties"] for end in ("from", "to")]
    assert row["told"] == any(end["role"] == "waypoint" and end["basis"] != "inferred" for end in ends)


def test_ships_keep_below_30_knots_and_aircraft_below_1000_kilometres_an_hour_or_the_record_says_why():
    for row in (row["properties"] for row in LEGS.values()):
        most = 30 if row["kind"] == "ship" else 1000 / 1.852
        if row["knots"] is not None and row["knots"] > most:
            assert SIGHTINGS[row["to"]]["properties"]["explanation"], row["id"]


def test_at_least_95_of_100_told_crossings_are_found_and_the_rest_is_explained():
    rows = json.loads((LAYERS / "crossings.json").read_text())
    told = [row for row in rows if row["told"]]
    recorded = sum(len(row["properties"]["passages"]) for row in read_layer(LAYERS / "events.geojson"))
    assert len(told) == recorded
    assert sum(row["computed"] for row in told) >= 0.95 * len(told)
    assert [row["id"] for row in told if not row["computed"] and not row["remark"]] == []


def test_a_computed_crossing_is_one_that_its_leg_has():
    for row in json.loads((LAYERS / "crossings.json").read_text()):
        if row["leg"]:
            assert row["passage"] in {crossed["passage"] for crossed in LEGS[row["leg"]]["properties"]["passages"]}
        assert row["computed"] == (row["how"] is not None)


def test_every_event_with_a_drawable_sighting_has_a_mark():
    for row in read_layer(LAYERS / "events.geojson"):
        assert (row["geometry"] is not None) == (row["properties"]["drawable"] > 0)


def test_only_declared_rings_are_polygons():
    kinds = {row["id"]: row["geometry"]["type"] for row in read_layer(LAYERS / "zones.geojson")}
    assert kinds["adiz-kadiz"] == "Polygon"
    assert kinds["adiz-jadiz-part"] == "LineString"
    assert kinds["adiz-east-china-sea"] == "LineString"


def test_every_gate_has_water_in_its_middle(coast):
    for row in read_layer(LAYERS / "passages.geojson"):
        if row["geometry"]:
            line = LineString(shape(row["geometry"]).coords)
            middle = line.interpolate(0.5, normalized=True)
            assert coast.clear([(middle.x, middle.y), (middle.x + 0.001, middle.y)]), row["id"]
