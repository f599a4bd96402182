"""The history of a ship: a line of time, and the events that name it."""

from datetime import date, timedelta
from typing import Final

from atlas.catalog import Facts
from atlas.catalog.fleet import History
from atlas.chart import forms
from atlas.look import KINDS
from atlas.ui.charts import Chart
from atlas.ui.detail.context import Context
from atlas.ui.detail.sources import behind
from atlas.ui.html import Html, el, symbol
from atlas.ui.links import href, link
from atlas.ui.ships.parts import label
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.timeline.series import milliseconds
from atlas.ui.words import count, span
from atlas.view import View

COLUMNS: Final = (
    Column("event", "Event"),
    Column("dates", "Dates", down=True),
    Column("joint", "Joint"),
    Column("said", "Sources and notes", sorts=False),
)
JOINT: Final = {"announced": "Announced", "observed": "Seen together", "separate": "Not joint"}
MARGIN: Final = timedelta(days=120)


def chart(told: History, view: View) -> Chart:
    """Give the line of time: a lane for each kind of event."""
    kinds = [kind for kind in KINDS if any(row["kind"] == kind for row in told.events)]
    first = date.fromisoformat(told.events[0]["start"]) - MARGIN
    last = max(date.fromisoformat(row["end"]) for row in told.events) + MARGIN
    return Chart(
        "ship",
        forms.spans,
        [_span(row, kinds.index(row["kind"]), view) for row in told.events],
        len(kinds) * forms.LANE + forms.FOOT,
        title="In time",
        note="The days of the events that name it, which are not always days at sea. A span opens its event.",
        says=words(told, kinds),
        data=events_table(told, view),
        params={"first": milliseconds(first), "last": milliseconds(last)},
    )


def _span(row: Facts, place: int, view: View) -> dict[str, object]:
    return {
        "lane": KINDS[row["kind"]].many,
        "place": place,
        "start": row["start"],
        "end": (date.fromisoformat(row["end"]) + timedelta(days=1)).isoformat(),
        "kind": row["kind"],
        "what": row["title"],
        "when": span(row),
        "href": href("event", view, id=row["id"]),
    }


def words(told: History, kinds: list[str]) -> str:
    """Say what the line of time shows."""
    lanes = []
    for kind in kinds:
        rows = [row for row in told.events if row["kind"] == kind]
        years = ", ".join(dict.fromkeys(row["start"][:4] for row in rows))
        lanes.append(f"{KINDS[kind].many} {len(rows)} ({years})")
    number = count(len(told.events), "event")
    return f"The days of the {number} of {label(told.ship)} on a line of time: {'; '.join(lanes)}."


def events_table(told: History, view: View) -> Html:
    """Give the days of the events as a table, the numbers behind the line of time."""
    columns = (
        Column("event", "Event"),
        Column("kind", "Kind"),
        Column("dates", "Dates", down=True),
        Column("days", "Days", cls="n"),
    )
    rows = []
    for row in reversed(told.events):
        days = (date.fromisoformat(row["end"]) - date.fromisoformat(row["start"])).days + 1
        title = link("event", view, row["title"], id=row["id"])
        kind = KINDS[row["kind"]].one
        rows.append(Row((Cell(title, row["title"]), kind, Cell(span(row), row["start"]), Cell(days, days))))
    return table("Days of its events", columns, rows, order="-dates", cls="numbers")


def events(ctx: Context, told: History, view: View) -> Html:
    """Give the events that name the ship, the last one first, with what each says of it."""
    rows = [_event(ctx, told, row, view) for row in reversed(told.events)]
    return el(
        "section",
        el("h2", "Events", cls="h2", id="events"),
        table(count(len(told.events), "event"), COLUMNS, rows, order="-dates", cls="served"),
    )


def _event(ctx: Context, told: History, row: Facts, view: View) -> Row:
    unit = told.note(row["id"]) or Facts()
    said = el("span", unit["note"]) if unit.get("note") else None
    title = el(
        "div",
        symbol(row["kind"]),
        el("div", link("event", view, row["title"], id=row["id"]), el("small", KINDS[row["kind"]].one)),
        cls="led",
    )
    return Row(
        (
            Cell(title, row["title"]),
            Cell(span(row), row["start"]),
            JOINT[row["joint"]],
            [said, behind(ctx, unit.get("sources"))],
        ),
        current=ctx.selection == f"event.{row['id']}",
    )
