"""XLSX, written row by row by XlsxWriter: a sheet for each table, days and numbers typed, text never a formula.

XlsxWriter and not openpyxl: it keeps one row in memory, needs no XML library, and writes the same bytes each time;
openpyxl, which also reads, is what the tests read with.
"""

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter

from atlas.errors import ExportError
from atlas.export.about import about, column_rows
from atlas.export.cells import flat
from atlas.export.columns import Column, Table
from atlas.export.tables_beside import TABLES
from atlas.export.taken import Taken

if TYPE_CHECKING:
    from xlsxwriter.format import Format as Style
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS: Final = 1_048_575
LONGEST: Final = 32_767
"""What one sheet and one cell of the format can hold, the head not counted."""
MOST_LINKS: Final = 60_000
"""Of a sheet; the format can hold 65,530, further ones are text."""
LONGEST_LINK: Final = 2_000
CUT: Final = " [cut here: the cell is full; CSV has the whole]"
LEFT_OUT: Final = frozenset({"wkt"})
"""Columns that other formats hold better: a line as text fills no cell."""
_WIDTHS: Final = {"date": 11, "integer": 9, "number": 10, "boolean": 9, "json": 30, "words": 24, "links": 30}
_WIDE: Final = {"title": 48, "event_title": 48, "summary": 60, "note": 40, "publisher": 32, "url": 48, "place": 40}


def write_workbook(taken: Taken, path: Path) -> None:
    """Write all tables as one workbook: first what is to be known of it, last what each column means.

    Parameters
    ----------
    taken : Taken
        What is written.
    path : Path
        The file; beside it others stand while it is written.

    Raises
    ------
    ExportError
        If a table has more rows than a sheet can hold.
    """
    for name, rows in taken.counts.items():
        if rows > MOST_ROWS:
            raise ExportError(
                f"{name} has {rows:,} rows; a sheet holds {MOST_ROWS:,}. Set a filter, or take CSV or GeoPackage."
            )
    options = {
        "constant_memory": True,
        "tmpdir": str(path.parent),
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(path, options) as book:
        told = about(taken)
        released = datetime.combine(taken.catalog.edition.released, time(), UTC)
        book.set_properties(
            {
                "title": told["title"],
                "comments": f"{told['view']}. {told['choice']} {told['link']}",
                "created": released,
            }
        )
        styles = _Styles(book)
        _plain(book.add_worksheet("About"), styles, ["what", "text"], [list(pair) for pair in told.items()], (14, 120))
        for table in TABLES.values():
            _Sheet(book.add_worksheet(table.title), styles, table, taken.counts[table.name]).fill(taken)
        meanings = column_rows()
        cells = [list(row.values()) for row in meanings]
        _plain(book.add_worksheet("Columns"), styles, list(meanings[0]), cells, (12, 22, 22, 40, 100))


class _Styles:
    """The few styles of a workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.head: Style = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self.day: Style = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
        self.text: Style = book.add_format({"valign": "top"})
        self.wrapped: Style = book.add_format({"valign": "top", "text_wrap": True})
        self.link: Style = book.add_format({"valign": "top", "font_color": "#0B5A7A", "underline": 1})


class _Sheet:
    """One table as a sheet, filled from above to below."""

    def __init__(self, sheet: "Worksheet", styles: _Styles, table: Table, rows: int) -> None:
        self.sheet = sheet
        self.styles = styles
        self.table = table
        self.columns = [column for column in table.columns if column.name not in LEFT_OUT]
        self.links = 0
        for place, column in enumerate(self.columns):
            sheet.set_column(place, place, _WIDE.get(column.name, _WIDTHS.get(column.form, 18)))
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, rows, len(self.columns) - 1)

    def fill(self, taken: Taken) -> None:
        """Write the head and all rows."""
        for place, column in enumerate(self.columns):
            self.sheet.write_string(0, place, column.name, self.styles.head)
        at = [place for place, column in enumerate(self.table.columns) if column.name not in LEFT_OUT]
        line = 0
        for chunk in taken.chunks(self.table, placed=False):
            for row in chunk.rows:
                line += 1
                for place, (column, here) in enumerate(zip(self.columns, at, strict=True)):
                    self._cell(line, place, column, row[here])

    def _cell(self, line: int, place: int, column: Column, value: Any) -> None:
        cell, sheet, styles = flat(column.form, value), self.sheet, self.styles
        if cell is None:
            return
        if isinstance(cell, bool):
            sheet.write_boolean(line, place, cell, styles.text)
        elif isinstance(cell, (int, float)):
            sheet.write_number(line, place, cell, styles.text)
        elif column.form == "date":
            sheet.write_datetime(line, place, datetime.combine(date.fromisoformat(cell), time()), styles.day)
        elif self._is_link(column, cell):
            self.links += 1
            sheet.write_url(line, place, cell, styles.link, cell)
        else:
            sheet.write_string(line, place, _fitting(cell), styles.text)

    def _is_link(self, column: Column, cell: str) -> bool:
        """Say whether a cell is one address that the format can make a link of."""
        named = column.form == "links" or column.name in ("url", "link", "archive_url")
        web = cell.startswith(("https://", "http://")) and " " not in cell
        return named and web and len(cell) <= LONGEST_LINK and self.links < MOST_LINKS


def _plain(
    sheet: "Worksheet", styles: _Styles, head: list[str], rows: list[list[str]], widths: tuple[int, ...]
) -> None:
    """Write a sheet of text."""
    sheet.freeze_panes(1, 0)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    for line, row in enumerate([head, *rows]):
        for place, text in enumerate(row):
            sheet.write_string(line, place, _fitting(text), styles.wrapped if line else styles.head)


def _fitting(text: str) -> str:
    """Give a text that fits into a cell, where a line ends with a line feed alone; one that is cut says so."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT
