"""Sources as links, each with publisher, date, language, kind and archived copy; weak ones say so."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from atlas.catalog import Catalog
from atlas.ui.detail.context import Context, Row
from atlas.ui.detail.parts import section
from atlas.ui.html import Child, Html, el, join, outside, text
from atlas.ui.kept import Kept
from atlas.ui.links import carried
from atlas.ui.words import SOURCE_KIND, count, day, language

WEAK_NOTE: Final = "A copy or a text of unknown worth; it may hide an official text underneath"
WEAK: Final = el("b", "weak", cls="weak", title=WEAK_NOTE)
_lists: Final[Kept[Html]] = Kept(4096)


def lasting(row: Mapping[str, Any]) -> Html:
    """Give the link to a source's archived copy and the day on which a person last read it; nothing where unknown."""
    copy = row.get("archive_url")
    parts = [
        outside(copy, "archived copy", title="A lasting copy, for the day when the address no longer answers")
        if copy
        else None,
        ["last read ", el("time", day(row["checked"]), datetime=row["checked"])] if row.get("checked") else None,
    ]
    return join(parts, ", ")


def _item(catalog: Catalog, name: str) -> Html:
    row = catalog.sources.get(name)
    if row is None:
        return el("li", name, cls="src")
    kind = row.get("kind")
    about = [language(row.get("lang")), SOURCE_KIND.get(kind or "", kind)]
    return el(
        "li",
        outside(row.get("url"), row["publisher"], title=row.get("supports")),
        el("time", day(row.get("date"))),
        el("small", join([*about, WEAK if row.get("weak") else None, lasting(row)], " · ")),
        cls="src",
    )


def source_list(ctx: Context, names: Sequence[str]) -> Html:
    """Give sources as a list, oldest first, those without a date at the end; nothing for none."""
    if not names:
        return Html()
    return _lists.get((ctx.catalog.version, tuple(names)), lambda: _made(ctx.catalog, names))


def _made(catalog: Catalog, names: Sequence[str]) -> Html:
    dates = {name: row.get("date") for name in names if (row := catalog.sources.get(name))}
    order = sorted(names, key=lambda name: dates.get(name) or "9999")
    return el("ul", [_item(catalog, name) for name in order], cls="srcs")


def sources_of(ctx: Context, row: Row) -> Html:
    """Give the section with all sources of a row; that of an event or a sighting leads to its list."""
    names = row.get("sources") or ()
    layer = (ctx.selection or "").partition(".")[0]
    note: Child = backed(ctx, names)
    if names and layer in ("event", "sighting"):
        note = carried("sources", note, count=len(names), **{layer: row["id"]})
    return section("Sources", note, source_list(ctx, names))


def behind(ctx: Context, names: Sequence[str] | None) -> Html:
    """Give `3 sources, 1 weak`, which opens to show them; nothing for none."""
    if not names:
        return Html()
    return el("details", el("summary", backed(ctx, names)), source_list(ctx, names), cls="behind")


def backed(ctx: Context, names: Sequence[str]) -> Html:
    """Say how many sources stand behind a fact, that there is one only, and how many of them are weak."""
    weak = sum(ctx.catalog.is_weak(name) for name in names)
    number = count(len(names), "source")
    if not weak:
        return text(f"{number} only" if len(names) == 1 else number)
    words = "weak" if len(names) == 1 else "all weak" if weak == len(names) else f"{weak} weak"
    return text([f"{number}, ", el("b", words, cls="weak", title=WEAK_NOTE)])
