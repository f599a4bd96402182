"""The documents name every format, and every property of the layers leaves the atlas."""

import json

import pytest

from atlas.export.formats import format_table
from atlas.export.tables_beside import TABLES
from tools.server import ROOT

SCHEMAS = json.loads((ROOT / "geodata" / "layers" / "schema.json").read_text(encoding="utf-8"))["$defs"]


def test_docs_downloads_has_the_table_of_formats():
    text = (ROOT / "docs" / "downloads.md").read_text(encoding="utf-8")
    head, rest = text.split("<!-- formats: written from atlas/export/formats.py -->\n")
    assert head
    assert rest.split("\n<!-- end of formats -->")[0] == format_table()


@pytest.mark.parametrize("name", ["events", "sightings", "routes", "ships", "sources"])
def test_every_property_of_a_layer_is_a_column_and_means_the_same_kind_of_thing(name):
    file = f"{name}.geojson" if f"{name}.geojson" in SCHEMAS else f"{name}.json"
    schema = SCHEMAS[file]
    row = schema.get("items") or schema["properties"]["features"]["items"]["properties"]["properties"]
    columns = {column.name: column for column in TABLES[name].columns}
    assert set(row["properties"]) <= set(columns)
    for key, told in row["properties"].items():
        dated = "date" in [one.get("format") for one in (told, *told.get("anyOf", ()))]
        assert dated == (columns[key].form == "date"), key


def test_every_column_says_what_it_holds():
    for table in TABLES.values():
        names = [column.name for column in table.columns]
        assert names[0] == "id"
        assert len(set(names)) == len(names)
        assert all(column.says.endswith(".") for column in table.columns)
