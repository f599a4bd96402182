"""The map on the page: the only place that calls st_folium."""

from typing import Final

import streamlit as st
from streamlit_folium import st_folium

from atlas import map as sea
from atlas.ui import address
from atlas.view import View

KEY: Final = "map"
START: Final = "start"
CENTRE: Final = (35.1, 131.6)
ZOOM: Final = 5.0
HEIGHT: Final = 600


def show(view: View, *, embedded: bool = False) -> None:
    """Lay out the map; style sheets give it its true height.

    The map is the same at every run. What it shows, and what is done on it, goes over `atlas.ui.bridge`.
    """
    centre, zoom = _start(view)
    with st.container(key="stage"):
        st_folium(
            sea.sea_map(centre, zoom, embed=embedded),
            key=KEY,
            height=HEIGHT,
            use_container_width=True,
            returned_objects=[],
            render=False,
        )


def _start(view: View) -> tuple[tuple[float, float], float]:
    """Give centre and zoom of the address as it was when the session began: a new start would make a new map."""
    if START not in st.session_state:
        st.session_state[START] = (view.centre or CENTRE, view.zoom or ZOOM)
        st.session_state[address.FIT] = view.centre is None
    start: tuple[tuple[float, float], float] = st.session_state[START]
    return start
