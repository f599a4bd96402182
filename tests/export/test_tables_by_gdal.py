"""GeoPackage and GeoParquet, read by GDAL, GeoPandas and pyarrow: what was put in comes out."""

import json
from datetime import date, datetime

import geopandas
import pandas as pd
import pyogrio
import pytest
from export.conftest import taken
from pyarrow import parquet

from atlas.export.cells import flat
from atlas.export.formats import ALL, FORMATS, PLACED
from atlas.export.tables_beside import TABLES


def written(chosen, scope, suffix, folder):
    path = folder / f"{scope}.{suffix}"
    path.unlink(missing_ok=True)
    FORMATS[suffix].write(chosen, scope, path)
    return path


def plain(value):
    """Give what a reader found as JSON would hold it."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if not isinstance(value, list) and pd.isna(value):
        return None
    return value.isoformat()[:10] if isinstance(value, (date, datetime)) else value


def told(chosen, table, *, lists):
    """Give the rows of a table as they should come out: by id, the values and the geometry."""
    found = {}
    for chunk in chosen.chunks(table):
        for row, shape in zip(chunk.rows, chunk.shapes, strict=True):
            cells = {}
            for column, value in zip(table.placed(), row, strict=True):
                listed = lists and column.form in ("words", "links")
                cells[column.name] = list(value or ()) if listed else flat(column.form, value)
            found[row[0]] = cells, shape
    return found


def compare(frame, wanted, *, geometry=True):
    assert list(frame["id"]) == list(wanted)
    for line, (cells, shape) in zip(frame.to_dict("records"), wanted.values(), strict=True):
        assert {name: plain(line[name]) for name in cells} == cells
        if geometry:
            assert line["geometry"] is None if shape is None else line["geometry"].equals(shape)


@pytest.mark.parametrize("world", ["real", "strange"])
def test_a_geopackage_holds_every_table_whole(world, request, tmp_path):
    chosen = taken(request.getfixturevalue(world))
    path = written(chosen, ALL, "gpkg", tmp_path)
    layers = dict(pyogrio.list_layers(path).tolist())
    assert layers == dict.fromkeys([*TABLES, "about", "columns"]) | {
        "events": "Point", "sightings": "Point", "routes": "MultiLineString"
    }  # fmt: skip
    for name, table in TABLES.items():
        frame = pyogrio.read_dataframe(path, layer=name)
        compare(frame, told(chosen, table, lists=False), geometry=bool(table.place))
        if table.place:
            assert frame.crs.to_epsg() == 4326
            assert set(frame.geom_type.dropna()) == {layers[name]}
    info = pyogrio.read_info(path, layer="events")
    assert info["dataset_metadata"]["view"] == chosen.sentence
    assert info["dataset_metadata"]["version"] == chosen.catalog.edition.version
    about = pyogrio.read_dataframe(path, layer="about").set_index("name")["value"]
    assert (about["link"], about["choice"]) == (chosen.link, chosen.choice)


@pytest.mark.parametrize("world", ["real", "strange"])
@pytest.mark.parametrize("name", PLACED)
def test_geoparquet_keeps_types_lists_and_geometry_and_says_where_it_lies(name, world, request, tmp_path):
    chosen = taken(request.getfixturevalue(world))
    path = written(chosen, name, "parquet", tmp_path)
    frame = geopandas.read_parquet(path)
    compare(frame, told(chosen, TABLES[name], lists=True))
    assert frame.crs.to_authority() == ("OGC", "CRS84")
    metadata = parquet.read_schema(path).metadata
    geo = json.loads(metadata[b"geo"])
    assert (geo["version"], geo["primary_column"]) == ("1.1.0", "geometry")
    column = geo["columns"]["geometry"]
    assert column["encoding"] == "WKB"
    assert set(frame.geometry.dropna().geom_type) <= set(column["geometry_types"])
    assert column["bbox"] == pytest.approx(frame.total_bounds.tolist())
    assert json.loads(metadata[b"atlas"])["link"] == chosen.link
    known = {source["id"] for source in json.loads(metadata[b"sources"])}
    assert {one for row in frame["sources"] for one in row} <= known
    assert {one.metadata[b"description"].decode() for one in parquet.read_schema(path) if one.metadata} == {
        column.says for column in TABLES[name].placed()
    }


def test_an_empty_view_gives_empty_tables_with_their_columns(strange, tmp_path):
    chosen = taken(strange, "kind=none&v=1")
    path = written(chosen, ALL, "gpkg", tmp_path)
    for name, table in TABLES.items():
        frame = pyogrio.read_dataframe(path, layer=name)
        assert len(frame) == 0
        assert set(frame.columns) == {column.name for column in table.placed()} | (
            {"geometry"} if table.place else set()
        )
    for name in PLACED:
        frame = geopandas.read_parquet(written(chosen, name, "parquet", tmp_path))
        assert len(frame) == 0
        assert set(frame.columns) == {"geometry", *(column.name for column in TABLES[name].placed())}
