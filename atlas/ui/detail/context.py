"""What every part of the panel needs: the catalog, what is selected, and links to other things."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from atlas.catalog import Catalog
from atlas.ui.html import Child, Html, el
from atlas.ui.links import carried
from atlas.view import View

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Context:
    """The catalog, and the selection (`<layer>.<id>`) that the panel is about."""

    catalog: Catalog
    selection: str | None = None

    def link(self, layer: str, name: str, *label: Child, cls: str | None = None) -> Html:
        """Give a link that selects something among all events.

        Inside the page the bridge follows it and keeps the filters; so the panel need not change when they do.
        """
        everything = replace(View.default(self.catalog), selection=f"{layer}.{name}")
        return el("a", *label, href=everything.link(), cls=cls)

    def event_link(self, event: str) -> Html:
        """Give an event's title as a link; an unknown id as it stands."""
        found = self.catalog.where_is(f"event.{event}")
        return self.link("event", event, found[1]["title"]) if found else el("span", event)

    def other_link(self, layer: str, name: str | None, label: Child = None) -> Html:
        """Give a link to a place, passage, sea or zone by its name; the label alone where there is no such thing."""
        found = self.catalog.where_is(f"{layer}.{name}")
        return self.link(layer, found[1]["id"], label or found[1]["name"]) if found else el("span", label or name)

    def ship_link(self, ship: str, label: Child) -> Html:
        """Give a link to the page of a ship; the browser gives it the view that is shown when it is used."""
        return carried("ship", label, id=ship) if ship in self.catalog.ships else el("span", label)
