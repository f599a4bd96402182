"""The build as a whole, on a tiny folder of records: the same bytes each time, nothing changed where it fails."""

import json
import os
import signal
import subprocess
import sys
import zipfile

import pytest

from atlas.build import nearness, release, run
from atlas.build.keep import keep, odd
from atlas.build.write import read_layer
from atlas.errors import AtlasError
from tests.records.builders import EDITION, SOURCES, TinyGeodata, make_event, make_sighting
from tools.server import ROOT

NO_LAND = '{"type":"FeatureCollection","features":[]}\n'
FAR = {"type": "Polygon", "coordinates": [[[10, 10], [11, 10], [11, 11], [10, 11], [10, 10]]]}


SHORE = json.dumps(
    {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": "japan",
                "properties": {"id": "japan", "name": "Japan"},
                "geometry": {"type": "MultiLineString", "coordinates": [[[138, 36], [138, 38]]]},
            }
        ],
    }
)


def layer(*geometries):
    return json.dumps(
        {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": g} for g in geometries]}
    )


def stop(number, lon, lat, **fields):
    told = {"place": f"spot {number}", "at": {"lon": lon, "lat": lat}, "radius_km": 10, "role": "sighting"}
    told |= {"route": "joint-sea-2021-r1", "order": number, "date": f"2021-10-{13 + number}"}
    return make_sighting(**(told | fields))


@pytest.fixture
def geodata(tmp_path):
    """Write an event with a way round the tiny island and through Tsugaru."""
    tiny = TinyGeodata(tmp_path / "geodata")
    tiny.folder.mkdir()
    tiny.events = [
        make_event(
            routes=[{"id": "joint-sea-2021-r1", "who": "the ships"}],
            sightings=[
                stop(1, 135.5, 37.0),
                stop(2, 138.6, 37.0),
                stop(3, 142.0, 41.3),
                stop(4, 142.0, 41.3),
                make_sighting(drawable=False),
            ],
            passages=[
                {"passage": "tsugaru", "date": "2021-10-16", "direction": "E", "who": "the ships", "sources": SOURCES}
            ],
        )
    ]
    tiny.write()
    (tiny.folder / "layers" / "coasts.geojson").write_text(SHORE)
    for name in ("land-5km", "land-world", "seas"):
        (tiny.folder / "layers" / f"{name}.geojson").write_text(layer(FAR))
    return tiny


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    (tmp_path / "root").mkdir()
    monkeypatch.setattr(run, "ROOT", tmp_path / "root")


def build(tiny, *options):
    return run.main(["--geodata", str(tiny.folder), *options])


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_build_writes_every_layer_and_table_and_says_how_long_it_took(geodata, capsys):
    assert build(geodata) == 0
    layers = geodata.folder / "layers"
    named = {
        "places",
        "passages",
        "zones",
        "events",
        "sightings",
        "routes",
        "seas",
        "coasts",
        "land-1km",
        "land-5km",
        "land-world",
    }
    tables = {
        "ships",
        "sources",
        "series",
        "areas",
        "stories",
        "crossings",
        "coasts",
        "editions",
        "positions",
        "dictionary",
    }
    papers = {"manifest.json", "schema.json", "CHANGELOG.md"}
    files = {f"{n}.geojson" for n in named} | {f"{n}.json" for n in tables} | papers
    assert {path.name for path in layers.iterdir()} == files
    said = capsys.readouterr().out
    assert "1 events read" in said
    assert "3 legs, 3 ways found anew" in said
    assert "told crossings found: 1 of 1 (100 %)" in said
    assert "24 files in" in said


def test_the_layers_hold_what_the_record_says(geodata):
    build(geodata)
    layers = geodata.folder / "layers"
    (event,) = read_layer(layers / "events.geojson")
    assert (event["properties"]["sightings"], event["properties"]["drawable"]) == (5, 4)
    sightings = read_layer(layers / "sightings.geojson")
    assert [row["id"] for row in sightings] == [f"joint-sea-2021-s{number:02}" for number in range(1, 6)]
    assert [row["geometry"] is None for row in sightings] == [False] * 4 + [True]
    legs = read_layer(layers / "routes.geojson")
    assert [row["id"] for row in legs] == ["joint-sea-2021-r1-l01", "joint-sea-2021-r1-l02"]
    assert legs[0]["properties"]["hours"] == 24
    assert legs[0]["properties"]["knots"] == pytest.approx(legs[0]["properties"]["km"] / 24 / 1.852, abs=0.05)
    assert legs[1]["properties"]["passages"] == [{"passage": "tsugaru", "direction": "NE"}]
    assert json.loads((layers / "ships.json").read_text())[0]["events"] == ["joint-sea-2021"]


def test_building_twice_gives_the_same_bytes_with_and_without_a_cache(geodata, tmp_path):
    build(geodata)
    first = bytes_of(geodata.folder / "layers")
    build(geodata)
    assert bytes_of(geodata.folder / "layers") == first
    kept = list((tmp_path / "root" / ".cache" / "build").iterdir())
    assert kept
    for file in kept:
        file.write_bytes(b"broken")
    build(geodata)
    assert bytes_of(geodata.folder / "layers") == first
    build(geodata, "--no-cache", "--out", str(tmp_path / "elsewhere"))
    assert bytes_of(tmp_path / "elsewhere") == first


def test_a_second_build_measures_nothing_anew_but_what_changed(geodata, monkeypatch):
    measured = []
    lying = nearness.lying
    monkeypatch.setattr(nearness, "lying", lambda track, *rest: measured.append(track) or lying(track, *rest))
    build(geodata)
    assert len(measured) == 3 + 2  # places of sightings, and legs, each to one zone
    build(geodata)
    assert len(measured) == 5
    first = bytes_of(geodata.folder / "layers")
    geodata.row("coasts", error_km=3)
    geodata.write()
    build(geodata)
    assert len(measured) == 10
    assert bytes_of(geodata.folder / "layers")["sightings.geojson"] != first["sightings.geojson"]


def test_a_second_build_finds_no_way_anew_and_one_changed_record_only_its_own(geodata, capsys):
    build(geodata)
    build(geodata)
    assert ", 0 ways found anew" in capsys.readouterr().out
    geodata.events[0]["sightings"][0]["at"]["lat"] = 37.1
    geodata.write()
    build(geodata)
    assert ", 1 ways found anew" in capsys.readouterr().out


@pytest.mark.parametrize("fault", ["record", "land", "missing land", "write"])
def test_a_failed_build_changes_nothing_and_leaves_nothing_behind(geodata, monkeypatch, fault):
    build(geodata)
    layers = geodata.folder / "layers"
    if fault == "record":
        geodata.put("records/joint-sea-2021.yaml", b"id: joint-sea-2021\n")
    elif fault == "land":
        (layers / "land-1km.geojson").write_text("{")
    elif fault == "missing land":
        (layers / "seas.geojson").unlink()
    else:
        geodata.events[0]["title"] = "changed"
        geodata.write()
        monkeypatch.setattr(run, "write_table", lambda *_: (_ for _ in ()).throw(AtlasError("disk full")))
    before = bytes_of(layers)
    with pytest.raises(AtlasError):
        build(geodata, "--no-cache")
    assert bytes_of(layers) == before


STOPPED = """
import os, runpy, sys
from atlas.build import run
how = int(sys.argv.pop())
run.write_papers = lambda *_: os.kill(os.getpid(), how)
runpy.run_module("atlas", run_name="__main__")
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_build_that_is_stopped_half_way_says_so_changes_nothing_and_leaves_nothing_behind(geodata, how):
    build(geodata)
    geodata.events[0]["title"] = "changed"
    geodata.write()
    before = bytes_of(geodata.folder / "layers")
    command = ["-c", STOPPED, "build", "--no-cache", "--geodata", geodata.folder, str(int(how))]
    ended = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (130, "stopped\n")
    assert bytes_of(geodata.folder / "layers") == before


@pytest.mark.parametrize("name", ["land-1km", "land-5km", "land-world", "coasts", "seas"])
@pytest.mark.parametrize(
    "text",
    [
        NO_LAND,
        "[]",
        layer(None),
        layer({"type": "Point", "coordinates": [1, 2]}),
        layer({"type": "Polygon", "coordinates": []}),
        layer({"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}),
        layer({"type": "Polygon", "coordinates": [[["a", 0], [1, 1], [1, 0], [0, 1], ["a", 0]]]}),
        '{"type":"FeatureCollection","features":[{"geometry":{"type":"Polygon","coordinates":[[[NaN,0],[1,1],[1,0],[NaN,0]]]}}]}',
    ],
)
def test_land_or_seas_that_are_empty_or_broken_stop_the_build(geodata, name, text):
    (geodata.folder / "layers" / f"{name}.geojson").write_text(text)
    with pytest.raises(AtlasError, match=rf"{name}\.geojson: .*(build it|run make geography)"):
        build(geodata)
    assert not (geodata.folder / "layers" / "events.geojson").exists()


def test_what_the_check_finds_is_not_built(geodata, tmp_path):
    geodata.events[0]["end"] = "2021-10-13"
    geodata.write()
    with pytest.raises(AtlasError, match="end is 2021-10-13; allowed: 2021-10-14"):
        build(geodata, "--out", str(tmp_path / "elsewhere"))
    assert not (tmp_path / "elsewhere").exists()


def test_check_says_that_all_is_current_and_writes_nothing(geodata, capsys):
    build(geodata)
    before = bytes_of(geodata.folder / "layers")
    assert build(geodata, "--check") == 0
    assert "all layers are current" in capsys.readouterr().out
    assert bytes_of(geodata.folder / "layers") == before


def test_check_names_the_files_that_differ_are_missing_or_are_too_many(geodata, capsys):
    build(geodata)
    layers = geodata.folder / "layers"
    with (layers / "events.geojson").open("a") as file:
        file.write("\n")
    (layers / "ships.json").unlink()
    (layers / "old.geojson").write_text(NO_LAND)
    before = bytes_of(layers)
    assert build(geodata, "--check") == 1
    assert "not what the records give: events.geojson, old.geojson, ships.json;" in capsys.readouterr().out
    assert bytes_of(layers) == before


def test_a_leg_that_is_too_fast_is_told_with_its_explanation(geodata, capsys):
    geodata.events[0]["sightings"][1] |= {"at": {"lon": 150.0, "lat": 30.0}, "explanation": "the date is a stand-in"}
    geodata.write()
    build(geodata)
    assert "too fast: joint-sea-2021-r1-l01: " in (said := capsys.readouterr().out)
    assert "kn: the date is a stand-in" in said


def test_a_release_keeps_the_layers_and_what_is_kept_does_not_change(geodata, capsys):
    folder, editions = geodata.folder, geodata.folder / "editions"
    command = ["--geodata", str(folder)]
    build(geodata)
    assert release.main(command) == 0
    assert "2026.11.0 is kept: " in capsys.readouterr().out
    first = (editions / "2026.11.0.zip").read_bytes()
    with zipfile.ZipFile(editions / "2026.11.0.zip") as archive:
        assert archive.namelist()[0] == "manifest.json"
        assert archive.read("events.geojson") == (folder / "layers" / "events.geojson").read_bytes()
        assert {"CHANGELOG.md", "schema.json", "schema/event.json"} < set(archive.namelist())
    assert release.main(command) == 0
    assert "2026.11.0 is kept already, as it is" in capsys.readouterr().out

    geodata.events[0]["title"] = "Another title"
    geodata.write()
    with pytest.raises(AtlasError, match=r"not what the records give: .*events\.geojson.*; run make build"):
        release.main(command)
    build(geodata)
    told = r"2026\.11\.0\.zip: .* kept with other content \(.*events\.geojson, .*\); .* add a new one above it"
    with pytest.raises(AtlasError, match=told):
        release.main(command)
    assert build(geodata, "--check") == 1
    assert "this version is kept with other content" in capsys.readouterr().out
    assert (editions / "2026.11.0.zip").read_bytes() == first

    geodata.registry["editions"]["editions"].insert(0, EDITION | {"id": "2026.11.1"})
    geodata.write()
    build(geodata)
    assert release.main(command) == 0
    assert {path.name for path in editions.iterdir()} == {"2026.11.0.zip", "2026.11.1.zip"}
    assert (editions / "2026.11.0.zip").read_bytes() == first


def test_a_version_is_kept_as_the_same_bytes_and_only_if_it_is_small_enough(tmp_path):
    files = {"b.json": b"[]", "manifest.json": b"{}", "a.json": os.urandom(3000)}
    assert keep(tmp_path / "new" / "one.zip", files) == keep(tmp_path / "two.zip", dict(reversed(files.items())))
    assert (tmp_path / "new" / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with pytest.raises(AtlasError, match=r"three\.zip: .*allowed: .*keep it outside of the repository"):
        keep(tmp_path / "three.zip", files, most=2000)
    assert {path.name for path in tmp_path.iterdir() if path.name != "root"} == {"new", "two.zip"}
    (tmp_path / "two.zip").write_bytes(b"PK no zip")
    with pytest.raises(AtlasError, match=r"two\.zip: cannot be read .* bring it back"):
        odd(tmp_path / "two.zip", files)
