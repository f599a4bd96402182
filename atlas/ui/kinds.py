"""The list of kinds: symbol, name and number of events of each, as switches."""

from typing import Any, Final

from atlas.catalog import Catalog
from atlas.ui import address
from atlas.ui.address import ONLY, Side
from atlas.ui.component import component
from atlas.view import View
from atlas.view.filters import Mask

KEY: Final = "kinds"
_kinds = component("kinds", html='<div class="kinds"></div>')


def show(side: Side = ONLY) -> None:
    """Lay out the list of a side; what it shows and what is switched comes and goes over the bridge."""
    _kinds(key=side.key(KEY), data={"map": side.name} if side.name else None, height="content")


def told(catalog: Catalog, view: View, among: Mask | None = None) -> dict[str, Any]:
    """Give what the list is told beside the kinds that are on: a number for each, and whether any filter is on.

    The numbers are of the events `among` which the page looks; of all without it.
    """
    return {"counts": list(catalog.kind_counts(view, among).values()), "filtered": address.is_filtered(view)}
