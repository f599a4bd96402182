"""The script of all pages: the frame that they share, and the way to each."""

from collections.abc import Callable

import streamlit as st

from atlas.catalog import Catalog, default_catalog
from atlas.errors import LayerError
from atlas.ui import address, frame, later
from atlas.web.pages import HIDDEN, PAGES


def content(show: Callable[[], None]) -> Catalog | None:
    """Show what is the page's own and give the data, or say why there is nothing to see."""
    try:
        catalog = default_catalog()
    except LayerError as error:
        frame.broken(str(error))
        return None
    show()
    return catalog


def run() -> None:
    """Show the page that the address names, inside the frame."""
    titles = PAGES | HIDDEN
    # Streamlit sends these names at each run, each of them twice; the reader sees those of `frame.title`.
    pages = [st.Page(frame.script(path), title=path or "map", url_path=path, default=not path) for path in titles]
    page = st.navigation(pages, position="hidden")
    address.enter(page.url_path)
    frame.title(titles[page.url_path] if page.url_path else None)
    frame.colours()
    if st.context.is_embedded:
        content(page.run)
        return
    bar = frame.header(page.url_path)
    catalog = content(page.run)
    if not later.opening() or catalog is None:
        frame.tools(bar, page.url_path)
    if page.url_path and catalog:  # the map fills its page; its filters have a foot of their own
        frame.foot(catalog)


run()
