"""One event whole: everything that hangs on it, every source written out, and near ids where there is none."""

import json

import pytest
from export.strange import strange_world
from tiny import make_event, write_layers

from atlas.catalog import Catalog
from atlas.export import whole as parts
from atlas.export.whole import nearest, whole

SITE = "https://atlas.example.org/sea/"


def read(catalog, name):
    return json.loads(whole(catalog, name, SITE))


def test_every_sighting_leg_ship_and_cited_source_of_real_events_is_there(real):
    cited = set()
    for name in real.layers["events"].rows:
        told = read(real, name)
        row = real.event(name)
        assert told["event"]["properties"].items() >= json.loads(json.dumps(row)).items()
        assert [one["id"] for one in told["sightings"]["features"]] == [one["id"] for one in real.sightings_of(name)]
        assert [one["id"] for one in told["legs"]["features"]] == [one["id"] for one in real.legs_of(name)]
        assert {one["id"] for one in told["ships"]} == {unit["ship"] for unit in row["units"] if "ship" in unit}
        assert {one["id"] for one in told["sources"]} == {
            key for key, source in real.sources.items() if name in source["events"]
        }
        assert {one["id"] for one in told["crossings"]} == {
            key for key, crossing in real.crossings.items() if crossing["event"] == name
        }
        cited |= {one["id"] for one in told["sources"]}
    assert len(cited) > 500


def test_what_is_awkward_stays_as_it_is(strange):
    told = read(strange, "joint-sea-2012")
    assert told["event"]["properties"]["summary"] == strange.event("joint-sea-2012")["summary"]
    assert told["event"]["geometry"] == {"type": "Point", "coordinates": [122.4, 35.6]}
    assert read(strange, "nowhere")["event"]["geometry"] is None
    assert read(strange, "nowhere")["sightings"]["features"][0]["geometry"] is None
    assert read(strange, "far")["legs"]["features"][0]["geometry"]["type"] == "MultiLineString"
    assert [one["what"] for one in told["history"]] == ["new", "revised"]
    assert told["links"][0]["href"] == f"{SITE}event/joint-sea-2012.json" == told["event"]["properties"]["json"]


@pytest.mark.parametrize(
    ("given", "first"),
    [("joint-see-2012", "joint-sea-2012"), ("joint-sea", "joint-sea-2012"), ("nowher", "nowhere"), ("fär", "far")],
)
def test_an_id_that_is_not_there_names_the_nearest(given, first, strange):
    assert nearest(strange, given)[:1] == [first]


@pytest.mark.parametrize("given", ["", "-", "\x00", "%", "q" * 200, "../../etc/passwd"])
def test_what_is_like_no_id_names_none(given, strange):
    assert nearest(strange, given) == []


def test_only_so_many_ids_are_compared(tmp_path, monkeypatch):
    made = [make_event(f"transit-{number:03d}", "2020-01-01") for number in range(300)]
    catalog = Catalog.load(write_layers(tmp_path, *made, make_event("transit-rare-2020", "2020-01-01")))
    compared = []
    monkeypatch.setattr(parts, "_MOST_LOOKED_AT", 50)
    monkeypatch.setattr(parts, "get_close_matches", lambda _, names, **__: compared.extend(names) or [])
    nearest(catalog, "transit-rare-2021")
    assert len(compared) == 50
    assert compared[0] == "transit-rare-2020"


def test_the_strange_world_can_be_written_whole(tmp_path):
    catalog = Catalog.load(strange_world(tmp_path))
    assert all(read(catalog, name)["id"] == name for name in catalog.layers["events"].rows)
