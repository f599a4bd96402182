"""The line above the map: the view as a sentence, how many events that is, and how many of them have no place."""

from collections.abc import Callable, Sequence

import streamlit as st

from atlas.catalog import Catalog
from atlas.ui import address
from atlas.ui.html import Html, el, join, text
from atlas.ui.links import number
from atlas.ui.words import span
from atlas.view import View


def show(catalog: Catalog, view: View, *, embedded: bool) -> None:
    """Lay out the line above the map."""
    st.html(embedded_line(catalog, view) if embedded else line(catalog, view))


def line(catalog: Catalog, view: View) -> Html:
    """Give the view's sentence and its counts."""
    words = el("h1", view.describe(catalog), id="main", tabindex="-1")
    return el("header", el("div", words, el("small", counts(catalog, view), role="status")), cls="sentence")


def counts(catalog: Catalog, view: View) -> Html:
    """Say how many of how many events are shown, and how many of them cannot be placed on the map."""
    shown, unplaced = catalog.count(view), catalog.unplaced(view)
    everything = number(len(catalog.layers["events"].rows), "events", None)
    parts = [text([number(shown, "events", view), " of ", everything, " events shown"])]
    if unplaced:
        parts.append(text([number(unplaced, "events", view, place="none"), " cannot be placed on the map"]))
    return join(parts, " · ")


def embedded_line(catalog: Catalog, view: View) -> Html:
    """Give the line of an embedded map: what it shows, and the way to the atlas."""
    found = catalog.where_is(view.selection)
    words = view.describe(catalog)
    if found and found[0] == "event":
        words = join([found[1]["title"], span(found[1])])
    back = el("a", "Open in Joint Sea Atlas ↗", href=f"./{view.link()}", target="_blank")
    return el("header", el("div", el("h1", words, id="main", tabindex="-1"), el("small", back)), cls="sentence")


def notices(words: list[str], own: Sequence[str] = (), mend: Callable[..., None] = address.mend) -> None:
    """Name what was ignored in the address; closing the notice takes it out of there, and these keys of the page."""
    if not words:
        return
    with st.container(key="notice", horizontal=True, gap="small"):
        st.markdown("  \n".join(words), width="stretch")
        st.button("Close", key="mend", on_click=mend, args=(own,), type="tertiary")


def empty(catalog: Catalog, view: View) -> None:
    """Say that no event matches, and offer the way out."""
    if catalog.count(view):
        return
    with st.container(key="empty"):
        st.html(
            el("p", el("b", "No event matches these filters."), " Nothing is lost: take them off to see all again.")
        )
        st.button("Show all events", key="show-all-empty", on_click=address.show_all, type="primary")
