"""The ships that are named in the same events."""

from typing import Final

from atlas.catalog import Catalog, Facts
from atlas.catalog.fleet import History
from atlas.ui.html import Html, el, symbol
from atlas.ui.links import link
from atlas.ui.ships.parts import NOT_TOLD, findable, kind, led
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.words import count, span
from atlas.view import View

COLUMNS: Final = (
    Column("ship", "Ship"),
    Column("hull", "Hull"),
    Column("type", "Type and class"),
    Column("times", "Events together", down=True),
)
NOTE: Final = "Named in the same events, most often first. That they sailed in one group is not always told."
MANY: Final = 15


def beside(catalog: Catalog, told: History, view: View) -> Html:
    """Give the section; nothing where it is always named alone."""
    if not told.beside:
        return Html()
    rows = [_row(catalog, ship, events, view) for ship, events in told.beside.items()]
    return el(
        "section",
        el("h2", "Ships sailed with", cls="h2", id="beside"),
        el("p", NOTE, cls="sub"),
        table(
            count(len(rows), "other ship"),
            COLUMNS,
            rows,
            order="-times",
            search="Search these ships, in any spelling" if len(rows) > MANY else None,
            cls="fleet beside",
        ),
    )


def _row(catalog: Catalog, name: str, events: tuple[Facts, ...], view: View) -> Row:
    ship = catalog.ships[name]
    own = el("ul", [el("li", _event(row, view)) for row in reversed(events)], cls="plain")
    return Row(
        (
            Cell(led(ship, view), ship["name"]),
            Cell(ship.get("hull") or NOT_TOLD, ship.get("hull") or ""),
            Cell(kind(ship), ship.get("type") or ""),
            Cell(el("details", el("summary", count(len(events), "event")), own, cls="shared"), len(events)),
        ),
        find=tuple(findable(ship)),
    )


def _event(row: Facts, view: View) -> list[Html]:
    return [
        symbol(row["kind"], 14),
        el("span", link("event", view, row["title"], id=row["id"]), el("small", span(row))),
    ]
