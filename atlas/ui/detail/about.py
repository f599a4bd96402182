"""What an event is in short: what the panel and the event's own page both tell of it."""

from collections.abc import Sequence

from atlas.ui.detail.context import Context, Row
from atlas.ui.detail.sources import behind
from atlas.ui.html import Child, Html, el, join, text
from atlas.ui.words import day, hours, listed, series, state, told_day
from atlas.ui.words import heading as compass
from atlas.vocabulary import CONFIDENCE, JOINT


def states(event: Row) -> str:
    """Name the states that took part."""
    return listed([state(code) for code in event["states"]])


def marks(ctx: Context, event: Row) -> tuple[str, str, str]:
    """Say in a few words each whether an event was joint, how sure it is, and where it rests on little."""
    return JOINT[event["joint"]], CONFIDENCE[event["confidence"]], _backing(ctx, event["sources"])


def _backing(ctx: Context, sources: Sequence[str]) -> str:
    """Say in a word where an event rests on one source or on weak ones; nothing where it rests on more."""
    if ctx.catalog.all_weak(sources):
        return "Weak sources only"
    return "One source only" if len(sources) == 1 else ""


def why_so_sure(event: Row) -> str:
    """Say how sure an event is, and why."""
    return f"{CONFIDENCE[event['confidence']]}: {event['confidence_reason']}"


def in_short(ctx: Context, event: Row) -> list[tuple[str, Child]]:
    """Give the facts about an event as a whole, each with its label; those it has none of have no value."""
    return [
        ("Series", in_series(ctx, event)),
        ("Other counts", other_counts(ctx, event)),
        ("Areas", ", ".join(event["areas"] or ())),
        ("In the air", join([hours(event["duration_h"]) if event["duration_h"] else None, event["duration_note"]])),
        ("Air defence zones", ", ".join(event["adiz"] or ())),
    ]


def in_series(ctx: Context, event: Row) -> Child:
    """Name the series of an event and its number there: as told, and as we count."""
    if not event["series"]:
        return None
    row: Row = ctx.catalog.series.get(event["series"]) or {}
    own = f"our running number {event['series_index']}" if event["series_index"] else None
    name = row.get("name") or series(event["series"])
    by = f" by {state(event['ordinal_by'])}" if event["ordinal_by"] else ""
    told = f"number {event['ordinal']} as told{by}" if event["ordinal"] else "no number told"
    note = el("small", row["note"]) if row.get("note") else None
    return [el("span", join([name, told, own])), note, behind(ctx, event["ordinal_sources"])]


def other_counts(ctx: Context, event: Row) -> Child:
    """Give the numbers that others give an event."""
    return [
        el("div", f"{state(row['by'])}: number {row['n']} of {row['of']}", behind(ctx, row["sources"]))
        for row in event["ordinal_other"] or ()
    ]


def straits(ctx: Context, event: Row) -> list[Html]:
    """Give the straits that sources say were passed, one item each."""
    return [el("li", _passage(ctx, event, row)) for row in event["passages"] or ()]


def passed_on(ctx: Context, event: Row, row: Row) -> str:
    """Give the day of a told passage, as exactly as the sightings of that day are told and no more so."""
    if not row["date"]:
        return "day not told"
    same = [seen for seen in ctx.catalog.sightings_of(event["id"]) if seen["date"] == row["date"]]
    if same and all(seen["date_precision"] != "day" for seen in same):
        return told_day(same[0], year=True)
    return day(row["date"])


def _passage(ctx: Context, event: Row, row: Row) -> Html:
    direction = compass(row["direction"])
    when = passed_on(ctx, event, row)
    about = join([when, f"to the {direction}" if direction else "direction not told", row["who"]], " · ")
    explanation = el("small", row["explanation"], cls="said") if row.get("explanation") else None
    return text(
        [ctx.other_link("passage", row["passage"]), el("small", about), explanation, behind(ctx, row["sources"])]
    )


def corrections(ctx: Context, event: Row) -> list[Html]:
    """Give what was corrected in the record, one item each, as the record tells it."""
    return [
        el("li", el("b", day(row["date"])), " ", row["what"], behind(ctx, row["sources"]))
        for row in event["corrections"] or ()
    ]


def record(ctx: Context, event: Row) -> Html:
    """Give what the record says about itself: what its dates rest on, its id, when it came and changed."""
    changed = f"Added {day(event['added'])}, last changed {day(event['modified'])}."
    dates = text(["First and last day rest on ", behind(ctx, event["date_sources"])])
    return el("div", el("div", dates), el("p", "Record ", el("code", event["id"]), ". ", changed), cls="record")


def parts(ctx: Context, name: str) -> list[str]:
    """Give the ids of the events that are part of one."""
    return [part for part, row in ctx.catalog.layers["events"].rows.items() if row["part_of"] == name]
