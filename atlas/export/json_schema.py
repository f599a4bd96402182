"""The JSON Schema of what leaves the atlas: one definition for each table, as GeoJSON or as rows."""

from typing import Any, Final

from atlas.export.columns import Column, Form, Place, Table

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_ARRAY: Final[dict[str, Any]] = {"type": "array", "items": {"type": "string"}}
_FORMS: Final[dict[Form, dict[str, Any]]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "words": _ARRAY,
    "links": _ARRAY,
    "json": {"type": ["array", "object"]},
}
_TYPES: Final[dict[Place, list[str]]] = {"point": ["Point"], "line": ["LineString", "MultiLineString"]}


def json_schema(tables: list[Table]) -> dict[str, Any]:
    """Give the schema of the GeoJSON files of these tables: `$defs` has one under the name of each file."""
    return {
        "$schema": DIALECT,
        "title": "What leaves the Joint Sea Atlas, as GeoJSON",
        "$defs": {f"{table.name}.geojson": _collection(table) for table in tables},
    }


def _collection(table: Table) -> dict[str, Any]:
    if table.place is None:
        raise ValueError(f"the table {table.name} has no geometry; of such a table there is no GeoJSON")
    columns = table.placed()
    geometry = {
        "type": ["object", "null"],
        "required": ["type", "coordinates"],
        "properties": {"type": {"enum": _TYPES[table.place]}, "coordinates": {"type": "array"}},
    }
    properties = {
        "type": "object",
        "required": [column.name for column in columns],
        "additionalProperties": False,
        "properties": {column.name: _property(column) for column in columns},
    }
    parts = {
        "type": {"const": "Feature"},
        "id": {"type": "string"},
        "geometry": geometry,
        "properties": properties,
    }
    feature = {"type": "object", "required": list(parts), "properties": parts}
    return {
        "title": table.title,
        "description": table.says,
        "type": "object",
        "required": ["type", "features", "atlas", "sources"],
        "properties": {
            "type": {"const": "FeatureCollection"},
            "features": {"type": "array", "items": feature},
            "atlas": {"type": "object", "additionalProperties": {"type": "string"}},
            "sources": {"type": "array", "items": {"type": "object", "required": ["id", "publisher", "url"]}},
        },
    }


def _property(column: Column) -> dict[str, Any]:
    told = {"description": column.says} | _FORMS[column.form]
    if column.allowed:
        told["enum"] = [*column.allowed, *([] if column.needed else [None])]
    if not column.needed:
        types = told["type"] if isinstance(told["type"], list) else [told["type"]]
        told["type"] = [*types, "null"]
    return told
