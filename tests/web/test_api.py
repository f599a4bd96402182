"""The addresses for programs, in this process: what they give, page by page, and how they refuse."""

import csv
import gzip
import json
from io import StringIO
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import brotli
import pytest
from geojson_pydantic import FeatureCollection
from starlette.applications import Starlette
from web.asgi import got

from atlas.catalog import default_catalog
from atlas.view import View
from atlas.web.accept import wanted
from atlas.web.api import api_routes
from atlas.web.limits import Limits
from atlas.web.paging import Paging
from atlas.web.problem import MEDIA_TYPE, ProblemError

SITE = "https://atlas.example.org/sea/"
EVENTS = "/sea/api/events"
EVERY = (EVENTS, f"{EVENTS}?format=csv", "/sea/event/joint-sea-2021.json", "/sea/feed.atom", "/sea/events.ics",
         "/sea/openapi.json")  # fmt: skip
MEDIA = ("application/geo+json", "text/csv; charset=utf-8; header=present", "application/json",
         "application/atom+xml; charset=utf-8", "text/calendar; charset=utf-8", "application/json")  # fmt: skip


@pytest.fixture(scope="module")
def app():
    return Starlette(routes=api_routes("/sea", Limits(burst=1e9)))


@pytest.fixture(scope="module")
def catalog():
    return default_catalog()


def problem(app, target, method="GET", **headers):
    answer = got(app, target, method, **headers)
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cache-control"] == "no-store"
    told = json.loads(answer.body)
    assert told["status"] == answer.status
    return told


@pytest.mark.parametrize(("target", "media"), list(zip(EVERY, MEDIA, strict=True)))
def test_every_address_has_its_type_a_tag_and_is_open_to_all(target, media, app):
    plain = got(app, target)
    assert (plain.status, plain.headers["content-type"]) == (200, media)
    assert plain.headers["access-control-allow-origin"] == "*"
    assert plain.headers["cache-control"].startswith("public, max-age=")
    assert "Accept-Encoding" in plain.headers["vary"]
    for encoding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        packed = got(app, target, accept_encoding=encoding)
        assert packed.headers["content-encoding"] == encoding
        assert unpack(packed.body) == plain.body
        assert len(packed.body) < len(plain.body) / 2
    unchanged = got(app, target, if_none_match=plain.headers["etag"], accept_encoding="br")
    assert (unchanged.status, unchanged.body, unchanged.headers["etag"]) == (304, b"", plain.headers["etag"])
    head = got(app, target, "HEAD")
    assert (head.status, head.body, head.headers["content-length"]) == (200, b"", str(len(plain.body)))
    allowed = got(app, target, "OPTIONS", origin="https://other.example", access_control_request_method="GET")
    assert (allowed.status, allowed.headers["access-control-allow-methods"]) == (204, "GET, HEAD, OPTIONS")
    refused = problem(app, target, "POST")
    assert refused["status"] == 405
    assert got(app, target, "DELETE").headers["allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("query", ["", "kind=transit", "area=east-china-sea&from=2019-01-01", "state=RU", "kind=none"])
def test_the_events_are_those_of_the_page_in_the_stated_order(query, app, catalog):
    told = json.loads(got(app, f"{EVENTS}?{query}").body)
    FeatureCollection.model_validate(told)
    view, _ = View.from_query(parse_qs(query), catalog)
    rows = [one["properties"] for one in told["features"]]
    assert {row["id"] for row in rows} == set(catalog.shown(view).index)
    assert told["numberMatched"] == told["numberReturned"] == len(rows) == catalog.count(view)
    assert told["view"] == view.describe(catalog)
    days = [(row["start"], row["end"]) for row in rows]
    assert days == sorted(days, reverse=True)
    same = [(one["id"], other["id"]) for one, other in pairwise(rows) if one["start"] == other["start"]]
    assert all(one < other for one, other in same if catalog.event(one)["end"] == catalog.event(other)["end"])


def test_a_feature_has_every_property_of_the_layer_and_its_two_addresses(app, catalog):
    answer = got(app, f"{EVENTS}?series=joint-sea")
    told = json.loads(answer.body)
    frame = catalog.events.geometry
    for one in told["features"]:
        row = json.loads(json.dumps(catalog.event(one["id"])))
        addresses = {"link": f"{SITE}event?id={one['id']}", "json": f"{SITE}event/{one['id']}.json"}
        assert one["properties"] == row | addresses
        shape = frame.loc[one["id"]]
        assert (one["geometry"] and one["geometry"]["coordinates"]) == (shape and [shape.x, shape.y])
    assert told["version"] == answer.headers["data-version"] == "2026.11.0"
    assert told["released"] == catalog.edition.released.isoformat()


def test_csv_holds_the_same_events_in_the_same_order(app):
    query = "kind=transit&per_page=4&page=2"
    as_json = json.loads(got(app, f"{EVENTS}?{query}").body)
    answer = got(app, f"{EVENTS}?{query}", accept="text/csv")
    rows = list(csv.DictReader(StringIO(answer.body.decode(), newline="")))
    assert [row["id"] for row in rows] == [one["id"] for one in as_json["features"]]
    assert {row["link"] for row in rows} == {one["properties"]["link"] for one in as_json["features"]}
    assert {row["atlas_view"] for row in rows} == {as_json["view"]}
    whole = got(app, f"{EVENTS}?format=csv").body.decode()
    assert whole.count("\r\n") == 1 + sum(1 for _ in csv.DictReader(StringIO(whole, newline="")))


def test_who_follows_next_comes_past_every_event_once(app):
    seen, target = [], f"{EVENTS}?state=both&per_page=7"
    while target:
        answer = got(app, target)
        told = json.loads(answer.body)
        seen += [one["id"] for one in told["features"]]
        assert told["numberReturned"] == len(told["features"]) == int(answer.headers["ogc-numberreturned"])
        links = {one["rel"]: one["href"] for one in told["links"] if one["type"] == "application/geo+json"}
        assert all(f'<{href}>; rel="{rel}"' in answer.headers["link"] for rel, href in links.items())
        target = links["next"].removeprefix("https://atlas.example.org") if "next" in links else None
    assert len(seen) == len({*seen}) == told["numberMatched"] > 7
    assert links.keys() == {"self", "first", "prev", "last", "enclosure"}
    assert urlsplit(links["self"]).query == urlsplit(links["last"]).query
    assert "format=csv" in got(app, f"{EVENTS}?format=csv&per_page=7").headers["link"].partition(">")[0]


def test_every_page_of_paging_is_within_what_there_is():
    assert [Paging(page, 10, 21).rows.stop for page in (1, 2, 3)] == [10, 20, 30]
    assert Paging(1, 10, 0).links("a", {}).keys() == {"self", "first", "last"}
    assert Paging(2, 10, 21).last == 3 == Paging(1, 10, 30).last
    with pytest.raises(ProblemError, match="There is no page 4"):
        Paging(4, 10, 30)


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", "geojson"),
        ("*/*", "geojson"),
        ("application/json", "geojson"),
        ("text/csv", "csv"),
        ("TEXT/CSV;q=0.9, application/json;q=0.1", "csv"),
        ("text/*, */*;q=0.1", "csv"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "geojson"),
        ("application/*;q=0, text/csv;q=0.001", "csv"),
        ("image/png", None),
        ("text/csv;q=0", None),
        ("*/*;q=0", None),
        ("text/csv;q=nan", None),
        (",;;q=,", "geojson"),
    ],
)
def test_the_accept_header_chooses_the_form(accept, form):
    forms = {"application/geo+json": "geojson", "application/json": "geojson", "text/csv": "csv"}
    assert wanted(accept, forms) == form


@pytest.mark.parametrize(
    ("target", "status", "words"),
    [
        (f"{EVENTS}?kind=spaceship", 400, "air-patrol"),
        (f"{EVENTS}?colour=red", 400, "per_page"),
        (f"{EVENTS}?per_page=1001", 400, "/export/events"),
        (f"{EVENTS}?per_page=-1", 400, "from 1 to 1000"),
        (f"{EVENTS}?page=2", 404, "1 to 1"),
        (f"{EVENTS}?page=1e3", 400, "whole number"),
        (f"{EVENTS}?kind=%FF", 400, "UTF-8"),
        (f"{EVENTS}?ship={'a' * 5000}", 414, "URI Too Long"),
        (f"{EVENTS}?ship={'a' * 4001}", 414, "4,000"),
        (f"{EVENTS}?{'kind=transit&' * 101}", 400, "100 pairs"),
        ("/sea/feed.atom?page=1", 400, "page"),
        ("/sea/events.ics?sea=japan", 400, "area"),
        ("/sea/event/joint-see-2021.json", 404, f"{SITE}event/joint-sea-2021.json"),
        ("/sea/event/%00%2e%2e.json", 404, "no event"),
        (f"/sea/event/{'a' * 3000}.json", 404, "no event"),
        ("/sea/event/joint-sea-2021.json?x=1", 400, "x"),
        ("/sea/api", 404, "openapi.json"),
        ("/sea/api/events/", 404, "openapi.json"),
    ],
)
def test_what_cannot_be_answered_is_a_problem_that_says_why(target, status, words, app):
    told = problem(app, target)
    assert told["status"] == status
    assert words in json.dumps(told)


def test_a_form_that_is_not_there_is_refused(app):
    assert problem(app, EVENTS, accept="image/png")["status"] == 406


def test_what_a_page_adds_is_ignored_and_named(app):
    told = json.loads(got(app, f"{EVENTS}?kind=transit&sel=event.x&at=1_2_3&q=gromkiy&b.kind=meeting").body)
    assert told["ignored"] == ["at", "b.kind", "q", "sel"]
    assert told["numberMatched"] == json.loads(got(app, f"{EVENTS}?kind=transit").body)["numberMatched"]


def test_who_asks_too_often_is_told_when_to_come_again():
    app = Starlette(routes=api_routes("/sea", Limits(per_second=0.5, burst=2)))
    assert [got(app, EVENTS).status for _ in range(2)] == [200, 200]
    answer = got(app, "/sea/feed.atom")
    assert (answer.status, answer.headers["retry-after"]) == (429, "2")
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert got(app, EVENTS, "OPTIONS").status == 204
    app = Starlette(routes=api_routes("/sea", Limits(per_second=1e-9, burst=6)))
    assert [got(app, "/sea/events.ics").status, got(app, EVENTS).status, got(app, EVENTS).status] == [200, 200, 429]


@pytest.mark.parametrize("host", ['"><script>alert(1)</script>', "a b", "", "evil.example/x", "[::1", "a\\b", "é"])
def test_a_host_that_is_none_is_not_repeated(host, app):
    for target in EVERY:
        content = got(app, target, host=host).body.decode()
        assert "//atlas.example.org" not in content
        assert "/sea" in content
        assert not host or f"//{host}" not in content


def test_addresses_follow_the_host_that_was_asked(app):
    told = json.loads(got(app, f"{EVENTS}?kind=meeting", host="other.example:8443").body)
    assert {urlsplit(one["properties"]["json"]).netloc for one in told["features"]} == {"other.example:8443"}
    assert "\ue000" not in json.dumps(told, ensure_ascii=False)
