"""What the map is told where it shows some events alone, whatever the filters leave out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from atlas.catalog import Catalog
from atlas.view import View


def alone(view: View, catalog: Catalog, events: Sequence[str], selection: str | None = None) -> dict[str, Any]:
    """Give the state of a map of some events, all of them in sight.

    Parameters
    ----------
    view : View
        Says which layers are switched on; its filters, its days and the place of its map do not count.
    catalog : Catalog
        Knows the place of each event.
    events : sequence of str
        Ids of the events; ValueError if there is none of that id.
    selection : str, optional
        `<layer>.<id>` of what is chosen among them.

    Returns
    -------
    dict
        As client/start.js names it.
    """
    everything = replace(View.default(catalog), layers=view.layers, selection=selection)
    places = list(catalog.layers["events"].rows)
    return everything.map_state(catalog, fit=True) | {"only": [places.index(event) for event in events]}
