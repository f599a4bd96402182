"""The panel of an event: what, when, how sure, where, who, what was said, and the sources behind it."""

from collections.abc import Sequence

from atlas.ui.detail.context import Context, Row
from atlas.ui.detail.parts import facts, names_line, note, section, tags, title
from atlas.ui.detail.said import said
from atlas.ui.detail.ships import units, units_note
from atlas.ui.detail.sightings import track
from atlas.ui.detail.sources import behind, sources_of
from atlas.ui.html import Child, Html, el, join, text
from atlas.ui.words import count, day, hours, listed, series, span, state
from atlas.ui.words import heading as compass
from atlas.vocabulary import CONFIDENCE, JOINT


def event_panel(ctx: Context, event: Row) -> Html:
    """Give the body of the panel of an event."""
    return Html(
        title(event["title"], join([span(event), listed([state(code) for code in event["states"]])], " · "))
        + names_line(event["names"])
        + tags((JOINT[event["joint"]], CONFIDENCE[event["confidence"]], _backing(ctx, event["sources"])))
        + el("p", event["summary"], cls="lede")
        + note(CONFIDENCE[event["confidence"]], ": ", event["confidence_reason"])
        + _in_short(ctx, event)
        + section("Where and when", count(event["sightings"], "sighting"), track(ctx, event))
        + section("Who took part", units_note(event["units"]), units(ctx, event["units"]))
        + _passages(ctx, event)
        + said(ctx, event)
        + sources_of(ctx, event)
        + _record(ctx, event)
    )


def _backing(ctx: Context, sources: Sequence[str]) -> str:
    """Say in a word where an event rests on one source or on weak ones; nothing where it rests on more."""
    if ctx.catalog.all_weak(sources):
        return "Weak sources only"
    return "One source only" if len(sources) == 1 else ""


def _in_short(ctx: Context, event: Row) -> Html:
    return facts(
        [
            ("Series", _series(ctx, event)),
            ("Other counts", _other_counts(ctx, event)),
            ("Areas", ", ".join(event["areas"])),
            ("In the air", _duration(event)),
            ("Air defence zones", ", ".join(event["adiz"] or ())),
            ("Part of", ctx.event_link(event["part_of"]) if event["part_of"] else None),
            ("Its parts", _links(ctx, _parts(ctx, event["id"]))),
            ("Related", _links(ctx, event["related"] or ())),
        ]
    )


def _series(ctx: Context, event: Row) -> Child:
    if not event["series"]:
        return None
    row: Row = ctx.catalog.series.get(event["series"]) or {}
    by = f" by {state(event['ordinal_by'])}" if event["ordinal_by"] else ""
    told = f"number {event['ordinal']} as told{by}" if event["ordinal"] else "no number told"
    own = f"our running number {event['series_index']}" if event["series_index"] else None
    name = row.get("name") or series(event["series"])
    return [el("span", join([name, told, own]), title=row.get("note"))]


def _other_counts(ctx: Context, event: Row) -> Child:
    return [
        el("div", f"{state(row['by'])}: number {row['n']} of {row['of']}", behind(ctx, row["sources"]))
        for row in event["ordinal_other"] or ()
    ]


def _duration(event: Row) -> Child:
    told = hours(event["duration_h"]) if event["duration_h"] else None
    return join([told, event["duration_note"]])


def _parts(ctx: Context, name: str) -> list[str]:
    return [part for part, row in ctx.catalog.layers["events"].rows.items() if row["part_of"] == name]


def _links(ctx: Context, names: list[str] | tuple[str, ...]) -> Child:
    return [el("div", ctx.event_link(name)) for name in names]


def _passages(ctx: Context, event: Row) -> Html:
    rows = [el("li", _passage(ctx, row)) for row in event["passages"] or ()]
    return section("Straits passed, as told", len(rows) or None, el("ul", rows, cls="rows") if rows else None)


def _passage(ctx: Context, row: Row) -> Html:
    direction = compass(row["direction"])
    when = day(row["date"]) if row["date"] else "day not told"
    about = join([when, f"to the {direction}" if direction else "direction not told", row["who"]], " · ")
    explanation = el("small", row["explanation"], cls="said") if row.get("explanation") else None
    return text(
        [ctx.other_link("passage", row["passage"]), el("small", about), explanation, behind(ctx, row["sources"])]
    )


def _record(ctx: Context, event: Row) -> Html:
    corrections = [
        el("li", el("b", day(row["date"])), " ", row["what"], behind(ctx, row["sources"]))
        for row in event["corrections"] or ()
    ]
    changed = f"Added {day(event['added'])}, last changed {day(event['modified'])}."
    dates = text(["First and last day rest on ", behind(ctx, event["date_sources"])])
    return Html(
        section("Corrections", len(corrections), el("ul", corrections, cls="rows") if corrections else None)
        + el("div", el("p", dates), el("p", "Record ", el("code", event["id"]), ". ", changed), cls="record")
    )
