"""The numbers of two views side by side: a table for each thing that events are counted by, and the events."""

from typing import Final

from atlas.catalog import Catalog
from atlas.ui.html import Child, Html, el, symbol
from atlas.ui.kept import Kept
from atlas.ui.links import link, number
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.words import count, span
from atlas.view import View
from atlas.view.compared import BY, SEVERAL, Count, Line, compared, overlap, plain
from atlas.view.pair import Pair

LINES: Final = 10
COLUMNS: Final = (
    Column("name", ""),
    Column("a", "A", down=True, cls="of-a"),
    Column("b", "B", down=True, cls="of-b"),
    Column("change", "B − A", down=True, cls="n"),
)
SIDES: Final = (("kinds", "states", "joint", "confidence", "series"), ("passages", "ships", "areas"))
MORE: Final = {
    "series": ("more series", "more series"),
    "passages": ("more strait", "more straits"),
    "ships": ("more ship", "more ships"),
    "areas": ("more area", "more areas"),
}
PAGE_OF: Final = {"passages": "strait", "ships": "ship"}
"""The page of one thing, by what it is counted by."""
HOW_TO_READ: Final = "Bars grow from the middle: A to the left, B to the right. A number opens the list that it counts."
SEVERAL_TIMES: Final = "An event counts for each that it has."
_kept: Final[Kept[Html]] = Kept(64)


def tables(catalog: Catalog, pair: Pair) -> Html:
    """Give all tables, and below them the events of A alone, of B alone and of both."""
    shown = Pair(plain(pair.first), plain(pair.second))
    return _kept.get((catalog.version, shown), lambda: _tables(catalog, shown))


def _tables(catalog: Catalog, pair: Pair) -> Html:
    columns = [el("div", [by_one(catalog, pair, by) for by in column]) for column in SIDES]
    return Html(
        el("h2", "Number by number", cls="h2")
        + el("p", HOW_TO_READ, cls="sub")
        + el("div", columns, cls="versus")
        + events(catalog, pair)
    )


def by_one(catalog: Catalog, pair: Pair, by: str) -> Html:
    """Give the table of one thing that events are counted by; of many lines those that differ most, the rest folded."""
    lines = compared(catalog, pair, by)
    if not lines:
        return Html()
    most = max(max(line.first.n, line.second.n) for line in lines)
    first, rest = lines[:LINES], lines[LINES:]
    body: list[Child] = [_table(pair, BY[by], by, first, most)]
    if rest:
        said = f"{count(len(rest), *MORE[by])}, with smaller differences"
        body.append(
            el("details", el("summary", said), _table(pair, f"{BY[by]}, the rest", by, rest, most), cls="rest-of")
        )
    if by in SEVERAL:
        body.append(el("p", SEVERAL_TIMES, cls="note"))
    return el("section", body)


def _table(pair: Pair, caption: str, by: str, lines: list[Line], most: int) -> Html:
    return table(caption, COLUMNS, [_row(pair, by, line, most) for line in lines], cls="versus-table")


def _row(pair: Pair, by: str, line: Line, most: int) -> Row:
    name: Child = line.name
    if by == "kinds":
        name = [symbol(line.key), el("span", line.name)]
    elif by in PAGE_OF:
        name = link(PAGE_OF[by], pair.first, line.name, id=line.key)
    return Row(
        (
            Cell(el("span", name, cls="named"), line.name),
            Cell(_number(line.first, most), line.first.n),
            Cell(_number(line.second, most), line.second.n),
            Cell(change(line.change), line.change),
        )
    )


def _number(counted: Count, most: int) -> Html:
    """Give a number with its bar, as a link to the list of just these events."""
    bar = el("i", style=f"--w:{counted.n / most:.3f}", aria_hidden="true")
    told = number(counted.n, "events", counted.view, also=counted.also)
    return el("span", bar, told, cls="bar")


def change(n: int) -> str:
    """Give a difference with its sign."""
    return f"+{n:,}" if n > 0 else f"−{-n:,}" if n else "0"


def events(catalog: Catalog, pair: Pair) -> Html:
    """Give the events of A alone, of B alone and of both, each list folded under its number."""
    shared = overlap(catalog, pair)
    lists = (
        ("Only in A", shared.first, pair.first),
        ("Only in B", shared.second, pair.second),
        ("In both", shared.both, pair.first),
    )
    return Html(
        el("h2", "Event by event", cls="h2") + el("div", [_list(catalog, *one) for one in lists], cls="versus-events")
    )


def _list(catalog: Catalog, name: str, ids: tuple[str, ...], view: View) -> Html:
    if not ids:
        return el("p", f"{name}: none", cls="none")
    rows = sorted((catalog.event(one) for one in ids), key=lambda row: (row["start"], row["id"]), reverse=True)
    items = [
        el(
            "li",
            symbol(row["kind"]),
            el("span", link("event", view, row["title"], id=row["id"]), el("small", span(row))),
        )
        for row in rows
    ]
    return el("details", el("summary", f"{name}: {len(ids):,}"), el("ul", items))
