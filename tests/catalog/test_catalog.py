"""The catalog: what it reads, what it refuses, and that nobody can change it for others."""

import copy
import gc
import json
import pickle
import time
import timeit
from datetime import date

import pytest
from tiny import make_event, write_example, write_layers

import atlas.catalog as room
from atlas.catalog import Catalog, default_catalog
from atlas.errors import LayerError
from atlas.view import View


def test_frames_are_indexed_by_id_and_rows_keep_the_types_of_the_file(catalog):
    event = catalog.event("joint-sea-2012")

    assert list(catalog.events.index)[:2] == ["joint-sea-2012", "first-flight"]
    assert catalog.events.crs == "EPSG:4326"
    assert catalog.events.loc["joint-sea-2012", "states"] == ("CN", "RU")
    assert event["ordinal"] == 1
    assert type(event["ordinal"]) is int
    assert event["series"] == "joint-sea"
    assert catalog.event("north-2023")["series"] is None
    assert str(catalog.events["ordinal"].dtype) == "Int64"
    assert catalog.places.loc["vladivostok", "names"] == {"ru": "Владивосток"}


def test_an_event_without_a_place_has_no_geometry_and_is_counted(catalog):
    assert catalog.events.geometry.isna().sum() == 1
    assert catalog.unplaced(View.default(catalog)) == 1


def test_the_span_runs_from_the_first_start_to_the_last_end(catalog):
    assert catalog.span == (date(2012, 4, 22), date(2023, 7, 23))


def test_sightings_and_legs_come_in_order_and_an_event_without_any_has_none(catalog):
    assert [row["id"] for row in catalog.sightings_of("first-flight")] == ["first-flight-s01", "first-flight-s02"]
    assert [row["id"] for row in catalog.legs_of("first-flight")] == ["first-flight-r1-l01"]
    assert catalog.sightings_of("joint-sea-2012") == ()


@pytest.mark.parametrize(
    ("selection", "layer"),
    [
        ("event.joint-sea-2012", "event"),
        ("sighting.first-flight-s02", "sighting"),
        ("leg.first-flight-r1-l01", "leg"),
        ("place.vladivostok", "place"),
        ("passage.tsushima", "passage"),
        ("zone.kadiz", "zone"),
        ("sea.yellow-sea", "sea"),
    ],
)
def test_a_selection_is_found_in_its_layer(catalog, selection, layer):
    assert catalog.where_is(selection) == (layer, catalog.where_is(selection)[1])
    assert catalog.where_is(selection)[1]["id"] == selection.partition(".")[2]


@pytest.mark.parametrize(
    "selection", [None, "", ".", "event", "event.", "event.nobody", "events.joint-sea-2012", "a.b.c", "ship.ru-varyag"]
)
def test_what_is_not_there_is_no_selection(catalog, selection):
    assert catalog.where_is(selection) is None


def test_kind_counts_ignore_the_filter_of_kinds_and_nothing_else(catalog):
    view = View(catalog.span, date(2019, 1, 1), date(2023, 7, 23), kinds=("transit",), states="all")

    counts = catalog.kind_counts(view)

    assert {kind: count for kind, count in counts.items() if count} == {
        "naval-exercise": 1,
        "air-patrol": 1,
        "transit": 1,
        "port-call": 1,
    }
    assert len(counts) == 9


def test_the_version_changes_with_any_file(tmp_path):
    first = Catalog.load(write_example(tmp_path)).version
    assert Catalog.load(tmp_path).version == first
    (tmp_path / "ships.json").write_text("[]")
    assert Catalog.load(tmp_path).version != first


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("events.geojson", None, "is missing"),
        ("seas.geojson", "", "is not JSON"),
        ("zones.geojson", "[" * 100_000, "is not JSON"),
        ("places.geojson", "[]", "is not a GeoJSON FeatureCollection"),
        ("places.geojson", '{"features": [1]}', "not a feature"),
        ("places.geojson", '{"features": [{"properties": {"name": "x"}}]}', "without an id"),
        ("places.geojson", '{"features": [{"properties": {"id": "x"}, "geometry": {"type": "Point", "coordinates": "x"}}]}', "geometry"),
        ("routes.geojson", '{"features": [{"properties": {"id": "x"}}]}', "lacks event in x"),
        ("ships.json", "{}", "is not a list of objects"),
        ("sources.json", '[{"id": "a"}, {"id": "a"}]', "the id a twice"),
        ("events.geojson", '{"features": []}', "holds no event"),
    ],
)  # fmt: skip
def test_a_missing_or_broken_file_is_named_in_one_line_with_what_to_do(tmp_path, file, text, says):
    write_example(tmp_path)
    (tmp_path / file).unlink() if text is None else (tmp_path / file).write_text(text)

    with pytest.raises(LayerError) as caught:
        Catalog.load(tmp_path)

    message = str(caught.value)
    assert file in message
    assert says in message
    assert "make build" in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("properties", "says"),
    [
        ({"kind": "parade"}, "kind 'parade' in odd"),
        ({"confidence": None}, "confidence None in odd"),
        ({"series": "unheard-of"}, "series 'unheard-of' in odd"),
        ({"end": "soon"}, "end 'soon' in odd"),
        ({"joint": "perhaps"}, "joint 'perhaps' in odd; allowed: announced, observed, separate"),
    ],
)
def test_an_event_that_no_filter_knows_is_refused_by_name(tmp_path, properties, says):
    write_layers(tmp_path, make_event("odd", "2020-01-01", **properties))
    with pytest.raises(LayerError, match=says):
        Catalog.load(tmp_path)


def test_a_session_cannot_change_what_others_see(catalog):
    mine = catalog.events
    mine.loc["joint-sea-2012", "title"] = "Mine"
    mine["extra"] = 1
    del mine["kind"]

    assert catalog.events.loc["joint-sea-2012", "title"] == "Joint sea 2012"
    assert "extra" not in catalog.events
    assert "kind" in catalog.events
    with pytest.raises(TypeError, match="cannot be changed"):
        catalog.event("joint-sea-2012")["title"] = "Mine"
    with pytest.raises(TypeError, match="cannot be changed"):
        catalog.sources.update(a=1)
    with pytest.raises(ValueError, match="read-only"):
        catalog.columns.start[0] = 0


def test_facts_can_be_written_copied_and_pickled_like_a_dict(catalog):
    row = catalog.places.loc["vladivostok", "names"]
    assert json.loads(json.dumps(row)) == {"ru": "Владивосток"}
    assert copy.deepcopy(row) is row
    assert pickle.loads(pickle.dumps(row)) == row  # noqa: S301 - our own bytes
    assert type(dict(row)) is dict


def test_the_process_loads_its_catalog_once_and_takes_it_out_of_the_collectors_sight(tmp_path, monkeypatch):
    monkeypatch.setenv("ATLAS_LAYERS", str(write_example(tmp_path)))
    frozen_before = gc.get_freeze_count()
    try:
        first = default_catalog()
        (tmp_path / "events.geojson").unlink()
        assert default_catalog() is first
        assert gc.get_freeze_count() > frozen_before
    finally:
        gc.unfreeze()
        room._loaded.clear()


def test_choosing_events_takes_milliseconds_at_most(catalog):
    view = View(catalog.span, *catalog.span, states="both")
    taken = timeit.repeat(lambda: catalog.shown(view), timer=time.process_time, number=20, repeat=5)
    assert min(taken) / 20 < 0.005  # 0.25 ms where nothing else runs
