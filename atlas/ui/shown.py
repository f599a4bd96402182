"""What follows the view, as one fragment: a move of the dates or a click runs this and nothing else of the page."""

import streamlit as st

from atlas.catalog import default_catalog
from atlas.ui import address, bridge, dates, frame, head, kinds, side


@st.fragment
def show(*, embedded: bool) -> None:
    """Lay out sentence, kinds, strip of time and panel, and tell the map what to show."""
    if st.session_state.pop(address.WHOLE, False):
        st.rerun()
    catalog = default_catalog()
    view, _ = address.read()
    bridge.show(view.map_state(catalog, theme=frame.theme(), fit=st.session_state[address.FIT]))
    head.show(catalog, view, embedded=embedded)
    if embedded:
        return
    kinds.show(catalog, view)
    dates.show(catalog, view)
    head.empty(catalog, view)
    side.show(catalog, view)
