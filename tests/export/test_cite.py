"""Citations, read by the programs of others; a name or a link comes back as it went in."""

import json
from datetime import date
from urllib.parse import parse_qs, urlsplit

import bibtexparser
import jsonschema
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st
from tiny import make_event, write_layers

from atlas.catalog import Catalog
from atlas.export.cite import Citation
from atlas.export.cite_forms import bibtex, csl, plain, ris
from atlas.export.tex import in_tex
from atlas.view import View

SITE = "https://atlas.example.org/"
READ = date(2026, 11, 27)
ODD = 'Боевой & "100 % {sure}" #1_a'
PUBLISHERS = (*["TASS"] * 3, ODD, "海上自衛隊", "Opérationnels, R.~Weitz\\", *(f"Paper {n}" for n in range(6)))

TEXT, DATE = {"type": "string"}, {
    "type": "object",
    "required": ["date-parts"],
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        }
    },
    "additionalProperties": False,
}  # fmt: skip
# The rules of csl-data.json (version 1.0.2) for what we use of it: other names are refused, as they are there.
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "properties": {
            "type": {"enum": ["dataset", "map", "webpage", "document"]},
            "author": {
                "type": "array",
                "items": {"type": "object", "properties": {"literal": TEXT}, "additionalProperties": False},
            },
            "issued": DATE,
            "accessed": DATE,
            **dict.fromkeys(("id", "title", "version", "URL", "language", "keyword", "note"), TEXT),
        },
        "additionalProperties": False,
    },
}


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    folder = tmp_path_factory.mktemp("cited")
    names = [f"s{n:02}" for n in range(len(PUBLISHERS))]
    return Catalog.load(
        write_layers(
            folder,
            make_event("first", "2019-07-23", kind="air-patrol", sources=names[:8]),
            make_event("second", "2020-07-23", title=ODD, sources=[*names[6:], "not-kept"]),
            make_event("third", "2021-07-23", sources=[]),
            sources=[
                {"id": name, "url": "https://example.org/1", "publisher": publisher}
                for name, publisher in zip(names, PUBLISHERS, strict=True)
            ],
        )
    )


def cited(catalog: Catalog, site: str = SITE, **query: str) -> Citation:
    view, notices = View.from_query({key: [value] for key, value in query.items()}, catalog)
    assert notices == []
    return Citation.of(catalog, view, READ, site)


def test_the_publishers_behind_the_events_of_the_view_are_counted_and_the_most_used_named(catalog: Catalog):
    whole, patrols = cited(catalog).credit, cited(catalog, kind="air-patrol").credit
    assert (whole.events, whole.sources, len(whole.publishers)) == (3, 12, 10)
    assert whole.publishers[:2] == (("TASS", 3), ("Opérationnels, R.~Weitz\\", 1))
    assert whole.words().startswith("Rests on 12 sources of 10 publishers, the most from TASS (3); Opér")
    assert whole.words().count(";") == 4
    assert (patrols.events, patrols.sources, len(patrols.publishers)) == (1, 8, 6)
    assert patrols.words().startswith("Rests on 8 sources: TASS (3); ")
    assert patrols.words().count(";") == 5
    assert cited(catalog, **{"from": "2021-01-01"}).credit.words() == ""


def test_the_text_holds_link_version_dates_publishers_and_where_the_files_lie(catalog: Catalog):
    told = plain(cited(catalog, kind="air-patrol"))
    for part in (
        "1 air patrol",
        f"{SITE}?kind=air-patrol&v=1 (read 27 November 2026)",
        f"Version {catalog.edition.version} of the data",
        "CC BY 4.0",
        "TASS (3)",
        f"{SITE}data/{catalog.edition.version}/manifest.json",
    ):
        assert part in told
    assert plain(cited(catalog)).count(SITE) == 2
    assert "?" not in plain(cited(catalog))
    assert "relative to the address of the atlas" in plain(cited(catalog, site="", kind="air-patrol"))


def test_bibtexparser_reads_the_entry_and_every_sign_comes_back(catalog: Catalog):
    written = cited(catalog, kind="air-patrol", sel="event.second")
    text = bibtex(written)
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    (entry,) = library.entries
    fields = {name: field.value for name, field in entry.fields_dict.items()}
    assert (entry.entry_type, entry.key) == ("misc", written.key)
    assert fields["title"] == written.title
    for name in ("TASS (3)", "海上自衛隊", "Opérationnels, R.~Weitz\\"):
        assert name in fields["note"]
    # An address is read as it stands, so it must not have been escaped.
    assert f"url = {{{written.link}}}" in text
    assert (fields["year"], fields["month"], fields["urldate"]) == ("2026", "11", "2026-11-27")
    assert fields["version"] == catalog.edition.version
    assert text.startswith("% ")
    assert not bibtex(cited(catalog, **{"from": "2021-01-01"})).startswith("%")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_whatever_a_name_holds_a_field_of_bibtex_stays_whole(name: str):
    library = bibtexparser.parse_string(f"@misc{{x, note = {{{in_tex(name)}}}, year = {{2026}}}}")
    (entry,) = library.entries
    assert entry["year"] == "2026"
    assert not set("%#&$") & set(
        in_tex(name).replace("\\%", "").replace("\\#", "").replace("\\&", "").replace("\\$", "")
    )


def test_rispy_reads_the_record(catalog: Catalog):
    written = cited(catalog, kind="air-patrol", sel="event.second")
    text = ris(written)
    (record,) = rispy.loads(text)
    assert record["type_of_reference"] == "DATA"
    assert record["title"] == written.title
    assert ODD in record["title"]
    assert record["urls"] == [written.link]
    assert (record["year"], record["access_date"]) == ("2026", "2026/11/27")
    assert record["edition"] == catalog.edition.version
    assert "海上自衛隊" in record["notes"][0]
    assert all(line[2:6] == "  - " for line in text.split("\r\n") if line)


def test_csl_json_follows_its_schema(catalog: Catalog):
    written = cited(catalog, kind="air-patrol", sel="event.second")
    items = json.loads(csl(written))
    jsonschema.validate(items, CSL)
    (item,) = items
    assert (item["title"], item["URL"]) == (written.title, written.link)
    assert item["accessed"] == {"date-parts": [[2026, 11, 27]]}


def test_the_link_opens_the_view_that_is_cited(catalog: Catalog):
    written = cited(catalog, kind="air-patrol", show="grid", at="35.00_130.00_5", sel="event.first")
    view, notices = View.from_query(parse_qs(urlsplit(written.link).query), catalog)
    assert notices == []
    assert view.to_query() == {
        "kind": "air-patrol", "show": "grid", "sel": "event.first", "at": "35.00_130.00_5", "v": "1",
    }  # fmt: skip


def test_two_views_have_two_keys_and_the_same_view_one(catalog: Catalog):
    keys = [cited(catalog, **query).key for query in ({}, {"kind": "air-patrol"}, {"kind": "transit"})]
    assert len(set(keys)) == 3
    assert cited(catalog, kind="air-patrol").key == keys[1]
