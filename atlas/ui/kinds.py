"""The list of kinds: symbol, name and number of events of each, as switches."""

from typing import Final

from atlas.catalog import Catalog
from atlas.catalog.columns import KIND_BIT
from atlas.ui import address
from atlas.ui.component import component
from atlas.view import View

KEY: Final = "kinds"
_kinds = component("kinds", html='<div class="kinds"></div>')


def show(catalog: Catalog, view: View) -> None:
    """Lay out the list; what is switched comes back over the bridge."""
    _kinds(
        key=KEY,
        data={
            "counts": list(catalog.kind_counts(view).values()),
            "on": sum(KIND_BIT[kind] for kind in view.kinds),
            "filtered": address.is_filtered(view),
        },
        height="content",
    )
