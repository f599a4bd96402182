"""How close a sighting or a leg came to the coasts, and in which zones it lies, each in one line."""

from typing import Final

from atlas.ui.detail.context import Context, Row
from atlas.ui.html import Child, Html, el, join
from atlas.ui.links import link
from atlas.ui.words import state

MOST: Final = 3
WHY: Final = {
    "border": "the border lies within its error",
    "landward": "the zone ends at China's territorial sea, of which no points are declared",
    "open": "the rest of the zone's limit could not be read",
}
"""Why it cannot be told whether something lies in a zone."""
NO_LINE: Final = "not measured: no line of this flight is known, only its sightings are"


def closest(ctx: Context, row: Row) -> Child:
    """Give the nearest coasts with their distance and its error; nothing where the position itself is not known."""
    told = row.get("closest")
    if told is None:
        return NO_LINE if row.get("kind") == "air" else None
    if not told:
        return "no coast that is measured within 1,000 km"
    return join(
        (
            [link("coasts", None, name(ctx, one["coast"]), cls="carry", coast=one["coast"]), " ", distance(one)]
            for one in told[:MOST]
        ),
        " · ",
    )


def distance(told: Row) -> Html:
    """Give a distance with its error, no finer than that: `16 ± 24 km`."""
    return el("span", f"{told['km']:,.0f} ± {told['error_km']:,.0f} km", cls="km")


def name(ctx: Context, coast: str) -> str:
    """Give the name of a coast; an unknown id as it stands."""
    return str(ctx.catalog.coasts[coast]["name"]) if coast in ctx.catalog.coasts else coast


def zones(ctx: Context, row: Row) -> Child:
    """Say in whose zones it lies, in whose not, and where that cannot be told."""
    told = row.get("zones")
    if not told:
        return None
    words = {
        "inside": "inside ",
        "partly": "partly inside ",
        "unclear": "cannot be told: ",
        "outside": "outside ",
    }
    return join(
        (
            [said, join(_whose(ctx, one) for one in told if one["where"] == where)]
            for where, said in words.items()
            if any(one["where"] == where for one in told)
        ),
        " · ",
    )


def _whose(ctx: Context, told: Row) -> Html:
    """Name the state that declared a zone, as a link to the zone."""
    found = ctx.catalog.where_is(f"zone.{told['zone']}")
    owner = f"{state(found[1].get('state'))}’s" if found else told["zone"]
    return el("span", ctx.other_link("zone", told["zone"], owner), title=WHY.get(told["why"] or ""))
