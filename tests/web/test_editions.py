"""The stable addresses of the data, without a server: latest, the newest version, one that is kept, one that is not."""

import gzip
import json
import re
from hashlib import sha256

import brotli
import jsonschema
import pytest
from starlette.routing import Router
from web.wire import ask_inside

from atlas.build.keep import contents, keep
from atlas.web.asset import MEDIA_TYPES
from atlas.web.editions import edition_routes
from atlas.web.limits import Limits
from atlas.web.routes import Site
from tools.server import ROOT

LAYERS = ROOT / "geodata" / "layers"
NOW = json.loads((LAYERS / "manifest.json").read_text())["version"]
OLD = "2020.1.3"


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A folder with one old version, whose events were others, and with what is none."""
    folder = tmp_path_factory.mktemp("editions")
    files = dict(contents(LAYERS))
    files["events.geojson"] = files["events.geojson"].replace(b"Joint Sea", b"Old Sea")
    keep(folder / f"{OLD}.zip", files)
    (folder / "2019.1.0.zip").write_bytes(b"no zip")
    (folder / "secret.zip").write_bytes((folder / f"{OLD}.zip").read_bytes())
    return folder


@pytest.fixture
def get(kept, monkeypatch):
    monkeypatch.setenv("ATLAS_EDITIONS", str(kept))
    router = Router(edition_routes("/sea", Limits()))
    return lambda path, method="GET", **headers: ask_inside(router, f"http://a.org/sea/data/{path}", method, **headers)


def test_every_file_of_the_manifest_is_there_as_it_tells(get):
    manifest = json.loads(get("latest/manifest.json").body)
    assert len(manifest["files"]) > 20
    for file in (*manifest["files"], *manifest["record_schemas"]):
        answer = get(f"latest/{file['name']}")
        assert (answer.status, len(answer.body)) == (200, file["bytes"]), file["name"]
        assert sha256(answer.body).hexdigest() == file["sha256"]
        assert answer.headers["content-type"] == file["media_type"]
    shape = json.loads(get("latest/schema/event.json").body)
    jsonschema.Draft202012Validator.check_schema(shape)


def test_latest_is_asked_for_again_packed_open_and_told_when_unchanged(get):
    plain = get("latest/events.geojson")
    assert plain.headers["cache-control"] == "no-cache"
    assert plain.headers["access-control-allow-origin"] == "*"
    assert plain.headers["content-location"] == f"../{NOW}/events.geojson"
    assert get("latest/schema/event.json").headers["content-location"] == f"../../{NOW}/schema/event.json"
    for encoding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        packed = get("latest/events.geojson", Accept_Encoding=encoding)
        assert packed.headers["content-encoding"] == encoding
        assert len(packed.body) < len(plain.body) / 3
        assert unpack(packed.body) == plain.body
    head = get("latest/events.geojson", "HEAD")
    assert (head.status, head.body, head.headers["content-length"]) == (200, b"", str(len(plain.body)))
    again = get("latest/events.geojson", If_None_Match=plain.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert get("latest/events.geojson", "POST").status == 405


def test_a_kept_version_has_its_own_files_and_may_be_kept_for_ever(get):
    old, new = get(f"{OLD}/events.geojson"), get("latest/events.geojson")
    assert old.body == new.body.replace(b"Joint Sea", b"Old Sea") != new.body
    assert old.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert old.headers["etag"] != new.headers["etag"]
    assert get(f"{OLD}/events.geojson", If_None_Match=old.headers["etag"]).status == 304
    assert get(f"{OLD}/CHANGELOG.md").headers["content-type"] == MEDIA_TYPES[".md"]
    assert get(f"{OLD}/schema/ships.json").status == 200


def test_the_newest_version_is_there_before_it_is_kept_and_may_still_change(get, kept):
    assert get(f"{NOW}/ships.json").body == get("latest/ships.json").body
    assert get(f"{NOW}/ships.json").headers["cache-control"] == "no-cache"
    keep(kept / f"{NOW}.zip", contents(LAYERS))
    try:
        assert get(f"{NOW}/ships.json").headers["cache-control"].endswith("immutable")
    finally:
        (kept / f"{NOW}.zip").unlink()


@pytest.mark.parametrize("edition", ["latest", NOW, OLD])
def test_the_address_of_a_version_leads_to_its_manifest(get, edition):
    for path in (edition, f"{edition}/"):
        answer = get(path)
        assert (answer.status, answer.headers["location"]) == (307, f"/sea/data/{edition}/manifest.json")
    assert json.loads(get(f"{edition}/manifest.json").body)["title"] == "Joint Sea Atlas"


def problem(answer, status):
    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.headers["cache-control"] == "no-store"
    return json.loads(answer.body)


def test_a_version_that_is_not_there_is_a_problem_that_names_those_that_are(get, tmp_path, monkeypatch):
    told = problem(get("2024.5.0/events.geojson"), 404)
    assert told["versions"] == [NOW, OLD, "2019.1.0"]
    assert told["latest"] == NOW
    assert f"There is no version 2024.5.0 of the data. Here are: {NOW}, {OLD}" in told["detail"]

    rows = [{"id": NOW, "released": "2026-11-26"}, {"id": "2024.5.0", "released": "2024-05-02", "note": "x"}]
    for name in ("events", "sightings", "routes", "places", "passages", "zones", "seas"):
        (tmp_path / f"{name}.geojson").write_bytes((LAYERS / f"{name}.geojson").read_bytes())
    for path in LAYERS.glob("*.json"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "editions.json").write_text(json.dumps(rows))
    monkeypatch.setenv("ATLAS_LAYERS", str(tmp_path))
    told = problem(get("2024.5.0/events.geojson"), 404)
    assert "Version 2024.5.0 of the data is not kept here." in told["detail"]
    assert "`python -m atlas build` makes its files again" in told["detail"]
    assert [row["kept"] for row in json.loads(get("versions.json").body)["versions"]] == [False, False]
    # What the manifest tells no longer holds for this folder: nothing is given out under its name.
    assert problem(get("latest/editions.json"), 503)["status"] == 503
    assert get("latest/ships.json").status == 200


@pytest.mark.parametrize("edition", ["latest", NOW, OLD])
@pytest.mark.parametrize(
    "name",
    ["../../README.md", "%2e%2e/%2e%2e/LICENSE", "/etc/passwd", "schema/../manifest.json", ".gitignore", "nothing.json",
     "schema", "..%5c..%5cLICENSE", "events.geojson%00"],
)  # fmt: skip
def test_nothing_but_the_files_of_a_version_is_given_out(get, edition, name):
    told = problem(get(f"{edition}/{name}"), 404)
    assert {"manifest.json", "events.geojson", "schema/event.json"} < set(told["files"])


def test_what_is_no_version_opens_no_file_and_a_broken_zip_is_a_problem_of_the_server(get):
    for path in ("secret/events.geojson", "../editions/secret.zip"):
        assert get(path).status == 404
    assert problem(get("2020.1.03/events.geojson"), 404)
    assert problem(get("2019.1.0/events.geojson"), 503)


def test_versions_says_which_there_are(get):
    told = json.loads(get("versions.json").body)
    assert (told["latest"], told["versions"][0]["version"]) == (NOW, NOW)
    for row in told["versions"]:
        assert row["released"]
        assert get(row["manifest"]).status == 200


def test_the_site_has_them_before_the_files_of_the_map():
    routes = Site(ROOT / "atlas/ui/styles", ROOT / "atlas/ui/client", "/sea").routes
    answer = ask_inside(Router(routes), "http://a.org/sea/data/latest/zones.geojson")
    assert answer.body == (LAYERS / "zones.geojson").read_bytes()


def test_the_docs_name_every_kind_of_file_that_there_is():
    text = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    told = json.loads((LAYERS / "manifest.json").read_text(encoding="utf-8"))
    for name in (file["name"] for file in told["files"]):
        stem = name.partition(".")[0]
        assert f"`/data/latest/{name}`" in text or re.search(rf"\b{stem.partition('-')[0]}\b", text), name
