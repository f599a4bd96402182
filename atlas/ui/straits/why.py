"""How each passage is known, and why what sources tell and what we computed differ."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from atlas.catalog import Catalog
from atlas.catalog.passings import Near, Passing
from atlas.ui.html import Child, Html, el, text
from atlas.ui.links import link
from atlas.ui.straits.words import channel
from atlas.ui.words import heading, number
from atlas.view import View

HOW: Final[dict[str, str]] = {
    "leg": "Told, and our way crosses it",
    "seen": "Told, and seen in the gate",
    "told": "Told only",
    "untold": "Computed only",
}


def known(catalog: Catalog, view: View, passing: Passing) -> Html:
    """Say how a passage is known, and what there is to know about that."""
    rows = [el("small", line) for line in _why(catalog, view, passing)]
    return Html(el("span", HOW[passing.how], cls=f"how how-{passing.how}") + text(rows))


def _why(catalog: Catalog, view: View, passing: Passing) -> Iterator[Child]:
    if passing.how == "leg":
        yield _way(view, passing, "See the way")
        yield from _otherwise(catalog, passing)
    elif passing.how == "seen":
        yield from _seen(view, passing)
    elif passing.how == "told":
        yield passing.explanation or "No sighting or way of ours shows it; the record does not say why."
    else:
        yield from _untold(catalog, view, passing)
    if passing.explanation and passing.how != "told":
        yield passing.explanation


def _otherwise(catalog: Catalog, passing: Passing) -> Iterator[Child]:
    """Say what the source leaves open and our way fills, and where the two differ."""
    if passing.gate and passing.gate != passing.strait:
        yield f"The source names no channel; our way goes through the {channel(catalog.straits[passing.gate].row)}."
    if passing.direction is None:
        yield f"The source tells no direction; our way goes {heading(passing.course)}."
    elif passing.course and passing.course != passing.direction:
        yield f"The source says {heading(passing.direction)}; our way goes through {heading(passing.course)}ward."


def _seen(view: View, passing: Passing) -> Iterator[Child]:
    near = passing.near
    if near is None:
        return
    where = "on the gate line" if near.km < 1 else f"{number(near.km)} km from the gate line"
    doubt = f" was made in the strait, {where}, and may be off by {number(near.radius_km)} km."
    yield [_sighting(view, near, "The sighting"), doubt]
    yield "A way joined to it cannot tell on which side of the gate it ends, so none is said to cross."


def _untold(catalog: Catalog, view: View, passing: Passing) -> Iterator[Child]:
    leg, near = catalog.layers["routes"].rows[passing.leg or ""], passing.near
    before, after = _joined(by_air=passing.by_air, told=leg["told"])
    way = _way(view, passing, f"{number(leg['km'])} km long" if leg["km"] is not None else "see it")
    yield ["No source in this record tells it. ", before, " (", way, ") ", after]
    if near and near.km <= near.radius_km:
        doubt = f" lies {number(near.km)} km from the gate and may be off by {number(near.radius_km)} km"
        yield [_sighting(view, near, "One of the sightings"), doubt, ": on which side it was is open."]


def _joined(*, by_air: bool, told: bool) -> tuple[str, str]:
    """Say what lies between two sightings, and how far it may be trusted."""
    if by_air:
        return "The line between two points of the flight", "crosses its gate; how they flew between is not known."
    if told:
        return "The shortest way over water between points that a source tells", "goes through it."
    return "The shortest way over water between two sightings that we joined", "goes through it; theirs may not have."


def _way(view: View, passing: Passing, words: str) -> Html:
    return link("", replace(view, selection=f"leg.{passing.leg}", centre=None, zoom=None), words)


def _sighting(view: View, near: Near, words: str) -> Html:
    return link("", replace(view, selection=f"sighting.{near.sighting}", centre=None, zoom=None), words)
