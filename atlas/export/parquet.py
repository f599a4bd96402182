"""GeoParquet 1.1: typed columns and lists, WKB geometry, and the metadata that tells readers where on earth it lies."""

import json
from itertools import islice
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import shapely
from pyarrow import parquet
from pyproj import CRS

from atlas.export import arrow
from atlas.export.about import about
from atlas.export.cells import compact
from atlas.export.columns import Place, Table
from atlas.export.geojson import sources
from atlas.export.taken import Taken

VERSION: Final = "1.1.0"
GROUP: Final = 20
"""So many chunks are one row group: some 20,000 rows."""
TYPES: Final[dict[Place, list[str]]] = {"point": ["Point"], "line": ["LineString", "MultiLineString"]}


def write_parquet(taken: Taken, table: Table, path: Path) -> None:
    """Write a table with a place as GeoParquet.

    The file's metadata hold, besides `geo`, as JSON `atlas` (what is to be known of the file) and `sources` (those that
    the rows name by id).

    Parameters
    ----------
    taken : Taken
        What is written.
    table : Table
        Which table of it.
    path : Path
        The file.
    """
    told = {"geo": json.dumps(_geo(taken, table)), "atlas": compact(about(taken)), "sources": compact(sources(taken))}
    form = arrow.schema(table, lists=True).with_metadata(told)
    batches = arrow.batches(taken, table, lists=True)
    with parquet.ParquetWriter(path, form, compression="zstd") as out:
        while some := list(islice(batches, GROUP)):
            out.write_table(pa.Table.from_batches(some).cast(form))


def _geo(taken: Taken, table: Table) -> dict[str, Any]:
    """Give the metadata of the geometry: longitude before latitude, WGS 84."""
    if table.place is None:
        raise ValueError(f"the table {table.name} has no geometry; of such a table there is no GeoParquet")
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": TYPES[table.place],
        "crs": CRS.from_user_input("OGC:CRS84").to_json_dict(),
    }
    shapes = [shape for _, shape in taken.rows(table.name) if shape is not None]
    if shapes:
        column["bbox"] = shapely.total_bounds(shapes).tolist()
    return {"version": VERSION, "primary_column": arrow.GEOMETRY, "columns": {arrow.GEOMETRY: column}}
