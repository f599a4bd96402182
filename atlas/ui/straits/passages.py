"""A list of passages as a table: date, strait, direction, who, how it is known, sources."""

from collections.abc import Collection, Sequence
from typing import Final

from atlas.catalog import Catalog
from atlas.catalog.called import called
from atlas.catalog.passings import Passing
from atlas.look import KINDS
from atlas.ui.detail.context import Context
from atlas.ui.detail.sources import behind
from atlas.ui.html import Child, Html, el, symbol
from atlas.ui.links import link
from atlas.ui.straits.links import PAGE
from atlas.ui.straits.why import HOW, known
from atlas.ui.straits.words import direction, label, leads, when, when_note
from atlas.ui.table import Cell, Column, Row, table
from atlas.view import View

COLUMNS: Final = (
    Column("date", "Date", down=True),
    Column("strait", "Strait"),
    Column("way", "Direction"),
    Column("who", "Who"),
    Column("how", "Told or computed"),
    Column("sources", "Sources", sorts=False),
)
SEARCH: Final = 12
"""From so many passages on there is a field to search them."""


def passages(  # noqa: PLR0913 - what a list shows
    catalog: Catalog,
    view: View,
    shown: Sequence[Passing],
    caption: str,
    *,
    strait: bool,
    brief: bool = False,
) -> Html:
    """Give the table.

    Parameters
    ----------
    catalog : Catalog
        Knows the events, straits and sources.
    view : View
        What links to events and straits keep.
    shown : sequence of Passing
        In the order of the rows.
    caption : str
        What they are.
    strait : bool
        Whether to say of each which strait it is.
    brief : bool
        Whether it is one of several on a page that only compares: without sources, search and an order in the address.
    """
    left_out = {"sources" if brief else "", "" if strait else "strait"}
    columns = [column for column in COLUMNS if column.name not in left_out]
    search = "Search by ship, event or strait, in any spelling" if len(shown) >= SEARCH and not brief else None
    rows = [_row(catalog, view, passing, left_out) for passing in shown]
    return table(caption, columns, rows, search=search, own=not brief, cls="passages")


def _row(catalog: Catalog, view: View, passing: Passing, left_out: Collection[str]) -> Row:
    through, event = catalog.straits[passing.strait], catalog.event(passing.event)
    day = Cell(
        [el("span", when(passing), cls="nowrap"), _small(when_note(passing))], passing.last or passing.first or ""
    )
    name = label(through.row)
    who = el(
        "div",
        symbol(event["kind"]),
        el("div", link("event", view, event["title"], id=event["id"]), _small(_who(passing, event["kind"]))),
        cls="led",
    )
    cells: list[Cell | Child] = [
        day,
        *([] if "strait" in left_out else [Cell(link(PAGE, view, name, id=passing.strait), name)]),
        [el("span", direction(passing), cls="nowrap"), _small(leads(passing, through))],
        Cell(who, event["title"]),
        Cell(known(catalog, view, passing), list(HOW).index(passing.how)),
        *([] if "sources" in left_out else [behind(Context(catalog), passing.sources)]),
    ]
    return Row(cells, find=() if "sources" in left_out else [*called(catalog, passing.event), passing.who, name])


def _small(words: Child) -> Html | None:
    return el("small", words) if words else None


def _who(passing: Passing, kind: str) -> str:
    return f"{KINDS[kind].one}, {'aircraft' if passing.by_air else 'ships'}: {passing.who}"
