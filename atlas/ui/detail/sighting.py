"""The panels of one sighting and of one leg between two."""

from typing import Final

from atlas.ui.detail import near
from atlas.ui.detail.context import Context, Row
from atlas.ui.detail.leg import crossed, leg_days, speed, way
from atlas.ui.detail.parts import facts, note, title
from atlas.ui.detail.sightings import how
from atlas.ui.detail.sources import sources_of
from atlas.ui.html import Child, Html, el, join
from atlas.ui.words import DAY_NOTE, days, heading, hours, number, sentence, told_day
from atlas.vocabulary import BASIS, ROLE

LAW: Final = "Distances and zones are computed from the point: geometry, not a finding of law."


def sighting_panel(ctx: Context, row: Row) -> Html:
    """Give the body of the panel of a sighting."""
    precision = DAY_NOTE.get(row["date_precision"])
    place = ctx.other_link("place", row["place_id"]) if ctx.catalog.where_is(f"place.{row['place_id']}") else None
    radius = f"{number(row['radius_km'])} km around the point" if row["radius_km"] else None
    rows: list[tuple[str, Child]] = [
        ("Event", ctx.event_link(row["event"])),
        ("Day", join([days(row["date"], row["date_end"]) if row["date"] else "not told", precision])),
        ("Time", f"{row['time']}, local to the observer unless a note says otherwise" if row["time"] else None),
        ("Who", row["who"]),
        ("What", sentence(ROLE[row["role"]])),
        ("As stated", row["as_stated"]),
        ("Place", place),
        ("Rests on", sentence(BASIS[row["basis"]])),
        ("May be off by", radius if row["drawable"] else join([radius, "too vague to draw"])),
        ("Heading", heading(row["heading"])),
        ("Where", "On land" if row["on_land"] else None),
        ("Closest coasts", near.closest(ctx, row)),
        ("Zones", near.zones(ctx, row)),
        ("Note", row["note"]),
        ("Explanation", row["explanation"]),
    ]
    law = LAW if row.get("closest") else None
    return Html(title(row["place"], told_day(row, year=True)) + facts(rows) + note(law) + sources_of(ctx, row))


def leg_panel(ctx: Context, row: Row) -> Html:
    """Give the body of the panel of a leg."""
    start, end = (ctx.catalog.where_is(f"sighting.{row[key]}") for key in ("from", "to"))
    places = [found[1]["place"] if found else "?" for found in (start, end)]
    facts_of_leg: list[tuple[str, Child]] = [
        ("Event", ctx.event_link(row["event"])),
        ("Who", row["who"]),
        ("From", _end(ctx, row["from"])),
        ("To", _end(ctx, row["to"])),
        ("Length", f"{number(row['km'])} km" if row["km"] is not None else None),
        ("Time between", hours(row["hours"]) if row["hours"] is not None else "not told"),
        ("Speed implied", f"{speed(row)} on average" if speed(row) else None),
        ("Straits crossed", crossed(ctx, row)),
        ("Closest coasts", near.closest(ctx, row)),
        ("Zones", near.zones(ctx, row)),
        ("Left out", _left_out(ctx, row)),
    ]
    return Html(
        title(f"{places[0]} to {places[1]}", leg_days(ctx, row))
        + el("p", way(row), cls="lede")
        + facts(facts_of_leg)
        + note(
            "Length, speed, straits, distances and zones are computed by the atlas from the line on the map, not "
            "told by a source. A distance is geometry, not a finding of law."
        )
    )


def _end(ctx: Context, name: str) -> Child:
    found = ctx.catalog.where_is(f"sighting.{name}")
    if found is None:
        return name
    row = found[1]
    return [
        ctx.link("sighting", name, row["place"]),
        el("small", f"{told_day(row, year=True)}, {how(row)}"),
    ]


def _left_out(ctx: Context, row: Row) -> Child:
    """Name what was told between the two ends but lies too vaguely for a way through it."""
    names = row["skipped"] or ()
    if not names:
        return None
    why = el("small", "told in between, too vague to draw: the true way was longer")
    return [*(el("div", _end(ctx, name)) for name in names), why]
