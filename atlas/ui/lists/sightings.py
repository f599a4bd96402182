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
from atlas.ui.links import below, carried, link, number
from atlas.ui.listing import heading
from atlas.ui.lists import most
from atlas.ui.lists.told import unknown
from atlas.ui.table import Cell, Column, Row, row_html, table
from atlas.ui.words import count, day, told_day
from atlas.view import View
from atlas.view.query import Query
from atlas.vocabulary import BASIS

COLUMNS: Final = (
    Column("place", "Place, as told"),
    Column("date", "Date", down=True),
    Column("event", "Event"),
    Column("who", "Who"),
    Column("basis", "How we know it"),
    Column("off", "May be off by", cls="n"),
    Column("sources", "Sources", down=True, cls="n"),
)
ONLY: Final = {"rests": tuple(BASIS), "drawn": ("no",)}
"""What the list may be narrowed to by keys of this page."""


def lay(catalog: Catalog, view: View) -> None:
    """Lay out the page."""
    own = address.own()
    st.html(page(catalog, view, own, most(own)))


def odd(own: dict[str, str]) -> dict[str, str]:
    """Name what the address holds for this page and it cannot follow, by key."""
    found = unknown(own, {"event": "events"})
    for key, allowed in ONLY.items():
        query = Query({key: [own.get(key, "")]})
        query.one_of(key, allowed, None)
        if query.notices:
            found[key] = query.notices[0]
    return found


def page(catalog: Catalog, view: View, own: Mapping[str, str], first: int | None = None) -> Html:
    """Give the page under a view, or of one event alone; the table with its first rows alone, if told."""
    event = catalog.where_is(f"event.{own.get('event')}")
    names = {event[1]["id"]} if event else _left(catalog, view)
    rows = [row for row in catalog.layers["sightings"].rows.values() if row["event"] in names and _asked(row, own)]
    only = _only(own)
    about = (
        Html(el("span", "Of ") + link("event", view, event[1]["title"], id=event[1]["id"]) + ". ")
        if event
        else el("span", "Of ", number(len(names), "events", view, count(len(names), "event")), ". ")
    )
    dek = "Each with the place as its source words it, what our point rests on and how far off it may be. "
    everything = link("sightings", view, "List those of all events that the filters leave.") if event or only else None
    made = _rows(catalog)
    order = sorted(rows, key=lambda row: row["date"] or "", reverse=True)
    body = Html("".join(made[row["id"]] for row in order[:first]))
    return Html(
        heading(below(len(rows), count(len(rows), "sighting")), [about, only, dek, everything])
        + table(
            count(len(rows), "sighting"),
            COLUMNS,
            body,
            order="-date",
            search="Search by place, ship or event, in any spelling",
            own=True,
            cls="wide places",
        )
    )


def _asked(row: Mapping[str, Any], own: Mapping[str, str]) -> bool:
    """Say whether a sighting is one of those that the page's own keys ask for; what they cannot mean asks nothing."""
    basis, drawn = (own.get(key) if own.get(key) in allowed else None for key, allowed in ONLY.items())
    return (basis is None or row["basis"] == basis) and (drawn is None or not row["drawable"])


def _only(own: Mapping[str, str]) -> str | None:
    basis, drawn = own.get("rests") in BASIS, own.get("drawn") in ONLY["drawn"]
    words = [f"whose place is known thus: {BASIS[own['rests']]}"] if basis else []
    words += ["that are not drawn, for their place is told too vaguely or their record says so"] if drawn else []
    return f"Only those {' and '.join(words)}. " if words else None


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
            carried("", row["place"], selection=f"sighting.{row['id']}"),
            Cell(told_day(row, year=True), row["date"] or ""),
            carried("event", event["title"], id=event["id"]),
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
