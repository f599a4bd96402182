"""The floor of a page with a map: a slider, and st_folium with nothing on it."""

from datetime import date

import streamlit as st
from streamlit_folium import st_folium

from benchmarks.rivals.common import chosen, empty_map
from benchmarks.rivals.place import HEIGHT

st.set_page_config(layout="wide")
chosen(date(2005, 1, 1), date(2026, 12, 31))
st_folium(empty_map(), height=HEIGHT, use_container_width=True, returned_objects=[])
