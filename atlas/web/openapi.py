"""The OpenAPI document of the addresses for programs, made from what reads the requests and what writes the layers."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from atlas.web.api_events import OWN, PATH
from atlas.web.asked import HOW, LONGEST, MOST_PAIRS
from atlas.web.limits import BURST, CALENDAR_COST, PER_SECOND
from atlas.web.openapi_schemas import answer_schemas, layer_schemas
from atlas.web.paging import MOST
from atlas.web.parameter import Parameter

if TYPE_CHECKING:  # importing these takes a second (geopandas): the server is to be healthy before
    from atlas.catalog import Catalog
    from atlas.view.filters import Filter

JSON: Final = "application/json"
GEOJSON: Final = "application/geo+json"
PROBLEM: Final = "application/problem+json"
ABOUT: Final = f"""\
Events of the atlas for programs. The query is that of the atlas' pages: copy it from a link as it is. Keys that only
say how a page looks ({", ".join(f"`{key}`" for key in sorted(HOW))}, those of single pages, and those of the second
view of the page Compare) are accepted and ignored, and an answer names those it ignored. Any other key, and any value
that cannot be read, is refused with a problem (RFC 9457) that names the parameter and what is allowed.

Several words of one key stand each with the key (`kind=transit&kind=air-patrol`) or joined by dots
(`kind=transit.air-patrol`), as pages write them.

**Limits**, for each client address: {PER_SECOND:g} requests a second over time and {BURST:g} at once, where a calendar
counts as {CALENDAR_COST:g}; more are answered 429 with Retry-After. A query has at most {LONGEST:,} bytes and
{MOST_PAIRS} pairs. A page of events holds at most {MOST:,}; all at once are at `/export/`.

Every answer has an ETag: ask with If-None-Match and what has not changed is not sent again. All addresses may be asked
from scripts of other sites. `Data-Version` is the version of the data, not of this document.
"""
ETAG: Final = {"ETag": {"description": "Names this very content.", "schema": {"type": "string"}}}
VERSION_HEADER: Final = {"Data-Version": {"description": "Version of the data.", "schema": {"type": "string"}}}
REFUSALS: Final = {
    "400": "The query cannot be followed; `errors` names each parameter.",
    "404": "There is no such thing.",
    "405": "Only GET, HEAD and OPTIONS are known.",
    "406": "There is no such form.",
    "414": "The query is too long.",
    "429": "Too many requests; Retry-After says when to come again.",
    "503": "The data cannot be read now.",
}


def document(catalog: "Catalog", site: str) -> dict[str, Any]:
    """Give the OpenAPI 3.1 document.

    Parameters
    ----------
    catalog : Catalog
        Says which ids a parameter may hold, and which version the data have.
    site : str
        Address of the site, with a slash at its end.
    """
    from atlas.export import feed, ical, work  # noqa: PLC0415

    chosen = [{"$ref": f"#/components/parameters/{name}"} for name in _filters(catalog)]
    own = [{"$ref": f"#/components/parameters/{name}"} for name in OWN]
    collection = {"$ref": "#/components/schemas/Events"}
    pages = {
        name: {"description": told, "schema": {"type": kind}}
        for name, told, kind in (
            ("Link", "Addresses of this page and its neighbours (RFC 8288).", "string"),
            ("OGC-NumberMatched", "How many events the query chooses.", "integer"),
            ("OGC-NumberReturned", "How many of them this page holds.", "integer"),
        )
    }
    event = {
        "name": "id",
        "in": "path",
        "required": True,
        "description": "Id of an event.",
        "schema": {"type": "string"},
        "examples": {"one": {"value": max(catalog.layers["events"].rows)}},
    }
    text = {"schema": {"type": "string"}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{work.TITLE}: data",
            "version": catalog.edition.version,
            "summary": "Events by query, each event whole, a feed and a calendar.",
            "description": ABOUT,
            "license": {"name": work.LICENCE_WORDS, "identifier": work.LICENCE},
        },
        "servers": [{"url": site.rstrip("/")}],
        "paths": {
            f"/{PATH}": _get(
                "listEvents",
                "The events of a query, page by page",
                [*chosen, *own],
                {GEOJSON: {"schema": collection}, "text/csv": text},
                "400 404 406 414",
                pages,
            ),
            "/event/{id}.json": _get(
                "getEvent",
                "All that is known of one event",
                [event],
                {JSON: {"schema": {"$ref": "#/components/schemas/WholeEvent"}}},
                "400 404 414",
            ),
            "/feed.atom": _get(
                "getFeed",
                f"New and corrected events, as an Atom feed: the newest {feed.MOST} changes",
                chosen,
                {"application/atom+xml": text},
                "400 414",
            ),
            "/events.ics": _get(
                "getCalendar",
                f"The events as a calendar (RFC 5545): the {ical.MOST:,} that began last",
                chosen,
                {"text/calendar": text},
                "400 414",
            ),
        },
        "components": {
            "parameters": {**_filters(catalog), **{name: _own(name, one) for name, one in OWN.items()}},
            "responses": {code: _refusal(told) for code, told in REFUSALS.items()},
            "schemas": {**layer_schemas(), **answer_schemas()},
        },
    }


def written(told: Mapping[str, Any]) -> bytes:
    """Write a document so that a person can read it too."""
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def _get(  # noqa: PLR0913, PLR0917 - the parts of an operation
    name: str,
    summary: str,
    parameters: list[dict[str, Any]],
    content: Mapping[str, Any],
    refusals: str,
    headers: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    codes = (*refusals.split(), "405", "429", "503")
    answers: dict[str, Any] = {
        "200": {"description": summary, "headers": {**ETAG, **VERSION_HEADER, **(headers or {})}, "content": content},
        "304": {"description": "What the reader has is still right.", "headers": ETAG},
        **{code: {"$ref": f"#/components/responses/{code}"} for code in sorted(codes)},
    }
    return {"get": {"operationId": name, "summary": summary, "parameters": parameters, "responses": answers}}


def _refusal(told: str) -> dict[str, Any]:
    return {"description": told, "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}}


def _filters(catalog: "Catalog") -> dict[str, dict[str, Any]]:
    """Give the parameters of a view, from the filters themselves."""
    from atlas.view.keys import FILTERS, KEYS  # noqa: PLC0415

    found = {key: _key(key, told, one, catalog) for one in FILTERS for key, told in one.keys.items()}
    version = {"schema": {"type": "string", "enum": [KEYS["v"].example]}}
    return found | {"v": {"name": "v", "in": "query", "description": f"{KEYS['v'].holds}.", **version}}


def _key(name: str, told: Any, one: "type[Filter]", catalog: "Catalog") -> dict[str, Any]:
    choices = list(one.choices(catalog))
    word: dict[str, Any] = {"type": "string", "enum": choices} if choices else {"type": "string", "format": "date"}
    several = {"schema": {"type": "array", "items": word}, "style": "form", "explode": True}
    return {
        "name": name,
        "in": "query",
        "description": f"{told.holds[0].upper()}{told.holds[1:]}. Absent: {told.absent}.",
        **(several if one.several else {"schema": word}),
        "examples": {"one": {"value": [told.example.split(".")[0]] if one.several else told.example}},
    }


def _own(name: str, parameter: Parameter) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": parameter.what, "schema": parameter.schema()}
