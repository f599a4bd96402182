"""The list of sightings: of all events that the filters leave, or of one of them."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import numpy as np
import streamlit as st

from atlas.catalog import Catalog
from atlas.ui import address
from atlas.ui.detail.sightings import how
from atlas.ui.html import Html, el
from atlas.ui.links import carried, link, number
from atlas.ui.listing import heading
from atlas.ui.lists.told import unknown
from atlas.ui.table import Cell, Column, Row, row_html, table
from atlas.ui.words import count, day, told_day
from atlas.view import View

COLUMNS: Final = (
    Column("place", "Place, as told"),
    Column("date", "Date", down=True),
    Column("event", "Event"),
    Column("who", "Who"),
    Column("basis", "How we know it"),
    Column("off", "May be off by", cls="n"),
    Column("sources", "Sources", down=True, cls="n"),
)
KEYS: Final = ("event",)


def lay(catalog: Catalog, view: View) -> None:
    """Lay out the page."""
    st.html(page(catalog, view, address.own()))


def odd(own: dict[str, str]) -> dict[str, str]:
    """Name what the address holds for this page and it cannot follow, by key."""
    return unknown(own, {"event": "events"})


def page(catalog: Catalog, view: View, own: Mapping[str, str]) -> Html:
    """Give the whole page under a view, or of one event alone."""
    event = catalog.where_is(f"event.{own.get('event')}")
    names = {event[1]["id"]} if event else _left(catalog, view)
    rows = [row for row in catalog.layers["sightings"].rows.values() if row["event"] in names]
    about = (
        Html(el("span", "Of ") + link("event", view, event[1]["title"], id=event[1]["id"]) + ". ")
        if event
        else el("span", "Of ", number(len(names), "events", view, count(len(names), "event")), ". ")
    )
    dek = "Each with the place as its source words it, what our point rests on and how far off it may be. "
    everything = link("sightings", view, "List those of all events that the filters leave.") if event else None
    made = _rows(catalog)
    body = Html("".join(made[row["id"]] for row in sorted(rows, key=lambda row: row["date"] or "", reverse=True)))
    return Html(
        heading(count(len(rows), "sighting"), [about, dek, everything])
        + table(
            count(len(rows), "sighting"),
            COLUMNS,
            body,
            order="-date",
            search="Search by place, ship or event, in any spelling",
            own=True,
            cls="wide",
        )
    )


def _left(catalog: Catalog, view: View) -> set[str]:
    names = tuple(catalog.layers["events"].rows)
    return {names[place] for place in np.flatnonzero(view.mask(catalog.columns))}


@cache
def _rows(catalog: Catalog) -> Mapping[str, Html]:
    rows = catalog.layers["sightings"].rows
    return {name: row_html(COLUMNS, _row(catalog, row)) for name, row in rows.items()}


def _row(catalog: Catalog, row: Mapping[str, Any]) -> Row:
    event = catalog.event(row["event"])
    place = catalog.layers["places"].rows.get(row["place_id"] or "")
    basis = how(row).partition(", ")[0]
    return Row(
        (
            Cell(carried("", row["place"], selection=f"sighting.{row['id']}"), row["place"]),
            Cell(told_day(row, year=True), row["date"] or ""),
            Cell(carried("event", event["title"], id=event["id"]), event["title"]),
            row["who"],
            basis,
            Cell(f"±{row['radius_km']:g} km" if row["drawable"] else "not drawn", row["radius_km"] or ""),
            carried("sources", len(row["sources"]), count=len(row["sources"]), sighting=row["id"]),
        ),
        find=(
            row["place"],
            row["as_stated"],
            row["who"],
            event["title"],
            day(row["date"]),
            *(place["names"].values() if place and place.get("names") else ()),
        ),
    )
