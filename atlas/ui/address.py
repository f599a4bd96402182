"""The address bar is the single source of truth: each run reads the view from it, and only callbacks write to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import streamlit as st

from atlas.catalog import Catalog, default_catalog
from atlas.view import View
from atlas.web.pages import OWN_KEYS

FIT = "fit"
START = "start"
WHOLE = "whole"
PAGE = "page"


def enter(path: str) -> None:
    """Take note of the page that runs; a map that is come to from another page starts where the address says."""
    if st.session_state.get(PAGE) != path:
        st.session_state[PAGE] = path
        st.session_state.pop(START, None)


def own() -> dict[str, str]:
    """Give what the address holds for this page alone, such as `id` or `q`; of a key that stands twice the last."""
    keys = OWN_KEYS.get(st.session_state.get(PAGE, ""), ())
    return {key: st.query_params[key] for key in keys if st.query_params.get(key)}


def read() -> tuple[View, list[str]]:
    """Give the view of the address, and one sentence for each thing in it that was ignored."""
    mine = OWN_KEYS.get(st.session_state.get(PAGE, ""), ())
    pairs = tuple((key, tuple(st.query_params.get_all(key))) for key in st.query_params if key not in mine)
    view, notices = _read(pairs, default_catalog())
    return view, list(notices)


@lru_cache(maxsize=256)
def _read(pairs: tuple[tuple[str, tuple[str, ...]], ...], catalog: Catalog) -> tuple[View, tuple[str, ...]]:
    """Read an address; one run asks several times for the same one."""
    view, notices = View.from_query(dict(pairs), catalog)
    return view, tuple(notices)


def write(view: View, without: Sequence[str] = ()) -> None:
    """Write a view to the address, as one step of the browser's history; nothing where it stands there already.

    What the page itself keeps there stays, but for the keys `without`. What is shown beside the fragment of the page
    (the filters) needs a run of the whole page if it has changed.
    """
    before, _ = read()
    _put({key: value for key, value in own().items() if key not in without} | view.to_query())
    st.session_state[WHOLE] = beside(before) != beside(view)


def turn(**own_keys: str | None) -> None:
    """Write keys of the page itself to the address, as one step of the browser's history; None takes one away."""
    _put({key: value for key, value in (own() | own_keys).items() if value} | read()[0].to_query())


def _put(pairs: dict[str, str]) -> None:
    if {key: st.query_params.get_all(key) for key in st.query_params} != {key: [pairs[key]] for key in pairs}:
        st.query_params.from_dict(pairs)


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


@dataclass(frozen=True)
class Side:
    """The view that widgets show and write to; a page with two views has one of each (atlas/ui/compare/sides.py).

    Parameters
    ----------
    name : str
        What parts its widgets from those of another on the page; empty for the only one.
    """

    name: str = ""

    def key(self, word: str) -> str:
        """Give a word as the key of a widget or container of this side."""
        return f"{word}-{self.name}" if self.name else word

    def change(self, **fields: Any) -> None:
        """Write the view with some fields changed."""
        change(**fields)


ONLY = Side()


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


def mend(without: Sequence[str] = ()) -> None:
    """Write what could be read, so that what could not leaves the address, and the notice with it.

    Parameters
    ----------
    without : sequence of str
        Keys of the page itself that shall leave it too.
    """
    write(read()[0], without)


def close() -> None:
    """Select nothing; the map stays where it is."""
    st.session_state[FIT] = False
    change(selection=None)
