"""A flight is not drawn over land that no source says was flown over."""

import pytest
import shapely
from shapely.geometry import shape

from atlas.build.coast import Coast
from atlas.build.layers_events import leg_features
from atlas.build.nearness import Nearness
from atlas.build.overland import drawn, without_land
from atlas.build.write import read_layer
from atlas.measure.geodesy import length_km
from tests.build.water import event, located, maker, one_island
from tools.server import ROOT

LAYERS = ROOT / "geodata" / "layers"
COAST = one_island()


def straight(points, wall):
    assert wall is None
    return points


def flight(*stops, kind="air-patrol"):
    (leg,) = maker(straight).legs_of(event(kind=kind), list(stops))
    return without_land(leg, COAST)


def test_land_on_a_line_is_measured_from_its_start():
    line = [(130.0, 34.0), (130.6, 34.0), (132.6, 34.0)]
    spans = COAST.land_on(line)
    assert spans[0][0] == pytest.approx(length_km([(130, 34), (131, 34)]), abs=0.2)
    assert spans[-1][1] == pytest.approx(length_km([(130, 34), (132, 34)]), abs=0.2)
    assert COAST.land_on([(130.0, 37.0), (133.0, 37.0)]) == []


def test_a_flight_over_land_keeps_its_two_ends_and_stops_before_the_coast():
    leg = flight(located(1, 128, 34), located(2, 135, 34, day="2023-07-02"))
    ends = shapely.get_parts(drawn(leg))
    assert [tuple(ends[0].coords[0]), tuple(ends[1].coords[-1])] == [(128, 34), (135, 34)]
    assert not any(shape.intersects(shapely.box(130.9, 33, 132.1, 36)) for shape in ends)
    assert leg.gap[1] - leg.gap[0] >= leg.km / 2, "the ends must not point at each other over the land"
    assert leg.km == pytest.approx(length_km([(128, 34), (135, 34)]), rel=1e-6)


def test_a_flight_over_water_and_a_ship_stay_whole():
    assert flight(located(1, 128, 37), located(2, 135, 37)).gap is None
    assert flight(located(1, 128, 34), located(2, 135, 34), kind="transit").gap is None


def test_land_within_the_blur_of_an_end_is_told_by_that_sighting():
    near = located(1, 130.5, 34, radius=200)
    assert flight(near, located(2, 135, 34)).gap is None
    assert flight(located(1, 130.5, 34, radius=20), located(2, 135, 34)).gap is not None


def test_a_strait_crossed_where_the_way_is_not_known_is_not_crossed():
    leg = flight(located(1, 130.9, 33.5, radius=0), located(2, 131.9, 38.5, radius=0))
    assert [gate for gate, _ in maker(straight).led(leg, []).crossed] == ["north"]
    assert leg.gap is not None
    assert [gate for gate, _ in leg.crossed] == []


def test_an_end_without_room_before_the_coast_is_short_but_there():
    leg = flight(located(1, 130.95, 34, radius=0), located(2, 135, 34))
    first, _ = shapely.get_parts(drawn(leg))
    assert length_km(list(first.coords)) == pytest.approx(10, abs=0.1)
    (feature,) = leg_features([leg], Nearness({}, {}, {}))
    assert feature["geometry"]["type"] == "MultiLineString"
    assert feature["properties"]["gap_km"] == pytest.approx(leg.gap[1] - leg.gap[0], abs=0.1)


def test_no_flight_of_the_committed_layers_is_drawn_over_land_beyond_the_blur_of_its_ends():
    coast = Coast(
        shape(row["geometry"]) for name in ("land-1km", "land-world") for row in read_layer(LAYERS / f"{name}.geojson")
    )
    sightings = {row["id"]: row["properties"]["radius_km"] for row in read_layer(LAYERS / "sightings.geojson")}
    flights = [row for row in read_layer(LAYERS / "routes.geojson") if row["properties"]["kind"] == "air"]
    over = []
    for row in flights:
        told = row["properties"]
        lines = [list(part.coords) for part in shapely.get_parts(shape(row["geometry"]))]
        first, last = sightings[told["from"]], sightings[told["to"]]
        spans = [(start, end) for start, end in coast.land_on(lines[0]) if end > first]
        if len(lines) == 1:
            spans = [(start, end) for start, end in spans if start < told["km"] - last]
        if spans:
            over.append((row["id"], spans))
    assert over == []
    assert [row["id"] for row in flights if row["properties"]["gap_km"]]
