"""What a page shows once it stands: its first screen does not wait for charts and for the rest of a long list."""

from typing import Final

import streamlit as st

from atlas.ui import address
from atlas.ui.component import component

STOOD: Final = "stood"
_stands = component("stands")


def stands() -> bool:
    """Say whether this page has been painted; where it has not, have its fragment run again as soon as it has.

    Call it once in a run, inside the fragment that shall run again. A page that is come back to stands at once: what
    draws its charts is in the browser already.
    """
    here = st.session_state.get(address.PAGE, "")
    if st.session_state.get(STOOD) == here:
        return True
    _stands(key="stands", on_stood_change=lambda: st.session_state.update({STOOD: here}), width=1, height=1)
    return False
