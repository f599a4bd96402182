"""The table of legs: how long, how fast, through which straits and how close to which coasts; all of it computed."""

from typing import Final

from atlas.ui.detail import near
from atlas.ui.detail.context import Row as Facts
from atlas.ui.detail.leg import crossed, leg_days, speed
from atlas.ui.event.context import PageContext
from atlas.ui.html import Child, Html, el, join
from atlas.ui.table import Column, Row, table
from atlas.ui.words import count, hours

COLUMNS: Final = (
    Column("leg", "From and to", sorts=False),
    Column("way", "Way", sorts=False),
    Column("km", "Length", sorts=False, cls="n"),
    Column("speed", "Speed implied", sorts=False, cls="n"),
    Column("straits", "Straits crossed", sorts=False),
    Column("coasts", "Closest coasts", sorts=False),
)
NOTE: Final = (
    "Computed by the atlas, not told by a source: the shortest way over water between two sightings of one group, for "
    "aircraft the straight line. Told: a source names points of the way. Joined: we only joined two sightings. How "
    "close a leg came to a coast is geometry, not a finding of law."
)


def legs(ctx: PageContext, event: Facts) -> Html:
    """Give the legs of an event as a table, route by route; nothing where it has none."""
    rows = ctx.catalog.legs_of(event["id"])
    if not rows:
        return Html()
    before = [None, *(row["who"] for row in rows)]
    lines = [_row(ctx, row, row["who"] if row["who"] != who else None) for row, who in zip(rows, before, strict=False)]
    return table(count(len(rows), "leg"), COLUMNS, lines, cls="legs")


def _row(ctx: PageContext, row: Facts, who: str | None) -> Row:
    ends = [ctx.catalog.where_is(f"sighting.{row[key]}") for key in ("from", "to")]
    places = [found[1]["place"] if found else "?" for found in ends]
    about = join([leg_days(ctx, row), who], " · ")
    between = el("small", f"in {hours(row['hours'])}") if row["hours"] else None
    return Row(
        (
            [ctx.link("leg", row["id"], f"{places[0]} to {places[1]}"), el("small", about)],
            _way(row),
            _km(row["km"]) if row["km"] is not None else "–",
            [speed(row) or ("on two days" if row["hours"] else "no hours told"), between],
            crossed(ctx, row) or "no strait",
            near.closest(ctx, row) or "not measured",
        ),
        current=ctx.selection == f"leg.{row['id']}",
    )


def _km(km: float) -> str:
    """Give a length to the kilometre: its ends are known no better."""
    return f"{round(km):,} km" if km >= 1 else "below 1 km"


def _way(row: Facts) -> Child:
    if row.get("gap_km"):
        return ["Not known", el("small", f"{_km(row['gap_km'])} left out, over land")]
    vague = len(row["skipped"] or ())
    left_out = el("small", f"{count(vague, 'vague sighting')} between left out") if vague else None
    return ["Told" if row["told"] else "Joined", left_out]
