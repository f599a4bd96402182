"""GeoPackage by GDAL: a layer for each table with a place, a plain table for each other, and what is to be known."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyogrio

from atlas.export import arrow
from atlas.export.about import about, column_rows
from atlas.export.tables_beside import TABLES
from atlas.export.taken import Taken

CRS: Final = "EPSG:4326"
# Where SQLite's file header counts the changes made so far, and says for which of them its size of the file holds.
CHANGES: Final = (24, 92)
GEOMETRY_TYPE: Final = {"point": "Point", "line": "MultiLineString"}
ABOUT: Final = "about"
COLUMNS: Final = "columns"


def write_geopackage(taken: Taken, path: Path) -> None:
    """Write all tables as one GeoPackage; the same data give the same bytes.

    The table `about` says what is in it, `columns` what each column means.

    Parameters
    ----------
    taken : Taken
        What is written.
    path : Path
        The file; there must be none.
    """
    pyogrio.set_gdal_config_options({"OGR_SQLITE_SYNCHRONOUS": "OFF"})  # no file of ours need outlast a failing disk
    told = about(taken)
    for table in TABLES.values():
        form = arrow.schema(table, lists=False)
        rows = arrow.batches(taken, table, lists=False, multi=True)
        pyogrio.write_arrow(
            pa.RecordBatchReader.from_batches(form, rows),
            path,
            layer=table.name,
            driver="GPKG",
            geometry_name=arrow.GEOMETRY if table.place else None,
            geometry_type=GEOMETRY_TYPE[table.place] if table.place else None,
            crs=CRS if table.place else None,
            dataset_metadata=told,
            layer_options={"IDENTIFIER": table.title, "DESCRIPTION": table.says},
        )
    pairs = {"name": list(told), "value": list(told.values())}
    _beside(path, ABOUT, pa.table(pairs))
    _beside(path, COLUMNS, pa.Table.from_pylist(column_rows()))
    _dated(path, f"{taken.catalog.edition.released.isoformat()}T00:00:00.000Z")


def _beside(path: Path, name: str, table: pa.Table) -> None:
    pyogrio.write_arrow(table, path, layer=name, driver="GPKG")


def _dated(path: Path, moment: str) -> None:
    """Say of everything that it was last changed when the data were released, not when somebody asked for the file."""
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("PRAGMA synchronous = OFF")
        file.execute("UPDATE gpkg_contents SET last_change = ?", [moment])
        file.execute("UPDATE gpkg_metadata_reference SET timestamp = ?", [moment])
    # How many changes GDAL makes depends on the clock: it notes the time of the last one only where that is another.
    with path.open("r+b") as header:
        for place in CHANGES:
            header.seek(place)
            header.write((1).to_bytes(4, "big"))
