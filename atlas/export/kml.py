"""KML 2.2, written row by row: folders of marks with time spans, each with what is known of it and its sources."""

from collections.abc import Iterator, Sequence
from typing import Final

from atlas.export.about import about
from atlas.export.cells import Cell, flat
from atlas.export.circles import circles
from atlas.export.columns import Column, Row, Table
from atlas.export.kml_parts import geometry, placemark, quoted, styles, tag
from atlas.export.kml_words import description_of, name_of
from atlas.export.tables_beside import TABLES
from atlas.export.taken import Chunk, Taken

HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n'
FOOT: Final = "</Document>\n</kml>\n"
CIRCLES: Final = "How far off the positions may be"
_DAYS: Final = {"events": ("start", "end"), "sightings": ("date", "date_end"), "routes": ("from_date", "to_date")}
_BLUR: Final = {"events": ("mark_radius_km", "kind"), "sightings": ("radius_km", "event_kind")}


def write_kml(taken: Taken, tables: Sequence[str]) -> Iterator[bytes]:
    """Write tables with a place as KML, a folder each, and one of circles that show how far off positions may be.

    Marks have no pictures of their own: these would have to be fetched from somewhere. Their colours are those of the
    kinds; a leg that nobody told is thin and half transparent, and its name says so.

    Parameters
    ----------
    taken : Taken
        What is written.
    tables : sequence of str
        Names of the tables.

    Yields
    ------
    bytes
        UTF-8.
    """
    told = about(taken)
    lines = "\n".join(f"{name}: {text}" for name, text in told.items() if name != "title")
    yield (HEAD + tag("name", f"{told['title']}: {told['view']}") + tag("description", lines) + styles()).encode()
    for name in tables:
        yield from _folder(taken, TABLES[name])
    if blurred := next((name for name in ("sightings", "events") if name in tables), None):
        yield from _blurs(taken, TABLES[blurred])
    yield FOOT.encode()


def _folder(taken: Taken, table: Table) -> Iterator[bytes]:
    yield f"<Folder>\n{tag('name', table.title)}{tag('description', table.says)}".encode()
    columns = table.placed()
    for chunk in taken.chunks(table):
        marks = (
            placemark(
                f"{table.name}.{row['id']}",
                tag("name", name_of(table.name, row)),
                tag("description", description_of(table.name, row, taken)),
                _span(table.name, row),
                f"<styleUrl>#{_style_of(table.name, row)}</styleUrl>",
                _data(columns, row),
                geometry(shape),
            )
            for row, shape in zip(_rows(columns, chunk), chunk.shapes, strict=True)
        )
        yield "".join(marks).encode()
    yield b"</Folder>\n"


def _blurs(taken: Taken, table: Table) -> Iterator[bytes]:
    """Write a folder of circles around the points of a table, each as wide as the position may be off."""
    radius, kind = _BLUR[table.name]
    yield f"<Folder>\n{tag('name', CIRCLES)}".encode()
    for chunk in taken.chunks(table):
        rows = _rows(table.placed(), chunk)
        found = [
            (row, shape) for row, shape in zip(rows, chunk.shapes, strict=True) if shape is not None and row[radius]
        ]
        areas = circles([shape for _, shape in found], [row[radius] for row, _ in found])
        marks = (
            placemark(
                f"circle.{row['id']}",
                tag("name", f"{row[radius]} km"),
                _span(table.name, row),
                f"<styleUrl>#circle-{row[kind]}</styleUrl>",
                geometry(area),
            )
            for (row, _), area in zip(found, areas, strict=True)
        )
        yield "".join(marks).encode()
    yield b"</Folder>\n"


def _rows(columns: Sequence[Column], chunk: Chunk) -> Iterator[Row]:
    names = [column.name for column in columns]
    return (dict(zip(names, values, strict=True)) for values in chunk.rows)


def _data(columns: Sequence[Column], row: Row) -> str:
    """Give what a row holds, without lists of rows: these stand in other formats."""
    cells = ((column, flat(column.form, row[column.name])) for column in columns if column.form != "json")
    told = "".join(
        f"<Data name={quoted(column.name)}>{tag('value', _text(cell))}</Data>"
        for column, cell in cells
        if cell is not None
    )
    return f"<ExtendedData>{told}</ExtendedData>"


def _text(cell: Cell) -> str:
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def _style_of(table: str, row: Row) -> str:
    if table == "events":
        return f"events-{row['kind']}"
    if table == "sightings":
        return f"sightings-{row['event_kind']}"
    return f"{'told' if row['told'] else 'joined'}-{row['event_kind']}"


def _span(table: str, row: Row) -> str:
    """Give the days of a row, or their months where only these are known; nothing where no day is told."""
    first, last = _DAYS[table]
    begin, end = row[first], row[last] or (row[first] if table == "sightings" else None)
    much = len("2023-06") if row.get("date_precision") == "month" else len("2023-06-27")
    told = "".join(tag(name, day[:much]) for name, day in (("begin", begin), ("end", end)) if day)
    return told and f"<TimeSpan>{told}</TimeSpan>"
