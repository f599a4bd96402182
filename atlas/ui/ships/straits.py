"""The straits that a ship passed, by name or in a group that may have been its own."""

from dataclasses import replace
from typing import Final

from atlas.catalog import Catalog
from atlas.catalog.fleet import History
from atlas.ui.html import Child, Html, el
from atlas.ui.links import link, number
from atlas.ui.ships.parts import label
from atlas.ui.straits.links import PAGE
from atlas.ui.straits.passages import passages
from atlas.ui.straits.words import label as strait_label
from atlas.ui.words import count
from atlas.view import View

NOTE: Final = (
    "First those of groups whose description names the ship; then those of other groups of its events, in which it may "
    "have been, or not."
)


def straits(catalog: Catalog, told: History, view: View) -> Html:
    """Give the section; nothing where no passage is known."""
    if not (told.passed or told.about):
        return Html()
    parts = (
        (told.passed, f"{count(len(told.passed), 'passage')} by name: {label(told.ship)}"),
        (told.about, f"{count(len(told.about), 'passage')} of groups not described by name"),
    )
    tables = [
        passages(catalog, view, tuple(reversed(shown)), caption, strait=True, brief=True)
        for shown, caption in parts
        if shown
    ]
    title = el("h2", "Straits passed", cls="h2", id="straits")
    return el("section", title, el("p", NOTE, cls="sub"), tables)


def by_strait(catalog: Catalog, told: History, view: View) -> Child:
    """Give each strait with the number of events of the ship in which it was passed, the most first."""
    everything = View.default(catalog)
    found = []
    for name in {one.whole for one in (*told.passed, *told.about)}:
        shown = replace(everything, ships=(told.ship["id"],), passages=(name,))
        found.append((catalog.count(shown), name, shown))
    found.sort(key=lambda entry: (-entry[0], entry[1]))
    items = [
        el(
            "li",
            link(PAGE, view, strait_label(catalog.straits[name].row), id=name),
            " ",
            number(n, "events", shown, count(n, "event")),
        )
        for n, name, shown in found
    ]
    return el("ul", items, cls="plain") if items else None
