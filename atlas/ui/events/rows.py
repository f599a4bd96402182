"""The rows of the table of events, each made once: under another view only their links change."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, Final
from urllib.parse import urlencode

import numpy as np

from atlas.catalog import Catalog
from atlas.catalog.called import called
from atlas.look import KINDS
from atlas.ui.events.narrow import Narrow
from atlas.ui.html import Child, Html, el, join, symbol
from atlas.ui.table import Cell, Column, Row, row_html, table
from atlas.ui.words import count, span, state
from atlas.view import View
from atlas.vocabulary import CONFIDENCE

COLUMNS: Final = (
    Column("event", "Event"),
    Column("dates", "Dates", down=True),
    Column("who", "Who"),
    Column("where", "Where", sorts=False),
    Column("seen", "Sightings", down=True, cls="n"),
    Column("sure", "Confidence"),
    Column("map", el("span", "On the map", cls="hear"), sorts=False),
)
ORDER: Final = "-dates"
AREAS: Final = 3
SURE: Final = tuple(CONFIDENCE)
VIEW: Final = "(view)"
"""Stands in a row's links for the pairs of the view; no address holds it, for brackets are always encoded there."""


def listed(catalog: Catalog, view: View, narrow: Narrow) -> list[str]:
    """Give the ids of the events of a list, those that begin last first."""
    return [name for name in _in_order(catalog) if name in _left(catalog, view, narrow)]


def events_table(catalog: Catalog, view: View, narrow: Narrow) -> Html:
    """Give the table of the events of a view, narrowed."""
    left = _left(catalog, view, narrow)
    made = _rows(catalog)
    selected = (view.selection or "").removeprefix("event.")
    rows = "".join(made[name] for name in _in_order(catalog) if name in left)
    if selected in left:
        rows = rows.replace(f'<tr id="row-{selected}"', f'<tr id="row-{selected}" aria-current="true"')
    others = urlencode(replace(view, selection=None).to_query() or {"v": "1"})
    return table(
        count(len(left), "event"),
        COLUMNS,
        Html(rows.replace(VIEW, others.replace("&", "&amp;"))),
        order=ORDER,
        search="Search by ship, place, strait or series, in any spelling",
        own=True,
        cls="events",
    )


def _left(catalog: Catalog, view: View, narrow: Narrow) -> set[str]:
    names = tuple(catalog.layers["events"].rows)
    return {names[place] for place in np.flatnonzero(view.mask(catalog.columns) & narrow.mask(catalog))}


@cache
def _in_order(catalog: Catalog) -> tuple[str, ...]:
    rows = catalog.layers["events"].rows.values()
    return tuple(row["id"] for row in sorted(rows, key=lambda row: (row["start"], row["end"]), reverse=True))


@cache
def _rows(catalog: Catalog) -> Mapping[str, Html]:
    return {name: row_html(COLUMNS, _row(catalog, row)) for name, row in catalog.layers["events"].rows.items()}


def _row(catalog: Catalog, row: Mapping[str, Any]) -> Row:
    selection = f"sel=event.{row['id']}&{VIEW}"
    seen = row["sightings"]
    return Row(
        (
            Cell(_title(catalog, row, selection), row["title"]),
            Cell(_dates(row), row["start"]),
            [el("abbr", code, title=state(code), cls="st8") for code in sorted(row["states"])],
            _where(row["areas"]),
            Cell(_inside(f"./sightings?event={row['id']}&{selection}", seen) if seen else "–", seen),
            Cell(row["confidence"].capitalize(), SURE.index(row["confidence"])),
            _inside(f"./?{selection}", "Map", el("span", f": {row['title']}", cls="hear")),
        ),
        find=called(catalog, row["id"]),
        name=f"row-{row['id']}",
    )


def _inside(address: str, *label: Child) -> Html:
    return el("a", *label, href=address)


def _title(catalog: Catalog, row: Mapping[str, Any], selection: str) -> Child:
    told = f"number {row['ordinal']}" if row["ordinal"] else None
    group = catalog.series[row["series"]]["name"] if row["series"] in catalog.series else None
    about = el("small", join([KINDS[row["kind"]].one, join([group, told])], " · "))
    name = _inside(f"./event?id={row['id']}&{selection}", row["title"])
    return el("div", symbol(row["kind"]), el("div", name, about), cls="led")


def _dates(row: Mapping[str, Any]) -> Child:
    """Give the days, and below them what is not known of them."""
    told, _, unsure = span(row).partition(" (")
    return [told, el("small", unsure.rstrip(")")) if unsure else None, _length(row)]


def _length(row: Mapping[str, Any]) -> Child:
    days = (date.fromisoformat(row["end"]) - date.fromisoformat(row["start"])).days + 1
    return el("small", count(days, "day")) if days > 1 and row["date_precision"] == "day" else None


def _where(areas: Sequence[str]) -> Child:
    more = len(areas) - AREAS
    rest = el("small", f" and {more} more", title=", ".join(areas[AREAS:])) if more > 0 else None
    return [", ".join(areas[:AREAS]), rest]
