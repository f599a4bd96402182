"""The events as a table: what the filters leave, to sort and to search by any name that is in them."""

from dataclasses import replace

import streamlit as st

from atlas.catalog import Catalog
from atlas.ui import address
from atlas.ui.events.facets import facets
from atlas.ui.events.narrow import Narrow
from atlas.ui.events.rows import COLUMNS, events_table
from atlas.ui.html import Html, el, join
from atlas.ui.links import link
from atlas.ui.listing import heading
from atlas.view import View
from atlas.view.filters import Mask

__all__ = ["COLUMNS", "among", "lay", "odd", "page"]


def lay(catalog: Catalog, view: View) -> None:
    """Lay out the page."""
    st.html(page(catalog, view, Narrow.read(address.own())[0]))


def among(catalog: Catalog) -> Mask | None:
    """Say which events the page's own keys leave; None where they leave all."""
    narrow = Narrow.read(address.own())[0]
    return narrow.mask(catalog) if narrow.pairs() else None


def odd(own: dict[str, str]) -> dict[str, str]:
    """Name what the address holds for this page and it cannot follow, by key."""
    return Narrow.read(own)[1]


def page(catalog: Catalog, view: View, narrow: Narrow) -> Html:
    """Give the whole page under a view, narrowed by what only this page knows."""
    parts = [heading("Events", f"{view.describe(catalog)}."), _narrowed(view, narrow), _selected(catalog, view, narrow)]
    if catalog.count(view):
        parts += [facets(catalog, view, narrow), events_table(catalog, view, narrow)]
    return Html("".join(parts))


def _narrowed(view: View, narrow: Narrow) -> Html:
    """Say what part of them is listed, with a way back to all."""
    if not narrow.words:
        return Html()
    return el("p", f"Of these, only those {narrow.words}. ", link("events", view, "List all of them"), cls="sub")


def _selected(catalog: Catalog, view: View, narrow: Narrow) -> Html:
    """Name the event that is selected here and on the map, and say so where it is not in the list."""
    found = catalog.where_is(view.selection)
    if found is None or found[0] != "event":
        return Html()
    place = list(catalog.layers["events"].rows).index(found[1]["id"])
    listed = view.mask(catalog.columns)[place] and narrow.mask(catalog)[place]
    ways = [
        link("event", view, "All that is known of it", id=found[1]["id"]),
        link("", view, "See it on the map"),
        link("events", replace(view, selection=None), "Select nothing"),
    ]
    rest = None if listed else ", which is not among those below"
    return el("p", "Selected: ", el("b", found[1]["title"]), rest, ". ", join(ways, " · "), cls="sub chosen")
