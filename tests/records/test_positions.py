"""The rule for point, basis and radius; the numbers are those of the table in geodata/README.md."""

import re
from typing import Any

import pytest

from atlas.records import Records
from atlas.records.check import check
from atlas.records.positions import RULES, basis_of, is_drawable, place_of, point_of, radius_of
from tests.records.builders import TinyGeodata, make_event, make_sighting


def placed(geodata: TinyGeodata, **fields: Any) -> tuple[Any, Records]:
    """Give the one sighting of an event and the records it stands in."""
    geodata.events = [make_event(sightings=[make_sighting(**fields)])]
    records, _ = check(geodata.write())
    return records.events["joint-sea-2021"].sightings[0], records


@pytest.mark.parametrize(
    ("at", "point", "basis", "radius"),
    [
        ({"km": 70, "bearing": "SW", "of": "vladivostok"}, (131.285, 42.663), "bearing-distance", 15),
        ({"km": 300, "bearing": "SSE", "of": "vladivostok"}, (133.240, 40.608), "bearing-distance", 35),
        ({"km": 12, "bearing": "E", "of": "vladivostok"}, (132.037, 43.110), "bearing-distance", 10),
        ({"km": 12.5, "bearing": "N", "of": "vladivostok"}, (131.890, 43.223), "bearing-distance", 10),
        ({"place": "vladivostok"}, (131.89, 43.11), "place", 10),
        ({"place": "sea-of-japan"}, (134.5, 40), "sea", 350),
        ({"passage": "tsugaru"}, (140.27, 41.328), "place", 10),
    ],
)
def test_the_rule_gives_point_basis_and_radius(
    geodata: TinyGeodata, at: dict, point: tuple, basis: str, radius: int
) -> None:
    sighting, records = placed(geodata, at=at)
    assert point_of(sighting.at, records) == pytest.approx(point, abs=0.01)
    assert (basis_of(sighting, records), radius_of(sighting, records)) == (basis, radius)


@pytest.mark.parametrize(
    ("at", "point", "basis"),
    [({"sea": "sea-of-japan"}, (135, 40), "sea"), ({"lon": 131.5, "lat": 37}, (131.5, 37), "coordinates")],
)
def test_a_sea_and_coordinates_state_their_radius(geodata: TinyGeodata, at: dict, point: tuple, basis: str) -> None:
    sighting, records = placed(geodata, at=at, radius_km=70)
    assert point_of(sighting.at, records) == point
    assert (basis_of(sighting, records), radius_of(sighting, records)) == (basis, 70)
    unstated, records = placed(geodata, at=at)
    with pytest.raises(ValueError, match="states its radius_km"):
        radius_of(unstated, records)


def test_what_the_record_states_goes_before_the_rule(geodata: TinyGeodata) -> None:
    sighting, records = placed(geodata, radius_km=77, basis="inferred", near="sea-of-japan", drawable=False)
    assert (basis_of(sighting, records), radius_of(sighting, records)) == ("inferred", 77)
    assert place_of(sighting) == "sea-of-japan"
    assert not is_drawable(sighting, records)


@pytest.mark.parametrize(("radius", "drawn"), [(399, True), (400, False)])
def test_a_wide_blur_is_not_drawn(geodata: TinyGeodata, radius: int, drawn: object) -> None:
    sighting, records = placed(geodata, radius_km=radius)
    assert is_drawable(sighting, records) is drawn


def test_the_words_mean_the_named_place_or_none(geodata: TinyGeodata) -> None:
    assert place_of(placed(geodata)[0]) == "vladivostok"
    assert place_of(placed(geodata, at={"km": 70, "bearing": "SW", "of": "vladivostok"})[0]) is None


def test_a_passage_of_parts_lies_between_their_gates(geodata: TinyGeodata) -> None:
    whole = {**geodata.row("passages"), "id": "whole", "gate": [], "parts": ["tsugaru"]}
    geodata.registry["passages"]["passages"].append(whole)
    sighting, records = placed(geodata, at={"passage": "whole"})
    assert point_of(sighting.at, records) == pytest.approx((140.27, 41.328))


def test_the_rule_in_words_tells_the_numbers_of_the_rule(geodata: TinyGeodata) -> None:
    """Each number of the table is found again in what the rule gives."""
    words = {rule.id: rule.radius for rule in RULES}
    eight, sixteen = re.findall(r"(\d+) % ", words["bearing"])
    step, least = map(int, re.findall(r"nearest (\d+) km, at least (\d+)", words["bearing"])[0])
    assert re.findall(r"nearest (\d+) km, at least (\d+)", words["passage"]) == [(str(step), str(least))]
    for bearing, share in (("SW", eight), ("SSW", sixteen)):
        sighting, records = placed(geodata, at={"km": 1000, "bearing": bearing, "of": "vladivostok"})
        assert radius_of(sighting, records) == 10 * int(share)
    sighting, records = placed(
        geodata, at={"km": 100 * (least + 0.6 * step) / int(eight), "bearing": "N", "of": "vladivostok"}
    )
    assert radius_of(sighting, records) == least + step
    sighting, records = placed(geodata, at={"km": 1, "bearing": "N", "of": "vladivostok"})
    assert radius_of(sighting, records) == least
