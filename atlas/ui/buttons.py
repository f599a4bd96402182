"""Three small parts that Streamlit has no widget for: the theme switch, the share button, links without a reload.

Each is a component without a frame; its script stands in a file beside this one.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import streamlit as st

from atlas.ui import address

CLIENT: Final = Path(__file__).with_name("client")


def _client(file: str) -> str:
    return (CLIENT / file).read_text(encoding="utf-8")


_theme = st.components.v2.component(
    "atlas_theme",
    html='<button type="button" class="icon"><span></span></button>',
    css=_client("buttons.css"),
    js=_client("theme.js"),
)
_share = st.components.v2.component(
    "atlas_share",
    html=(
        '<button type="button" class="share"><i></i><b>Copy link</b></button><span class="said" role="status"></span>'
        '<label hidden>This view as a link<input readonly spellcheck="false"></label>'
    ),
    css=_client("buttons.css"),
    js=_client("share.js"),
)
_links = st.components.v2.component("atlas_links", html="<span></span>", js=_client("links.js"))


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


def follow_links() -> None:
    """Let links inside the panel change the view without loading the page again; without the script they still lead."""
    with st.container(key="links"):
        _links(key="followed", on_query_change=_followed, height=1)


def _followed() -> None:
    query = st.session_state["followed"].get("query")
    if isinstance(query, str):
        address.follow(query)
