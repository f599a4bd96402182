"""Two small parts that Streamlit has no widget for: the theme switch and the share button."""

from collections.abc import Sequence

import streamlit as st

from atlas.ui.component import component

_theme = component("theme", html='<button type="button" class="icon"><span></span></button>')
_share = component(
    "share",
    html=(
        '<button type="button" class="share"><i></i><b>Copy link</b></button><span class="said" role="status"></span>'
        '<label hidden>This view as a link<input readonly spellcheck="false"></label>'
    ),
)


def theme_switch(mode: str, paths: Sequence[str]) -> None:
    """Give the button that changes between light and dark.

    Streamlit has no call for it: the script writes what Streamlit's own menu writes, once for each page, and loads the
    page again; the address holds the view, so nothing is lost.
    """
    base = st.get_option("server.baseUrlPath").strip("/")
    root = f"/{base}/" if base else "/"
    with st.container(key="theme", width="content"):
        _theme(key="theme-switch", data={"mode": mode, "paths": [root + path for path in paths]}, width=34, height=34)


def share_button() -> None:
    """Give the button that copies the address of this view; where the browser forbids it, it shows it to be copied."""
    with st.container(key="share", width="content"):
        _share(key="share-link", width="content", height=34)
