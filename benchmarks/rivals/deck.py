"""All events as points of st.pydeck_chart, drawn by the graphics card where there is one."""

import pydeck
import streamlit as st

from benchmarks.rivals.common import COLOURS, shown
from benchmarks.rivals.place import CENTRE, HEIGHT, ZOOM

RGB = {colour: [int(colour[place : place + 2], 16) for place in (1, 3, 5)] for colour in COLOURS.values()}

# An empty style, as a string; else one is fetched from somebody's server.
NO_GROUND = 'data:application/json,{"version":8,"sources":{},"layers":[]}'

st.set_page_config(layout="wide")
events = shown()
points = events[["title", "lon", "lat"]].assign(color=events["color"].map(RGB))
layer = pydeck.Layer(
    "ScatterplotLayer",
    points,
    id="events",
    get_position="[lon, lat]",
    get_fill_color="color",
    get_radius=6,
    radius_units="'pixels'",
    pickable=True,
)
view = pydeck.ViewState(latitude=CENTRE[0], longitude=CENTRE[1], zoom=ZOOM - 1)
picked = st.pydeck_chart(
    pydeck.Deck([layer], initial_view_state=view, map_provider=None, map_style=NO_GROUND),
    height=HEIGHT,
    on_select="rerun",
)
for found in picked.selection["objects"].get("events", []):
    st.subheader(found["title"])
