"""The column of filters: each widget shows what the address says and writes what is chosen back to it."""

from typing import Any, Final

import streamlit as st

from atlas.catalog import Catalog
from atlas.look import LAYERS
from atlas.ui import address, more
from atlas.ui.html import el
from atlas.ui.words import count, day
from atlas.view import View

STATES: Final[dict[str, str]] = {"all": "All", "both": "Both", "CN": "China", "RU": "Russia"}
STATES_HELP: Final = "Both: China and Russia took part. China, Russia: one of them took part without the other."


def show(catalog: Catalog, view: View) -> None:
    """Lay out the filters of the map page.

    Parameters
    ----------
    catalog : Catalog
        Gives the counts and the series.
    view : View
        What the address says.
    """
    _seed(view)
    with st.container(key="filters"):
        st.checkbox("Filters", key="more")
        with st.container(key="others"):
            st.segmented_control(
                "States",
                list(STATES),
                format_func=STATES.__getitem__,
                required=True,
                help=STATES_HELP,
                **_bound("states"),
            )
            more.show(catalog, view)
            st.pills("Layers", list(LAYERS), selection_mode="multi", format_func=LAYERS.__getitem__, **_bound("layers"))
            st.html(_about(catalog))


def _seed(view: View) -> None:
    """Put what the address says into the widgets, before any of them is drawn."""
    st.session_state["layers"] = list(view.layers)
    st.session_state["states"] = view.states


def _bound(field: str) -> dict[str, Any]:
    """Give the arguments that tie a widget to a field of the view."""
    return {"key": field, "on_change": chosen, "args": (field,)}


def chosen(field: str) -> None:
    """Write what a widget holds to the address."""
    value = st.session_state[field]
    address.change(**{field: tuple(value) if field == "layers" else value})


def _about(catalog: Catalog) -> str:
    numbers = (
        (len(catalog.events), "events"),
        (len(catalog.sightings), "sightings"),
        (len(catalog.sources), "sources"),
    )
    changed = max(row["modified"] for row in catalog.layers["events"].rows.values())
    rows = [el("span", el("b", f"{n:,}"), name) for n, name in numbers]
    return el(
        "footer",
        el("div", rows, cls="nums"),
        el("p", "Last change ", el("time", day(changed), datetime=changed)),
        el("p", "Data version ", el("code", catalog.version)),
        cls="about",
        aria_label=f"About the data: {count(len(catalog.events), 'event')}",
    )
