"""What was corrected, which versions of the data there are, and under what licence it may be used."""

from collections.abc import Iterator
from typing import Final

from atlas.catalog import Catalog
from atlas.export import work
from atlas.ui.detail.context import Context
from atlas.ui.detail.sources import behind
from atlas.ui.html import Html, el, outside
from atlas.ui.links import link, number
from atlas.ui.method.parts import chapter, prose
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.words import count, day

LOG: Final = (
    Column("date", "Date", down=True),
    Column("event", "Event", sorts=False),
    Column("what", "What was wrong, and what stands now", sorts=False),
    Column("sources", "Sources", sorts=False),
)
EDITIONS: Final = (
    Column("version", "Version", sorts=False),
    Column("released", "Released", sorts=False),
    Column("note", "What is to be known of it", sorts=False),
    Column("files", "Files", sorts=False),
)
KEPT: Final = (
    "Every record notes the day on which it was added and last changed, and what was corrected in it. Wrong values "
    "are not deleted in silence: the correction says what stood there."
)
VERSION: Final = (
    "The data has a version of its own: the year and month of its release, and a number that counts from 0 in that "
    "month. It stands at the foot of the filters, in every file, figure and citation. Name it when you cite, and "
    "your reader finds what you saw."
)
LICENCES: Final[tuple[tuple[str, str, str | None], ...]] = (
    (
        "The data",
        f"Creative Commons ({work.LICENCE_WORDS}): use it for anything, name the atlas, say what you changed.",
        work.LICENCE_ADDRESS,
    ),
    ("The code", "MIT licence.", None),
    (
        "The sources",
        "Belong to their publishers. The atlas links to them and tells what they say in its own words.",
        None,
    ),
    ("Land and coasts", "Natural Earth, public domain; the map draws them from its own server.", None),
    ("Seas", "Limits as IHO publication S-23 describes them, where it does; the drawing is ours.", None),
    (
        "Names of places",
        "Some names in Russian, Korean, Japanese and Chinese are from GeoNames, CC BY 4.0; the register says which.",
        "https://www.geonames.org/",
    ),
)


def corrections(catalog: Catalog) -> Html:
    """Give the log of corrections, the last one first."""
    rows = sorted(_log(catalog), key=lambda one: one[0], reverse=True)
    events = catalog.layers["events"].rows.values()
    changed = max(row["modified"] for row in events)
    told = [number(len(events), "events", None, count(len(events), "record")), f", last changed on {day(changed)}."]
    body = table(count(len(rows), "correction"), LOG, [row for _, row in rows], order="-date", cls="method-table")
    return chapter("corrections", prose([KEPT, " ", *told]), body if rows else prose("None is noted as yet."))


def _log(catalog: Catalog) -> Iterator[tuple[str, Row]]:
    ctx = Context(catalog)
    for event in catalog.layers["events"].rows.values():
        for row in event["corrections"] or ():
            name = link("event", None, event["title"], id=event["id"])
            cells = (Cell(day(row["date"]), row["date"]), name, row["what"], behind(ctx, row["sources"]))
            yield row["date"], Row(cells)


def versions(catalog: Catalog) -> Html:
    """Give the editions, the newest first, with the files of each."""
    rows = [
        Row(
            (
                Cell(el("b", name), name),
                day(row["released"]),
                row.get("note"),
                el("a", "List of files", href=f"./data/{name}/manifest.json", target="_blank"),
            )
        )
        for name, row in catalog.tables["editions"].items()
    ]
    latest = [
        "The files of the newest version always lie under one address: ",
        _file("manifest.json", "list with the checksum of each"),
        ", ",
        _file("schema.json", "JSON Schema"),
        ", ",
        _file("CHANGELOG.md", "what was added, corrected and revised"),
        ".",
    ]
    check = ["This server shows version ", el("b", catalog.edition.version), ", whose files have the checksum "]
    return chapter(
        "versions",
        prose(VERSION, [*check, el("code", catalog.version), "."], latest),
        table("Versions", EDITIONS, rows, cls="method-table"),
    )


def _file(name: str, words: str) -> Html:
    return el("a", words, href=f"./data/latest/{name}", target="_blank")


def licence() -> Html:
    """Give the chapter on licences."""
    items = [el("li", el("b", outside(url, what) if url else what), el("span", words)) for what, words, url in LICENCES]
    return chapter("licence", el("ul", items, cls="licences"))
