"""The script of all pages: the frame that they share, and the way to each."""

import streamlit as st

from atlas.catalog import default_catalog
from atlas.errors import LayerError
from atlas.ui import frame
from atlas.web.pages import PAGES


def run() -> None:
    """Show the page that the address names, inside the frame."""
    st.set_page_config(page_title=frame.NAME, layout="wide", initial_sidebar_state="collapsed")
    pages = [st.Page(frame.script(path), title=title, url_path=path, default=not path) for path, title in PAGES.items()]
    page = st.navigation(pages, position="hidden")
    frame.colours()
    if not st.context.is_embedded:
        frame.header(pages, page)
    try:
        default_catalog()
    except LayerError as error:
        frame.broken(str(error))
        return
    page.run()


run()
