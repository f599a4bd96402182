"""Parts that Streamlit has no widget for: components without a frame, whose scripts come by URL and not at each run."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from atlas.web.scripts import module_name

# Streamlit sends a component's script at each run; the page's import map says where it lies (atlas/web/pages.py).
# The line break tells Streamlit that this is a script and not the name of a file.
_LOADER: Final = 'export{{default}}\nfrom"{name}"'


def component(name: str, html: str | None = None) -> ComponentRenderer:
    """Register the component whose script is client/<name>.js; its style is in the pages' own sheets.

    The script is called again whenever its data have changed, with the same element. What its last call returned runs
    when the element leaves the page.

    Parameters
    ----------
    name : str
        Name of the script, and of the component behind `atlas_`.
    html : str, optional
        What the element holds before the script runs; it is sent at each run, so it should be short.

    Returns
    -------
    ComponentRenderer
        Call it with a key to mount the component.
    """
    js = _LOADER.format(name=module_name(name))
    return st.components.v2.component(f"atlas_{name}", html=html, js=js, isolate_styles=False)


def heard(key: str) -> Any:
    """Give what a component has sent as `did`; None where it has left the page with that on its way.

    Streamlit hands on what was done just before a link was followed, and calls for it in the run of the next page.
    """
    told = st.session_state.get(key)
    return told.get("did") if isinstance(told, Mapping) else None
