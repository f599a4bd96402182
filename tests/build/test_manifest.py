"""What tells about the layers: each file is in the manifest as it lies there, and holds what its schema says."""

import json
from hashlib import sha256

import jsonschema
import pytest

from atlas.build.manifest import SUFFIXES
from atlas.build.shapes import FILES
from atlas.export import work
from atlas.records.schema import record_schemas
from tools.server import ROOT

LAYERS = ROOT / "geodata" / "layers"
MANIFEST = json.loads((LAYERS / "manifest.json").read_text(encoding="utf-8"))
SCHEMA = json.loads((LAYERS / "schema.json").read_text(encoding="utf-8"))


def test_the_manifest_tells_each_file_as_it_lies_there():
    told = {file["name"]: file for file in MANIFEST["files"]}
    there = {path.name: path.read_bytes() for path in LAYERS.iterdir() if path.suffix in SUFFIXES}
    there.pop("manifest.json")
    assert {name: (file["bytes"], file["sha256"]) for name, file in told.items()} == {
        name: (len(content), sha256(content).hexdigest()) for name, content in there.items()
    }
    assert all(file["media_type"] and file["licence"] and file["about"] for file in told.values())
    assert {name for name, file in told.items() if "schema" in file} == set(FILES)
    assert told["events.geojson"]["rows"] == MANIFEST["counts"]["events"]
    assert told["ships.json"]["rows"] == MANIFEST["counts"]["ships"] > 100
    assert told["land-1km.geojson"]["licence"] == "public domain (Natural Earth)"


def test_the_manifest_names_the_newest_version_and_the_schemas_of_the_records():
    (newest, *_) = json.loads((LAYERS / "editions.json").read_text(encoding="utf-8"))
    assert (MANIFEST["version"], MANIFEST["released"]) == (newest["id"], newest["released"])
    texts = {f"schema/{name}": text.encode() for name, text in record_schemas().items()}
    assert {one["name"]: one["sha256"] for one in MANIFEST["record_schemas"]} == {
        name: sha256(text).hexdigest() for name, text in texts.items()
    }


def test_the_licence_is_that_of_every_citation():
    told = MANIFEST["licence"]
    assert (told["id"], told["url"]) == (work.LICENCE, work.LICENCE_ADDRESS)


def validator(name):
    (told,) = [file["schema"] for file in MANIFEST["files"] if file["name"] == name]
    file, _, pointer = told.partition("#")
    assert file == "schema.json"
    return jsonschema.Draft202012Validator(SCHEMA | {"$ref": f"#{pointer}"})


@pytest.mark.parametrize("name", FILES)
def test_each_file_holds_what_its_schema_says(name):
    found = [
        f"{list(error.path)}: {error.message[:200]}"
        for error in validator(name).iter_errors(json.loads((LAYERS / name).read_text(encoding="utf-8")))
    ]
    assert found[:5] == []


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("events.geojson", {"kind": "parade"}),
        ("events.geojson", {"start": None}),
        ("events.geojson", {"colour": "red"}),
        ("sightings.geojson", {"radius_km": "10"}),
        ("routes.geojson", {"km": None}),
        ("ships.json", {"class": 7}),
    ],
)
def test_the_schema_refuses_what_no_build_writes(name, change):
    content = json.loads((LAYERS / name).read_text(encoding="utf-8"))
    if FILES[name].geometry:
        content["features"] = content["features"][:1]
        content["features"][0]["properties"] |= change
    else:
        content = [content[0] | change]
    assert not validator(name).is_valid(content)


def test_every_field_of_a_layer_is_explained():
    for name in FILES:
        shape = SCHEMA["$defs"][name]
        row = (
            shape["items"] if "items" in shape else shape["properties"]["features"]["items"]["properties"]["properties"]
        )
        assert [field for field, told in row["properties"].items() if not told.get("description")] == [], name
