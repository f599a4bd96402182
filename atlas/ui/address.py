"""The address bar is the single source of truth: each run reads the view from it, and only callbacks write to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any, Final

import streamlit as st

from atlas.catalog import default_catalog
from atlas.ui.kept import Kept
from atlas.view import View
from atlas.web.pages import OWN_KEYS

FIT = "fit"
START = "start"
WHOLE = "whole"
PAGE = "page"
_IN_FRAGMENT: Final = {"start", "end", "kinds", "layers", "selection", "centre", "zoom"}
_beside: Final = attrgetter(*(field.name for field in fields(View) if field.name not in _IN_FRAGMENT))
"""Gives of a view what not only the fragment of the page shows."""
_views: Final[Kept[tuple[View, tuple[str, ...]]]] = Kept(256)


def enter(path: str) -> None:
    """Take note of the page that runs; a map that is come to from another page starts where the address says."""
    if st.session_state.get(PAGE) != path:
        st.session_state[PAGE] = path
        st.session_state.pop(START, None)


def pairs() -> dict[str, list[str]]:
    """Give all that the address holds: the values of each key."""
    return {key: st.query_params.get_all(key) for key in st.query_params}


def own() -> dict[str, str]:
    """Give what the address holds for this page alone, such as `id` or `q`; of a key that stands twice the last."""
    return _own(pairs())


def _own(held: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {key: held[key][-1] for key in _own_keys() if held.get(key) and held[key][-1]}


def _own_keys() -> Sequence[str]:
    return OWN_KEYS.get(st.session_state.get(PAGE, ""), ())


def read() -> tuple[View, list[str]]:
    """Give the view of the address, and one sentence for each thing in it that was ignored."""
    view, notices = _read(pairs())
    return view, list(notices)


def _read(held: Mapping[str, Sequence[str]]) -> tuple[View, tuple[str, ...]]:
    """Read an address; one run asks several times for the same one."""
    mine, catalog = _own_keys(), default_catalog()
    named = tuple((key, tuple(values)) for key, values in held.items() if key not in mine)

    def make() -> tuple[View, tuple[str, ...]]:
        view, notices = View.from_query(dict(named), catalog)
        return view, tuple(notices)

    return _views.get((named, catalog), make)


def write(view: View, without: Sequence[str] = ()) -> None:
    """Write a view to the address, as one step of the browser's history; nothing where it stands there already.

    What the page itself keeps there stays, but for the keys `without`. What is shown beside the fragment of the page
    (the filters) needs a run of the whole page if it has changed.
    """
    held, wanted = pairs(), view.to_query()
    before, _ = _read(held)
    put(held, {key: value for key, value in _own(held).items() if key not in without} | wanted)
    st.session_state[WHOLE] = _beside(before) != _beside(view)
    # The run that follows reads what was written, and a view reads back as itself.
    _views.get((tuple((key, (value,)) for key, value in wanted.items()), default_catalog()), lambda: (view, ()))


def turn(**own_keys: str | None) -> None:
    """Write keys of the page itself to the address, as one step of the browser's history; None takes one away."""
    held = pairs()
    put(held, {key: value for key, value in (_own(held) | own_keys).items() if value} | _read(held)[0].to_query())


def put(held: Mapping[str, Sequence[str]], wanted: dict[str, str]) -> None:
    """Write pairs to an address that holds others, as one step of the browser's history."""
    if held != {key: [value] for key, value in wanted.items()}:
        st.query_params.from_dict(wanted)


def whole_run() -> None:
    """Take note that the whole page runs, so that the fragment in it need not ask for that."""
    st.session_state[WHOLE] = False


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
