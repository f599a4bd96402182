"""The detail panel on the page: its text, and the button that closes it."""

import streamlit as st

from atlas.catalog import Catalog
from atlas.ui import address
from atlas.ui.detail import panel
from atlas.ui.html import Html
from atlas.ui.links import carried
from atlas.view import View


def show(catalog: Catalog, view: View) -> None:
    """Lay out the panel of what the view selects; nothing where it selects nothing."""
    found = panel(catalog, view)
    if found is None:
        return
    with st.container(key="detail"):
        with st.container(key="dbar", horizontal=True, horizontal_alignment="right", gap="small"):
            st.html(Html(found.kicker + whole(catalog, view.selection)), width="stretch")
            st.button("Close", key="close", on_click=address.close, type="tertiary")
        st.html(found.body)


def whole(catalog: Catalog, selection: str | None) -> Html:
    """Give the link to the page of the event that is selected, or that the selected sighting or leg belongs to.

    The browser gives it the view that is shown when it is used, so that the panel need not change with the view.
    """
    event = catalog.event_of(selection)
    return carried("event", "Whole event →", cls="whole", id=event) if event else Html()
