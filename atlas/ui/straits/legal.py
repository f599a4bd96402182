"""Width and legal regime of a strait, as the registry tells them with its sources."""

from atlas.catalog import Catalog
from atlas.catalog.facts import Facts
from atlas.ui.detail.context import Context
from atlas.ui.detail.geography import passage_facts
from atlas.ui.detail.sources import backed, behind, source_list
from atlas.ui.html import Html, el, join
from atlas.ui.links import link
from atlas.ui.straits.links import PAGE
from atlas.ui.straits.words import channel, label
from atlas.view import View

NARROW_NM = "3"


def narrow_limit(catalog: Catalog) -> list[Facts]:
    """Give the straits and channels with a territorial sea of three nautical miles, those with gates of their own."""
    return [
        strait.row
        for strait in catalog.straits.values()
        if (strait.row.get("territorial_limit_nm") or "").split(" ")[0] == NARROW_NM and not strait.row.get("parts")
    ]


def regime(catalog: Catalog, view: View) -> Html:
    """Say in which straits Japan limits its territorial sea, and what that leaves in the middle."""
    rows = narrow_limit(catalog)
    if not rows:
        return Html()
    corridor = all(row.get("high_seas_corridor") for row in rows)
    shared = [name for name in rows[0]["sources"] if all(name in row["sources"] for row in rows)]
    links = [link(PAGE, view, label(row), id=row["id"]) for row in rows]
    return el(
        "section",
        el("h2", "Why mid-strait is often high sea" if corridor else "A narrower territorial sea", cls="aside-h"),
        el(
            "p",
            f"In {len(rows)} straits and channels Japan limits its territorial sea to 3 nautical miles: ",
            join(links),
            ". High seas are left in the middle. Each strait's page says so with its sources." if corridor else ".",
            cls="sub",
        ),
        behind(Context(catalog), shared),
        cls="aside-part",
    )


def facts(catalog: Catalog, view: View, row: Facts) -> Html:
    """Give what the registry tells of one strait: names, waters, width, limit, rules, sources."""
    ctx = Context(catalog)
    sources = row.get("sources") or ()
    parts = [link(PAGE, view, channel(catalog.straits[part].row), id=part) for part in row.get("parts") or ()]
    whole = catalog.straits[row["id"]].whole
    of = link(PAGE, view, label(catalog.straits[whole].row), id=whole) if whole != row["id"] else None
    return Html(
        el("section", el("h2", "In short", cls="aside-h"), passage_facts(row, join(parts), of), cls="aside-part")
        + el(
            "section",
            el("h2", "Sources", " ", el("small", backed(ctx, sources)), cls="aside-h"),
            el("details", el("summary", "Show them"), source_list(ctx, sources), cls="behind", open=len(sources) <= 8),
            cls="aside-part",
        )
    )
