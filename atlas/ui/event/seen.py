"""The table of sightings: when and where, as stated and as computed, how sure, who, and the sources."""

from typing import Final

from atlas.ui.detail import near
from atlas.ui.detail.context import Row as Facts
from atlas.ui.detail.sightings import PLAIN_ROLES
from atlas.ui.detail.sources import behind
from atlas.ui.event.context import PageContext
from atlas.ui.html import Child, Html, el, join
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.words import DAY_NOTE, count, heading, number, position, told_day
from atlas.vocabulary import BASIS, ROLE

COLUMNS: Final = (
    Column("when", "Date, local time", sorts=False),
    Column("place", "Place as stated, and what its point rests on", sorts=False),
    Column("point", "Point computed", sorts=False),
    Column("radius", "May be off by", sorts=False, cls="n"),
    Column("who", "Who", sorts=False),
    Column("sources", "Sources", sorts=False),
)


def seen(ctx: PageContext, event: Facts) -> Html:
    """Give the sightings of an event as a table, in the order of its record."""
    rows = ctx.catalog.sightings_of(event["id"])
    if not rows:
        return el("p", "No source that we read tells of a sighting.", cls="sub")
    points = ctx.catalog.layers["sightings"].frame.geometry
    before = [None, *(row["who"] for row in rows)]
    return table(
        count(len(rows), "sighting"),
        COLUMNS,
        [_row(ctx, row, points.get(row["id"]), who) for row, who in zip(rows, before, strict=False)],
        cls="seen",
    )


def _row(ctx: PageContext, row: Facts, point: object, who_before: str | None) -> Row:
    radius = row["radius_km"]
    drawn = bool(row["drawable"] and radius and point is not None)
    where = position(point.x, point.y, radius) if drawn else "–"  # type: ignore[attr-defined]
    return Row(
        (
            el("time", told_day(row, year=True), el("small", row["time"]), title=DAY_NOTE.get(row["date_precision"])),
            _place(ctx, row),
            Cell(where),
            [f"±{number(radius)} km" if radius else None, None if drawn else el("small", "too vague to draw")],
            el("span", "the same", cls="same") if row["who"] and row["who"] == who_before else row["who"] or "not told",
            behind(ctx, row["sources"]),
        ),
        current=ctx.selection == f"sighting.{row['id']}",
    )


def _place(ctx: PageContext, row: Facts) -> Child:
    stated = row["as_stated"] if row["as_stated"] != row["place"] else None
    course = heading(row["heading"])
    about = [
        None if row["role"] in PLAIN_ROLES else ROLE[row["role"]],
        join([BASIS[row["basis"]], stated], ": "),
        f"heading {course}" if course else None,
        "on land" if row["on_land"] else None,
    ]
    return [
        ctx.link("sighting", row["id"], row["place"]),
        el("small", join(about, " · ")),
        el("small", "closest coasts: ", near.closest(ctx, row)) if row.get("closest") else None,
        [el("small", row[key], cls="said") for key in ("note", "explanation") if row[key]],
    ]
