"""The detail panel on the page: its text, and the button that closes it."""

import streamlit as st

from atlas.catalog import Catalog
from atlas.ui import address
from atlas.ui.detail import panel
from atlas.view import View


def show(catalog: Catalog, view: View) -> None:
    """Lay out the panel of what the view selects; nothing where it selects nothing."""
    found = panel(catalog, view)
    if found is None:
        return
    with st.container(key="detail"):
        with st.container(key="dbar", horizontal=True, horizontal_alignment="right", gap="small"):
            st.html(found.kicker, width="stretch")
            st.button("Close", key="close", on_click=address.close, type="tertiary")
        st.html(found.body)
