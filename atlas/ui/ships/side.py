"""The side column: what the register says of a ship."""

from atlas.catalog import Catalog
from atlas.catalog.fleet import History
from atlas.ui.detail.parts import facts, local
from atlas.ui.html import Child, Html, el, join
from atlas.ui.ships.straits import by_strait
from atlas.ui.words import language, sentence, state
from atlas.view import View


def side(catalog: Catalog, told: History, view: View) -> Html:
    """Give the side column of the page of a ship."""
    ship = told.ship
    names = [
        el("div", local(name, lang), el("small", language(lang))) for lang, name in (ship.get("names") or {}).items()
    ]
    rows: list[tuple[str, Child]] = [
        ("State", state(ship.get("state"))),
        ("Type", sentence(ship["type"]) if ship.get("type") else None),
        ("Class", ship.get("class")),
        ("Hull", ship.get("hull")),
        ("Fleet", ship.get("fleet")),
        ("In service", ship.get("commissioned")),
        ("Local name", names),
        ("Also written", join(ship.get("aliases") or (), ", ")),
        ("Note", sentence(ship["note"]) if ship.get("note") else None),
    ]
    passed = by_strait(catalog, told, view)
    return el(
        "aside",
        el("section", el("h2", "In short"), facts(rows)),
        el("section", el("h2", "Straits passed"), passed) if passed else None,
        cls="detail ship-side",
        aria_label="In short",
    )
