"""The real records: nothing lost, nothing wrong. The counts are those of the dossier, written down once."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import shapely
from jsonschema import Draft202012Validator
from pyproj import Geod

from atlas.errors import Problem
from atlas.records import Records
from atlas.records.check import check, summary
from atlas.records.container import REGISTRY
from atlas.records.models_event import Event
from atlas.records.models_facts import ShipUnit
from atlas.records.positions import basis_of, is_drawable, radius_of
from atlas.records.schema import file_model
from atlas.records.yamltext import parse

GEODATA = Path(__file__).resolve().parents[2] / "geodata"
EVENTS = sorted(path.stem for path in (GEODATA / "records").glob("*.yaml"))


@pytest.fixture(scope="module")
def checked() -> tuple[Records, list[Problem]]:
    return check(GEODATA)


@pytest.fixture(scope="module")
def records(checked: tuple[Records, list[Problem]]) -> Records:
    return checked[0]


@pytest.fixture(scope="module")
def event_schema() -> Any:
    return Draft202012Validator(Event.model_json_schema(by_alias=True))


def test_the_check_finds_no_problem(checked: tuple[Records, list[Problem]]) -> None:
    assert "\n".join(str(problem) for problem in checked[1]) == ""
    assert summary(checked[0]) == "99 events, 396 sightings, 133 ships, 750 sources"


@pytest.mark.parametrize("event", EVENTS)
def test_the_record_has_no_problem(checked: tuple[Records, list[Problem]], event: str) -> None:
    found = [str(problem) for problem in checked[1] if problem.file == f"records/{event}.yaml"]
    assert "\n".join(found) == ""
    assert event in checked[0].events


@pytest.mark.parametrize("event", EVENTS)
def test_the_record_is_valid_by_its_json_schema(event_schema: Any, event: str) -> None:
    value, _ = parse((GEODATA / "records" / f"{event}.yaml").read_bytes())
    assert [error.message for error in event_schema.iter_errors(value)] == []


@pytest.mark.parametrize("name", REGISTRY)
def test_the_registry_is_valid_by_its_json_schema(name: str) -> None:
    value, _ = parse((GEODATA / "registry" / f"{name}.yaml").read_bytes())
    schema = Draft202012Validator(file_model(name, REGISTRY[name]).model_json_schema(by_alias=True))
    assert [error.message for error in schema.iter_errors(value)] == []


def test_nothing_of_the_dossier_is_lost(records: Records) -> None:
    counts = Counter[str]()
    for event in records.events.values():
        for rows in (
            "sightings",
            "routes",
            "passages",
            "units",
            "responses",
            "claims",
            "conflicts",
            "landings",
            "adiz",
        ):
            counts[rows] += len(getattr(event, rows))
    assert counts == {
        "sightings": 396,
        "routes": 49,
        "passages": 98,
        "units": 455,
        "responses": 86,
        "claims": 89,
        "conflicts": 183,
        "landings": 4,
        "adiz": 13,
    }
    tables = ("events", "ships", "places", "passages", "zones", "sources", "series", "stories")
    sizes = {table: len(getattr(records, table)) for table in tables}
    assert sizes == {
        "events": 99,
        "ships": 133,
        "places": 108,
        "passages": 20,
        "zones": 4,
        "sources": 750,
        "series": 11,
        "stories": 1,
    }
    assert Counter(step.verdict for step in records.stories["july-2023"].steps) == {
        "confirmed": 11,
        "confirmed-with-correction": 8,
        "judgement": 5,
        "contradicted": 1,
    }


def test_the_events_are_of_the_kinds_of_the_dossier(records: Records) -> None:
    events = records.events.values()
    assert Counter(event.kind for event in events) == {
        "naval-exercise": 31,
        "transit": 22,
        "port-call": 14,
        "air-patrol": 11,
        "naval-patrol": 8,
        "ashore": 6,
        "meeting": 3,
        "coast-guard": 2,
        "encounter": 2,
    }
    assert Counter(event.joint for event in events) == {"announced": 74, "separate": 23, "observed": 2}
    assert Counter(event.confidence for event in events) == {"high": 65, "medium": 31, "low": 3}
    assert sum(event.part_of is not None for event in events) == 11
    assert sum(len(event.related) for event in events) == 38


def test_the_rule_gives_the_bases_and_radii_of_the_dossier(records: Records) -> None:
    sightings = [sighting for event in records.events.values() for sighting in event.sightings]
    bases = Counter(basis_of(sighting, records) for sighting in sightings)
    assert bases == {"place": 227, "bearing-distance": 80, "sea": 66, "inferred": 23}
    assert sum(radius_of(sighting, records) for sighting in sightings) == 41085
    assert sum(not is_drawable(sighting, records) for sighting in sightings) == 23
    assert sum(sighting.date is None for sighting in sightings) == 17
    assert sum(sighting.note is not None for sighting in sightings) == 285
    assert sum(sighting.heading is not None for sighting in sightings) == 151
    assert sum(sighting.who is not None for sighting in sightings) == 392
    assert sum(sighting.time is not None for sighting in sightings) == 81
    assert sum(sighting.on_land for sighting in sightings) == 11


def test_the_sources_are_of_the_kinds_of_the_dossier(records: Records) -> None:
    sources = records.sources.values()
    assert Counter(source.kind for source in sources) == {
        "press": 395,
        "copy": 152,
        "official-media": 142,
        "other": 45,
        "think-tank": 10,
        "ministry": 6,
    }
    assert sum(source.weak for source in sources) == 195
    assert sum(source.date is None for source in sources) == 149


def test_what_the_records_do_not_store_can_be_derived(records: Records) -> None:
    named = sum(isinstance(unit, ShipUnit) for event in records.events.values() for unit in event.units)
    assert sum(len(records.events_of_ship(ship)) for ship in records.ships) == named == 322
    assert sum(len(records.events_of_place(place)) for place in records.places) == 327
    assert records.events_of_ship("ru-pechenga")[0] == "gromkiy-sovershenniy-voyage-2023"
    assert "joint-naval-patrol-2022" in records.events_of_place("mikura")


def test_a_gate_line_is_not_shorter_than_its_strait(records: Records) -> None:
    geod = Geod(ellps="WGS84")
    for passage in records.passages.values():
        if passage.gate and passage.width_km:
            (one, other) = passage.gate
            km = geod.inv(one.lon, one.lat, other.lon, other.lat)[2] / 1000
            assert 0.9 * passage.width_km < km < 1.7 * passage.width_km, passage.id


def test_the_area_of_a_zone_is_that_of_its_corners(records: Records) -> None:
    geod = Geod(ellps="WGS84")
    for zone in records.zones.values():
        if zone.area_km2_straight_line:
            # Edges are straight in degrees, along parallels where they are: cut them small against the great circle.
            ring = shapely.segmentize(shapely.Polygon(zone.vertices), 0.1)
            area, _ = geod.geometry_area_perimeter(ring)
            assert abs(area) / 1e6 == pytest.approx(zone.area_km2_straight_line, rel=0.003), zone.id
