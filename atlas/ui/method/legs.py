"""How a leg is drawn, and what is measured of legs and sightings: straits, coasts, zones, speeds."""

from typing import Final

from atlas.catalog import Catalog
from atlas.ui.html import Child, Html, el
from atlas.ui.links import link
from atlas.ui.method.parts import chapter, prose
from atlas.ui.straits.links import Asked
from atlas.ui.words import count

LEG: Final = (
    "A leg joins two sightings of one group, in their order. For ships it is the shortest way over water that keeps "
    "3 km off the shore where there is room, led through the straits that a source names; for aircraft it is the "
    "straight line, and where that would cross land its middle is left out. It is a drawing of ours and no track."
)
TOLD: Final = (
    "A leg is drawn as told, with a full line, where a source names one of its ends as a point of the way; as "
    "joined, with a broken one, where we only joined two sightings. Sightings too vague to be drawn are passed "
    "over, and the leg says so."
)
SPEED: Final = (
    "The speed that a leg implies follows from its length and the hours between its sightings, where days and times "
    "are known. Above 30 knots for a ship or 1,000 km/h for an aircraft the check of the records stops, unless the "
    "record explains it from its sources."
)
CROSSED: Final = (
    "A strait has a gate: a line from shore to shore. A leg that goes through it from one side to the other crosses "
    "the strait, one that touches it and turns back does not. Each passage that a source tells is then held against "
    "the legs and sightings of its event; one is found where strait, days (give or take one) and direction (give or "
    "take a right angle) fit."
)
CLOSEST: Final = (
    "Closest approach is the least distance on the ellipsoid from a sighting, or from a leg of a ship, to each "
    "coast within 1,000 km. Its error is the radius of the position and the error of the shore, added. Islands that "
    "more than one state claims are coasts of their own and count to no state."
)
ZONES: Final = (
    "A position is told to be inside or outside an air defence zone only where the zone's limit is further off than "
    "the radius; else it is unclear, and the reason is told."
)
LAW: Final = "All this is geometry: it knows no baselines, territorial seas or borders, and finds nothing as to law."


def legs() -> Html:
    """Give the chapter on legs."""
    return chapter("legs", prose(LEG, TOLD, SPEED))


def measures(catalog: Catalog) -> Html:
    """Give the chapter on straits, coasts and zones."""
    all_told = Asked(how="told")
    n = sum(passing.told for passing in catalog.passings)
    found: Child = [
        "All ",
        all_told.number(n, None, count(n, "passage") + " told"),
        ", and what differs, are listed ",
        link("strait", None, "one by one", how="all"),
        "; the ",
        link("straits", None, "page of straits"),
        " says why.",
    ]
    coasts = ["The ", link("coasts", None, "page of coasts"), " ranks what surely came closest."]
    return chapter("measures", prose(CROSSED, found, CLOSEST, ZONES, [el("b", LAW), " ", *coasts]))
