"""The bridge between Python and the frames of maps: the state goes there, what the reader did comes back."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

import streamlit as st

from atlas.catalog import Catalog, default_catalog
from atlas.catalog.columns import EPOCH
from atlas.look import KINDS, LAYERS
from atlas.ui import address, dates, frame, kinds, later
from atlas.ui.component import component, heard
from atlas.view import View
from atlas.view.filters import Mask
from atlas.view.reach import reaching

KEY: Final = "bridge"
_bridge = component("bridge")


def show(catalog: Catalog, view: View, *, fit: bool = False, embedded: bool = False, among: Mask | None = None) -> None:
    """Tell the page what to show: its map, and the list of kinds and the strip of time beside it.

    Those two stand on the page as they are and hear of each change here: three components would cost the server three
    times as much at every move.

    Parameters
    ----------
    catalog : Catalog
        The events.
    view : View
        What is shown.
    fit : bool
        Whether the map shall fit the selection.
    embedded : bool
        Whether there is nothing beside the map.
    among : array of bool, optional
        The events that the page looks at, where its own keys leave some out: the counts of kinds are of these.
    """
    state = view.map_state(catalog, theme=frame.theme(), fit=fit)
    if not embedded:
        state["page"] = around(catalog, view, among)
        if later.opening():
            state["page"]["opening"] = True
    _bridge(key=KEY, data=state, on_did_change=_did, on_drawn_change=later.opened, height=1)


def around(catalog: Catalog, view: View, among: Mask | None = None) -> dict[str, Any]:
    """Give what the list of kinds and the strip of time are told, under `page` of the state of their map."""
    return kinds.told(catalog, view, among) | dates.told(catalog, view, st.get_option("server.baseUrlPath"))


def tell(name: str, state: Mapping[str, Any], on_did: Callable[[Mapping[str, Any]], None] | None = None) -> None:
    """Tell a named map of this page what to show.

    Parameters
    ----------
    name : str
        The map's name on this page.
    state : mapping
        As client/start.js tells it.
    on_did : callable, optional
        Called with what the reader did there; without it nothing of that comes to Python.
    """
    key = f"{KEY}-{name}"

    def did() -> None:
        told = heard(key)
        if on_did is not None and isinstance(told, Mapping):
            on_did(told)

    _bridge(key=key, data={**state, "map": name, "heard": on_did is not None}, on_did_change=did, height=1)


def _did() -> None:
    view = address.read()[0]
    told = heard(KEY)
    wanted = changed(view, told, default_catalog())
    if wanted is None:
        return
    st.session_state[address.FIT] = isinstance(told, Mapping) and "follow" in told
    address.write(wanted)


def changed(view: View, did: Any, catalog: Catalog) -> View | None:  # noqa: PLR0911 - one line for each thing done
    """Give the view after what the reader did on the map, the strip of time or the list of kinds.

    Parameters
    ----------
    view : View
        What is shown now.
    did : object
        What the browser has sent: a mapping with one of `sel`, `range`, `kinds`, `layers`, `follow`, `all`; trusted
        in nothing.
    catalog : Catalog
        Knows what can be selected.

    Returns
    -------
    View or None
        None for anything that means nothing.
    """
    if not isinstance(did, Mapping):
        return None
    match dict(did):
        case {"sel": None}:
            return replace(view, selection=None)
        case {"sel": str(name)} if catalog.where_is(name):
            return replace(view, selection=name)
        case {"range": [int(first), int(last)]}:
            start, end = (_day(view, day) for day in sorted((first, last)))
            return replace(view, start=start, end=end)
        case {"kinds": [*names]}:
            return replace(view, kinds=tuple(name for name in KINDS if name in names))
        case {"layers": [*names]}:
            return replace(view, layers=tuple(name for name in LAYERS if name in names))
        case {"follow": str(name)} if found := catalog.where_is(name):
            layer, row = found
            event = row["id"] if layer == "event" else row.get("event")
            shown = reaching(view, catalog, event) if event else view
            return replace(shown, selection=name, centre=None, zoom=None)
        case {"all": True}:
            return address.without_filters(view)
    return None


def _day(view: View, number: int) -> date:
    """Give the day of so many days since 1970, drawn into the span."""
    first, last = ((day - EPOCH).days for day in view.span)
    return EPOCH + timedelta(days=min(max(number, first), last))
