"""The columns say the same as the layers they were made from."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from tiny import make_event, make_feature, make_leg, make_sighting, write_layers

from atlas import look
from atlas.catalog import Catalog, layers_folder
from atlas.map import columns
from atlas.vocabulary import BASIS, CONFIDENCE

LAYERS = layers_folder()
VOYAGE = "voyage"


def read(folder):
    return json.loads(columns(Catalog.load(folder)))


def features(folder: Path, layer: str):
    return json.loads((folder / f"{layer}.geojson").read_text(encoding="utf-8"))["features"]


def day(number):
    return None if number is None else (date(1970, 1, 1) + timedelta(days=number)).isoformat()


def place(table, row):
    lon, lat = table["lon"][row], table["lat"][row]
    return None if lon is None else [lon / 1e4, lat / 1e4]


def test_every_table_has_columns_of_one_length(catalog):
    told = json.loads(columns(catalog))
    for name, longer in (("events", ()), ("sightings", ()), ("legs", ("first", "lon", "lat"))):
        table = told[name]
        assert {len(column) for key, column in table.items() if key not in longer} == {len(table["id"])}
    for lists in told["has"].values():
        assert len(lists["each"]) == len(told["events"]["id"])
        assert sum(lists["each"]) == len(lists["places"])
        assert all(0 <= place < lists["count"] for place in lists["places"])
    assert len(told["legs"]["first"]) == len(told["legs"]["id"]) + 1
    assert told["legs"]["first"][-1] == len(told["legs"]["lon"]) == len(told["legs"]["lat"])


def test_the_real_layers_come_back_from_the_columns():
    told, events, sightings = read(LAYERS), features(LAYERS, "events"), features(LAYERS, "sightings")
    weak = {row["id"]: row["weak"] for row in json.loads((LAYERS / "sources.json").read_text(encoding="utf-8"))}
    assert told["events"]["id"] == [event["id"] for event in events]
    assert told["sightings"]["id"] == [sighting["id"] for sighting in sightings]
    for row, event in enumerate(events):
        table, properties = told["events"], event["properties"]
        assert table["title"][row] == properties["title"]
        assert list(look.KINDS)[table["kind"][row]] == properties["kind"]
        assert list(CONFIDENCE)[table["sure"][row]] == properties["confidence"]
        assert [day(table["start"][row]), day(table["end"][row])] == [properties["start"], properties["end"]]
        assert table["sources"][row] == len(properties["sources"])
        assert table["weak"][row] == all(weak[name] for name in properties["sources"])
        assert bool(table["states"][row] & 1) == ("CN" in properties["states"])
        assert bool(table["states"][row] & 2) == ("RU" in properties["states"])
        assert place(table, row) == (event["geometry"] and pytest.approx(event["geometry"]["coordinates"], abs=1e-4))
    for row, sighting in enumerate(sightings):
        table, properties = told["sightings"], sighting["properties"]
        assert told["events"]["id"][table["event"][row]] == properties["event"]
        assert [day(table["date"][row]), table["place"][row]] == [properties["date"], properties["place"]]
        assert list(BASIS)[table["basis"][row]] == properties["basis"]
        assert table["sources"][row] == len(properties["sources"])
        assert table["weak"][row] == all(weak[name] for name in properties["sources"])
        assert place(table, row) == (
            sighting["geometry"] and pytest.approx(sighting["geometry"]["coordinates"], abs=1e-4)
        )


def test_the_real_legs_keep_their_ends_and_what_is_told():
    told, legs = read(LAYERS), features(LAYERS, "routes")
    table = told["legs"]
    for row, leg in enumerate(legs):
        first, last = table["first"][row], table["first"][row + 1] - 1
        lines = leg["geometry"]["coordinates"]
        lines = [lines] if leg["geometry"]["type"] == "LineString" else lines
        for vertex, corner in ((first, lines[0][0]), (last, lines[-1][-1])):
            assert (table["lon"][vertex] / 1e4 - corner[0] + 180) % 360 == pytest.approx(180, abs=1e-4)
            assert table["lat"][vertex] / 1e4 == pytest.approx(corner[1], abs=1e-4)
        assert bool(table["told"][row]) == leg["properties"]["told"]
        assert told["sightings"]["id"][table["from"][row]] == leg["properties"]["from"]


def test_what_cannot_be_placed_has_no_position_and_is_not_lost(catalog):
    table = json.loads(columns(catalog))["events"]
    row = table["id"].index("visit-to-shanghai")
    assert (table["lon"][row], table["lat"][row]) == (None, None)
    assert table["states"][row] == 1 | 2 | 4


def test_a_leg_cut_at_the_antimeridian_runs_on_unbroken(tmp_path):
    leg = make_leg("voyage-r1-l01", VOYAGE, 1)
    leg["geometry"] = {"type": "MultiLineString", "coordinates": [[[178, 50], [180, 51]], [[-180, 51], [-176, 52]]]}
    told = read(write_layers(tmp_path / "layers", make_event(VOYAGE, "2023-08-01"), routes=[leg]))
    assert told["legs"]["lon"] == [1780000, 1800000, 1840000]
    assert told["legs"]["lat"] == [500000, 510000, 520000]


def test_a_leg_says_behind_which_corner_it_has_a_gap_also_when_it_is_cut_at_the_antimeridian(tmp_path):
    lines = [[[178, 50], [180, 51]], [[-180, 51], [-179, 52]], [[-170, 54], [-168, 55]]]
    leg, whole = make_leg("voyage-r1-l01", VOYAGE, 1), make_leg("voyage-r1-l02", VOYAGE, 2)
    leg["geometry"] = {"type": "MultiLineString", "coordinates": lines}
    whole["geometry"] = {"type": "MultiLineString", "coordinates": lines[:2]}
    told = read(write_layers(tmp_path / "layers", make_event(VOYAGE, "2023-08-01"), routes=[leg, whole]))
    assert told["legs"]["gap"] == [2, -1]
    assert told["legs"]["lon"][:5] == [1780000, 1800000, 1810000, 1900000, 1920000]


def test_a_sighting_without_a_day_and_a_gate_without_a_line_stay_empty(tmp_path):
    sighting = make_sighting("voyage-s01", VOYAGE, 1, date=None, radius_km=None, drawable=False)
    sighting["geometry"] = None
    gate = make_feature({"id": "tsushima", "name": "Tsushima Strait"})
    told = read(
        write_layers(tmp_path / "layers", make_event(VOYAGE, "2023-08-01"), sightings=[sighting], passages=[gate])
    )
    for column in ("date", "end", "time", "radius", "lon", "lat"):
        assert told["sightings"][column] == [None]
    assert told["passages"][0]["line"] == []


def test_what_events_have_several_of_stands_event_by_event(catalog):
    told = json.loads(columns(catalog))
    names = {
        "areas": list(catalog.areas),
        "ships": list(catalog.ships),
        "passages": [row["id"] for row in told["passages"]],
    }

    def of(event, what):
        row, lists = told["events"]["id"].index(event), told["has"][what]
        first = sum(lists["each"][:row])
        return [names[what][place] for place in lists["places"][first : first + lists["each"][row]]]

    assert of("joint-sea-2012", "areas") == ["yellow-sea", "qingdao"]
    assert of("visit-to-shanghai", "areas") == ["yellow-sea", "qingdao"]
    assert of("visit-to-shanghai", "ships") == ["ru-varyag", "cn-xian-153"]
    assert of("first-flight", "passages") == ["tsushima-east", "tsushima"]
    assert of("strait-passage", "passages") == ["tsugaru"]
    assert of("north-2023", "ships") == []


def test_the_best_basis_of_an_event_is_told_and_that_it_has_none(catalog):
    told = json.loads(columns(catalog))
    basis = dict(zip(told["events"]["id"], told["events"]["basis"], strict=True))
    assert (told["basis"][basis["first-flight"]], basis["north-2023"]) == ("place", len(BASIS))


def test_series_stand_in_the_order_the_page_counts_them(catalog):
    told = json.loads(columns(catalog))
    assert told["series"] == list(catalog.columns.series_names)
    assert told["events"]["series"] == catalog.columns.series.tolist()


def test_columns_are_made_once_a_catalog(catalog):
    assert columns(catalog) is columns(catalog)
