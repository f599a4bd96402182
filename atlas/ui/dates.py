"""The strip of time: bars of events by month and the chosen range on them; its script is client/time.js."""

from typing import Any, Final

from atlas.catalog import Catalog
from atlas.catalog.columns import days
from atlas.ui.address import ONLY, Side
from atlas.ui.component import component
from atlas.view import View, months

KEY: Final = "time"
_strip = component("time", html='<div class="strip"></div>')


def show(view: View, side: Side = ONLY) -> None:
    """Lay out the strip below the map of a side; its range and its counts come over the bridge.

    Parameters
    ----------
    view : View
        Gives the span.
    side : Side
        Whose strip it is.
    """
    data: dict[str, Any] = {"span": [days(day) for day in view.span]}
    if side.name:
        data["map"] = side.name
    _strip(key=side.key(KEY), data=data, height="content")


def told(catalog: Catalog, view: View, base: str = "") -> dict[str, Any]:
    """Give what the strip is told beside the range that the map is told: where the counts lie.

    It changes with the other filters only.

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
    return {"months": root + months.address(catalog, view)}
