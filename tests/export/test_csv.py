"""CSV, read by csv, pandas and GDAL."""

import csv
import json
from io import BytesIO, StringIO

import pandas as pd
import pyogrio
import pytest
from export.conftest import SITE, taken
from export.strange import FORMULAS

from atlas.export.cells import restored
from atlas.export.csv_text import csv_columns, write_csv
from atlas.export.tables_beside import TABLES

NUMBERS = ("integer", "number", "boolean")


def written(chosen, name):
    return b"".join(write_csv(chosen, TABLES[name]))


def rows(content):
    return list(csv.DictReader(StringIO(content.decode(), newline="")))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_whole_and_of_one_width(name, real):
    chosen = taken(real)
    content = written(chosen, name)
    lines = list(csv.reader(StringIO(content.decode(), newline=""), strict=True))
    assert len(lines) == chosen.counts[name] + 1 > 1
    assert {len(line) for line in lines} == {len(csv_columns(TABLES[name]))}
    assert content.endswith(b"\r\n")
    assert not content.startswith(b"\xef\xbb\xbf")
    frame = pd.read_csv(BytesIO(content))
    assert len(frame) == chosen.counts[name]
    assert frame["id"].is_unique
    for column in csv_columns(TABLES[name]):
        if column.needed:
            assert frame[column.name].notna().all(), column.name
        if column.allowed:
            assert set(frame[column.name].dropna()) <= set(column.allowed), column.name


@pytest.mark.parametrize("name", TABLES)
def test_no_cell_of_text_acts_in_a_spreadsheet(name, strange):
    table = TABLES[name]
    text = {column.name for column in csv_columns(table) if column.form not in NUMBERS}
    found = [row[column] for row in rows(written(taken(strange), name)) for column in text if row[column]]
    assert found or not strange.passings
    assert [cell for cell in found if cell.lstrip()[:1] in "=+-@＝" or cell[:1] in "\t\r\n"] == []


def test_a_formula_in_the_data_comes_back_and_a_negative_number_stays_one(strange):
    events = {row["id"]: row for row in rows(written(taken(strange), "events"))}
    assert events["joint-sea-2012"]["title"] == f"'{FORMULAS[0]}"
    assert restored(events["joint-sea-2012"]["title"]) == FORMULAS[0]
    assert json.loads(events["joint-sea-2012"]["conflicts"]) == list(FORMULAS)
    assert events["far"]["duration_h"] == "-3"
    sources = {row["id"]: row for row in rows(written(taken(strange), "sources"))}
    assert restored(sources["blog-nd"]["publisher"]) == "=cmd|' /C calc'!A0"


def test_each_row_says_its_version_its_view_and_its_link(real):
    found = rows(written(taken(real, "kind=air-patrol&v=1"), "sightings"))
    assert {row["event_kind"] for row in found} == {"air-patrol"}
    assert {row["atlas_version"] for row in found} == {real.edition.version}
    assert {row["atlas_link"] for row in found} == {f"{SITE}?kind=air-patrol&v=1"}
    (words,) = {row["atlas_view"] for row in found}
    assert "air patrols" in words


def test_every_fact_keeps_its_sources(real):
    chosen = taken(real, "kind=transit&v=1")
    known = {row["id"]: row["url"] for row in rows(written(chosen, "sources"))}
    for name in ("events", "sightings", "routes", "crossings", "ships"):
        for row in rows(written(chosen, name)):
            ids = row["sources"].split("; ")
            assert row["source_urls"].split(" ") == [known[one] for one in ids], row["id"]


def test_gdal_reads_points_and_lines(strange, tmp_path):
    for name, options in (("sightings", {"X_POSSIBLE_NAMES": "lon", "Y_POSSIBLE_NAMES": "lat"}),
                          ("routes", {"GEOM_POSSIBLE_NAMES": "wkt"})):  # fmt: skip
        path = tmp_path / f"{name}.csv"
        path.write_bytes(written(taken(strange), name))
        frame = pyogrio.read_dataframe(path, **options, AUTODETECT_TYPE="YES")
        told = strange.layers[name].frame
        pairs = zip(frame.sort_values("id").geometry, told.sort_index().geometry, strict=True)
        for read, here in pairs:
            assert here is None if read is None or read.is_empty else read.equals(here)


def test_an_empty_view_has_its_header_line_and_one_without_a_place_its_row(strange):
    for name in TABLES:
        (line,) = written(taken(strange, "kind=none&v=1"), name).decode().splitlines()
        assert line.split(",")[0] == "id"
    (row,) = rows(written(taken(strange, "kind=meeting&v=1"), "events"))
    assert (row["id"], row["lon"], row["lat"], row["mark_radius_km"]) == ("nowhere", "", "", "")
