"""The column of filters: states, and a group of more of them."""

from functools import lru_cache
from typing import Final

import streamlit as st

from atlas.catalog import Catalog
from atlas.ui import more
from atlas.ui.address import ONLY, Side
from atlas.ui.fields import bound
from atlas.ui.frame import edition
from atlas.ui.html import el
from atlas.ui.links import number
from atlas.ui.words import count, day
from atlas.view import View

STATES: Final[dict[str, str]] = {"all": "All", "both": "Both", "CN": "China", "RU": "Russia"}
STATES_HELP: Final = "Both: China and Russia took part. China, Russia: one of them took part without the other."


def show(catalog: Catalog, view: View) -> None:
    """Lay out the filters of the map page.

    Parameters
    ----------
    catalog : Catalog
        Gives what can be chosen.
    view : View
        What the address says.
    """
    with st.container(key="filters"):
        st.checkbox("Filters", key="more")
        with st.container(key="others"):
            states(view)
            more.show(catalog, view)
            st.html(_about(catalog))


def states(view: View, side: Side = ONLY) -> None:
    """Lay out who took part, for one side of the page."""
    st.segmented_control(
        "States",
        list(STATES),
        format_func=STATES.__getitem__,
        required=True,
        help=STATES_HELP,
        **bound("states", view.states, side),
    )


@lru_cache(maxsize=1)
def _about(catalog: Catalog) -> str:
    numbers = (
        (len(catalog.layers["events"].rows), "events"),
        (len(catalog.sightings), "sightings"),
        (len(catalog.sources), "sources"),
    )
    changed = max(row["modified"] for row in catalog.layers["events"].rows.values())
    rows = [el("span", el("b", number(n, name, None)), name) for n, name in numbers]
    return el(
        "footer",
        el("div", rows, cls="nums"),
        el("p", "Last change ", el("time", day(changed), datetime=changed)),
        el("p", "Data ", edition(catalog)),
        cls="about",
        aria_label=f"About the data: {count(len(catalog.layers['events'].rows), 'event')}",
    )
