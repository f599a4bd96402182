"""The page of all straits: a map of gates, which way they went, passages by strait and year, told and computed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import streamlit as st

from atlas.catalog import Catalog
from atlas.catalog.passings import Passing
from atlas.catalog.tally import Tally, tallies
from atlas.ui.html import Child, Html, el
from atlas.ui.kept import Kept
from atlas.ui.links import link
from atlas.ui.listing import heading
from atlas.ui.mapview import show_beside
from atlas.ui.straits import gates
from atlas.ui.straits.by_year import by_year, legend
from atlas.ui.straits.headline import headline
from atlas.ui.straits.legal import regime
from atlas.ui.straits.links import Asked
from atlas.ui.straits.told import differences
from atlas.ui.straits.ways import ways
from atlas.ui.straits.words import short
from atlas.ui.words import count
from atlas.view import View
from atlas.view.passings import passings_of

HEIGHT: Final = 680
_kept: Final[Kept[tuple[Html, Html, Html, list[Tally]]]] = Kept(64)


def lay(catalog: Catalog, view: View) -> None:
    """Lay out the page under a view."""
    view = replace(view, selection=None, centre=None, zoom=None)
    head, side, body, counted = _kept.get((catalog.version, view), lambda: made(catalog, view))
    st.html(head)
    if not counted:
        st.html(side)
        return
    with st.container(key="gates"):
        with st.container(key="gates-map"):
            show_beside(
                "gates",
                gates.state(catalog, view, counted),
                HEIGHT,
                label=gates.said(catalog, counted),
                legend=False,
            )
            st.html(el("p", gates.NOTE, cls="sub"))
        st.html(side)
    st.html(body)


def made(catalog: Catalog, view: View) -> tuple[Html, Html, Html, list[Tally]]:
    """Make what the page says, but for the map: its head, the side column, the rest; and the counts."""
    shown = passings_of(catalog, view)
    counted = tallies(shown, catalog.layers["events"].rows)
    crumbs = [link("", view, "Map"), " / Straits"]
    if not counted:
        nothing = "No source tells a passage of a strait in the events that these filters leave."
        return heading(headline(counted, catalog.straits), nothing, crumbs), regime(catalog, view), Html(), []
    head = heading(headline(counted, catalog.straits), dek(catalog, view, counted), crumbs)
    side = Html(ways(catalog, view, counted) + regime(catalog, view))
    return head, el("div", side, cls="aside"), _body(catalog, view, counted, shown), counted


def dek(catalog: Catalog, view: View, counted: Sequence[Tally]) -> Child:
    """Say in a sentence or two how many passages are told, since when, where most, and by whom."""
    told = [passing for tally in counted for passing in tally.passings]
    first = min((passing.year for passing in told if passing.year), default=None)
    leading = [
        [
            between,
            Asked(tally.strait, "told").number(tally.all, view),
            f" through {short(catalog.straits[tally.strait].row)}",
        ]
        for between, tally in zip((": ", ", "), counted, strict=False)
    ]
    ships, aircraft = sum(tally.ships for tally in counted), sum(tally.aircraft for tally in counted)
    return [
        "Sources tell of ",
        Asked(how="told").number(len(told), view, count(len(told), "passage")),
        " through ",
        el("a", count(len(counted), "strait or gap", "straits and gaps"), href="#by-year"),
        f" since {first}" if first else None,
        leading if len(counted) > 1 else None,
        ". ",
        Asked(how="told", by="sea").number(ships, view),
        " by ships, ",
        Asked(how="told", by="air").number(aircraft, view),
        " by aircraft.",
    ]


def _body(catalog: Catalog, view: View, counted: Sequence[Tally], shown: Sequence[Passing]) -> Html:
    return Html(
        el("h2", "Passages by strait and year", cls="h2", id="by-year")
        + el("p", "As the sources tell them, not as we computed them. A group that passes once counts once.", cls="sub")
        + legend(counted)
        + by_year(catalog, view, counted)
        + differences(catalog, view, shown)
    )
