"""The page of one event, laid out: its head, its map beside the facts in short, and all the rest below."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, Final

import streamlit as st

from atlas.catalog import Catalog, default_catalog
from atlas.ui import address, bridge, frame, head, mapview
from atlas.ui.detail.context import Row
from atlas.ui.event.context import PageContext
from atlas.ui.event.days import days_line
from atlas.ui.event.rest import rest
from atlas.ui.event.side import side
from atlas.ui.event.top import top
from atlas.ui.html import Html, el
from atlas.ui.kept import Kept
from atlas.ui.links import link
from atlas.ui.listing import heading
from atlas.ui.words import count
from atlas.view import View
from atlas.view.alone import alone

MAP_HEIGHT: Final = 440
SIGNS: Final = (
    "Dots are what was seen, circles how far off each may be. Lines are drawn by us and are no tracks: solid where a "
    "source tells the way, dashed where we only joined two sightings, dotted for aircraft."
)


@dataclass(frozen=True)
class Made:
    """The page of an event in its parts, as markup."""

    top: Html
    below_map: Html
    side: Html
    rest: Html


_made: Final[Kept[Made]] = Kept(64)


def show() -> None:
    """Lay out the page of the event that the address names; where it names none, say so and show the way on."""
    address.whole_run()
    catalog = default_catalog()
    view, notices = address.read()
    name = address.own().get("id", "")
    found = catalog.where_is(f"event.{name}")
    with st.container(key="sheet"):
        if found is None:
            st.html(missing(catalog, view, name))
        else:
            frame.title(found[1]["title"])
            _shown(name)
    head.notices(notices)


@st.fragment
def _shown(name: str) -> None:
    catalog = default_catalog()
    view, _ = address.read()
    ctx = PageContext.of(catalog, view, name)
    event = catalog.event(name)
    page = made(ctx, event)
    st.html(page.top)
    with st.container(key="event"):
        with st.container(key="event-map"):
            st.html(el("h2", "Where and when", cls="h2") + el("p", SIGNS, cls="sub"))
            state = alone(view, catalog, [name], ctx.selection or f"event.{name}")
            mapview.show_beside("event", state, MAP_HEIGHT, label=in_words(catalog, event), on_did=_did(name))
            st.html(page.below_map)
        st.html(page.side)
        st.html(page.rest)


def made(ctx: PageContext, event: Row) -> Made:
    """Give the page of an event; made once for each view and choice."""
    key = (ctx.catalog.version, ctx.event, ctx.view.link(), ctx.selection)
    return _made.get(key, lambda: Made(top(ctx, event), _below(ctx, event), side(ctx, event), rest(ctx, event)))


def _below(ctx: PageContext, event: Row) -> Html:
    way = el("a", "Show it on the map among the others", href=ctx.on_map(), target="_self")
    return el("div", days_line(ctx, event), el("p", way, cls="to-map"), cls="event-below")


def in_words(catalog: Catalog, event: Row) -> str:
    """Say what the map shows."""
    drawn = [row for row in catalog.sightings_of(event["id"]) if row["drawable"]]
    if not drawn:
        return f"Map: no sighting of {event['title']} is told well enough to be drawn."
    places = list(dict.fromkeys([drawn[0]["place"], drawn[-1]["place"]]))
    where = " to ".join(places) if len(places) > 1 else f"at {places[0]}"
    return f"Map of {event['title']}: {count(len(drawn), 'sighting')}, {where}; the table below tells each."


def _did(name: str) -> Any:
    def did(told: Mapping[str, Any]) -> None:
        view = address.read()[0]
        wanted = changed(view, told, default_catalog(), name)
        if wanted is not None:
            address.write(wanted)

    return did


def changed(view: View, did: Mapping[str, Any], catalog: Catalog, event: str) -> View | None:
    """Give the view after what the reader did on the map of an event: a part of it chosen, or a layer switched.

    Parameters
    ----------
    view : View
        What the address says.
    did : mapping
        What the browser has sent, trusted in nothing.
    catalog : Catalog
        Knows what can be chosen.
    event : str
        Id of the event that the page is about.

    Returns
    -------
    View or None
        None for anything that means nothing here.
    """
    wanted = bridge.changed(view, did, catalog)
    if wanted is None or not did.keys() & {"sel", "layers"}:
        return None
    if "layers" in did:
        return wanted
    return replace(wanted, selection=PageContext.of(catalog, wanted, event).selection)


def missing(catalog: Catalog, view: View, name: str) -> Html:
    """Say that there is no such event, name those with an id like it, and show the way to all of them."""
    ctx = PageContext(catalog=catalog, event=name, view=replace(view, selection=None))
    told = f"The atlas has no event with the id “{name[:60]}”." if name else "This link lacks the id of an event."
    alike = get_close_matches(name[:60], catalog.layers["events"].rows, n=3)
    ways = [el("li", ctx.event_link(one)) for one in alike]
    return Html(
        heading("No such event", told)
        + (el("p", "Perhaps one of these:", cls="sub") + el("ul", ways, cls="alike") if ways else "")
        + el("p", link("events", ctx.view, "Go to the list of events"), cls="to-list")
    )
