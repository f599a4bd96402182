"""The panel of an event: what, when, how sure, where, who, what was said, and the sources behind it."""

from collections.abc import Sequence

from atlas.ui.detail.about import corrections, in_short, marks, parts, record, states, straits, why_so_sure
from atlas.ui.detail.context import Context, Row
from atlas.ui.detail.parts import facts, names_line, note, section, tags, title
from atlas.ui.detail.said import conflicts, said
from atlas.ui.detail.ships import units, units_note
from atlas.ui.detail.sightings import track
from atlas.ui.detail.sources import sources_of
from atlas.ui.html import Child, Html, el, join, text
from atlas.ui.links import carried
from atlas.ui.words import count, span


def event_panel(ctx: Context, event: Row) -> Html:
    """Give the body of the panel of an event."""
    return Html(
        title(event["title"], join([span(event), states(event)], " · "))
        + names_line(event["names"])
        + tags(marks(ctx, event))
        + el("p", event["summary"], cls="lede")
        + note(why_so_sure(event))
        + facts([*in_short(ctx, event), *_kin(ctx, event)])
        + section("Where and when", _sightings(event), track(ctx, event))
        + section("Who took part", units_note(event["units"]), units(ctx, event["units"]))
        + _listed("Straits passed, as told", straits(ctx, event))
        + text([section(*told) for told in [*said(ctx, event), *conflicts(ctx, event)]])
        + sources_of(ctx, event)
        + _listed("Corrections", corrections(ctx, event))
        + record(ctx, event)
    )


def _sightings(event: Row) -> Html:
    words, n = count(event["sightings"], "sighting"), event["sightings"]
    return carried("sightings", words, count=n, event=event["id"]) if n else el("span", words)


def _kin(ctx: Context, event: Row) -> list[tuple[str, Child]]:
    return [
        ("Part of", ctx.event_link(event["part_of"]) if event["part_of"] else None),
        ("Its parts", _links(ctx, parts(ctx, event["id"]))),
        ("Related", _links(ctx, event["related"] or ())),
    ]


def _links(ctx: Context, names: Sequence[str]) -> Child:
    return [el("div", ctx.event_link(name)) for name in names]


def _listed(head: str, items: Sequence[Html]) -> Html:
    return section(head, len(items), el("ul", items, cls="rows") if items else None)
