"""XLSX, read by openpyxl: typed, whole, and nothing in it acts."""

from datetime import datetime
from itertools import islice

import openpyxl
import pytest
from export.conftest import taken
from export.strange import FORMULAS, NAMES

from atlas.errors import ExportError
from atlas.export import workbook
from atlas.export.cells import flat
from atlas.export.formats import ALL, FORMATS
from atlas.export.tables_beside import TABLES

TYPES = {"integer": "n", "number": "n", "boolean": "b", "date": "d"}


def written(chosen, folder):
    path = folder / "atlas.xlsx"
    FORMATS["xlsx"].write(chosen, ALL, path)
    assert [one.name for one in folder.iterdir()] == ["atlas.xlsx"]  # nothing else is left beside it
    return openpyxl.load_workbook(path)


def rows(sheet):
    head, *lines = sheet.iter_rows()
    return [{name.value: cell for name, cell in zip(head, line, strict=True)} for line in lines]


@pytest.mark.parametrize("query", ["", "kind=none&v=1"])
def test_every_table_is_a_sheet_typed_and_without_a_formula(query, strange, tmp_path):
    chosen = taken(strange, query)
    book = written(chosen, tmp_path)
    assert book.sheetnames == ["About", *(table.title for table in TABLES.values()), "Columns"]
    for name, table in TABLES.items():
        sheet = book[table.title]
        assert (sheet.freeze_panes, sheet.max_row) == ("B2", chosen.counts[name] + 1)
        assert sheet.auto_filter.ref.startswith("A1:")
        columns = [column for column in table.columns if column.name not in workbook.LEFT_OUT]
        assert [cell.value for cell in sheet[1]] == [column.name for column in columns]
        found = rows(sheet)
        for chunk in chosen.chunks(table, placed=False):
            for line, values in zip(found, chunk.rows, strict=True):
                for column, value in zip(table.columns, values, strict=True):
                    if column.name in workbook.LEFT_OUT:
                        continue
                    cell, wanted = line[column.name], flat(column.form, value)
                    if wanted is None:
                        assert cell.value is None
                        continue
                    assert cell.data_type == TYPES.get(column.form, "s"), column.name
                    read = cell.value.date().isoformat() if isinstance(cell.value, datetime) else cell.value
                    assert read == (wanted.replace("\r", "") if isinstance(read, str) else wanted)


def test_real_data_fit_and_their_sources_are_links(real, tmp_path):
    chosen = taken(real, "kind=port-call.transit&v=1")
    book = written(chosen, tmp_path)
    for name, table in TABLES.items():
        assert book[table.title].max_row == chosen.counts[name] + 1
    sources = rows(book["Sources"])
    assert all(row["url"].hyperlink.target == row["url"].value for row in islice(sources, 50))
    assert "f" not in {cell.data_type for sheet in book for line in sheet.iter_rows(max_row=30) for cell in line}


def test_text_of_every_script_comes_back_and_formulas_stay_text(strange, tmp_path):
    book = written(taken(strange), tmp_path)
    row = rows(book["Events"])[0]
    assert (row["title"].value, row["title"].data_type) == (FORMULAS[0], "s")
    assert all(text in row["names"].value for text in NAMES.values())
    about = {line[0].value: line[1].value for line in book["About"].iter_rows(min_row=2)}
    assert about["view"] == taken(strange).sentence
    assert about["link"] == taken(strange).link
    assert about["choice"].startswith("The whole atlas: all 4 events")


def test_what_does_not_fit_is_cut_and_says_so_or_is_refused(strange, tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "LONGEST", 60)
    monkeypatch.setattr(workbook, "MOST_LINKS", 1)
    book = written(taken(strange), tmp_path)
    summaries = [row["conflicts"].value for row in rows(book["Events"]) if row["conflicts"].value]
    assert all(len(text) == 60 for text in summaries)
    assert all(text.endswith(workbook.CUT) for text in summaries)
    links = [row["link"] for row in rows(book["Events"])]
    assert [bool(cell.hyperlink) for cell in links] == [True, False, False, False]
    assert all(cell.value.startswith("https://") for cell in links)
    monkeypatch.setattr(workbook, "MOST_ROWS", 2)
    with pytest.raises(ExportError, match="events has 4 rows; a sheet holds 2"):
        FORMATS["xlsx"].write(taken(strange), ALL, tmp_path / "other.xlsx")
