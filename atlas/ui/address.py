"""The address bar is the single source of truth: each run reads the view from it, and only callbacks write to it."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

import streamlit as st

from atlas.catalog import Catalog, default_catalog
from atlas.view import View

FIT = "fit"
WHOLE = "whole"
LAST_VIEW = "last-view"


def read() -> tuple[View, list[str]]:
    """Give the view of the address, and one sentence for each thing in it that was ignored."""
    pairs = tuple((key, tuple(st.query_params.get_all(key))) for key in st.query_params)
    view, notices = _read(pairs, default_catalog())
    return view, list(notices)


@lru_cache(maxsize=256)
def _read(pairs: tuple[tuple[str, tuple[str, ...]], ...], catalog: Catalog) -> tuple[View, tuple[str, ...]]:
    """Read an address; one run asks several times for the same one."""
    view, notices = View.from_query(dict(pairs), catalog)
    return view, tuple(notices)


def write(view: View) -> None:
    """Write a view to the address, as one step of the browser's history; nothing where it stands there already.

    What is shown beside the fragment of the page (the filters) needs a run of the whole page if it has changed.
    """
    before, _ = read()
    pairs = view.to_query()
    if {key: st.query_params.get_all(key) for key in st.query_params} != {key: [pairs[key]] for key in pairs}:
        st.query_params.from_dict(pairs)
    st.session_state[WHOLE] = beside(before) != beside(view)


def whole_run() -> None:
    """Take note that the whole page runs, so that the fragment in it need not ask for that."""
    st.session_state[WHOLE] = False


def beside(view: View) -> View:
    """Give a view without what only the fragment of the page shows."""
    first, last = view.span
    return replace(view, start=first, end=last, kinds=(), layers=(), selection=None, centre=None, zoom=None)


def change(**fields: Any) -> None:
    """Write the view of the address with some fields changed."""
    write(replace(read()[0], **fields))


def without_filters(view: View) -> View:
    """Take every filter off a view; layers, the selection and the place of the map stay."""
    kept: dict[str, Any] = {
        "layers": view.layers,
        "selection": view.selection,
        "centre": view.centre,
        "zoom": view.zoom,
    }
    return View(view.span, *view.span, **kept)


def show_all() -> None:
    """Take every filter off."""
    write(without_filters(read()[0]))


def is_filtered(view: View) -> bool:
    """Say whether any filter of a view leaves something out."""
    return any(one.pairs() for one in view.filters)


def mend() -> None:
    """Write what could be read, so that what could not leaves the address, and the notice with it."""
    write(read()[0])


def close() -> None:
    """Select nothing; the map stays where it is."""
    st.session_state[FIT] = False
    change(selection=None)


def remember(view: View) -> None:
    """Keep the view for this session, so that the header leads back to it from another page."""
    st.session_state[LAST_VIEW] = view.to_query()


def last_view() -> dict[str, str]:
    """Give the pairs of the view that the map showed last in this session."""
    pairs: dict[str, str] = st.session_state.get(LAST_VIEW, {})
    return pairs
