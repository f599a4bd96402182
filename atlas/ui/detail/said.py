"""What others did and said: responses, claims, landings, airspace, and where the sources disagree."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from atlas.ui.detail.context import Context, Row
from atlas.ui.detail.sources import behind
from atlas.ui.html import Child, Html, el, join, text
from atlas.ui.words import day, listed, sentence, state

_ID: Final = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)+)")
Told = tuple[str, int, Html]


def said(ctx: Context, event: Row) -> list[Told]:
    """Give what was done and said: of each sort of which there is any its title, the number of rows, and the rows."""
    told = [
        ("Flights through claimed airspace", event["airspace"], _airspace),
        ("Landings", event["landings"], _landing),
        ("What others did", event["responses"], _response),
        ("Who says what", event["claims"], _claim),
    ]
    return [(title, len(rows), _rows(ctx, rows, words)) for title, rows, words in told if rows]


def conflicts(ctx: Context, event: Row) -> list[Told]:
    """Give the disagreements of the sources in the same form; nothing where there is none."""
    rows = event["conflicts"] or ()
    body = el("ul", [el("li", linked(ctx, row)) for row in rows], cls="conf")
    return [("Where sources disagree", len(rows), body)] if rows else []


def linked(ctx: Context, words: str) -> Html:
    """Give words in which each id of an event stands as a link with the event's title."""
    events = ctx.catalog.layers["events"].rows
    return text([ctx.event_link(part) if part in events else part for part in _ID.split(words)])


def _rows(ctx: Context, rows: Sequence[Row], words: Callable[[Row], tuple[Child, Child]]) -> Html:
    return text([_said(ctx, row, *words(row)) for row in rows])


def _said(ctx: Context, row: Row, who: Child, what: Child) -> Html:
    return el("div", el("b", who), el("p", what), behind(ctx, row["sources"]), cls="claim")


def _airspace(row: Row) -> tuple[Child, Child]:
    claimed = f"claimed by {listed([state(code) for code in row['claimed_by']])}"
    denied = f"denied by {state(row['denied_by'])}" if row.get("denied_by") else None
    return sentence(row["where"]), join([row["unit"], row["times"], claimed, denied], "; ")


def _landing(row: Row) -> tuple[Child, Child]:
    return (listed(row["airfields"]) if row.get("airfields") else "Airfields not told"), sentence(row["what"])


def _response(row: Row) -> tuple[Child, Child]:
    return join([state(row["state"]), day(row["date"]) if row.get("date") else None]), sentence(row["what"])


def _claim(row: Row) -> tuple[Child, Child]:
    return sentence(row["by"]), sentence(row["what"])
