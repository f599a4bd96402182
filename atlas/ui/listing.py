"""What the pages that list things share: the filters of the map page, and what they leave of the list."""

from collections.abc import Callable, Sequence

import streamlit as st

from atlas.catalog import Catalog, default_catalog
from atlas.ui import address, bridge, dates, filters, head, kinds
from atlas.ui.html import Child, Html, el, text
from atlas.ui.table import Column, ignored
from atlas.view import View
from atlas.view.filters import Mask

Lay = Callable[[Catalog, View], None]
Odd = Callable[[dict[str, str]], dict[str, str]]
Among = Callable[[Catalog], Mask | None]


def show(lay: Lay, columns: Sequence[Column] = (), odd: Odd = lambda _: {}, among: Among = lambda _: None) -> None:
    """Lay out a page of a list, and follow the filters.

    Parameters
    ----------
    lay : callable
        Lays out the page under a view; it runs again, and nothing else of the page, when dates or kinds change.
    columns : sequence of Column
        Of the table that keeps its order in the address.
    odd : callable
        Names, by key, what the page's own keys hold and it cannot follow.
    among : callable
        Says which events the page's own keys leave; None for all. The counts of kinds are of these.
    """
    address.whole_run()
    catalog = default_catalog()
    view, notices = address.read()
    _shown(lay, among)
    kinds.show()
    dates.show(view)
    own = address.own()
    strange = ignored(own, columns) | odd(own)
    head.notices(notices + list(strange.values()), own=tuple(strange))
    filters.show(catalog, view)


@st.fragment
def _shown(lay: Lay, among: Among) -> None:
    if st.session_state.pop(address.WHOLE, False):
        st.rerun()
    catalog = default_catalog()
    view, _ = address.read()
    bridge.show(catalog, view, among=among(catalog))
    with st.container(key="sheet"):
        lay(catalog, view)
        head.empty(catalog, view)


def heading(title: Child, dek: Child = None, kicker: Child = None) -> Html:
    """Give the head of a page: what leads to it, its title, and what it says in a sentence."""
    return Html(
        (el("p", kicker, cls="crumbs") if text(kicker) else Html())
        + el("h1", title, cls="h1", id="main", tabindex="-1")
        + (el("p", dek, cls="dek") if text(dek) else Html())
    )
