"""The events as a table: what the filters leave, to sort and to search by any name that is in them."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import streamlit as st

from atlas.catalog import Catalog
from atlas.catalog.called import called
from atlas.look import KINDS
from atlas.ui.html import Child, Html, el, join, symbol
from atlas.ui.links import link
from atlas.ui.listing import heading
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.words import count, listed, span, state
from atlas.view import View
from atlas.vocabulary import CONFIDENCE

COLUMNS: Final = (
    Column("event", "Event"),
    Column("dates", "Dates", down=True),
    Column("who", "Who"),
    Column("where", "Where", sorts=False),
    Column("seen", "Sightings", down=True, cls="n"),
    Column("sure", "Confidence"),
)
ORDER: Final = "-dates"
AREAS: Final = 3
SURE: Final = tuple(CONFIDENCE)


def lay(catalog: Catalog, view: View) -> None:
    """Lay out the page."""
    st.html(heading("Events", view.describe(catalog) + "."))
    if catalog.count(view):
        st.html(events_table(catalog, view))


def events_table(catalog: Catalog, view: View) -> Html:
    """Give the table of the events that a view shows, the last one first."""
    rows = list(catalog.layers["events"].rows.values())
    shown = [rows[place] for place in np.flatnonzero(view.mask(catalog.columns))]
    shown.sort(key=lambda row: (row["start"], row["end"]), reverse=True)
    return table(
        count(len(shown), "event"),
        COLUMNS,
        [_row(catalog, view, row) for row in shown],
        order=ORDER,
        search="Search by ship, place, strait or series, in any spelling",
        own=True,
        cls="events",
    )


def _row(catalog: Catalog, view: View, row: Mapping[str, Any]) -> Row:
    name = f"event.{row['id']}"
    return Row(
        (
            Cell(_title(catalog, view, row), row["title"]),
            Cell(span(row), row["start"]),
            listed([state(code) for code in row["states"]]),
            _where(row["areas"]),
            Cell(row["sightings"] or "–", row["sightings"]),
            Cell(row["confidence"].capitalize(), SURE.index(row["confidence"])),
        ),
        find=called(catalog, row["id"]),
        current=view.selection == name,
    )


def _title(catalog: Catalog, view: View, row: Mapping[str, Any]) -> Child:
    told = f"number {row['ordinal']}" if row["ordinal"] else None
    group = catalog.series[row["series"]]["name"] if row["series"] in catalog.series else None
    about = el("small", join([KINDS[row["kind"]].one, join([group, told])], " · "))
    return el("div", symbol(row["kind"]), el("div", link("event", view, row["title"], id=row["id"]), about), cls="led")


def _where(areas: Sequence[str]) -> Child:
    names = list(areas)
    more = len(names) - AREAS
    rest = el("small", f" and {more} more", title=", ".join(names[AREAS:])) if more > 0 else None
    return [", ".join(names[:AREAS]), rest]
