"""The server of a rival: `BENCH_RIVAL` names its script; Leaflet comes from here, so that no CDN can hold it up."""

import os
from pathlib import Path

import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from xstatic.pkg import leaflet

app = st.App(
    Path(__file__).with_name(f"{os.environ['BENCH_RIVAL']}.py"),
    routes=[Mount("/leaflet", StaticFiles(directory=leaflet.BASE_DIR))],
)
