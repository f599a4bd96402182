"""What stands below the map: sightings, legs, who took part, disagreements, what was said, related events, sources."""

from atlas.ui.detail.about import corrections, record, straits
from atlas.ui.detail.context import Row
from atlas.ui.detail.said import conflicts, said
from atlas.ui.detail.ships import units, units_note
from atlas.ui.detail.sources import backed, source_list
from atlas.ui.event.context import PageContext
from atlas.ui.event.kin import kin
from atlas.ui.event.seen import seen
from atlas.ui.event.top import neighbours
from atlas.ui.event.ways import NOTE, legs
from atlas.ui.html import Child, Html, el, text
from atlas.ui.links import href
from atlas.ui.words import day

DISAGREE = "What the sources tell differently and, where one value had to be taken, which one and why."
PASSED = "As sources tell it. A leg above may cross other straits: that is computed."
RELATED = "What records name as related, and where the same ships were."


def rest(ctx: PageContext, event: Row) -> Html:
    """Give the chapters below the map, those without content left out."""
    passed, (many, others) = straits(ctx, event), kin(ctx, event)
    sources, units_told = event["sources"] or (), event["units"] or ()
    return el(
        "div",
        chapter("Sightings", None, seen(ctx, event), name="seen"),
        chapter("Legs between sightings", NOTE, legs(ctx, event), name="legs"),
        chapter("Ships and aircraft", units_note(units_told), units(ctx, units_told), name="who"),
        [chapter(title, DISAGREE, body, name="conflicts") for title, _, body in conflicts(ctx, event)],
        chapter("Straits passed", PASSED, el("ul", passed, cls="rows") if passed else None, name="straits"),
        [chapter(title, None, body) for title, _, body in said(ctx, event)],
        chapter("Related events", RELATED if many else None, others, name="kin"),
        chapter("Sources", backed(ctx, sources), source_list(ctx, sources), name="sources"),
        chapter(
            "Corrections", None, _corrections(ctx, event), record(ctx, event), _report(ctx, event), name="corrections"
        ),
        neighbours(ctx, event, titles=True),
        cls="detail event-rest",
    )


def chapter(title: str, note: Child, *body: Child, name: str | None = None) -> Html:
    """Give a chapter with its heading and a note below it; nothing where there is nothing to show."""
    content = text(body)
    if not content:
        return Html()
    return el("section", el("h2", title, cls="h2"), el("p", note, cls="sub") if text(note) else None, content, id=name)


def _corrections(ctx: PageContext, event: Row) -> Html:
    rows = corrections(ctx, event)
    if rows:
        return el("ul", rows, cls="rows")
    return el("p", f"No correction is noted since it was added on {day(event['added'])}.", cls="sub")


def _report(ctx: PageContext, event: Row) -> Html:
    address = f"{href('method', ctx.view, about=event['id'])}#report"
    return el("p", "Something wrong or missing? ", el("a", "Report an error", href=address), cls="sub")
