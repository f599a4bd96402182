"""What follows the view, as one fragment: a move of the dates or a click runs this and nothing else of the page."""

import streamlit as st

from atlas.catalog import default_catalog
from atlas.ui import address, bridge, head, side


@st.fragment
def show(*, embedded: bool) -> None:
    """Lay out sentence and panel, and tell the map, the kinds and the strip of time what to show."""
    if st.session_state.pop(address.WHOLE, False):
        st.rerun()
    catalog = default_catalog()
    view, _ = address.read()
    bridge.show(catalog, view, fit=st.session_state[address.FIT], embedded=embedded)
    head.show(catalog, view, embedded=embedded)
    if embedded:
        return
    head.empty(catalog, view)
    side.show(catalog, view)
