"""Where and when: the sightings of an event in order, on a line that is solid where a source tells the way."""

from collections.abc import Iterator, Sequence

from atlas.ui.detail.context import Context, Row
from atlas.ui.detail.sources import behind
from atlas.ui.html import Html, el, join
from atlas.ui.words import DAY_NOTE, heading, number, told_day
from atlas.vocabulary import BASIS, ROLE

PLAIN_ROLES = frozenset({"sighting", "waypoint"})


def how(sighting: Row) -> str:
    """Say what the point rests on and how far off it may be."""
    basis = BASIS[sighting["basis"]]
    if not sighting["drawable"]:
        return f"{basis}, too vague to draw"
    return f"{basis}, ±{number(sighting['radius_km'])} km"


def track(ctx: Context, event: Row) -> Html:
    """Give the sightings of an event as a list."""
    rows, legs = ctx.catalog.sightings_of(event["id"]), ctx.catalog.legs_of(event["id"])
    if not rows:
        return Html()
    lines = ways(rows, legs)
    items = [_item(ctx, row, line, who) for row, line, who in zip(rows, lines, _new_who(rows), strict=True)]
    return el("ol", items, cls="track", style=f"--kc:var(--{event['kind']})")


def ways(rows: Sequence[Row], legs: Sequence[Row]) -> list[str | None]:
    """Say for each sighting which line goes on to the next: told, joined or none."""
    place = {row["id"]: index for index, row in enumerate(rows)}
    lines: list[str | None] = [None] * len(rows)
    for leg in legs:
        for index in range(*sorted((place.get(leg["from"], 0), place.get(leg["to"], 0)))):
            lines[index] = "told" if leg["told"] and lines[index] in (None, "told") else "joined"
    return lines


def _new_who(rows: Sequence[Row]) -> Iterator[str | None]:
    """Give who was seen, but only where it differs from the sighting before."""
    before = None
    for row in rows:
        yield row["who"] if row["who"] != before else None
        before = row["who"]


def _dot(ctx: Context, row: Row) -> str | None:
    """Say how the map draws a sighting: as a full dot, open for one source, broken for weak ones, not at all."""
    if not row["drawable"]:
        return "none"
    return "weak" if ctx.catalog.all_weak(row["sources"]) else "one" if len(row["sources"]) == 1 else None


def _item(ctx: Context, row: Row, line: str | None, who: str | None) -> Html:
    selected = ctx.selection == f"sighting.{row['id']}"
    role = None if row["role"] in PLAIN_ROLES else ROLE[row["role"]]
    course = heading(row["heading"])
    other_year = bool(row["date"]) and row["date"][:4] != ctx.catalog.event(row["event"])["start"][:4]
    body = el(
        "div",
        ctx.link("sighting", row["id"], row["place"]),
        el("small", join([role, how(row), f"heading {course}" if course else None], " · "), cls="b"),
        el("small", who, cls="who") if who else None,
        el("small", row["note"], cls="said") if row["note"] else None,
        behind(ctx, row["sources"]),
    )
    when = el(
        "time",
        told_day(row, year=other_year),
        el("small", row["time"]) if row["time"] else None,
        title=DAY_NOTE.get(row["date_precision"]),
    )
    dot = el("i", cls=_dot(ctx, row), aria_hidden="true")
    return el("li", when, dot, body, cls=line, aria_current="true" if selected else None)
