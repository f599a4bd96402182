"""What others did and said: responses, claims, landings, airspace, and where the sources disagree."""

from collections.abc import Callable, Sequence

from atlas.ui.detail.context import Context, Row
from atlas.ui.detail.parts import section
from atlas.ui.detail.sources import behind
from atlas.ui.html import Child, Html, el, join
from atlas.ui.words import day, listed, sentence, state


def said(ctx: Context, event: Row) -> Html:
    """Give all sections about what was done and said; those without a row are left out."""
    return Html(
        _rows(ctx, "Flights through claimed airspace", event["airspace"], _airspace)
        + _rows(ctx, "Landings", event["landings"], _landing)
        + _rows(ctx, "What others did", event["responses"], _response)
        + _rows(ctx, "Who says what", event["claims"], _claim)
        + conflicts(event)
    )


def conflicts(event: Row) -> Html:
    """Give the disagreements of the sources."""
    rows = event["conflicts"]
    return section(
        "Where sources disagree", len(rows), el("ul", [el("li", row) for row in rows], cls="conf") if rows else None
    )


def _rows(ctx: Context, title: str, rows: Sequence[Row], words: Callable[[Row], tuple[Child, Child]]) -> Html:
    return section(title, len(rows), [_said(ctx, row, *words(row)) for row in rows])


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
