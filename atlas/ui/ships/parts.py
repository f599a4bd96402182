"""How a ship is named and told of, in the register, on its own page and beside others."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from atlas.ui.detail.parts import local
from atlas.ui.html import Child, Html, el, join
from atlas.ui.links import link
from atlas.ui.words import sentence, state
from atlas.view import View

Ship = Mapping[str, Any]
NOT_TOLD: Final = "–"


def label(ship: Ship) -> str:
    """Name a ship with its hull number: `Gromkiy 335`."""
    return " ".join(filter(None, (ship["name"], ship.get("hull"))))


def flag(code: str | None) -> Html:
    """Give the code of a state, with its name for who hears it or points at it."""
    return el("abbr", code or "?", title=state(code) or "state not told", cls="st8")


def local_names(ship: Ship) -> Html:
    """Give the names in other scripts."""
    return join([local(name, lang) for lang, name in (ship.get("names") or {}).items()], " · ")


def ship_link(ship: Ship, view: View, *label: Child) -> Html:
    """Give a link to the page of a ship."""
    return link("ship", view, *(label or (ship["name"],)), id=ship["id"])


def led(ship: Ship, view: View) -> Html:
    """Give the cell that leads to a ship: its state, its name, and the names in other scripts below."""
    names = local_names(ship)
    return el(
        "div",
        flag(ship.get("state")),
        el("div", ship_link(ship, view), el("small", names) if names else None),
        cls="led",
    )


def kind(ship: Ship) -> list[Child]:
    """Give the type, and the class below."""
    return [sentence(ship.get("type") or NOT_TOLD), el("small", ship["class"]) if ship.get("class") else None]


def findable(ship: Ship) -> Iterator[str | None]:
    """Give every word by which a ship is looked for."""
    yield from (ship["name"], ship.get("hull"), ship.get("class"), ship.get("type"), ship.get("fleet"))
    yield from (ship.get("names") or {}).values()
    yield from ship.get("aliases") or ()
    yield from (state(ship.get("state")), ship["id"])
