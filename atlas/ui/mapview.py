"""The map on the page: the only place that calls st_folium."""

from typing import Any, Final

import streamlit as st
from streamlit_folium import st_folium

from atlas import map as sea
from atlas.catalog import Catalog, default_catalog
from atlas.ui import address
from atlas.view import View

KEY: Final = "map"
START: Final = "start"
CENTRE: Final = (35.1, 131.6)
ZOOM: Final = 5.0
HEIGHT: Final = 600


def show(catalog: Catalog, view: View, theme: str, *, embedded: bool = False) -> None:
    """Lay out the map and tell it the view; style sheets give it its true height."""
    centre, zoom = _start(view)
    state = view.map_state(catalog, theme=theme, fit=st.session_state[address.FIT])
    with st.container(key="stage"):
        st_folium(
            sea.sea_map(centre, zoom, embed=embedded),
            key=KEY,
            height=HEIGHT,
            use_container_width=True,
            returned_objects=["last_active_drawing"],
            feature_group_to_add=sea.tell(state),
            on_change=picked,
            render=False,
        )


def _start(view: View) -> tuple[tuple[float, float], float]:
    """Give centre and zoom of the address as it was when the session began: a new start would make a new map."""
    if START not in st.session_state:
        st.session_state[START] = (view.centre or CENTRE, view.zoom or ZOOM)
        st.session_state[address.FIT] = view.centre is None
    start: tuple[tuple[float, float], float] = st.session_state[START]
    return start


def picked() -> None:
    """Select what was picked on the map; the map itself stays where it is."""
    selection = read_pick(st.session_state.get(KEY), default_catalog())
    if selection is not None:
        st.session_state[address.FIT] = False
        address.change(selection=selection)


def read_pick(value: Any, catalog: Catalog) -> str | None:
    """Read what the map's frame has sent.

    Parameters
    ----------
    value : object
        What st_folium holds; it comes from the browser and is trusted in nothing.
    catalog : Catalog
        Knows what can be selected.

    Returns
    -------
    str or None
        A selection such as `event.joint-sea-2012`; None for anything that names nothing in the atlas.
    """
    drawing = value.get("last_active_drawing") if isinstance(value, dict) else None
    properties = drawing.get("properties") if isinstance(drawing, dict) else None
    name = properties.get("id") if isinstance(properties, dict) else None
    return name if isinstance(name, str) and catalog.where_is(name) else None
