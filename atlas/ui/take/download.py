"""Download: what of this view, or of everything, in which format, each with what it is for."""

from typing import Final

from atlas.export.columns import Table
from atlas.export.formats import ALL, FORMATS, Format, address
from atlas.export.tables_beside import TABLES
from atlas.export.taken import Taken
from atlas.ui.html import Html, el, join
from atlas.ui.take.parts import file_link, section
from atlas.ui.take.taking import Taking
from atlas.ui.words import count

WHOLE: Final = tuple(one for one in FORMATS.values() if ALL in one.scopes)
SINGLE: Final = tuple(one for one in FORMATS.values() if set(one.scopes) & TABLES.keys())


def download(taking: Taking) -> Html:
    """Give the section: files that hold all tables, then files of one table each."""
    told = (
        "Each file says what is in it: the view in words, version, licence (CC BY 4.0) and caveats. What hangs on an "
        "event (sightings, legs, straits, ships, sources) goes along whole."
    )
    takes = {"Everything": Taken(taking.catalog, taking.all)}
    if taking.is_part:
        takes = {"This view": Taken(taking.catalog, taking.choice)} | takes
    return section("download", "Download", told, _whole(takes), _single(takes))


def _whole(takes: dict[str, Taken]) -> Html:
    if not WHOLE:
        return Html()
    rows = [
        el(
            "tr",
            el("th", el("b", one.name), el("small", one.says), scope="row"),
            [
                el("td", _file(name, taken, one, ALL, f"Download .{one.suffix}"), data_label=name)
                for name, taken in takes.items()
            ],
        )
        for one in WHOLE
    ]
    return _table("All in one file", "Format", takes, rows)


def _single(takes: dict[str, Taken]) -> Html:
    rows = [
        el(
            "tr",
            el("th", el("b", table.title), el("small", table.says), scope="row"),
            [el("td", _files(name, taken, table), data_label=name) for name, taken in takes.items()],
        )
        for table in TABLES.values()
    ]
    kinds = el("dl", [el("div", el("dt", one.name), el("dd", one.says)) for one in SINGLE], cls="take-formats")
    return Html(_table("One table a file", "Table", takes, rows) + kinds)


def _table(caption: str, first: str, takes: dict[str, Taken], rows: list[Html]) -> Html:
    heads = [el("th", name, el("small", count(taken.count, "event")), scope="col") for name, taken in takes.items()]
    return el(
        "table",
        el("caption", caption),
        el("thead", el("tr", el("th", first, scope="col"), heads)),
        el("tbody", rows),
        cls="tbl take-files",
    )


def _files(name: str, taken: Taken, table: Table) -> Html:
    offered = [one for one in SINGLE if table.name in one.scopes]
    links = join([_file(name, taken, one, table.name, one.name) for one in offered], " · ")
    return Html(links + el("small", count(taken.counts[table.name], "row")))


def _file(name: str, taken: Taken, form: Format, scope: str, label: str) -> Html:
    what = "all tables" if scope == ALL else TABLES[scope].title.lower()
    told = f"Download {what} as {form.name}: {name.lower()}, {count(taken.count, 'event')}"
    return file_link(f"./{address(scope, form.suffix, taken.view)}", label, told)
