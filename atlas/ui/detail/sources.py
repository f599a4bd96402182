"""Sources as links, each with publisher, date, language and kind; weak ones say so."""

from collections.abc import Sequence

from atlas.ui.detail.context import Context, Row
from atlas.ui.detail.parts import section
from atlas.ui.html import Html, el, join, outside
from atlas.ui.words import SOURCE_KIND, count, day, language


def source(ctx: Context, name: str) -> Html:
    """Give one source as an item of a list; an id that the catalog does not know as it stands."""
    if name not in ctx.sources:
        ctx.sources[name] = _item(ctx, name)
    return ctx.sources[name]


def _item(ctx: Context, name: str) -> Html:
    row = ctx.catalog.sources.get(name)
    if row is None:
        return el("li", name, cls="src")
    kind = row.get("kind")
    about = [language(row.get("lang")), SOURCE_KIND.get(kind or "", kind)]
    weak = el(
        "b", "weak", cls="weak", title="A copy or a text of unknown worth; it may hide an official text underneath"
    )
    return el(
        "li",
        outside(row.get("url"), row["publisher"], title=row.get("supports")),
        el("time", day(row.get("date"))),
        el("small", join([*about, weak if row.get("weak") else None], " · ")),
        cls="src",
    )


def source_list(ctx: Context, names: Sequence[str]) -> Html:
    """Give sources as a list, oldest first; those without a date at the end; nothing for none."""
    if not names:
        return Html()
    dates = {name: row.get("date") for name in names if (row := ctx.catalog.sources.get(name))}
    order = sorted(names, key=lambda name: dates.get(name) or "9999")
    return el("ul", [source(ctx, name) for name in order], cls="srcs")


def sources_of(ctx: Context, row: Row) -> Html:
    """Give the section with all sources of a row."""
    names = row.get("sources") or ()
    return section("Sources", len(names), source_list(ctx, names))


def behind(ctx: Context, names: Sequence[str] | None) -> Html:
    """Give `3 sources`, which opens to show them; nothing for none."""
    if not names:
        return Html()
    label = el("summary", count(len(names), "source"))
    return el("details", label, source_list(ctx, names), cls="behind")
