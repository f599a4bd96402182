"""Tables as Arrow batches: one typed form for GeoParquet and GeoPackage, made some rows at a time."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import numpy as np
import pyarrow as pa
import shapely
from shapely import LineString, MultiLineString

from atlas.export.cells import flat
from atlas.export.columns import Column, Form, Table
from atlas.export.taken import Chunk, Taken

GEOMETRY: Final = "geometry"
_TYPES: Final[dict[Form, pa.DataType]] = {
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}
_LISTS: Final = ("words", "links")


def schema(table: Table, *, lists: bool) -> pa.Schema:
    """Give the schema of a table.

    Parameters
    ----------
    table : Table
        Which table.
    lists : bool
        Whether several ids or addresses stay lists of text; else they are one text.

    Returns
    -------
    pyarrow.Schema
        The columns in order, each with its meaning as metadata, and last the geometry as WKB where there is one.
    """
    fields = [
        pa.field(column.name, _type(column, lists=lists), not column.needed, {"description": column.says})
        for column in table.placed()
    ]
    return pa.schema([*fields, *([pa.field(GEOMETRY, pa.binary())] if table.place else [])])


def batches(taken: Taken, table: Table, *, lists: bool, multi: bool = False) -> Iterator[pa.RecordBatch]:
    """Give the rows of a table in the form of `schema`; lines all as MultiLineStrings where `multi`."""
    form = schema(table, lists=lists)
    for chunk in taken.chunks(table):
        arrays = [
            pa.array([_value(column.form, row[place], lists=lists) for row in chunk.rows], field.type)
            for place, (column, field) in enumerate(zip(table.placed(), form, strict=False))
        ]
        if table.place:
            arrays.append(pa.array(_wkb(chunk, multi=multi), pa.binary()))
        yield pa.RecordBatch.from_arrays(arrays, schema=form)


def _type(column: Column, *, lists: bool) -> pa.DataType:
    text = pa.list_(pa.string()) if lists and column.form in _LISTS else pa.string()
    return _TYPES.get(column.form, text)


def _value(form: Form, value: Any, *, lists: bool) -> Any:
    if lists and form in _LISTS:
        return list(value or ())
    cell = flat(form, value)
    return date.fromisoformat(cell) if form == "date" and isinstance(cell, str) else cell


def _wkb(chunk: Chunk, *, multi: bool) -> Any:
    shapes = chunk.shapes
    if multi:
        shapes = np.empty_like(chunk.shapes)
        shapes[:] = [MultiLineString([one]) if isinstance(one, LineString) else one for one in chunk.shapes]
    return shapely.to_wkb(shapes)
