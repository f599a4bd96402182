"""Feed, calendar and API: the addresses that give this view to programs, each to be copied."""

from atlas.ui.html import Child, Html, el
from atlas.ui.take.parts import copied, section
from atlas.ui.take.taking import Taking


def addresses(taking: Taking) -> Html:
    """Give the section."""
    told = (
        "These follow the same filters. They answer any site's scripts, say when nothing has changed (ETag), and name "
        "whatever they cannot read in a query."
    )
    choice, everything = taking.choice, taking.all
    api = ["The events as GeoJSON, page by page; add ", el("code", "format=csv"), " for a table. ", _documents()]
    files = "What this version of the data is made of: each file with its date, count and checksum."
    rows = [
        _row("feed", "Feed", "New and corrected events, for a feed reader.", taking.absolute("feed.atom", choice)),
        _row("calendar", "Calendar", "The events by their days (iCalendar).", taking.absolute("events.ics", choice)),
        _row("api", "API", api, taking.absolute("api/events", choice)),
        *_chosen(taking),
        _row("manifest", "All files", files, taking.absolute("data/latest/manifest.json", everything)),
    ]
    return section("addresses", "Feed, calendar and API", told, el("dl", rows))


def _chosen(taking: Taking) -> list[Html]:
    """Give the address of the event that is chosen."""
    event = taking.catalog.event_of(taking.view.selection)
    if event is None:
        return []
    title = taking.catalog.event(event)["title"]
    return [_row("event", "This event", f"{title}, whole.", taking.absolute(f"event/{event}.json", taking.all))]


def _documents() -> Html:
    return el("a", "What it takes and gives (OpenAPI)", href="./openapi.json", target="_blank")


def _row(name: str, label: str, told: Child, address: str) -> Html:
    return el(
        "div", el("dt", label), el("dd", el("p", told), copied(f"address-{name}", address, f"the address: {label}"))
    )
