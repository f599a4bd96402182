"""The side column: the event in short, and how to cite it."""

from atlas.ui.detail.about import in_short, states
from atlas.ui.detail.context import Row
from atlas.ui.detail.parts import facts
from atlas.ui.event.context import PageContext
from atlas.ui.html import Child, Html, el
from atlas.ui.words import day, span
from atlas.vocabulary import CONFIDENCE, JOINT


def side(ctx: PageContext, event: Row) -> Html:
    """Give the side column of the page of an event."""
    rows: list[tuple[str, Child]] = [
        ("Dates", span(event)),
        ("States", states(event)),
        ("Joint or not", JOINT[event["joint"]]),
        *in_short(ctx, event),
        ("Confidence", [CONFIDENCE[event["confidence"]], el("small", event["confidence_reason"])]),
    ]
    return el(
        "aside",
        _box("In short", facts(rows)),
        _box("Cite", el("p", cited(event), cls="cite")),
        cls="detail event-side",
        aria_label="In short",
    )


def cited(event: Row) -> str:
    """Give an event as it is cited: by its title, the day of its last change and its id."""
    return f"Joint Sea Atlas, “{event['title']}”, version of {day(event['modified'])}, record {event['id']}."


def _box(title: str, body: Html) -> Html:
    return el("section", el("h2", title), body)
