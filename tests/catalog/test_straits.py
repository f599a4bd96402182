"""The two ways through each strait, held against the map, and told apart for strange gates."""

import pytest
from shapely.geometry import LineString, box

from atlas.catalog import Catalog, default_catalog
from atlas.catalog.facts import Facts
from atlas.catalog.straits import straits

# Read off a map by eye: first the way to the south or east, then the way back.
LEADS = {
    "soya": "E Sea of Okhotsk, W Sea of Japan",
    "tsugaru": "SW Sea of Japan, NE Pacific Ocean",
    "tsushima": "SW East China Sea, NE Sea of Japan",
    "tsushima-east": "SW East China Sea, NE Sea of Japan",
    "tsushima-west": "SW East China Sea, NE Sea of Japan",
    "osumi": "SW East China Sea, NE Pacific Ocean",
    "tokara": "SE Pacific Ocean, NW East China Sea",
    "amami-yokoate": "SW East China Sea, NE Pacific Ocean",
    "miyako": "SE Pacific Ocean, NW East China Sea",
    "yonaguni-iriomote": "S Pacific Ocean, N East China Sea",
    "yonaguni-taiwan": "S Pacific Ocean, N East China Sea",
    "taiwan-strait": "SW South China Sea, NE East China Sea",
    "bashi": "E Philippine Sea, W South China Sea",
    "kuba-taisho": "S None, N None",
    "sumisu-torishima": "E Pacific Ocean, W Philippine Sea",
    "bussol": "SE Pacific Ocean, NW Sea of Okhotsk",
    "mikura-hachijo": "E Pacific Ocean, W Philippine Sea",
    "balintang": "E Philippine Sea, W South China Sea",
    "bering-strait": "SW None, NE None",
    "vries": "S Pacific Ocean, N Sea of Okhotsk",
}


@pytest.fixture(scope="module")
def real() -> Catalog:
    return default_catalog()


@pytest.mark.parametrize("name", LEADS)
def test_the_ways_lead_where_a_map_shows_them_to_lead(real: Catalog, name: str):
    assert ", ".join(f"{way.point} {way.water}" for way in real.straits[name].ways) == LEADS[name]


def test_every_strait_is_read_off(real: Catalog):
    assert set(LEADS) == set(real.straits)


def test_a_strait_has_the_gates_of_its_channels_and_they_count_for_it(real: Catalog):
    whole = real.straits["tsushima"]
    assert list(whole.gates) == ["tsushima-east", "tsushima-west"]
    assert {name: strait.whole for name, strait in real.straits.items() if strait.whole != name} == {
        "tsushima-east": "tsushima",
        "tsushima-west": "tsushima",
    }
    for direction in (0, 45, 180, 225):
        ways = {real.straits[name].way(direction) for name in ("tsushima", "tsushima-east", "tsushima-west")}
        assert ways == {int(direction < 90)}


def test_a_direction_along_the_gate_goes_no_way():
    line = LineString([(130.0, 34.0), (130.0, 35.0)])
    strait = made({"a": line})["a"]
    assert [strait.way(direction) for direction in (0, 90, 180, 270)] == [None, 0, None, 1]


def test_a_strait_without_a_gate_has_no_ways():
    strait = made({"a": None})["a"]
    assert strait.ways == ()
    assert strait.way(90) is None


@pytest.mark.parametrize(
    ("joins", "waters"),
    [
        (["Left Sea", "Right Sea"], ["Right Sea", "Left Sea"]),
        (["Right Sea (of something)", "Nowhere"], ["Right Sea", "Nowhere"]),
        (["Nowhere", "Left Sea"], ["Nowhere", "Left Sea"]),
        (["Nowhere", "Elsewhere"], [None, None]),
        (["Left Sea (north)", "Left Sea (south)"], [None, None]),
        (["Left Sea"], [None, None]),
    ],
)
def test_one_known_water_is_enough_and_none_is_guessed(joins, waters):
    line = LineString([(130.0, 34.0), (130.0, 35.0)])
    assert [way.water for way in made({"a": line}, joins)["a"].ways] == waters


def made(lines, joins=()):
    seas = {"Left Sea": box(120, 30, 130, 40), "Right Sea": box(130, 30, 140, 40)}
    rows = {name: Facts(id=name, name=name, connects=tuple(joins), parts=()) for name in lines}
    return straits(rows, lines, seas)
