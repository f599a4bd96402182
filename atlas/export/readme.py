"""README.md of a bundle: what is in it, how it was made, what to heed, how to cite it; for a person, in Markdown."""

from typing import Final

from atlas.export import work
from atlas.export.about import CAVEATS
from atlas.export.columns import FORMS
from atlas.export.tables_beside import TABLES
from atlas.export.taken import Taken
from atlas.vocabulary import BASIS

POSITIONS: Final = {
    "coordinates": "a source states them; the radius is the one that the record gives",
    "bearing-distance": "computed from the named place along the geodesic (WGS 84); the radius is 20 % of the distance "
    "for the eight points N, NE, E and so on, 12 % for the sixteen, at least 10 km, unless the record gives its own",
    "place": "where the named place lies on the map; the radius is the place's size or blur",
    "sea": "a stand-in for somewhere in the sea that is named",
    "inferred": "set by us from what is told besides; the note says how",
}
"""How the position of a sighting was had, by its basis."""
_PAGE: Final = """\
# {title}, version {version}

**{view}.** {choice}

* Released on {released}. The link of this view: {link}
* {licence} (LICENSE-DATA.txt). To cite it: citation.txt, citation.bib, CITATION.cff.
* SHA256SUMS has the checksum of each file (`sha256sum -c SHA256SUMS`), datapackage.json describes the CSV files
  (Frictionless Data), schema.json the GeoJSON files (JSON Schema).

## What is in it

| table | rows | files | what a row is |
|---|---|---|---|
{tables}

A filter chooses events; what hangs on a chosen event goes along whole, also where it lies outside of the days or
the area asked for. `reference/` has, whole, the places, straits, air defence zones and seas that the tables name,
and in sources.json the sources on which these rest; schema.json beside them describes them.

## How positions were had

| basis | meaning | the position, and how far off it may be |
|---|---|---|
{positions}

A point that would be off by 400 km or more is not drawn and has no geometry. An event's own point is only where the
atlas sets its mark; `mark_radius_km` and `mark_basis` say what it rests on. Coordinates are longitude and latitude
in degrees, WGS 84 (EPSG:4326). Lines are split at the antimeridian.

## What to heed

{caveats}

## How to read the CSV files

UTF-8, comma, CRLF; an empty cell is no value. Several ids or names are joined by `; ` (as JSON, which begins with
`[`, where a name has a semicolon of its own), addresses by blanks, lists of rows are JSON. A text that a
spreadsheet would take for a formula has an apostrophe before it, and so has one that begins with an apostrophe:
take one apostrophe from the beginning of a text to have it as it was.

## Columns
{columns}
"""


def readme(taken: Taken) -> str:
    """Give the README of what is taken."""
    edition = taken.catalog.edition
    return _PAGE.format(
        title=work.TITLE,
        version=edition.version,
        released=edition.released.isoformat(),
        view=taken.sentence,
        choice=taken.choice,
        link=f"<{taken.link}>" if taken.site else f"`{taken.link}`, below the address of the atlas",
        licence=f"{work.LICENCE_WORDS}, <{work.LICENCE_ADDRESS}>",
        tables="\n".join(
            f"| {table.title} | {taken.counts[table.name]:,} | {_files(table.name)} | {table.says} |"
            for table in TABLES.values()
        ),
        positions="\n".join(f"| `{basis}` | {words} | {POSITIONS[basis]} |" for basis, words in BASIS.items()),
        caveats="\n".join(f"* {line}" for line in CAVEATS),
        columns="\n".join(map(_columns, TABLES)),
    )


def _files(name: str) -> str:
    kinds = ("csv", "geojson") if TABLES[name].place else ("csv",)
    return ", ".join(f"data/{name}.{kind}" for kind in kinds)


def _columns(name: str) -> str:
    rows = [f"| `{column.name}` | {FORMS[column.form]} | {column.says} |" for column in TABLES[name].columns]
    return "\n".join(["", f"### {TABLES[name].title}", "", "| column | holds | meaning |", "|---|---|---|", *rows])
