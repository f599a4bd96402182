"""What every part of the page needs: the catalog, and where its links lead."""

from dataclasses import dataclass, replace
from typing import Final

from atlas.catalog import Catalog
from atlas.ui.detail.context import Context
from atlas.ui.html import Child, Html
from atlas.ui.links import href, link
from atlas.view import View
from atlas.view.reach import reaching

PAGES: Final = {"event": "event", "passage": "strait"}
PARTS: Final = ("sighting", "leg")


@dataclass(frozen=True, kw_only=True)
class PageContext(Context):
    """Links lead to other events' pages, to this page with a sighting or leg chosen, or to the map; all keep the view.

    Parameters
    ----------
    catalog, selection
        As in the panel.
    event : str
        Id of the event that the page is about.
    view : View
        What its links hand on.
    """

    event: str
    view: View

    @classmethod
    def of(cls, catalog: Catalog, view: View, event: str) -> "PageContext":
        """Make the context of a page; of what is chosen it keeps what is a part of the event."""
        chosen = view.selection or ""
        own = chosen.partition(".")[0] in PARTS and catalog.event_of(chosen) == event
        return cls(
            catalog=catalog,
            selection=chosen if own else None,
            event=event,
            view=replace(view, selection=None, centre=None, zoom=None),
        )

    def link(self, layer: str, name: str, *label: Child, cls: str | None = None) -> Html:
        """Give a link to the page of an event or a strait, a part of this event, or what else it is on the map."""
        if layer in PAGES:
            return link(PAGES[layer], self.view, *label, cls=cls, id=name)
        part = layer in PARTS
        chosen = replace(self.view, selection=f"{layer}.{name}")
        return link("event" if part else "", chosen, *label, cls=cls, id=self.event if part else None)

    def on_map(self) -> str:
        """Give the address of the map with this event chosen, under a view widened as far as that takes."""
        return href("", replace(reaching(self.view, self.catalog, self.event), selection=f"event.{self.event}"))
