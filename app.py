"""Joint Sea Atlas, the server: pages, routes and middleware in one; start it with `streamlit run app.py`."""

from pathlib import Path

import streamlit as st

from atlas.web import Site

ui = Path(__file__).parent / "atlas" / "ui"
site = Site(ui / "styles", ui / "client", base=st.get_option("server.baseUrlPath"))
app = st.App("atlas/ui/main.py", routes=site.routes, middleware=site.middleware, lifespan=site.lifespan)
