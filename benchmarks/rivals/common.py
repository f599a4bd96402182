"""What all rivals share: the events, read once; the slider; the line that says how many are shown; an empty map."""

import os
from datetime import date

import folium
import geopandas
import pandas as pd
import streamlit as st

from benchmarks.rivals.place import CENTRE, ZOOM

COLOURS = {
    "naval-exercise": "#3D68CF", "naval-patrol": "#9C2C00", "air-patrol": "#5A1478", "transit": "#0E8768",
    "port-call": "#8E7010", "coast-guard": "#C2185B", "meeting": "#5A5B70", "encounter": "#111111", "ashore": "#55701A",
}  # fmt: skip


@st.cache_resource
def events() -> geopandas.GeoDataFrame:
    """Read the events and what is the same at every run; `cache_resource`, because `cache_data` would copy them."""
    frame = geopandas.read_file(os.environ["BENCH_EVENTS"])
    first = frame.geometry.get_coordinates().groupby(level=0).first()
    return frame.assign(
        start=pd.to_datetime(frame["start"]),
        end=pd.to_datetime(frame["end"]),
        lon=first["x"],
        lat=first["y"],
        color=frame["kind"].map(COLOURS),
    )


def chosen(first: date, last: date) -> tuple[date, date]:
    """Show the slider; a link may say where its end stands."""
    end = date.fromisoformat(st.query_params.get("to", last.isoformat()))
    return st.slider("Dates", first, last, (first, end), format="YYYY-MM-DD")


def shown() -> geopandas.GeoDataFrame:
    """Show the slider and give the events of its range."""
    everything = events()
    start, end = chosen(everything["start"].min().date(), everything["end"].max().date())
    inside = everything[(everything["start"] <= pd.Timestamp(end)) & (everything["end"] >= pd.Timestamp(start))]
    st.caption(f"{len(inside)} of {len(everything)} events shown")
    return inside


def empty_map() -> folium.Map:
    """Make a map without tiles, whose Leaflet comes from our own server."""
    sea = folium.Map(CENTRE, zoom_start=ZOOM, tiles=None, prefer_canvas=True)
    sea.default_js = [("leaflet", "../../leaflet/leaflet.js")]
    sea.default_css = [("leaflet", "../../leaflet/leaflet.css")]
    return sea
