"""Events by year and kind."""

from collections.abc import Sequence
from typing import Any, Final

from atlas.catalog import Catalog
from atlas.chart import forms
from atlas.look import KINDS
from atlas.ui.charts import Chart
from atlas.ui.html import Html
from atlas.ui.links import href, number
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.words import count
from atlas.view import View
from atlas.view.sums import Sum, Year, by_year
from atlas.vocabulary import KIND

ALL: Final = "all"
NOTE: Final = (
    "Each row to one scale. A bar opens the list of its events; an event that ran over New Year counts in both years."
)


def chart(catalog: Catalog, view: View) -> Chart:
    """Give the chart."""
    found = by_year(catalog, view)
    kinds = [kind for kind in KINDS if any(year.kinds[kind].n for year in found)]
    rows, names, bases = drawn(found, kinds)
    return Chart(
        "years",
        forms.years,
        rows,
        round(bases[-1] * forms.UNIT) + forms.FOOT,
        title="By year and kind",
        note=NOTE,
        says=words(found, kinds),
        data=data(found, kinds),
        params={"names": names, "bases": bases},
    )


def drawn(years: Sequence[Year], kinds: Sequence[str]) -> tuple[list[dict[str, Any]], list[str], list[float]]:
    """Give the bars, the names of the rows, and where each row stands, in events from the top."""
    rows, bases, down = [], [], 0.0
    for kind in (ALL, *kinds):
        sums = [_of(year, kind) for year in years]
        down += max(one.n for one in sums) + forms.GAP
        bases.append(down)
        rows += [_bar(year, kind, one, down) for year, one in zip(years, sums, strict=True)]
    return rows, [_name(kind) for kind in (ALL, *kinds)], bases


def _bar(year: Year, kind: str, one: Sum, base: float) -> dict[str, Any]:
    noun = KIND.get(kind, ("event", "events"))
    return {
        "year": year.whole.name,
        "kind": kind,
        "n": str(one.n or ""),
        "base": base,
        "top": base - one.n,
        "what": f"{count(one.n, *noun)} in {year.whole.name}",
        "href": href("events", one.view),
    }


def _of(year: Year, kind: str) -> Sum:
    return year.whole if kind == ALL else year.kinds[kind]


def _name(kind: str) -> str:
    return "All events" if kind == ALL else KINDS[kind].many


def words(years: Sequence[Year], kinds: Sequence[str]) -> str:
    """Say what the chart shows."""
    most = max(years, key=lambda year: year.whole.n).whole
    sums = [f"{_name(kind).lower()} {sum(year.kinds[kind].n for year in years)}" for kind in kinds]
    span = f"{years[0].whole.name} to {years[-1].whole.name}" if len(years) > 1 else years[0].whole.name
    return (
        f"Bars of the number of events in each year, {span}. Most in {most.name}: {most.n}. By kind: {', '.join(sums)}."
    )


def data(years: Sequence[Year], kinds: Sequence[str]) -> Html:
    """Give the numbers as a table, the last year first."""
    columns = [
        Column("year", "Year", down=True),
        *(Column(kind, _name(kind), down=True, cls="n") for kind in (*kinds, ALL)),
    ]
    rows = [Row([year.whole.name, *(_cell(_of(year, kind)) for kind in (*kinds, ALL))]) for year in reversed(years)]
    return table("Events by year and kind", columns, rows, order="-year", cls="numbers")


def _cell(one: Sum) -> Cell:
    return Cell(number(one.n, "events", one.view) if one.n else "·", one.n)
