"""The map on a page: the only place that calls st_folium."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, Final

import streamlit as st
from streamlit_folium import st_folium

from atlas import map as sea
from atlas.ui import address, bridge, frame
from atlas.ui.embedding import Embedding
from atlas.view import View

KEY: Final = "map"
CENTRE: Final = (35.1, 131.6)
ZOOM: Final = 5.0
HEIGHT: Final = 600


def show(view: View, embedding: Embedding | None = None) -> None:
    """Lay out the map of the map page; style sheets give it its true height.

    The map is the same at every run. What it shows, and what is done on it, goes over `atlas.ui.bridge`.

    Parameters
    ----------
    view : View
        Where the map opens.
    embedding : Embedding, optional
        What the map has of its own where there is nothing beside it, in somebody else's page.
    """
    centre, zoom = start_of(view)
    with st.container(key="stage"):
        _folium(KEY, centre, zoom, HEIGHT, **({} if embedding is None else {"embed": True} | asdict(embedding)))


def show_beside(  # noqa: PLR0913 - what is shown, where, and what is done with it
    name: str,
    state: Mapping[str, Any],
    height: int,
    *,
    label: str,
    start: tuple[tuple[float, float], float] | None = None,
    on_did: Callable[[Mapping[str, Any]], None] | None = None,
    **switches: bool | str,
) -> None:
    """Lay out a map that is one of several things on a page, and tell it what to show.

    It is a map of its own: it has a name, hears what is told to that name, writes no address, and neither catches the
    page's wheel nor the finger that scrolls it. It stays the same frame at every run, whatever its state: only the
    state is sent.

    Parameters
    ----------
    name : str
        Its name on this page, in letters and digits; part of the keys of its elements.
    state : mapping
        What it shows, as client/start.js tells it: most often `view.map_state(catalog, fit=True)`, perhaps with `box`
        (`[[south, west], [north, east]]` in degrees) where the map shall move to. The theme is added here.
    height : int
        Height in CSS pixels; a phone gives it no more than two thirds of its screen.
    label : str
        What the map shows, in words: its text alternative, so it says what the picture says.
    start : tuple of (latitude, longitude) and zoom, optional
        Where a new map opens, in degrees (WGS 84). Give the same at each run, or a new frame is made. By default it
        opens on the region; `fit` in the state moves it to what is chosen.
    on_did : callable, optional
        Called with what the reader did on the map (client/page.js tells what: `{"sel": "event.<id>"}` for a click),
        trusted in nothing, before the run of the page that this causes. Without it what is clicked is only marked on
        the map, and no run is caused.
    **switches : bool or str
        `legend=False` does without the legend; `player=True` and `list=True` add what is off here; `address=True`
        writes where the map stands into the page's address as `at`; `together="<group>"` moves all maps of that group
        as one.
    """
    shown = dict(state) | {"theme": frame.theme(), "label": label}
    centre, zoom = start or (CENTRE, ZOOM)
    with st.container(key=f"beside-{name}", height=height, border=False):
        _folium(f"map-{name}", centre, zoom, height, name=name, **({"player": False, "list": False} | switches))
        bridge.tell(name, shown, on_did)


def _folium(key: str, centre: tuple[float, float], zoom: float, height: int, **switches: Any) -> None:
    st_folium(
        sea.sea_map(centre, zoom, **switches),
        key=key,
        height=height,
        use_container_width=True,
        returned_objects=[],
        render=False,
    )


def start_of(view: View) -> tuple[tuple[float, float], float]:
    """Give centre and zoom of the address as it was when the page was entered: a new start would make a new map."""
    if address.START not in st.session_state:
        st.session_state[address.START] = (view.centre or CENTRE, view.zoom or ZOOM)
        st.session_state[address.FIT] = view.centre is None
    start: tuple[tuple[float, float], float] = st.session_state[address.START]
    return start
