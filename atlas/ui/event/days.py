"""The line of the days with a sighting: a dot for each day, a bar where only a span of days is told."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from atlas.ui.detail.context import Row
from atlas.ui.event.context import PageContext
from atlas.ui.html import Html, el
from atlas.ui.words import as_date, count, day, days

STEPS: Final = (1, 2, 7, 14, 28)
MOST_TICKS: Final = 7
NO_DAY: Final = frozenset({"unknown", "month"})


class Span(NamedTuple):
    """A day, or some days in a row, and the sightings that are told of just them."""

    first: date
    last: date
    rows: tuple[Row, ...]


def days_line(ctx: PageContext, event: Row) -> Html:
    """Give the line of an event; in its place a sentence where all is of one day, or none has a day."""
    rows = ctx.catalog.sightings_of(event["id"])
    spans = dated(rows)
    left = len(rows) - sum(len(one.rows) for one in spans)
    missing = f" {count(left, 'sighting')} without a day told {'is' if left == 1 else 'are'} not shown." if left else ""
    if not spans:
        return el("p", "No sighting has a day told." if rows else "There is no sighting to show.", cls="sub days-none")
    first, last = min(one.first for one in spans), max(one.last for one in spans)
    if first == last:
        number = sum(len(one.rows) for one in spans)
        told = f"{count(number, 'sighting')}, all of {day(first)}." if number > 1 else f"One sighting, of {day(first)}."
        return el("p", told + missing, cls="sub days-none")
    length = (last - first).days
    ticks = [el("li", day(tick, year=length > 300), style=_left(tick, first, length)) for tick in axis(first, last)]
    marks = [_mark(ctx, one, first, length) for one in spans]
    caption = el("figcaption", el("b", "Days with a sighting."), f" {days(first, last)}.{missing}")
    line = el("div", el("ol", ticks, cls="ticks", aria_hidden="true"), el("ol", marks, cls="marks"), cls="line")
    return el("figure", caption, line, cls="days", style=f"--kc:var(--{event['kind']})")


def dated(rows: Sequence[Row]) -> list[Span]:
    """Group sightings by the days that are told of them, in order; those of no told day are left out."""
    found: dict[tuple[date, date], list[Row]] = {}
    for row in rows:
        first = as_date(row["date"]) if row["date"] and row["date_precision"] not in NO_DAY else None
        if first:
            found.setdefault((first, as_date(row["date_end"]) or first), []).append(row)
    return [Span(*ends, tuple(found[ends])) for ends in sorted(found)]


def axis(first: date, last: date) -> Iterator[date]:
    """Give the days that are lettered: at most seven, evenly apart, or the first of each month of a long time."""
    length = (last - first).days
    step = next((step for step in STEPS if length / step < MOST_TICKS), None)
    if step is not None:
        yield from (first + timedelta(days=passed) for passed in range(0, length + 1, step))
        return
    months = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    inside = [month for month in months if first <= month <= last]
    yield from inside[:: -(-len(inside) // MOST_TICKS)]


def _mark(ctx: PageContext, one: Span, first: date, length: int) -> Html:
    told = f"{days(one.first, one.last)}: {count(len(one.rows), 'sighting')}"
    wide = (one.last - one.first).days / length * 100
    chosen = any(ctx.selection == f"sighting.{row['id']}" for row in one.rows)
    number = el("b", len(one.rows), aria_hidden="true") if len(one.rows) > 1 else None
    return el(
        "li",
        ctx.link("sighting", one.rows[0]["id"], el("span", told, cls="hear"), number, cls="chosen" if chosen else None),
        cls="bar" if wide else None,
        title=told,
        style=_left(one.first, first, length) + (f";width:{wide:.2f}%" if wide else ""),
    )


def _left(day_of: date, first: date, length: int) -> str:
    return f"left:{(day_of - first).days / length * 100:.2f}%"
