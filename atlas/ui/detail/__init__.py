"""The detail panel: what the selected thing is, in words, with the sources behind every fact."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from atlas.catalog import Catalog
from atlas.look import KINDS
from atlas.ui.detail.context import Context, Row
from atlas.ui.detail.event import event_panel
from atlas.ui.detail.geography import passage_panel, place_panel, sea_panel, zone_panel
from atlas.ui.detail.sighting import leg_panel, sighting_panel
from atlas.ui.html import Html, el, symbol
from atlas.ui.kept import Kept
from atlas.view import View

__all__ = ["Panel", "panel"]

BODIES: Final[dict[str, Callable[[Context, Row], Html]]] = {
    "event": event_panel,
    "sighting": sighting_panel,
    "leg": leg_panel,
    "place": place_panel,
    "passage": passage_panel,
    "sea": sea_panel,
    "zone": zone_panel,
}
NAMES: Final[dict[str, str]] = {
    "sighting": "Sighting",
    "leg": "Way between two sightings",
    "place": "Place",
    "passage": "Strait",
    "sea": "Sea",
    "zone": "Air zone",
}


@dataclass(frozen=True)
class Panel:
    """What the panel shows.

    Parameters
    ----------
    kicker : Html
        Symbol and kind, for the line with the close button.
    body : Html
        All the rest.
    """

    kicker: Html
    body: Html


_panels: Final[Kept[Panel]] = Kept(256)


def panel(catalog: Catalog, view: View) -> Panel | None:
    """Give the panel of what the view selects; None where it selects nothing that there is."""
    found = catalog.where_is(view.selection)
    if found is None:
        return None
    return _panels.get((catalog.version, view.selection), lambda: _made(Context(catalog, view.selection), *found))


def _made(context: Context, layer: str, row: Row) -> Panel:
    catalog = context.catalog
    return Panel(_kicker(catalog, layer, row), el("article", BODIES[layer](context, row), cls="detail"))


def _kicker(catalog: Catalog, layer: str, row: Row) -> Html:
    event = row if layer == "event" else catalog.event(row["event"]) if layer in ("sighting", "leg") else None
    if event is None:
        return el("p", NAMES[layer], cls="kick")
    kind = event["kind"]
    name = KINDS[kind].one if layer == "event" else f"{NAMES[layer]} · {KINDS[kind].one}"
    return el("p", symbol(kind, 18), name, cls="kick")
