"""What is counted as an event of each kind, what is part of another, and the numbers in a series."""

from dataclasses import replace
from typing import Final

from atlas.catalog import Catalog
from atlas.look import KINDS
from atlas.ui.html import Html, el, symbol
from atlas.ui.links import link, number
from atlas.ui.method.parts import chapter, prose
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.words import count, day
from atlas.view import View
from atlas.vocabulary import JOINT

COUNTED: Final[dict[str, str]] = {
    "naval-exercise": "Ships of both navies train together at sea, under a name of their own; with third states where "
    "they took part.",
    "naval-patrol": "Ships of both sail as one group, called a joint patrol by a ministry; since 2025 also submarines.",
    "air-patrol": "Bombers of both fly together, and the ministries call it a joint patrol.",
    "transit": "Warships, submarines or intelligence ships go through a strait or past a coast, told by who watched "
    "them. Mostly of one state alone: on the way to or from something joint, or on a like way.",
    "port-call": "Ships of one visit a port of the other.",
    "coast-guard": "Coast guards and border services together.",
    "meeting": "Talks of ministers or chiefs of staff that bear on the rest, also those that did not come about.",
    "encounter": "Ships of both seen at one place without any word that it was joint.",
    "ashore": "Exercises on land or at desks that belong to the same series; they have no place at sea.",
}
COLUMNS: Final = (
    Column("kind", "Kind", sorts=False),
    Column("what", "What counts", sorts=False),
    Column("events", "Events", down=True, cls="n"),
)
SERIES: Final = (
    Column("series", "Series", sorts=False),
    Column("note", "How it is numbered", sorts=False),
    Column("events", "Events", down=True, cls="n"),
)
AN_EVENT: Final = (
    "An event is one thing that was planned, announced or watched as one, with its first and its last day; kind by "
    "kind that is:"
)
PARTS: Final = (
    " are part of a larger one: the way to an exercise, the visit after a patrol. They count as events of their "
    "own, so that each kind can be counted; in a series they get no number."
)
NOT: Final = (
    "An event enters when a source that can be cited tells it. Left out are arms sales, exercises of either state "
    "without the other, and sorties of single aircraft. Of voyages of one state alone the atlas holds those that a "
    "source connects with a joint event, or that went the same ways: it is no register of all transits, and its "
    "numbers of them say nothing about how many there were."
)
SERIES_NOTE: Final = (
    "Ministries count in ways of their own. A number is told with who gives it; our own running number, by date, "
    "stands beside it, and where the two differ the page of time says so."
)


def counted(catalog: Catalog) -> Html:
    """Give the chapter."""
    everything = View.default(catalog)
    events = catalog.layers["events"].rows.values()
    parts = [row for row in events if row["part_of"]]
    first, last = catalog.span
    joint = [
        el("li", number(catalog.count(one), "events", one), f" {words[0].lower()}{words[1:]}")
        for word, words in JOINT.items()
        for one in (replace(everything, joint=(word,)),)
    ]
    told = number(len(events), "events", None, count(len(events), "event"))
    part = number(len(parts), "events", None, f"{len(parts):,} of them", part="only")
    return chapter(
        "counted",
        prose(
            [
                "The atlas holds ",
                told,
                f" from {day(first)} to {day(last)}. ",
                AN_EVENT,
            ]
        ),
        table("Events by kind", COLUMNS, [_kind(catalog, everything, kind) for kind in KINDS], cls="method-table"),
        prose(NOT),
        prose(
            [
                part,
                PARTS,
            ]
        )
        if parts
        else None,
        prose("Whether an event was joint goes by what was announced and by what was seen:"),
        el("ul", joint, cls="told-list"),
        el("h3", "Numbers in a series", cls="h3"),
        prose([SERIES_NOTE + " ", link("timeline", None, "Numbers in a series, event by event"), "."]),
        table("Series", SERIES, _series(catalog, everything), cls="method-table"),
    )


def _kind(catalog: Catalog, everything: View, kind: str) -> Row:
    view = replace(everything, kinds=(kind,))
    name = el("span", symbol(kind), el("b", KINDS[kind].one), cls="led")
    n = catalog.count(view)
    return Row((Cell(name, KINDS[kind].one), COUNTED[kind], Cell(number(n, "events", view), n)))


def _series(catalog: Catalog, everything: View) -> list[Row]:
    rows = []
    for name, row in catalog.series.items():
        if name in catalog.columns.series_names:
            view = replace(everything, series=name)
            n = catalog.count(view)
            rows.append(Row((row["name"], row.get("note"), Cell(number(n, "events", view), n))))
    return rows
