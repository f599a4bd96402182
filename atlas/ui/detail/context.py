"""What every part of the panel needs: the catalog, the view, and links that keep the rest of the view."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import compress
from typing import Any

from atlas.catalog import Catalog
from atlas.ui.html import Child, Html, el
from atlas.view import View

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Context:
    """The catalog and the view that the panel is about."""

    catalog: Catalog
    view: View

    @cached_property
    def shown(self) -> frozenset[str]:
        """Ids of the events that the view lets through."""
        chosen = self.view.mask(self.catalog.columns)
        return frozenset(compress(self.catalog.layers["events"].rows, chosen))

    def link(self, layer: str, name: str, *label: Child, event: str | None = None, cls: str | None = None) -> Html:
        """Give a link that selects something, in a view that shows the event it belongs to."""
        chosen = self.view_of(event or name) if layer == "event" or event else self.view
        here = replace(chosen, selection=f"{layer}.{name}", centre=None, zoom=None)
        return el("a", *label, href=here.link(), target="_self", cls=cls)

    def view_of(self, event: str) -> View:
        """Give the view, widened by no more than it takes to show an event."""
        return self.view if event in self.shown else reach(self.view, self.catalog.event(event))

    def event_link(self, event: str) -> Html:
        """Give an event's title as a link; an unknown id as it stands."""
        found = self.catalog.where_is(f"event.{event}")
        return self.link("event", event, found[1]["title"]) if found else el("span", event)

    def other_link(self, layer: str, name: str | None, label: Child = None) -> Html:
        """Give a link to a place, passage, sea or zone by its name; the label alone where there is no such thing."""
        found = self.catalog.where_is(f"{layer}.{name}")
        return self.link(layer, found[1]["id"], label or found[1]["name"]) if found else el("span", label or name)


def reach(view: View, event: Row) -> View:
    """Give the view, widened so that an event passes every filter of it."""
    both = {"CN", "RU"} & set(event["states"])
    fits = view.states == "all" or (view.states == "both" and len(both) == 2) or both == {view.states}
    return replace(
        view,
        start=min(view.start, date.fromisoformat(event["start"])),
        end=max(view.end, date.fromisoformat(event["end"])),
        kinds=view.kinds if event["kind"] in view.kinds else (*view.kinds, event["kind"]),
        states=view.states if fits else "all",
        series=view.series if view.series == event["series"] else None,
        confidence=view.confidence
        if event["confidence"] in view.confidence
        else (*view.confidence, event["confidence"]),
    )
