"""The formats in which the atlas can be taken along: one table for addresses, pages and documents."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from atlas.export.csv_text import write_csv
from atlas.export.geojson import write_geojson
from atlas.export.kml import write_kml
from atlas.export.tables_beside import TABLES
from atlas.export.taken import Taken
from atlas.view import View

ALL: Final = "layers"
"""The scope of formats that hold all tables at once."""
PLACED: Final = tuple(name for name, table in TABLES.items() if table.place)
Streamed = Callable[[Taken, str], Iterator[bytes]]
Made = Callable[[Taken, str, Path], None]


@dataclass(frozen=True)
class Format:
    """One format.

    Parameters
    ----------
    suffix : str
        Ending of its files, without the dot.
    name : str
        Its name to a reader.
    says : str
        What is in it and what reads it, in one sentence.
    media : str
        Its media type.
    scopes : tuple of str
        What of a view it can hold: the name of a table, or `ALL`.
    stream : callable, optional
        Gives the content some rows at a time: of a Taken and a scope.
    make : callable, optional
        Writes a file, in formats that need one: of a Taken, a scope and a path in a folder of its own.
    packs : bool
        Whether it gains from being compressed on its way.
    """

    suffix: str
    name: str
    says: str
    media: str
    scopes: tuple[str, ...]
    stream: Streamed | None = None
    make: Made | None = None
    packs: bool = True

    def write(self, taken: Taken, scope: str, path: Path) -> None:
        """Write a file.

        Parameters
        ----------
        taken : Taken
            What is in it.
        scope : str
            One of `scopes`.
        path : Path
            The file; it lies in a folder of its own, where the format may keep others while it works.

        Raises
        ------
        ExportError
            If it does not fit into the format.
        """
        if self.make:
            self.make(taken, scope, path)
        elif self.stream:
            with path.open("wb") as file:
                file.writelines(self.stream(taken, scope))


def _workbook(taken: Taken, _: str, path: Path) -> None:
    from atlas.export.workbook import write_workbook  # noqa: PLC0415 - few need these: they are imported at first need

    write_workbook(taken, path)


def _geopackage(taken: Taken, _: str, path: Path) -> None:
    from atlas.export.geopackage import write_geopackage  # noqa: PLC0415

    write_geopackage(taken, path)


def _parquet(taken: Taken, scope: str, path: Path) -> None:
    from atlas.export.parquet import write_parquet  # noqa: PLC0415

    write_parquet(taken, TABLES[scope], path)


def _bundle(taken: Taken, _: str, path: Path) -> None:
    from atlas.export.bundle import write_bundle  # noqa: PLC0415

    write_bundle(taken, path)


FORMATS: Final[dict[str, Format]] = {
    one.suffix: one
    for one in (
        Format(
            "csv",
            "CSV",
            "One table as text (UTF-8, RFC 4180), for any program; longitude and latitude are columns.",
            "text/csv; charset=utf-8; header=present",
            tuple(TABLES),
            lambda taken, scope: write_csv(taken, TABLES[scope]),
        ),
        Format(
            "geojson",
            "GeoJSON",
            "One layer (RFC 7946, WGS 84), for maps on the web and for QGIS; it holds its sources.",
            "application/geo+json",
            PLACED,
            lambda taken, scope: write_geojson(taken, TABLES[scope]),
        ),
        Format(
            "xlsx",
            "XLSX",
            "A workbook for Excel and LibreOffice: a sheet for each table, days and numbers typed, sources linked.",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            (ALL,),
            make=_workbook,
            packs=False,
        ),
        Format(
            "gpkg",
            "GeoPackage",
            "All layers and tables in one file, for QGIS, ArcGIS and GDAL.",
            "application/geopackage+sqlite3",
            (ALL,),
            make=_geopackage,
        ),
        Format(
            "kml",
            "KML",
            "Marks with time spans for Google Earth, with circles that show how far off positions may be.",
            "application/vnd.google-earth.kml+xml",
            (ALL, *PLACED),
            lambda taken, scope: write_kml(taken, PLACED if scope == ALL else (scope,)),
        ),
        Format(
            "parquet",
            "GeoParquet",
            "One layer (GeoParquet 1.1), typed and small, for GeoPandas, DuckDB and R; it holds its sources.",
            "application/vnd.apache.parquet",
            PLACED,
            make=_parquet,
            packs=False,
        ),
        Format(
            "zip",
            "Bundle",
            "Everything: CSV and GeoJSON of all tables, README, licence, citation, schemas, checksums.",
            "application/zip",
            (ALL,),
            make=_bundle,
            packs=False,
        ),
    )
}
"""All formats by their suffix, in the order in which a page offers them."""


def address(scope: str, suffix: str, view: View) -> str:
    """Give the address of a file, relative to the site: `export/events.csv?kind=air-patrol&v=1`.

    Parameters
    ----------
    scope : str
        One of the format's scopes.
    suffix : str
        One of `FORMATS`.
    view : View
        Its filters say what is taken.

    Raises
    ------
    KeyError
        If there is no such format.
    ValueError
        If the format has no such scope.
    """
    allowed = FORMATS[suffix].scopes
    if scope not in allowed:
        raise ValueError(f"the scope is {scope!r}; {suffix} has {', '.join(allowed)}")
    link = view.link()
    return f"export/{scope}.{suffix}{'' if link == '?' else link}"


def format_table() -> str:
    """Give the formats as a table in Markdown."""
    rows = [
        f"| `{one.suffix}` | {one.says} | {', '.join(f'`{name}`' for name in one.scopes)} |" for one in FORMATS.values()
    ]
    return "\n".join(["| format | what it is | what there is of it |", "|---|---|---|", *rows])
