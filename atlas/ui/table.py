"""A table to sort and to search: plain HTML for every reader, and one script (client/site_tables.js) for the rest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from atlas.spelling import findable
from atlas.ui.html import Child, Html, el, text
from atlas.view.query import Query

LIST: Final = "list"
"""Id of the table that a page is about: a count above it leads there."""


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Parameters
    ----------
    name : str
        By what the address calls it where the table is sorted by it.
    head : Child
        Its head.
    sorts : bool
        Whether its head is a button that sorts.
    down : bool
        Whether it sorts the last, the most first when it is pressed first: right for numbers and days.
    cls : str, optional
        Class of its cells: `n` for numbers.
    """

    name: str
    head: Child
    sorts: bool = True
    down: bool = False
    cls: str | None = None


@dataclass(frozen=True)
class Cell:
    """One cell: what it shows, and by what it is sorted where that is something else; an empty key stands last."""

    content: Child
    key: str | int | None = None


@dataclass(frozen=True)
class Row:
    """One row of a table.

    Parameters
    ----------
    cells : sequence of Cell or Child
        One for each column; the first one is the row's head.
    find : iterable of str or None
        Texts by whose words the row is found, besides those that it shows.
    current : bool
        Whether it is the row of what is selected.
    name : str, optional
        Its id in the page.
    """

    cells: Sequence[Cell | Child]
    find: Iterable[str | None] = field(default=())
    current: bool = False
    name: str | None = None


def table(  # noqa: PLR0913 - what a table is, each once
    caption: Child,
    columns: Sequence[Column],
    rows: Iterable[Row] | Html,
    *,
    order: str | None = None,
    search: str | None = None,
    own: bool = False,
    cls: str | None = None,
) -> Html:
    """Give a table.

    Parameters
    ----------
    caption : Child
        What the table holds; screen readers hear it first.
    columns : sequence of Column
        In the order in which they are shown.
    rows : iterable of Row, or Html
        The same; or what `row_html` gave for them, one after the other.
    order : str, optional
        The column that the rows are sorted by as they come, with a `-` before it where the last stands first.
    search : str, optional
        Label of the field that searches the rows; without it there is none.
    own : bool
        Whether search and order stand in the address as `q` and `sort`: for the one table that a page is about.
    cls : str, optional
        Class of the table.
    """
    heads = [_head(column, order) for column in columns]
    body = rows if isinstance(rows, Html) else [row_html(columns, row) for row in rows]
    grid = el(
        "table",
        el("caption", caption, cls="hear" if search else None),
        el("thead", el("tr", heads)),
        el("tbody", body),
        cls=" ".join(filter(None, ("tbl", cls))),
    )
    return el(
        "div",
        _search(search, caption) if search else None,
        el(
            "div",
            grid,
            cls="scroll",
            tabindex="0",
            role="group",
            aria_label=caption if isinstance(caption, str) else None,
        ),
        cls="listed",
        id=LIST if own else None,
        data_own=own,
        data_order=order,
    )


def ignored(own: Mapping[str, str], columns: Sequence[Column]) -> dict[str, str]:
    """Say, by key, what the address holds that a table with these columns cannot be sorted by."""
    allowed = [sign + column.name for column in columns if column.sorts for sign in ("", "-")]
    read = Query({"sort": [own.get("sort", "")]})
    read.one_of("sort", allowed, None)
    return dict.fromkeys(("sort",), read.notices[0]) if read.notices else {}


def _search(label: str, caption: Child) -> Html:
    words = text(caption)
    return el(
        "div",
        el("label", el("span", label), el("input", type="search", cls="listed-search", spellcheck="false")),
        el("p", words, cls="listed-said", role="status", data_all=words),
        el("p", "Nothing here is called that, in any spelling we know.", cls="listed-none", hidden=True),
        cls="listed-tools",
    )


def _head(column: Column, order: str | None) -> Html:
    if not column.sorts:
        return el("th", column.head, scope="col", cls=column.cls)
    current = order is not None and order.removeprefix("-") == column.name
    way = ("descending" if order and order.startswith("-") else "ascending") if current else None
    return el(
        "th",
        el("button", column.head, type="button"),
        scope="col",
        cls=column.cls,
        aria_sort=way,
        data_column=column.name,
        data_first="descending" if column.down else None,
    )


def row_html(columns: Sequence[Column], row: Row) -> Html:
    """Give one row of a table."""
    cells = []
    for place, (column, given) in enumerate(zip(columns, row.cells, strict=True)):
        cell = given if isinstance(given, Cell) else Cell(given)
        name, scope = ("td", None) if place else ("th", "row")
        cells.append(el(name, cell.content, scope=scope, cls=column.cls, data_key=cell.key))
    current = "true" if row.current else None
    return el("tr", cells, id=row.name, aria_current=current, data_find=findable(row.find) or None)
