"""The page of two views: two maps that move as one, each with its filters and days, and their numbers side by side."""

from typing import Final

import streamlit as st

from atlas.catalog import Catalog, default_catalog
from atlas.ui import address, bridge, dates, filters, head, kinds, mapview, more
from atlas.ui.compare import numbers, sides, words
from atlas.ui.compare.sides import Side
from atlas.view import View
from atlas.view.pair import Pair

HEIGHT: Final = 400


def show() -> None:
    """Lay out the page."""
    catalog = default_catalog()
    pair, notices = sides.read()
    start = mapview.start_of(pair.first)
    with st.container(key="sheet"):
        st.html(words.heading(catalog, pair))
        for column, side in zip(st.columns(2, gap="medium"), sides.BOTH, strict=True):
            with column:
                _side(catalog, pair, side, start)
        _chosen(catalog, pair)
        st.html(numbers.tables(catalog, pair))
    head.notices(notices, mend=sides.mend)


def _side(catalog: Catalog, pair: Pair, side: Side, start: tuple[tuple[float, float], float]) -> None:
    """Lay out one view: how many events, its map, its days, its filters; opened, these leave the maps side by side."""
    view = side.of(pair)
    st.html(words.side(catalog, pair, side))
    fit = st.session_state[address.FIT] and side is words.fitted(catalog, pair)
    state = words.seen(catalog, view).map_state(catalog, fit=fit)
    mapview.show_beside(
        side.name,
        state | {"page": bridge.around(catalog, view)},
        HEIGHT,
        label=f"Map {side.letter}: {view.describe(catalog)}",
        start=start,
        on_did=side.did,
        legend=side is sides.SECOND,
        together="pair",
        address=True,
    )
    dates.show(view, side)
    _filters(catalog, view, side)


def _filters(catalog: Catalog, view: View, side: Side) -> None:
    """Lay out the filters of one view; they are sent once somebody opens them."""
    group = st.expander(words.filters_label(view, side), key=side.key(more.GROUP), on_change="rerun")
    if group.open:
        with group:
            filters.states(view, side)
            kinds.show(side)
            more.widgets(catalog, view, side)


def _chosen(catalog: Catalog, pair: Pair) -> None:
    """Say what is selected on the maps, and give the way to close it."""
    if pair.first.selection is None:
        return
    with st.container(key="picked", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(words.selected(catalog, pair), width="stretch")
        st.button("Close", key="close", on_click=sides.close, type="tertiary")
