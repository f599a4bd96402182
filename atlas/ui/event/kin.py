"""Related events: what the event is part of, what came before and after it, and where the same ships were."""

from collections.abc import Sequence
from typing import Final

from atlas.catalog.kin import Relative, relatives
from atlas.ui.detail.context import Row as Facts
from atlas.ui.event.context import PageContext
from atlas.ui.html import Child, Html, el, symbol, text
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.words import count, listed, sentence, span
from atlas.view.several import Ships

COLUMNS: Final = (
    Column("event", "Event", sorts=False),
    Column("dates", "Dates", sorts=False),
    Column("order", "When", sorts=False),
    Column("why", "Why", sorts=False),
)
NEAREST: Final = 3


def kin(ctx: PageContext, event: Facts) -> tuple[int, Html]:
    """Give how many events have to do with one, and them: first what records tell, then where its ships were."""
    found = relatives(ctx.catalog, event["id"])
    told = [one for one in found if one.whole or one.part or one.told]
    ships = [one for one in found if one not in told]
    caption = count(len(told), "related event")
    first = table(caption, COLUMNS, [_row(ctx, one) for one in told], cls="kin") if told else None
    return len(found), text([first, _same_ships(ctx, ships)])


def _same_ships(ctx: PageContext, found: Sequence[Relative]) -> Html | None:
    """Give the events with the same ships: the nearest in time at once, the others behind a word."""
    if not found:
        return None
    near = nearest(found)
    caption = count(len(found), "other event with the same ships", "other events with the same ships")
    shown = table(caption, COLUMNS, [_row(ctx, one) for one in near], cls="kin")
    rest = [one for one in found if one not in near]
    if not rest:
        return shown
    more = table(f"{len(rest)} further ones", COLUMNS, [_row(ctx, one) for one in rest], cls="kin")
    return text([shown, el("details", el("summary", f"Show the {len(rest)} further ones"), more, cls="more")])


def nearest(found: Sequence[Relative]) -> list[Relative]:
    """Give of events in order of time those at the same time, and the last few before and first few after."""
    before = [one for one in found if one.order == "before"]
    after = [one for one in found if one.order == "after"]
    kept = {*before[-NEAREST:], *after[:NEAREST]}
    return [one for one in found if one in kept or one.order == "at the same time"]


def _row(ctx: PageContext, one: Relative) -> Row:
    event = ctx.catalog.event(one.event)
    led = el("div", symbol(event["kind"]), ctx.event_link(one.event), cls="led")
    return Row((Cell(led), span(event), sentence(one.order), _why(ctx, one)))


def _why(ctx: PageContext, one: Relative) -> Child:
    ships = [ctx.catalog.ships.get(name) for name in one.ships]
    names = [Ships.label(ship) for ship in ships if ship]
    why = [
        "This is a part of it" if one.whole else None,
        "It is a part of this" if one.part else None,
        "Named in the record" if one.told else None,
        f"Same ships: {listed(names)}" if len(names) > 1 else f"Same ship: {names[0]}" if names else None,
    ]
    return [el("div", words) for words in why if words]
