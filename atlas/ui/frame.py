"""What every page shares: the theme, the header with the pages, the theme switch and the share button."""

from collections.abc import Sequence
from typing import Final, Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from atlas.ui import address
from atlas.ui.buttons import share_button, theme_switch
from atlas.ui.html import el

NAME: Final = "Joint Sea Atlas"


def script(path: str) -> str:
    """Give the script of the page at this path, as Streamlit wants it; the map's path is empty."""
    return f"../../pages/{path or 'map'}.py"


def theme() -> Literal["light", "dark"]:
    """Give the theme that the reader sees."""
    return "dark" if st.context.theme.type == "dark" else "light"


def colours() -> None:
    """Tell the whole page the theme: the style sheet hangs in its head, and popovers hang outside the app."""
    st.html(f"<style>:root{{color-scheme:{theme()}}}</style>")


def header(pages: Sequence[StreamlitPage], current: StreamlitPage) -> None:
    """Lay out the header: the name, the pages, the theme switch, the share button; on the phone a menu."""
    st.html(el("a", "Skip to the page", cls="skip", href="#main", target="_self"))
    with st.container(key="bar", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(
            el("a", el("i", cls="logo", aria_hidden="true"), NAME, cls="brand", href="./", target="_self"),
            width="content",
        )
        with st.container(key="nav", horizontal=True, gap=None, width="stretch"):
            for place, page in enumerate(pages):
                with st.container(key=f"nav-{place}" + ("-on" if page is current else ""), width="content"):
                    _page_link(page)
        with st.container(key="tools", horizontal=True, gap="small", width="content", vertical_alignment="center"):
            theme_switch(theme(), [page.url_path for page in pages])
            share_button()
            with (
                st.container(key="menu", width="content"),
                st.popover("Pages", key=f"pages-{current.url_path}"),
            ):
                for page in pages:
                    _page_link(page)


def _page_link(page: StreamlitPage) -> None:
    """Give a link to a page; the one to the map leads back to the view it showed last."""
    st.page_link(page, label=page.title, query_params=None if page.url_path else address.last_view())


def broken(problem: str) -> None:
    """Show a page that says in one line why there is nothing to see."""
    with st.container(key="page"):
        st.html(el("h1", "The atlas has no data to show", cls="h1", id="main", tabindex="-1"))
        st.error(problem, icon=":material/error:")
        st.html(el("p", "The pages are made from built layers, and these cannot be read.", cls="sub"))
