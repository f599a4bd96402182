"""The walk through a story: a bar that leads from stop to stop, a card that tells, and a map that moves with it."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from atlas.catalog import Catalog, default_catalog
from atlas.ui import address, mapview
from atlas.ui.component import component, heard
from atlas.ui.story import asked
from atlas.ui.story.card import card
from atlas.ui.story.reading import Reading
from atlas.ui.story.stops import stops

BAR: Final = "walk-bar"
HEIGHT: Final = 560
_bar = component("walk", html='<div class="walk-bar"></div>')


@st.fragment
def show() -> None:
    """Lay out the walk at the stop that the address names; a step runs this and nothing else of the page."""
    catalog = default_catalog()
    found = asked.read(address.own(), catalog.stories)
    if found.story is None or found.claims:
        st.rerun()
    reading = Reading(catalog, address.read()[0], found.story)
    way = stops(catalog, found.story)
    stop = way.all[found.place]
    with st.container(key="walk"):
        _bar(key=BAR, data={**way.bar, "at": found.place}, on_did_change=_did, height="content")
        st.html(card(reading, found.place))
        mapview.show_beside("story", stop.state(catalog), HEIGHT, label=stop.words(catalog))


def _did() -> None:
    catalog = default_catalog()
    step = wanted(heard(BAR), address.own(), catalog)
    if step is not None:
        address.turn(step=step or None)


def wanted(did: Any, own: Mapping[str, str], catalog: Catalog) -> str | None:
    """Give the id of the step to which the reader goes, empty for the cover.

    Parameters
    ----------
    did : object
        What the browser has sent: a mapping with the id as `step`; trusted in nothing.
    own : mapping of str to str
        The page's own keys of the address.
    catalog : Catalog
        Knows the stories.

    Returns
    -------
    str or None
        None for anything that means nothing.
    """
    story = asked.read(own, catalog.stories).story
    if story is None or not isinstance(did, Mapping):
        return None
    step = did.get("step")
    return step if step == "" or step in [one["id"] for one in story["steps"]] else None
