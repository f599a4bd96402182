"""Closest approach: how close sightings and legs came to which coast, and in whose zones they lay."""

from dataclasses import replace
from typing import Final

import streamlit as st

from atlas.catalog import Catalog
from atlas.catalog.nearby import nearby
from atlas.ui import address, frame
from atlas.ui.coasts import lists, overview
from atlas.ui.coasts.asked import NOTHING, Asked
from atlas.ui.html import Html
from atlas.ui.kept import Kept
from atlas.view import View

_kept: Final[Kept[Html]] = Kept(64)


def lay(catalog: Catalog, view: View) -> None:
    """Lay out the page: all coasts and zones, or the list that the address names."""
    whole = replace(view, selection=None, centre=None, zoom=None)  # its links carry the filters and nothing else
    asked, _ = Asked.read(address.own(), catalog)
    st.html(_kept.get((catalog.version, whole, asked), lambda: page(catalog, whole, asked)))
    row = catalog.coasts.get(asked.coast or "") or catalog.layers["zones"].rows.get(asked.zone or "")
    frame.title(str(row["name"]) if row else overview.TITLE)


def page(catalog: Catalog, view: View, asked: Asked) -> Html:
    """Give the page.

    Parameters
    ----------
    catalog : Catalog
        The built layers.
    view : View
        Chooses the events.
    asked : Asked
        The list that is shown; the overview where it names none.
    """
    found = nearby(catalog, view)
    if asked.coast == NOTHING:
        return lists.of_none(catalog, view, found, asked)
    if asked.coast:
        return lists.of_coast(catalog, view, found, asked)
    if asked.zone:
        return lists.of_zone(catalog, view, found, asked)
    return overview.page(catalog, view, found)
