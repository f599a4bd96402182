"""Widgets tied to fields of the view: each shows what the address says and writes what is chosen back to it."""

from typing import Any, Final

import streamlit as st

from atlas.ui import address

ANY: Final = "any"


def bound(field: str, value: Any) -> dict[str, Any]:
    """Put what the address says into a widget that is about to be drawn, and tie it to the field.

    Parameters
    ----------
    field : str
        A field of the View; also the widget's key.
    value : object
        What the view holds. None stands in the widget as `ANY`, a tuple as a list.

    Returns
    -------
    dict
        Arguments for the widget.
    """
    st.session_state[field] = ANY if value is None else list(value) if isinstance(value, tuple) else value
    return {"key": field, "on_change": chosen, "args": (field,)}


def chosen(field: str) -> None:
    """Write what a widget holds to the address."""
    value = st.session_state[field]
    address.change(**{field: tuple(value) if isinstance(value, list) else None if value == ANY else value})
