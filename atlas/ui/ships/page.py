"""The page of one ship: its history on a map and in time, the straits it passed, the ships it sailed with."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, Final

import streamlit as st

from atlas.catalog import Catalog, default_catalog
from atlas.catalog.fleet import History, history
from atlas.look import KINDS
from atlas.ui import address, charts, frame, head, mapview
from atlas.ui.detail.context import Context
from atlas.ui.detail.parts import names_line
from atlas.ui.detail.sources import source_list
from atlas.ui.html import Html, el, join, text
from atlas.ui.kept import Kept
from atlas.ui.links import link, number
from atlas.ui.listing import heading
from atlas.ui.ships.beside import beside
from atlas.ui.ships.history import chart, events
from atlas.ui.ships.parts import flag, label, ship_link
from atlas.ui.ships.side import side
from atlas.ui.ships.straits import straits
from atlas.ui.words import count, day, listed, sentence, state
from atlas.view import View
from atlas.view.alone import alone
from atlas.vocabulary import KIND

MAP_HEIGHT: Final = 440
LAYERS: Final = ("seas", "places", "straits", "legs", "sightings")


@dataclass(frozen=True)
class Made:
    """The page of a ship in its parts."""

    top: Html
    below: Html
    side: Html
    chart: charts.Chart | None
    rest: Html


_made: Final[Kept[Made]] = Kept(128)


def show() -> None:
    """Lay out the page of the ship that the address names; where it names none, say so and show the way on."""
    address.whole_run()
    catalog = default_catalog()
    view, notices = address.read()
    name = address.own().get("id", "")
    with st.container(key="sheet"):
        if name in catalog.ships:
            frame.title(label(catalog.ships[name]))
            _shown(name)
        else:
            st.html(missing(catalog, replace(view, selection=None), name))
    head.notices(notices)


@st.fragment
def _shown(name: str) -> None:
    catalog = default_catalog()
    view, _ = address.read()
    told = history(catalog, name)
    chosen = view.selection if view.selection in {f"event.{row['id']}" for row in told.events} else None
    view = replace(view, selection=None, centre=None, zoom=None)
    page = _made.get((catalog.version, name, view, chosen), lambda: made(catalog, told, view, chosen))
    st.html(page.top)
    with st.container(key="ship"):
        with st.container(key="ship-map"):
            mapview.show_beside("ship", map_state(catalog, told, chosen), MAP_HEIGHT, label=in_words(told), on_did=_did)
            st.html(page.below)
            if page.chart:
                charts.show(page.chart)
        st.html(page.side)
        st.html(page.rest)


def made(catalog: Catalog, told: History, view: View, chosen: str | None = None) -> Made:
    """Make the page of a ship; it shows the ship whole, whatever the filters, and hands them on."""
    ctx = Context(catalog, chosen)
    sources = told.ship.get("sources") or ()
    rest = [
        events(ctx, told, view) if told.events else None,
        straits(catalog, told, view),
        beside(catalog, told, view),
        el(
            "section",
            el("h2", "Sources", cls="h2", id="sources"),
            el("p", count(len(sources), "source"), cls="sub"),
            source_list(ctx, sources),
        ),
    ]
    alone = replace(View.default(catalog), ships=(told.ship["id"],))
    below = el(
        "p", "Every sighting of its events, with how far off it may be. ", link("", alone, "Open on the map"), cls="sub"
    )
    return Made(
        top(catalog, told, view),
        below,
        side(catalog, told, view),
        chart(told, view) if told.events else None,
        el("div", rest, cls="detail ship-sections"),
    )


def top(catalog: Catalog, told: History, view: View) -> Html:
    """Give the head of the page: the way to it, what the ship is, its name, and its history in a sentence."""
    ship = told.ship
    ways = join([link("", view, "Map"), link("ships", view, "Ships")], " / ")
    about = join([sentence(ship["type"]) if ship.get("type") else None, ship.get("class")], ", ")
    return el(
        "header",
        el("p", ways, cls="crumbs"),
        el("p", flag(ship.get("state")), about, cls="kind"),
        el("h1", label(ship), cls="h1", id="main", tabindex="-1"),
        names_line(ship.get("names")),
        el("p", sentence_of(catalog, told), cls="dek"),
        cls="detail ship-top",
    )


def sentence_of(catalog: Catalog, told: History) -> Html:
    """Say in a sentence how often, when and in what the ship is named; each number opens its list."""
    if told.first is None or told.last is None:
        return el("span", f"A ship of {state(told.ship.get('state'))} that no event names.")
    everything = replace(View.default(catalog), ships=(told.ship["id"],))
    n = len(told.events)
    kinds = []
    for kind in KINDS:
        of_kind = sum(row["kind"] == kind for row in told.events)
        if of_kind:
            own = replace(everything, kinds=(kind,))
            kinds.append(number(of_kind, "events", own, count(of_kind, *KIND[kind])))
    when = f" from {day(told.first['start'])} to {day(told.last['end'])}: "
    return text(["Named in ", number(n, "events", everything, count(n, "event")), when, join(kinds, ", "), "."])


def map_state(catalog: Catalog, told: History, chosen: str | None) -> dict[str, Any]:
    """Give what the map of a ship is told: its events alone, with all their sightings."""
    view = replace(View.default(catalog), layers=LAYERS)
    return alone(view, catalog, [row["id"] for row in told.events], chosen)


def in_words(told: History) -> str:
    """Say what the map shows."""
    titles = [row["title"] for row in told.events]
    shown = listed([*titles[:3], f"{len(titles) - 3} more"] if len(titles) > 4 else titles)
    return f"Map of the events that name {label(told.ship)}: {shown}; the tables below tell each."


def _did(did: Mapping[str, Any]) -> None:
    sel = did.get("sel")
    if sel is None or (isinstance(sel, str) and default_catalog().where_is(sel)):
        address.change(selection=sel)


def missing(catalog: Catalog, view: View, name: str) -> Html:
    """Say that there is no such ship, name those with an id like it, and show the way to all of them."""
    told = f"The atlas has no ship with the id “{name[:60]}”." if name else "This link lacks the id of a ship."
    alike = get_close_matches(name[:60], catalog.ships, n=3)
    ways = [el("li", ship_link(catalog.ships[one], view, label(catalog.ships[one]))) for one in alike]
    return Html(
        heading("No such ship", told)
        + (el("p", "Perhaps one of these:", cls="sub") + el("ul", ways, cls="alike") if ways else "")
        + el("p", link("ships", view, "Go to the register of ships"), cls="to-list")
    )
