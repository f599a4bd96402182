"""The script of all pages: the frame that they share, and the way to each."""

import streamlit as st

from atlas.catalog import default_catalog
from atlas.errors import LayerError
from atlas.ui import address, frame
from atlas.web.pages import HIDDEN, PAGES


def run() -> None:
    """Show the page that the address names, inside the frame."""
    titles = PAGES | HIDDEN
    page = st.navigation(
        [st.Page(frame.script(path), title=title, url_path=path, default=not path) for path, title in titles.items()],
        position="hidden",
    )
    address.enter(page.url_path)
    frame.title(page.title if page.url_path else None)
    frame.colours()
    if not st.context.is_embedded:
        frame.header(page.url_path)
    try:
        catalog = default_catalog()
    except LayerError as error:
        frame.broken(str(error))
        return
    page.run()
    if page.url_path and not st.context.is_embedded:  # the map fills its page; its filters have a foot of their own
        frame.foot(catalog)


run()
