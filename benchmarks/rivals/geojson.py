"""All events as one GeoJSON in `feature_group_to_add`: the map stays, its events are sent anew at every run."""

import folium
import streamlit as st
from folium.utilities import JsCode
from streamlit_folium import st_folium

from benchmarks.rivals.common import empty_map, shown
from benchmarks.rivals.place import HEIGHT

POINT = JsCode(
    "(feature, place) => feature.properties.radius_km"
    " ? L.circle(place, {radius: feature.properties.radius_km * 1000}) : L.circleMarker(place, {radius: 6})"
)
STYLE = JsCode("(feature, layer) => layer.setStyle({color: feature.properties.color, weight: 2})")

st.set_page_config(layout="wide")
events = shown()[["title", "radius_km", "color", "geometry"]]
group = folium.FeatureGroup(name="events")
if len(events):
    folium.GeoJson(
        events,
        point_to_layer=POINT,
        on_each_feature=STYLE,  # a style_function in Python would be called, and its answer sent, for every event
    ).add_to(group)
clicked = st_folium(
    empty_map(),
    height=HEIGHT,
    use_container_width=True,
    feature_group_to_add=group,
    returned_objects=["last_active_drawing"],
)
if clicked["last_active_drawing"]:
    st.subheader(clicked["last_active_drawing"]["properties"]["title"])
