"""One folium object for every event, on a new map at every run, as the first example of the documentation has it."""

import folium
import streamlit as st
from streamlit_folium import st_folium

from benchmarks.rivals.common import empty_map, shown
from benchmarks.rivals.place import HEIGHT

st.set_page_config(layout="wide")
events = shown()
sea = empty_map()
for event in events.itertuples():
    look = {"color": event.color, "tooltip": event.title}
    if event.geometry.geom_type == "LineString":
        folium.PolyLine([(lat, lon) for lon, lat in event.geometry.coords], weight=2, **look).add_to(sea)
    elif event.radius_km > 0:
        folium.Circle((event.lat, event.lon), radius=event.radius_km * 1000, **look).add_to(sea)
    else:
        folium.CircleMarker((event.lat, event.lon), radius=6, fill=True, **look).add_to(sea)
clicked = st_folium(sea, height=HEIGHT, use_container_width=True, returned_objects=["last_object_clicked_tooltip"])
if clicked["last_object_clicked_tooltip"]:
    st.subheader(clicked["last_object_clicked_tooltip"])
