"""The OpenAPI document: it tells what is read and nothing else, and schemathesis holds every answer against it."""

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)
from starlette.applications import Starlette
from web.asgi import got

from atlas.catalog import default_catalog, layers_folder
from atlas.view.keys import FILTERS, KEYS
from atlas.web import limits
from atlas.web.api import api_routes
from atlas.web.api_events import OWN
from atlas.web.asked import HOW, LONGEST
from tools.server import ROOT

APP = Starlette(routes=api_routes("", limits.Limits(burst=1e9)))
EACH = 9


def write_some(folder):
    """Write every ninth real event with all that hangs on it: as rich as the whole, and answered sooner."""
    kept = [*default_catalog().layers["events"].rows][::EACH]
    for file in layers_folder().glob("*.*json"):
        told = json.loads(file.read_bytes())
        if file.stem in {"events", "sightings", "routes"}:
            own = (one for one in told["features"] if one["properties"].get("event", one["id"]) in kept)
            told["features"] = list(own)
        elif file.stem in {"crossings", "stories"}:
            told = [row for row in told if row.get("event") in kept]
        (folder / file.name).write_text(json.dumps(told), encoding="utf-8")


# schemathesis makes its tests while this file is imported.
WORLD = TemporaryDirectory(prefix="atlas-openapi-")
write_some(Path(WORLD.name))
with pytest.MonkeyPatch.context() as patch:
    patch.setenv("ATLAS_LAYERS", WORLD.name)
    TOLD = json.loads(got(APP, "/openapi.json").body)
CHECKS = [
    content_type_conformance, negative_data_rejection, not_a_server_error, response_headers_conformance,
    response_schema_conformance, status_code_conformance, unsupported_method,
]  # fmt: skip
# Every boundary of every parameter, once; feed and calendar read the same ones, so there a few random queries do.
SHORT = ["/feed.atom", "/events.ics"]
BRIEF = SchemathesisConfig.from_dict({"phases": {"coverage": {"enabled": False}}})
EVERY = schemathesis.openapi.from_dict(TOLD).exclude(path=SHORT)
FEW = schemathesis.openapi.from_dict(TOLD, config=BRIEF).include(path=SHORT)
EVERY.app = FEW.app = APP
bounded = settings(
    max_examples=15, derandomize=True, deadline=None, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def world():
    with WORLD, pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_LAYERS", WORLD.name)
        yield


@EVERY.parametrize()
@bounded
def test_every_answer_is_as_the_document_says(case):
    case.call_and_validate(checks=CHECKS)


@FEW.parametrize()
@bounded
def test_feed_and_calendar_answer_as_the_document_says(case):
    case.call_and_validate(checks=CHECKS)


def test_the_document_tells_the_keys_of_a_view_and_nothing_else():
    parameters = TOLD["components"]["parameters"]
    shown = set(KEYS) - HOW
    assert list(parameters) == [*(key for key in KEYS if key in shown), *OWN]
    assert all(one["name"] == name and one["in"] == "query" for name, one in parameters.items())
    refers = {
        path: {one.get("$ref", "").rpartition("/")[2] for one in item["get"]["parameters"]}
        for path, item in TOLD["paths"].items()
    }
    whole = {*parameters}
    assert refers == {"/api/events": whole, "/event/{id}.json": {""}, "/feed.atom": shown, "/events.ics": shown}


def test_the_document_tells_every_address_that_is_answered():
    paths = {route.path.replace("{name}", "{id}") for route in api_routes("")}
    assert {*TOLD["paths"]} == paths - {"/openapi.json", "/api", "/api/{rest:path}"}


@pytest.mark.parametrize("name", [name for one in FILTERS for name in one.keys])
def test_every_word_that_the_document_tells_is_read_and_no_other(name):
    parameter = TOLD["components"]["parameters"][name]
    schema = parameter["schema"]
    words = schema.get("items", schema).get("enum") or ["2019-07-23"]
    some = words if len(words) < 12 else words[:: len(words) // 8]
    assert [word for word in some if got(APP, f"/api/events?{urlencode({name: word})}", "HEAD").status != 200] == []
    assert got(APP, f"/api/events?{urlencode({name: f'{words[0]}x'})}", "HEAD").status == 400
    example = parameter["examples"]["one"]["value"]
    assert not isinstance(example, list) or {*example} <= {*words}


def test_limits_are_told_as_they_are_enforced():
    paper = re.sub(r"\s+", " ", (ROOT / "docs" / "api.md").read_text(encoding="utf-8"))
    about = re.sub(r"\s+", " ", TOLD["info"]["description"])
    most = TOLD["components"]["parameters"]["per_page"]["schema"]["maximum"]
    for text in (paper, about):
        assert f"{limits.PER_SECOND:g} requests a second" in text
        assert f"{limits.BURST:g} at once" in text
        assert f"a calendar counts as {limits.CALENDAR_COST:g}" in text
        assert f"{LONGEST:,} bytes" in text
        assert f"at most {most:,}" in text


def test_every_name_in_the_document_is_defined_and_every_schema_is_one():
    text = json.dumps(TOLD)
    for reference in set(re.findall(r'"\$ref": "#/([^"]+)"', text)):
        found = TOLD
        for part in reference.split("/"):
            found = found[part]
    for schema in TOLD["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    assert "$defs" not in text


def test_without_a_schema_of_the_layers_the_document_is_still_one(layers, monkeypatch):
    monkeypatch.setenv("ATLAS_LAYERS", str(layers))
    told = json.loads(got(APP, "/openapi.json").body)
    assert told["components"]["schemas"]["Event"] == {"type": "object"}
    assert told["components"]["parameters"]["ship"]["schema"]["items"]["enum"] == ["ru-varyag", "cn-xian-153"]
