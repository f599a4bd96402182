"""Who took part: named ships with hull and class, and groups that the sources count but do not name."""

from collections.abc import Mapping, Sequence

from atlas.ui.detail.context import Context, Row
from atlas.ui.detail.parts import local
from atlas.ui.detail.sources import behind
from atlas.ui.html import Html, el, join
from atlas.ui.words import count, state


def units(ctx: Context, rows: Sequence[Row]) -> Html:
    """Give the units of an event as a list."""
    if not rows:
        return Html()
    return el("ul", [_named(ctx, row) if row.get("ship") else _group(ctx, row) for row in rows], cls="ships")


def units_note(rows: Sequence[Row]) -> str:
    """Say how many ships are named and how many groups are not."""
    named = sum(1 for row in rows if row.get("ship"))
    groups = len(rows) - named
    return ", ".join(
        part for part in (f"{named} named" if named else "", count(groups, "group") if groups else "") if part
    )


def _flag(code: str | None) -> Html:
    return el("abbr", code or "?", title=state(code) or "state not told", cls="st8")


def _named(ctx: Context, row: Row) -> Html:
    ship: Mapping[str, object] = ctx.catalog.ships.get(row["ship"], {"name": row["ship"]})
    names = ship.get("names")
    others = [local(name, lang) for lang, name in names.items()] if isinstance(names, Mapping) else []
    about = join([ship.get("type"), ship.get("class")])  # type: ignore[list-item]
    label = el("b", ctx.ship_link(row["ship"], join([str(ship["name"]), ship.get("hull")], " ")))  # type: ignore[list-item]
    body = el("div", join([label, *others], " "), el("small", about), _row_note(row), behind(ctx, row.get("sources")))
    return el("li", _flag(str(ship.get("state") or "")), body)


def _group(ctx: Context, row: Row) -> Html:
    number = f"{row['count']} × " if row.get("count") else ""
    about = join([row.get("role"), row.get("class") if row.get("class") != row.get("label") else None])
    unknown = None if row.get("count") else "number not told"
    body = el(
        "div",
        el("b", number + (row.get("label") or row["type"])),
        el("small", join([about, unknown])),
        _row_note(row),
        behind(ctx, row.get("sources")),
    )
    return el("li", _flag(row.get("state")), body)


def _row_note(row: Row) -> Html | None:
    return el("small", row["note"], cls="said") if row.get("note") else None
