"""What a request for data asks for: a page's own query as it is, and every word that cannot be read told by name."""

import asyncio
import json
from urllib.parse import quote

import pytest
from starlette.requests import Request
from starlette.responses import Response

from atlas.catalog import Catalog
from atlas.errors import LayerError
from atlas.view import KEYS, View
from atlas.web.asked import LONGEST, MOST_PAIRS, asked
from atlas.web.pages import OWN_KEYS
from atlas.web.parameter import Number, Word
from atlas.web.problem import MEDIA_TYPE, ProblemError, told

OWN = {"page": Number("which page", 1, 1, 99), "format": Word("form", ("csv", "geojson"))}


@pytest.fixture(scope="module")
def catalog(layers):
    return Catalog.load(layers)


def request(query=b""):
    query = query.encode() if isinstance(query, str) else query
    return Request({"type": "http", "method": "GET", "path": "/", "query_string": query, "headers": []})


def refused(query, catalog, **more):
    with pytest.raises(ProblemError) as raised:
        asked(request(query), catalog, **more)
    return raised.value


def test_a_query_gives_its_view_and_the_addresss_own_values(catalog):
    found = asked(request("kind=air-patrol.transit&from=2019-01-01&page=3&v=1"), catalog, OWN)
    assert found.view == View.from_query({"kind": ["air-patrol.transit"], "from": ["2019-01-01"]}, catalog)[0]
    assert found.own == {"page": 3, "format": None}
    assert asked(request(), catalog).view == View.default(catalog)


def test_what_pages_hold_besides_is_taken_and_named_as_ignored(catalog):
    keys = {key for keys in OWN_KEYS.values() for key in keys}
    every = {"show": "grid", "sel": "event.nothing", "at": "bad", "embed": "true", "b.kind": "x", "b": "all"}
    query = "&".join(f"{key}={value}" for key, value in (every | dict.fromkeys(keys, "any")).items())
    found = asked(request(query), catalog, OWN)
    assert set(found.ignored) == every.keys() | keys
    assert found.view == View.default(catalog)


def test_no_page_has_a_key_of_its_own_that_a_view_has_for_it_would_no_longer_choose_events():
    assert {key for keys in OWN_KEYS.values() for key in keys} & set(KEYS) == set()


def test_who_heeds_how_it_is_shown_reads_that_strictly_too(catalog):
    assert asked(request("show=grid"), catalog, heeds=("show",)).view.layers == ("grid",)
    faults = refused("at=bad&sel=event.x", catalog, heeds=("at", "sel")).faults
    assert [fault.parameter for fault in faults] == ["at", "sel"]


@pytest.mark.parametrize(
    ("query", "parameters", "words"),
    [
        ("kind=air-patroll", ["kind"], "air-patrol, transit"),
        ("kind=transit.nothing", ["kind"], "nothing"),
        ("ship=ru-varjag", ["ship"], "ru-varyag"),
        ("from=yesterday", ["from"], "a day such as 2023-07-20"),
        ("from=2023-01-01&to=2019-01-01", ["from", "to"], "days in order"),
        ("to=1990-01-01", ["from", "to"], "2012-04-22 to 2023-07-23"),
        ("from=2019-01-01&from=2020-01-01", ["from"], "one value"),
        ("kinds=transit&x=1", ["kinds", "x"], "kind, state"),
        ("v=2", ["v"], "1"),
        ("kind=", ["kind"], "empty"),
        ("area=...", ["area"], "empty"),
        ("page=0", ["page"], "from 1 to 99"),
        ("page=%D9%A3", ["page"], "from 1 to 99"),
        ("page=1&page=2", ["page"], "one value"),
        ("format=xml", ["format"], "csv, geojson"),
        ("kind=x&page=x&y=1", ["page", "kind", "y"], "allowed"),
        ("<script>=1", ["<script>"], "no such parameter"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name_with_what_is_allowed(query, parameters, words, catalog):
    problem = refused(query, catalog, own=OWN)
    assert problem.status == 400
    assert [fault.parameter for fault in problem.faults] == parameters
    assert words in json.dumps(problem.told())


def test_a_near_miss_names_what_was_meant(catalog):
    assert refused("ship=ru-varjag", catalog).faults[0].nearest == ("ru-varyag",)
    assert refused("knid=transit", catalog).faults[0].nearest == ["kind"]


def test_dates_that_reach_beyond_the_data_choose_what_they_say(catalog):
    assert asked(request("from=1990-01-01&to=2099-12-31"), catalog).view == View.default(catalog)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        (b"kind=\xff\xfe", 400),
        (b"kind=%FF", 400),
        (b"ship=" + b"a" * LONGEST, 414),
        (b"&".join(b"kind=transit" for _ in range(MOST_PAIRS + 1)), 400),
    ],
)
def test_what_is_no_query_is_refused(query, status, catalog):
    assert refused(query, catalog).status == status


def test_what_is_repeated_of_a_bad_value_is_short(catalog):
    problem = refused("ship=" + quote("я" * 600), catalog)
    assert len(json.dumps(problem.told(), ensure_ascii=False)) < 1000


def answer(raised):
    @told
    async def route(_):
        if isinstance(raised, Exception):
            raise raised
        return raised

    return asyncio.run(route(request()))


def test_a_problem_is_told_as_the_standard_asks(catalog):
    problem = refused("kind=<b>&page=9999", catalog, own=OWN)
    found = answer(problem)
    assert (found.status_code, found.media_type) == (400, MEDIA_TYPE)
    assert found.headers["cache-control"] == "no-store"
    assert found.headers["access-control-allow-origin"] == "*"
    body = json.loads(found.body)
    assert {key: body[key] for key in ("type", "title", "status")} == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
    }
    assert body["errors"][0] == {
        "parameter": "page",
        "detail": "page must be a whole number from 1 to 99.",
        "given": "9999",
        "allowed": "a whole number from 1 to 99",
    }
    assert body["errors"][1]["given"] == "<b>"


def test_layers_that_cannot_be_read_are_a_problem_of_the_server_and_tell_no_path(caplog):
    found = answer(LayerError("/srv/atlas/layers/events.geojson is missing"))
    assert (found.status_code, found.media_type) == (503, MEDIA_TYPE)
    assert b"/srv" not in found.body
    assert "/srv/atlas" in caplog.text
    assert answer(Response("fine")).body == b"fine"
