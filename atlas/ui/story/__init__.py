"""The stories: a text taken apart claim by claim, walked through beside the map, or read as one list."""

import streamlit as st

from atlas.catalog import default_catalog
from atlas.ui import address, head
from atlas.ui.html import Html, join
from atlas.ui.links import link
from atlas.ui.listing import heading
from atlas.ui.story import asked, walk
from atlas.ui.story.claims import claims, shelf
from atlas.ui.story.reading import Reading


def show() -> None:
    """Lay out what the address asks for: the stories, a walk through one, or its claims as a list."""
    catalog = default_catalog()
    view, notices = address.read()
    found = asked.read(address.own(), catalog.stories)
    with st.container(key="sheet"):
        if found.story is None:
            st.html(heading("Stories", kicker=link("", view, "Map")) + shelf(catalog, view))
        elif found.claims:
            reading = Reading(catalog, view, found.story)
            st.html(_head(reading, found.story["lead"]) + claims(reading, found.claims))
        else:
            st.html(_head(Reading(catalog, view, found.story)))
            walk.show()
    head.notices([*notices, *found.ignored.values()], own=tuple(found.ignored))


def _head(reading: Reading, dek: str | None = None) -> Html:
    stories = link("story", reading.view, "Stories") if reading.name else "Stories"
    return heading(reading.story["title"], dek, join([link("", reading.view, "Map"), stories], " / "))
