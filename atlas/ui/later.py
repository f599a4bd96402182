"""What a page shows once it stands: its first screen does not wait for charts and for the rest of a long list.

The map page waits for its map. A reader who opens it looks at the map first, and all else would cost it a quarter more.
"""

from typing import Final

import streamlit as st

from atlas.ui import address
from atlas.ui.component import component

STOOD: Final = "stood"
FIRST: Final = "first"
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


def opening() -> bool:
    """Say whether the map page is being opened: until its map is drawn only map, sentence and panel are sent.

    `atlas.ui.bridge` hears when it is. Whoever comes to it from another page has all scripts, and gets all at once.
    """
    here = st.session_state.get(address.PAGE, "")
    if st.session_state.setdefault(FIRST, here) != here:
        st.session_state.setdefault(STOOD, None)
    return not here and STOOD not in st.session_state


def opened() -> None:
    """Take note that the map is drawn: the whole page runs again, and shows all it has."""
    st.session_state[STOOD] = ""
    st.session_state[address.WHOLE] = True
