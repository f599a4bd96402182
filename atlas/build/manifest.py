"""The manifest of the layers: which version they are, and of each file what it is, how large, and its SHA-256."""

import json
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from atlas.build.changes import changelog
from atlas.build.shapes import FILES, schema
from atlas.records.container import Records
from atlas.records.schema import record_schemas

MANIFEST: Final = "manifest.json"
SCHEMA: Final = "schema.json"
CHANGELOG: Final = "CHANGELOG.md"
RECORD_SCHEMAS: Final = "schema/"
"""Where a version keeps the JSON Schemas of the records beside its layers."""

LICENCE: Final = {
    "id": "CC-BY-4.0",
    "name": "Creative Commons Attribution 4.0 International",
    "url": "https://creativecommons.org/licenses/by/4.0/",
    "credit": "Joint Sea Atlas, CC BY 4.0; some names of towns: GeoNames, CC BY 4.0; land: Natural Earth",
}
NATURAL_EARTH: Final = "public domain (Natural Earth)"
_MEDIA: Final = {
    ".geojson": "application/geo+json",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
}
_COUNTED: Final = ("events", "sightings", "routes", "ships", "sources", "places", "passages", "stories")
_ABOUT: Final = {
    SCHEMA: "JSON Schema of every layer and table.",
    CHANGELOG: "What changed in the data, version by version.",
}

SUFFIXES: Final = frozenset(_MEDIA)
"""Endings of the files that are a version of the data."""

Json = dict[str, Any]


def write_papers(records: Records, room: Path) -> None:
    """Write what tells about the layers in a folder: their schema, what changed, and last the manifest of all files."""
    (room / SCHEMA).write_text(_schema(), encoding="utf-8", newline="\n")
    (room / CHANGELOG).write_text(changelog(records), encoding="utf-8", newline="\n")
    (room / MANIFEST).write_text(_text(manifest(records, room)), encoding="utf-8", newline="\n")


def manifest(records: Records, room: Path) -> Json:
    """Give the manifest of all files of a folder of layers; the same files give the same bytes.

    Returns
    -------
    dict
        `version`, `released` and `note` of the newest version, `licence`, `counts` of rows, `files` (each with `name`,
        which is its address beside the manifest, `about`, `media_type`, `bytes`, `sha256`, `rows`, `schema` and
        `licence`), and the same of the schemas of the records.
    """
    edition = next(iter(records.editions.values()))
    files = [_file(name, (room / name).read_bytes()) for name in _names(room)]
    rows = {file["name"].partition(".")[0]: file["rows"] for file in files if "rows" in file}
    return {
        "title": "Joint Sea Atlas",
        "version": edition.id,
        "released": edition.released.isoformat(),
        "note": edition.note,
        "licence": LICENCE,
        "counts": {name: rows[name] for name in _COUNTED},
        "files": files,
        "record_schemas": [
            _plain(RECORD_SCHEMAS + name, text.encode()) for name, text in sorted(record_schemas().items())
        ],
    }


def _names(room: Path) -> Iterable[str]:
    return sorted(path.name for path in room.iterdir() if path.suffix in _MEDIA and path.name != MANIFEST)


def _file(name: str, content: bytes) -> Json:
    """Give the entry of one file."""
    entry: Json = {"name": name, "about": FILES[name].about if name in FILES else _ABOUT.get(name, "")}
    entry |= _plain(name, content)
    if name in FILES:
        told = json.loads(content)
        entry["rows"] = len(told["features"] if FILES[name].geometry else told)
        entry["schema"] = f"{SCHEMA}#/$defs/{name}"
    entry["licence"] = NATURAL_EARTH if name.startswith("land-") else LICENCE["id"]
    return entry


def _plain(name: str, content: bytes) -> Json:
    return {
        "name": name,
        "media_type": _MEDIA[Path(name).suffix],
        "bytes": len(content),
        "sha256": sha256(content).hexdigest(),
    }


@cache
def _schema() -> str:
    """Give the schema of all layers as text; the models do not change while a process runs."""
    return _text(schema())


def _text(told: Json) -> str:
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
