"""CSV as RFC 4180 has it: UTF-8, CRLF, one header line; nothing in it acts in a spreadsheet."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any, Final

from atlas.export.cells import flat, neutral
from atlas.export.columns import Column, Table
from atlas.export.taken import Taken

ABOUT: Final = (
    Column("atlas_version", "text", "Version of the data.", needed=True),
    Column("atlas_view", "text", "What these rows are, in words: the view that was taken.", needed=True),
    Column("atlas_link", "text", "The link that opens this view.", needed=True),
)
"""The last columns, the same in each row: CSV has no other place for them."""


def csv_columns(table: Table) -> tuple[Column, ...]:
    """Give the columns of a table as CSV has them."""
    return (*table.columns, *ABOUT)


def write_csv(taken: Taken, table: Table) -> Iterator[bytes]:
    """Write a table as CSV, some rows at a time.

    Text that a spreadsheet would take for a formula has an apostrophe before it (`atlas.export.cells.neutral`); numbers
    are numbers, `true` and `false` words, days ISO 8601. An empty cell is no value.

    Parameters
    ----------
    taken : Taken
        What is written.
    table : Table
        Which table of it.

    Yields
    ------
    bytes
        First the header line alone.
    """
    out = StringIO()
    line = csv.writer(out, lineterminator="\r\n")
    line.writerow([column.name for column in csv_columns(table)])
    yield _emptied(out)
    own = [neutral(text) for text in (taken.catalog.edition.version, taken.sentence, taken.link)]
    forms = [column.form for column in table.columns]
    for chunk in taken.chunks(table, placed=False):
        for row in chunk.rows:
            line.writerow([csv_cell(flat(form, value)) for form, value in zip(forms, row, strict=True)] + own)
        yield _emptied(out)


def csv_cell(value: Any) -> Any:
    """Give a cell as CSV has it: text that no spreadsheet takes for a formula, `true` and `false` as words."""
    if isinstance(value, str):
        return neutral(value)
    return str(value).lower() if isinstance(value, bool) else value


def _emptied(out: StringIO) -> bytes:
    content = out.getvalue().encode()
    out.seek(0)
    out.truncate()
    return content
