"""Sums by state, sea and series."""

from collections.abc import Sequence
from typing import Any, Final

from atlas.catalog import Catalog
from atlas.chart import forms
from atlas.ui.charts import Chart
from atlas.ui.html import Html, el
from atlas.ui.links import href, number
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.words import count
from atlas.view import View
from atlas.view.sums import Sum, by_sea, by_series, by_states

STATES: Final = {"both": "China and Russia together", "CN": "China without Russia", "RU": "Russia without China"}


HEAD: Final = Html(el("h2", "Sums", cls="h2") + el("p", "Events of this view; a bar opens their list.", cls="sub"))


def charts(catalog: Catalog, view: View) -> tuple[Chart, ...]:
    """Give the three charts."""
    seas = {name: row["name"] for name, row in catalog.areas.items()}
    series = {name: row["name"] for name, row in catalog.series.items()}
    several = "An event told of in several seas counts in each."
    return (
        _chart("states", "By state", "Who took part.", _named(by_states(catalog, view), STATES), "state"),
        _chart("seas", "By sea", several, _named(by_sea(catalog, view), seas), "sea"),
        _chart(
            "by-series",
            "By series",
            "Other events are in no series.",
            _named(by_series(catalog, view), series),
            "series",
        ),
    )


def _named(sums: Sequence[Sum], names: dict[str, str]) -> list[tuple[str, Sum]]:
    return [(names[one.name], one) for one in sums]


def _chart(name: str, title: str, note: str, sums: Sequence[tuple[str, Sum]], head: str) -> Chart:
    return Chart(
        name,
        forms.bars,
        [_bar(place, label, one) for place, (label, one) in enumerate(sums)],
        len(sums) * forms.LANE + forms.EDGE,
        title=title,
        note=note,
        says=f"Bars of the number of events {title.lower()}: "
        + ", ".join(f"{label} {one.n}" for label, one in sums)
        + ".",
        data=_data(title, head, sums),
        level=3,
    )


def _bar(place: int, label: str, one: Sum) -> dict[str, Any]:
    what = f"{count(one.n, 'event')}: {label}"
    return {"lane": label, "place": place, "n": one.n, "what": what, "href": href("events", one.view)}


def _data(title: str, head: str, sums: Sequence[tuple[str, Sum]]) -> Html:
    columns = (Column(head, head.capitalize()), Column("events", "Events", down=True, cls="n"))
    rows = [Row((label, Cell(number(one.n, "events", one.view), one.n))) for label, one in sums]
    return table(f"Events {title.lower()}", columns, rows, order="-events", cls="numbers")
