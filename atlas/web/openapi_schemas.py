"""The schemas of answers: rows as geodata/layers/schema.json has them, what stands around them as written here."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

ROWS: Final = {
    "Event": "events.geojson",
    "Sighting": "sightings.geojson",
    "Leg": "routes.geojson",
    "Ship": "ships.json",
    "Source": "sources.json",
    "Crossing": "crossings.json",
}
"""Names here of what a file of the layers holds."""
_BEFORE: Final = "#/$defs/"
_AFTER: Final = "#/components/schemas/"
TEXT: Final = {"type": "string"}
DAY: Final = {"type": "string", "format": "date"}
ADDRESS: Final = {"type": "string", "format": "uri"}


def layer_schemas() -> dict[str, Any]:
    """Give the schemas of rows and of what they are made of, from the schema of the layers where it is built."""
    from atlas.catalog import layers_folder  # noqa: PLC0415

    return _of(layers_folder() / "schema.json")


@cache
def _of(file: Path) -> dict[str, Any]:
    if not file.exists():
        return {name: {"type": "object"} for name in ROWS}
    defined = json.loads(file.read_bytes())["$defs"]
    found = {name: _row(defined[layer]) for name, layer in ROWS.items()}
    event = found["Event"]["properties"]["properties"]
    event["properties"] |= {
        "link": ADDRESS | {"description": "Address of the event's page."},
        "json": ADDRESS | {"description": "Address of all that is known of the event."},
    }
    wanted = set(_named(found))
    while lacking := wanted - found.keys():
        found |= {name: defined[name] for name in lacking}
        wanted |= set(_named(found))
    renamed: dict[str, Any] = json.loads(json.dumps(found).replace(_BEFORE, _AFTER))
    return renamed


def _row(schema: Mapping[str, Any]) -> dict[str, Any]:
    rows = schema["properties"]["features"] if "properties" in schema else schema
    copied: dict[str, Any] = json.loads(json.dumps(rows["items"]))
    return copied


def _named(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        if isinstance(reference := value.get("$ref"), str):
            yield reference.removeprefix(_BEFORE)
        for inner in value.values():
            yield from _named(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _named(inner)


def answer_schemas() -> dict[str, Any]:
    """Give the schemas of what stands around the rows."""
    return {
        "Events": _object(
            "One page of events, as GeoJSON.",
            {
                "type": {"const": "FeatureCollection"},
                "numberMatched": _count("How many events the query chooses."),
                "numberReturned": _count("How many of them this page holds."),
                "view": TEXT | {"description": "The query in words."},
                "order": TEXT | {"description": "The order of the events."},
                **_ABOUT,
                "links": _list("Link"),
                "features": _list("Event"),
            },
            {"ignored": {"type": "array", "items": TEXT, "description": "Keys that do not matter here."}},
        ),
        "WholeEvent": _object(
            "All that is known of one event.",
            {
                "id": TEXT,
                "title": TEXT,
                **_ABOUT,
                "links": _list("Link"),
                "event": _ref("Event"),
                "sightings": _collection("Sighting"),
                "legs": _collection("Leg"),
                "crossings": _list("Crossing"),
                "ships": _list("Ship"),
                "sources": _list("Source"),
                "relatives": _list("Relative"),
                "history": _list("Change"),
            },
        ),
        "Link": _object("A link, as OGC API has it.", {"rel": TEXT, "type": TEXT, "href": ADDRESS}),
        "Relative": _object(
            "An event that has to do with this one.",
            {
                "id": TEXT,
                "title": TEXT,
                "whole": {"type": "boolean", "description": "Whether this event is a part of it."},
                "part": {"type": "boolean", "description": "Whether it is a part of this event."},
                "told": {"type": "boolean", "description": "Whether a record of either names the other as related."},
                "ships": {"type": "array", "items": TEXT, "description": "Ids of the ships that were in both."},
                "link": ADDRESS,
                "json": ADDRESS,
            },
        ),
        "Change": _object(
            "What happened to the record of the event on one day.",
            {
                "id": TEXT,
                "date": DAY,
                "what": {"enum": ["new", "corrected", "revised"], "description": "revised: it is not told in what."},
                "corrections": {
                    "type": "array",
                    "items": _object("", {"what": TEXT, "sources": {"type": "array", "items": TEXT}}),
                },
            },
        ),
        "Problem": _object(
            "What is wrong with a request (RFC 9457).",
            {"type": TEXT, "title": TEXT, "status": {"type": "integer"}, "detail": TEXT},
            {"errors": _list("Fault"), "nearest": {"type": "array"}},
        ),
        "Fault": _object(
            "What is wrong with one parameter.",
            {"parameter": TEXT, "detail": TEXT},
            {"given": TEXT, "allowed": TEXT, "nearest": {"type": "array", "items": TEXT}},
        ),
    }


def _object(about: str, needed: Mapping[str, Any], more: Mapping[str, Any] | None = None) -> dict[str, Any]:
    told = {"description": about} if about else {}
    closed = {"required": list(needed), "additionalProperties": False}
    return told | {"type": "object", "properties": {**needed, **(more or {})}, **closed}


def _count(about: str) -> dict[str, Any]:
    return {"type": "integer", "minimum": 0, "description": about}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"{_AFTER}{name}"}


def _list(name: str) -> dict[str, Any]:
    return {"type": "array", "items": _ref(name)}


def _collection(name: str) -> dict[str, Any]:
    return _object("", {"type": {"const": "FeatureCollection"}, "features": _list(name)})


_ABOUT: Final = {
    "version": TEXT | {"description": "Version of the data."},
    "released": DAY | {"description": "Day of its release."},
    "licence": TEXT,
    "attribution": TEXT,
}
