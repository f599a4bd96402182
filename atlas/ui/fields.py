"""Widgets tied to fields of the view: each shows what the address says and writes what is chosen back to it."""

from typing import Any, Final

import streamlit as st

from atlas.ui.address import ONLY, Side

ANY: Final = "any"


def bound(field: str, value: Any, side: Side = ONLY) -> dict[str, Any]:
    """Put what the address says into a widget that is about to be drawn, and tie it to the field.

    Parameters
    ----------
    field : str
        A field of the View; the widget's key is made of it.
    value : object
        What the view holds. None stands in the widget as `ANY`, a tuple as a list.
    side : Side
        Whose view it is.

    Returns
    -------
    dict
        Arguments for the widget.
    """
    key = side.key(field)
    st.session_state[key] = ANY if value is None else list(value) if isinstance(value, tuple) else value
    return {"key": key, "on_change": chosen, "args": (field, side)}


def chosen(field: str, side: Side = ONLY) -> None:
    """Write what a widget holds to the address."""
    value = st.session_state[side.key(field)]
    side.change(**{field: tuple(value) if isinstance(value, list) else None if value == ANY else value})
