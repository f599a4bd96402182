"""The table of passages by strait and year; every number in it leads to the passages that it counts."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from atlas.catalog import Catalog
from atlas.catalog.tally import Tally
from atlas.look import KINDS
from atlas.ui.html import Html, el, symbol
from atlas.ui.links import link
from atlas.ui.straits.links import NONE, PAGE, Asked
from atlas.ui.straits.words import label, width
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.words import count, month
from atlas.view import View

DOT: Final = (16, 26)
"""Width of a circle in CSS pixels: the least, in which one figure can be read, and that of the greatest number."""


def by_year(catalog: Catalog, view: View, tallies: Sequence[Tally]) -> Html:
    """Give the table.

    Parameters
    ----------
    catalog : Catalog
        Knows the straits.
    view : View
        What is shown: the lists behind the numbers keep it.
    tallies : sequence of Tally
        One row each.
    """
    told = sorted({year for tally in tallies for year in tally.years if year})
    years: list[int | None] = [*range(told[0], told[-1] + 1)] if told else []
    if any(None in tally.years for tally in tallies):
        years.append(None)
    most = max(max(tally.years.values()) for tally in tallies), max(tally.all for tally in tallies)
    columns = [
        Column("strait", "Strait"),
        Column("all", "All", down=True, cls="n"),
        *(Column(f"y{year or NONE}", _year(year), down=True, cls="y") for year in years),
        Column("ships", "Ships", down=True, cls="n"),
        Column("aircraft", "Aircraft", down=True, cls="n"),
        Column("kinds", "By kind", sorts=False),
        Column("last", "Last", down=True, cls="n"),
    ]
    rows = [_row(catalog, view, tally, years, most) for tally in tallies]
    return table(
        f"{count(sum(tally.all for tally in tallies), 'passage')} told, by strait and year",
        columns,
        rows,
        order="-all",
        cls="by-year",
    )


def _year(year: int | None) -> Html:
    return el("abbr", f"’{year % 100:02}", title=str(year)) if year else el("abbr", "?", title="year not told")


def _row(catalog: Catalog, view: View, tally: Tally, years: Sequence[int | None], most: tuple[int, int]) -> Row:
    row = catalog.straits[tally.strait].row
    about = el("small", wide) if (wide := width(row)) else None
    return Row(
        [
            Cell([link(PAGE, view, label(row), id=tally.strait), about], label(row)),
            Cell(Asked(tally.strait, "told").number(tally.all, view), tally.all),
            *(_count(view, tally, year, most[0]) for year in years),
            Cell(Asked(tally.strait, "told", by="sea").number(tally.ships, view), tally.ships),
            Cell(Asked(tally.strait, "told", by="air").number(tally.aircraft, view), tally.aircraft),
            _kinds(view, tally, most[1]),
            _last(tally),
        ]
    )


def _count(view: View, tally: Tally, year: int | None, most: int) -> Cell:
    n = tally.years[year]
    if not n:
        return Cell(el("span", "·", aria_label="none", cls="none"), 0)
    size = max(DOT[0], DOT[1] * (n / most) ** 0.5)
    dot = el("span", str(n), cls="dot", style=f"--d:{size:.0f}px")
    return Cell(Asked(tally.strait, "told", year=str(year or NONE)).number(n, view, dot), n)


def _last(tally: Tally) -> Cell:
    """Give the month of the last passage, or its year alone where no day of that year is told."""
    year = max((year for year in tally.years if year), default=None)
    if year is None or (tally.last and int(tally.last[:4]) >= year):
        return Cell(month(tally.last) if tally.last else "–", tally.last)
    return Cell(str(year), str(year))


def _kinds(view: View, tally: Tally, widest: int) -> Html:
    """Give the kinds of the events, each by symbol and number; each number leads to its list."""
    found = [
        el(
            "li",
            symbol(kind, 14),
            Asked(tally.strait, "told").number(n, replace(view, kinds=(kind,))),
            el("span", f" {KINDS[kind].one if n == 1 else KINDS[kind].many}", cls="unseen"),
            title=f"{KINDS[kind].one}: {n}",
        )
        for kind in KINDS
        if (n := tally.kinds[kind])
    ]
    bar = [
        el("i", style=f"flex:{n};background:var(--{kind})", aria_hidden="true")
        for kind in KINDS
        if (n := tally.kinds[kind])
    ]
    wide = f"width:{100 * tally.all / widest:.1f}%"
    return Html(el("div", bar, cls="kind-bar", style=wide) + el("ul", found, cls="kind-counts"))


def legend(tallies: Sequence[Tally]) -> Html:
    """Give the kinds that the table has, each with its symbol."""
    found = [kind for kind in KINDS if any(tally.kinds[kind] for tally in tallies)]
    return el("ul", [el("li", symbol(kind, 14), KINDS[kind].one) for kind in found], cls="kinds-key")
