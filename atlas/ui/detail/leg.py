"""What the atlas computed of a leg: how fast, through which straits; for the panel and for the event's own page."""

from typing import Final

from atlas.ui.detail.context import Context, Row
from atlas.ui.html import Html, el
from atlas.ui.words import days, heading, number, told_day

HOW_KNOWN: Final = {
    ("ship", True): "Told: a source names points of this way. The line between them is the shortest way over water.",
    ("ship", False): (
        "Joined by us: two sightings of one group, and the shortest way over water between them. It is not a track."
    ),
    ("air", True): (
        "Told: a source names points of this flight. No line between them is known; the band on the map is not a track."
    ),
    ("air", False): (
        "Joined by us: two sightings of one group. No line between them is known; the band on the map is not a track."
    ),
}
BROKEN: Final = (
    "The way is not known. A straight line between these two sightings would cross land, and no source tells of a "
    "flight over it: the map draws only its two ends."
)


def way(row: Row) -> str:
    """Say how the way of a leg is known."""
    return BROKEN if row.get("gap_km") else HOW_KNOWN[row["kind"], row["told"]]


def speed(row: Row) -> str | None:
    """Give the speed that a leg needs on average, in knots, of aircraft in km/h; None where it would mean nothing.

    Either no hours are told, or an aircraft was seen on two days: the hours between are not hours in the air.
    """
    if row["knots"] is None or (row["kind"] == "air" and row["from_date"] != row["to_date"]):
        return None
    return f"{number(row['knots'] * 1.852)} km/h" if row["kind"] == "air" else f"{number(row['knots'])} knots"


def leg_days(ctx: Context, row: Row) -> str:
    """Give the days between which a leg lies, as exactly as its two sightings are told."""
    ends = [found[1] for key in ("from", "to") if (found := ctx.catalog.where_is(f"sighting.{row[key]}"))]
    if all(end["date_precision"] == "day" for end in ends):
        return days(row["from_date"], row["to_date"]) if row["from_date"] else "days not told"
    return " to ".join(dict.fromkeys(told_day(end, year=True) for end in ends))


def crossed(ctx: Context, row: Row) -> list[Html]:
    """Give the straits that a leg crosses, each with its direction."""
    return [
        el(
            "div",
            ctx.other_link("passage", one["passage"]),
            f" to the {heading(one['direction'])}" if one.get("direction") else None,
        )
        for one in row["passages"] or ()
    ]
