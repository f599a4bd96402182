"""The straits that a ship's groups passed."""

from dataclasses import replace
from typing import Final

from atlas.catalog import Catalog, Facts
from atlas.catalog.fleet import History, Passed
from atlas.ui.html import Child, Html, el
from atlas.ui.links import link, number
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.words import count, day, heading, sentence
from atlas.view import View
from atlas.view.several import Passages

COLUMNS: Final = (
    Column("date", "Date", down=True),
    Column("strait", "Strait"),
    Column("way", "Way"),
    Column("who", "Who passed"),
    Column("known", "Known from"),
    Column("event", "Event"),
)
NOTE: Final = (
    "Passages in the events that name the ship. By name: the words for the group name it. Else it may have been in "
    "another group of the event. Computed: a leg that we joined crosses the gate."
)


def straits(catalog: Catalog, told: History, view: View) -> Html:
    """Give the section; nothing where no passage is known."""
    if not told.passed:
        return Html()
    rows = [_row(catalog, one, view) for one in reversed(told.passed)]
    named = sum(one.named for one in told.passed)
    caption = f"{count(len(told.passed), 'passage')}, {named} by name"
    return el(
        "section",
        el("h2", "Straits passed", cls="h2", id="straits"),
        el("p", NOTE, cls="sub"),
        table(caption, COLUMNS, rows, cls="passed"),
    )


def by_strait(catalog: Catalog, told: History, view: View) -> Child:
    """Give each strait with the number of events of the ship in which it was passed, the most first."""
    everything, rows = View.default(catalog), catalog.layers["passages"].rows
    whole = {part: name for name, row in rows.items() for part in row.get("parts") or ()}
    found = []
    for name in {whole.get(one.row["passage"], one.row["passage"]) for one in told.passed} & rows.keys():
        shown = replace(everything, ships=(told.ship["id"],), passages=(name,))
        found.append((catalog.count(shown), name, shown))
    found.sort(key=lambda entry: (-entry[0], entry[1]))
    items = [
        el("li", _strait(catalog, name, view), " ", number(n, "events", shown, count(n, "event")))
        for n, name, shown in found
    ]
    return el("ul", items, cls="plain") if items else None


def _strait(catalog: Catalog, name: str, view: View) -> Html:
    row = catalog.layers["passages"].rows.get(name)
    return link("strait", view, sentence(Passages.label(row)), id=name) if row else el("span", name)


def _row(catalog: Catalog, one: Passed, view: View) -> Row:
    row = one.row
    event: Facts = catalog.event(row["event"])
    way = f"to the {heading(row['direction'])}" if row["direction"] else "not told"
    known = {(True, True): "told and computed", (True, False): "told", (False, True): "computed"}
    strait = _strait(catalog, row["passage"], view)
    return Row(
        (
            Cell(day(row["date"]) if row["date"] else "day not told", row["date"] or ""),
            strait,
            way,
            [row["who"], el("small", "by name") if one.named else None],
            known.get((row["told"], row["computed"]), "told"),
            Cell(link("event", view, event["title"], id=event["id"]), event["title"]),
        )
    )
