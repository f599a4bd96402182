"""The bundle, unpacked and held against its own descriptions by other people's readers."""

import hashlib
import json
import zipfile

import jsonschema
import pytest
from export.conftest import taken
from frictionless import Package
from shapely.geometry import shape

from atlas.export.formats import ALL, FORMATS, PLACED
from atlas.export.tables_beside import TABLES


@pytest.fixture(scope="module")
def unpacked(real, strange, tmp_path_factory):
    """Three bundles: a part of the real data, all of the strange world, nothing."""
    views = {
        "part": taken(real, "kind=port-call&from=2020-01-01&v=1"),
        "strange": taken(strange),
        "empty": taken(strange, "kind=none&v=1"),
    }
    found = {}
    for name, chosen in views.items():
        path = tmp_path_factory.mktemp(name) / chosen.file_name(ALL, "zip")
        FORMATS["zip"].write(chosen, ALL, path)
        with zipfile.ZipFile(path) as file:
            assert {member.partition("/")[0] for member in file.namelist()} == {path.stem}
            file.extractall(path.parent)
        found[name] = chosen, path.parent / path.stem
    return found


@pytest.mark.parametrize("name", ["part", "strange", "empty"])
def test_the_checksums_are_those_of_all_files(name, unpacked):
    _, folder = unpacked[name]
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    sums = {path: digest for digest, _, path in (line.partition("  ") for line in lines)}
    files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
    assert set(sums) == set(files) - {"SHA256SUMS"}
    for path, digest in sums.items():
        assert hashlib.sha256(files[path].read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("name", ["part", "strange", "empty"])
def test_frictionless_finds_each_table_as_described_and_every_reference_met(name, unpacked):
    chosen, folder = unpacked[name]
    package = Package(str(folder / "datapackage.json"))
    report = package.validate()
    assert report.flatten(["title", "type", "message"]) == []
    assert (package.version, package.homepage) == (chosen.catalog.edition.version, chosen.link)
    assert {one.name for one in package.resources if one.tabular} >= set(TABLES)
    for resource in package.resources:
        assert resource.bytes == (folder / resource.path).stat().st_size


def test_a_broken_reference_or_cell_is_found(unpacked, tmp_path):
    _, folder = unpacked["strange"]
    for path in ("datapackage.json", *(f"data/{name}.csv" for name in TABLES)):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes((folder / path).read_bytes().replace(b",nowhere,", b",other,"))
    told = json.loads((tmp_path / "datapackage.json").read_text())
    told["resources"] = [{key: one[key] for key in one if key not in ("bytes", "hash")} for one in told["resources"]
                         if one["path"].endswith(".csv")]  # fmt: skip
    (tmp_path / "datapackage.json").write_text(json.dumps(told))
    errors = Package(str(tmp_path / "datapackage.json")).validate().flatten(["type"])
    assert ["foreign-key"] in errors


@pytest.mark.parametrize("name", ["part", "strange", "empty"])
def test_each_geojson_is_what_the_json_schema_says(name, unpacked):
    _, folder = unpacked[name]
    schema = json.loads((folder / "schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    for layer in PLACED:
        content = json.loads((folder / "data" / f"{layer}.geojson").read_text())
        checker = jsonschema.Draft202012Validator(
            {"$ref": f"#/$defs/{layer}.geojson", **schema}, format_checker=jsonschema.FormatChecker()
        )
        assert [error.message for error in checker.iter_errors(content)] == []
        if content["features"]:
            content["features"][0]["properties"]["added"] = "soon"
            assert list(checker.iter_errors(content))


def test_reference_layers_are_whole_and_wound_as_the_rfc_asks(unpacked):
    chosen, folder = unpacked["part"]
    built = json.loads((folder / "reference" / "schema.json").read_text())
    known = {source["id"] for source in json.loads((folder / "reference" / "sources.json").read_text())}
    for name in ("places", "passages", "zones", "seas"):
        content = json.loads((folder / "reference" / f"{name}.geojson").read_text())
        assert jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}.geojson", **built}).is_valid(content)
        assert known >= {source for one in content["features"] for source in one["properties"].get("sources") or ()}
        assert [one["id"] for one in content["features"]] == list(chosen.catalog.layers[name].rows)
        for feature in content["features"]:
            area = shape(feature["geometry"]) if feature["geometry"] else None
            for part in getattr(area, "geoms", [area] if area else []):
                if part.geom_type == "Polygon":
                    assert part.exterior.is_ccw
                    assert not any(ring.is_ccw for ring in part.interiors)


def test_the_readme_tells_the_view_the_version_the_caveats_and_every_column(unpacked):
    chosen, folder = unpacked["part"]
    text = (folder / "README.md").read_text()
    edition = chosen.catalog.edition
    for words in (
        chosen.sentence,
        chosen.choice,
        chosen.link,
        edition.version,
        edition.released.isoformat(),
        "no track",
    ):
        assert words in text.replace("nobody saw that way", "no track")
    for table in TABLES.values():
        assert f"| {table.title} | {chosen.counts[table.name]} |" in text
        assert all(f"| `{column.name}` |" in text for column in table.columns)
    assert chosen.link in (folder / "citation.txt").read_text()
    assert "CC BY 4.0" in (folder / "LICENSE-DATA.txt").read_text()
    assert "cff-version" in (folder / "CITATION.cff").read_text()
