"""The spans of the events, a lane for each series."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

import numpy as np

from atlas.catalog import Catalog, Facts
from atlas.chart import forms
from atlas.look import KINDS
from atlas.ui.charts import Chart
from atlas.ui.html import Child, Html, symbol
from atlas.ui.links import href, link
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.words import count, span
from atlas.view import View

NOTE: Final = "From the first day to the last, at least as wide as can be seen. A span opens its event."
COLUMNS: Final = (
    Column("series", "Series"),
    Column("event", "Event"),
    Column("kind", "Kind"),
    Column("dates", "Dates", down=True),
    Column("days", "Days", down=True, cls="n"),
)


def chart(catalog: Catalog, view: View) -> Chart:
    """Give the chart."""
    events = shown(catalog, view)
    lanes = lanes_of(catalog, events)
    spans = [drawn(view, row, lane(catalog, row), lanes) for row in events]
    return Chart(
        "series",
        forms.spans,
        spans,
        len(lanes) * forms.LANE + forms.FOOT,
        title="Spans by series",
        note=NOTE,
        says=words(catalog, events, lanes),
        data=data(catalog, view, events),
        params={"first": milliseconds(view.start), "last": milliseconds(view.end + timedelta(days=1))},
    )


def shown(catalog: Catalog, view: View) -> list[Facts]:
    """Give the events of a view in order of time."""
    rows = list(catalog.layers["events"].rows.values())
    found = [rows[place] for place in np.flatnonzero(view.mask(catalog.columns))]
    return sorted(found, key=lambda row: (row["start"], row["end"]))


def lane(catalog: Catalog, row: Mapping[str, Any]) -> str:
    """Give the name of an event's series; what is in none stands with those of its kind."""
    series = catalog.series.get(row["series"] or "")
    return str(series["name"]) if series else f"{KINDS[row['kind']].many} in no series"


def lanes_of(catalog: Catalog, events: Sequence[Facts]) -> list[str]:
    """Give the lanes in the order in which their first events began, those of no series last."""
    names = {lane(catalog, row): row["series"] not in catalog.series for row in events}
    return sorted(names, key=lambda name: names[name])


def drawn(view: View, row: Mapping[str, Any], name: str, lanes: Sequence[str]) -> dict[str, Any]:
    """Give one span; its last day is inside."""
    return {
        "lane": name,
        "place": lanes.index(name),
        "start": row["start"],
        "end": (date.fromisoformat(row["end"]) + timedelta(1)).isoformat(),
        "kind": row["kind"],
        "what": row["title"],
        "when": span(row),
        "href": href("event", view, id=row["id"]),
    }


def milliseconds(day: date) -> int:
    """Give the start of a day in milliseconds since 1970, UTC."""
    return round(datetime.combine(day, datetime.min.time(), UTC).timestamp() * 1000)


def words(catalog: Catalog, events: Sequence[Facts], lanes: Sequence[str]) -> str:
    """Say what the chart shows."""
    told = []
    for name in lanes:
        own = [row for row in events if lane(catalog, row) == name]
        first, last = own[0]["start"][:4], own[-1]["start"][:4]
        told.append(f"{name}: {count(len(own), 'event')}, {first}" + (f" to {last}" if last != first else ""))
    return "The days of each event on a line of time, a lane for each series. " + "; ".join(told) + "."


def data(catalog: Catalog, view: View, events: Sequence[Facts]) -> Html:
    """Give the spans as a table, the last one first."""
    return table("Spans of the events", COLUMNS, [_row(catalog, view, row) for row in reversed(events)], order="-dates")


def _row(catalog: Catalog, view: View, row: Facts) -> Row:
    days = (date.fromisoformat(row["end"]) - date.fromisoformat(row["start"])).days + 1
    title: Child = link("event", view, row["title"], id=row["id"])
    told = days if row["date_precision"] == "day" else f"about {days}"
    return Row(
        (
            lane(catalog, row),
            Cell(title, row["title"]),
            [symbol(row["kind"], 14), " ", KINDS[row["kind"]].one],
            Cell(span(row), row["start"]),
            Cell(told, days),
        )
    )
