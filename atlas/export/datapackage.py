"""datapackage.json: what is in a bundle, file by file and column by column, as Frictionless Data reads it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from atlas.export import work
from atlas.export.about import about
from atlas.export.columns import Column, Form, Table
from atlas.export.csv_text import csv_columns
from atlas.export.taken import SLUG, Taken

_TYPES: Final[dict[Form, str]] = {"integer": "integer", "number": "number", "boolean": "boolean", "date": "date"}
_OBJECTS: Final = frozenset({"names"})
_KEYS: Final[dict[str, dict[str, str]]] = {
    "sightings": {"event": "events"},
    "routes": {"event": "events", "from": "sightings", "to": "sightings"},
    "crossings": {"event": "events"},
}
"""Which columns of a table name rows of which other."""


@dataclass(frozen=True)
class Member:
    """One file of a bundle: path, meaning, media type, size in bytes, SHA-256, and of CSV the table that it holds."""

    path: str
    says: str
    media: str
    size: int
    sha256: str
    table: Table | None = None


def datapackage(taken: Taken, members: Iterable[Member]) -> dict[str, Any]:
    """Describe a bundle.

    Parameters
    ----------
    taken : Taken
        What is in it.
    members : iterable of Member
        The files that hold data.

    Returns
    -------
    dict
        A Data Package (version 1) with a Tabular Data Resource for each CSV.
    """
    told = about(taken)
    return {
        "profile": "data-package",
        "name": SLUG,
        "title": told["title"],
        "description": f"{told['view']}. {told['choice']} {told['caveats']}",
        "version": told["version"],
        "created": f"{told['released']}T00:00:00Z",
        **({"homepage": taken.link} if taken.site else {}),
        "licenses": [{"name": work.LICENCE, "path": work.LICENCE_ADDRESS, "title": work.LICENCE_WORDS}],
        "contributors": [{"title": work.AUTHORS, "role": "author"}],
        "keywords": list(work.KEYWORDS),
        "resources": [_resource(member) for member in members],
    }


def _resource(member: Member) -> dict[str, Any]:
    stem, _, suffix = member.path.rpartition("/")[2].rpartition(".")
    told = {
        "name": stem if member.table else f"{stem}-{suffix}",
        "path": member.path,
        "description": member.says,
        "format": suffix,
        "mediatype": member.media.partition(";")[0],
        "encoding": "utf-8",
        "bytes": member.size,
        "hash": f"sha256:{member.sha256}",
    }
    if member.table is None:
        return {"profile": "data-resource"} | told
    return {"profile": "tabular-data-resource"} | told | {"schema": _schema(member.table)}


def _schema(table: Table) -> dict[str, Any]:
    keys = [
        {"fields": field, "reference": {"resource": other, "fields": "id"}}
        for field, other in _KEYS.get(table.name, {}).items()
    ]
    told = {"fields": [_field(column) for column in csv_columns(table)], "primaryKey": "id", "missingValues": [""]}
    return told | ({"foreignKeys": keys} if keys else {})


def _field(column: Column) -> dict[str, Any]:
    many = "object" if column.name in _OBJECTS else "array"
    kind = many if column.form == "json" else _TYPES.get(column.form, "string")
    limits: dict[str, Any] = {"required": True} if column.needed else {}
    if column.allowed:
        limits["enum"] = list(column.allowed)
    told = {"name": column.name, "type": kind, "description": column.says}
    return told | ({"constraints": limits} if limits else {})
