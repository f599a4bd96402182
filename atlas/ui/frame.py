"""What every page shares: the theme, the header with the pages, the theme switch and the share button, the foot."""

from functools import lru_cache
from typing import Final, Literal
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from atlas.catalog import Catalog, default_catalog
from atlas.errors import LayerError
from atlas.ui.buttons import share_button, theme_switch
from atlas.ui.component import component
from atlas.ui.html import Html, el, join
from atlas.ui.links import carried, page_address
from atlas.ui.words import day
from atlas.view import KEYS
from atlas.web.pages import HIDDEN, PAGES

NAME: Final = "Joint Sea Atlas"
STORIES: Final = "story"
PARENTS: Final = {"event": "events", "ship": "ships", "strait": "straits"}
"""The page of the header that a page of one thing belongs to."""
TAKE: Final = "take"
_site = component("site")


def script(path: str) -> str:
    """Give the script of the page at this path, as Streamlit wants it; the map's path is empty."""
    return f"../../pages/{path or 'map'}.py"


def theme() -> Literal["light", "dark"]:
    """Give the theme that the reader sees."""
    return "dark" if st.context.theme.type == "dark" else "light"


def title(words: str | None) -> None:
    """Name the page in the browser's tab, before the name of the atlas."""
    st.set_page_config(
        page_title=f"{words} · {NAME}" if words else NAME, layout="wide", initial_sidebar_state="collapsed"
    )


def colours() -> None:
    """Tell the whole page the theme: the style sheet hangs in its head, and popovers hang outside the app."""
    st.html(f"<style>:root{{color-scheme:{theme()}}}</style>")


def header(path: str) -> DeltaGenerator:
    """Lay out the header: the name and the pages, on the phone a menu; and give where its buttons go.

    Its links carry the view: as the address holds it now, and, by client/site.js, as it holds it when they are used.
    Its buttons come with `tools`.
    """
    pairs = {key: st.query_params[key] for key in st.query_params if key in KEYS}
    bar = st.container(key="bar", horizontal=True, vertical_alignment="center", gap="small")
    with bar:
        event = st.query_params.get("id", "") if path == "event" else ""
        st.html(_header(path, urlencode(pairs), f"event.{event}" if event else ""), width="stretch")
    return bar


def tools(bar: DeltaGenerator, path: str) -> None:
    """Put the theme switch and the share button into the header, and have its links carry the view."""
    with bar, st.container(key="tools", horizontal=True, gap="small", width="content", vertical_alignment="center"):
        theme_switch(theme(), list(PAGES | HIDDEN))
        share_button()
    _site(key="site", data={"page": path, "keys": list(KEYS)}, width=1, height=1)


@lru_cache(maxsize=256)
def _header(path: str, query: str, chosen: str) -> Html:
    links = [
        el("li", _to(page, query, _name(page, name), aria_current=_current(page, path))) for page, name in PAGES.items()
    ]
    return Html(
        el("a", "Skip to the page", cls="skip", href="#main")
        + el("a", "Skip to the filters", cls="skip to-filters", href="#kinds")
        + _to("", query, Html(el("i", cls="logo", aria_hidden="true") + NAME), cls="brand")
        + el("nav", el("ul", links), cls="pages", aria_label="Pages")
        + _take(path, query, chosen)
        + el("details", el("summary", el("span", "Pages")), el("nav", el("ul", links), aria_label="Pages"), cls="menu")
    )


def _name(page: str, name: str) -> str:
    """Give the name of a page in the header: that of the stories is the story's own as long as there is only one."""
    try:
        several = page == STORIES and len(default_catalog().stories) != 1
    except LayerError:
        several = False
    return "Stories" if several else name


def _current(page: str, path: str) -> str | None:
    """Say how a page of the header stands to the one that is shown: it is that, or the list that it is of."""
    return "page" if page == path else "true" if page and page == PARENTS.get(path) else None


def _to(page: str, query: str, label: str, **attributes: str | bool | None) -> Html:
    """Give a link to a page that carries the view."""
    address = f"{page_address(page)}?{query}" if query else page_address(page)
    return el("a", label, href=address, data_carry="", **attributes)


def edition(catalog: Catalog) -> Html:
    """Give the version of the data, as a link to the page that says what it is, with the day of its release."""
    released = catalog.edition.released
    return join(
        [carried("method", catalog.edition.version), el("time", day(released), datetime=released.isoformat())], ", "
    )


def foot(catalog: Catalog) -> None:
    """Lay out the foot of a page: which version of the data it shows, and under which licence."""
    with st.container(key="foot"):
        st.html(_foot(catalog))


@lru_cache(maxsize=1)
def _foot(catalog: Catalog) -> Html:
    return el(
        "footer",
        el("p", [NAME, " · Data ", edition(catalog), " · CC\N{NO-BREAK SPACE}BY\N{NO-BREAK SPACE}4.0"]),
        aria_label="About the data",
    )


def _take(path: str, query: str, chosen: str) -> Html:
    """Give the link to what can be taken along: the view, and of the page of an event this event as what is chosen."""
    label = HIDDEN[TAKE]
    pairs = urlencode({"sel": chosen} if chosen else {})
    asked = "&".join(filter(None, (query, pairs)))
    return el(
        "a",
        el("i", aria_hidden="true"),
        el("span", label),
        href=f"{page_address(TAKE)}?{asked}" if asked else page_address(TAKE),
        title=label,
        data_carry=pairs,
        cls="take-along",
        aria_current=path == TAKE and "page",
    )


def broken(problem: str) -> None:
    """Show a page that says in one line why there is nothing to see."""
    with st.container(key="sheet"):
        st.html(el("h1", "The atlas has no data to show", cls="h1", id="main", tabindex="-1"))
        st.error(problem, icon=":material/error:")
        st.html(el("p", "The pages are made from built layers, and these cannot be read.", cls="sub"))
