"""The register of ships: the facts of each, and in how many events of the view it is named."""

from dataclasses import replace
from typing import Final

import numpy as np
import streamlit as st

from atlas.catalog import Catalog
from atlas.catalog.fleet import crews
from atlas.ui.html import Child, Html, el
from atlas.ui.kept import Kept
from atlas.ui.links import described, link, number
from atlas.ui.listing import heading
from atlas.ui.ships.parts import NOT_TOLD, findable, kind, led
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.words import count, day
from atlas.view import View
from atlas.view.sums import Sum, by_ship

COLUMNS: Final = (
    Column("ship", "Ship"),
    Column("hull", "Hull"),
    Column("events", "Events", down=True, cls="n"),
    Column("first", "First seen", down=True),
    Column("last", "Last seen", down=True),
    Column("type", "Type and class"),
    Column("fleet", "Fleet"),
)
ORDER: Final = "-events"
NOTE: Final = (
    "Events counts those of this view that name the ship; first and last seen are the first day of the first of them "
    "and the last day of the last. Ships that sources count but do not name are not here."
)
_kept: Final[Kept[Html]] = Kept(64)


def lay(catalog: Catalog, view: View) -> None:
    """Lay out the page."""
    whole = replace(view, selection=None, centre=None, zoom=None)
    st.html(_kept.get((catalog.version, whole), lambda: made(catalog, whole)))


def made(catalog: Catalog, view: View) -> Html:
    """Make the page."""
    sums = by_ship(catalog, view)
    sums.sort(key=lambda one: (-one.n, catalog.ships[one.name]["name"]))
    rest = len(catalog.ships) - len(sums)
    others: Child = [
        f" {count(rest, 'other ship')} of the register {'is' if rest == 1 else 'are'} not named in them: ",
        link("ships", View.default(catalog), f"show all {len(catalog.ships)}"),
        ".",
    ]
    named: Child = [
        f"{count(len(sums), 'ship')} {'is' if len(sums) == 1 else 'are'} named in ",
        described(catalog, view),
        ".",
    ]
    head = heading("Ships", [named, others if rest else None])
    if not sums:
        return head
    columns, rows = catalog.columns, list(catalog.layers["events"].rows)
    shown = {rows[place] for place in np.flatnonzero(view.mask(columns, without="ships"))}
    whole = table(
        count(len(sums), "ship"),
        COLUMNS,
        [_row(catalog, view, one, shown) for one in sums],
        order=ORDER,
        search="Search by name, hull number, class or type, in any spelling",
        own=True,
        cls="fleet",
    )
    return Html(head + el("p", NOTE, cls="sub fleet-note") + whole)


def _row(catalog: Catalog, view: View, one: Sum, shown: set[str]) -> Row:
    ship = catalog.ships[one.name]
    events = [row for row in crews(catalog)[one.name] if row["id"] in shown]
    first, last = events[0]["start"], max(row["end"] for row in events)
    return Row(
        (
            Cell(led(ship, view), ship["name"]),
            Cell(ship.get("hull") or NOT_TOLD, ship.get("hull") or ""),
            Cell(number(one.n, "events", one.view), one.n),
            Cell(day(first), first),
            Cell(day(last), last),
            Cell(kind(ship), ship.get("type") or ""),
            Cell(ship.get("fleet") or NOT_TOLD, ship.get("fleet") or ""),
        ),
        find=tuple(findable(ship)),
    )
