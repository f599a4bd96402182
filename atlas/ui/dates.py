"""The strip of time: bars of events by month and the chosen range on them; its script is client/time.js."""

from typing import Any, Final

import streamlit as st

from atlas.catalog import Catalog
from atlas.catalog.columns import days
from atlas.ui.component import component
from atlas.view import View, months

KEY: Final = "time"
_strip = component("time", html='<div class="strip"></div>')


def show(catalog: Catalog, view: View) -> None:
    """Lay out the strip below the map."""
    _strip(key=KEY, data=told(catalog, view, st.get_option("server.baseUrlPath")), height="content")


def told(catalog: Catalog, view: View, base: str = "") -> dict[str, Any]:
    """Give what the script is told: the span in days since 1970-01-01, and where the counts lie.

    It changes with the other filters only: the range comes to the script with the state that the map is told.

    Parameters
    ----------
    catalog : Catalog
        The events.
    view : View
        What is shown.
    base : str
        Path below which the site lies, with or without slashes; empty for the root.
    """
    root = f"/{base.strip('/')}/" if base.strip("/") else "/"
    return {"span": [days(day) for day in view.span], "months": root + months.address(catalog, view)}
