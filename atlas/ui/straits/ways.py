"""Which way they went: for each strait two bars, one for each way through it."""

from collections.abc import Sequence
from typing import Final

from atlas.catalog import Catalog
from atlas.catalog.tally import Tally
from atlas.ui.html import Html, el
from atlas.ui.links import link
from atlas.ui.straits.links import NONE, PAGE, Asked
from atlas.ui.straits.words import label, toward
from atlas.ui.words import count
from atlas.view import View

SHOWN: Final = 7
LEAST: Final = 2


def ways(catalog: Catalog, view: View, tallies: Sequence[Tally]) -> Html:
    """Give the ways of the straits passed most often, as sources tell them.

    Those with fewer than two ways told are left out, and what is left out is counted below.
    """
    shown = [tally for tally in tallies if sum(tally.ways) >= LEAST and catalog.straits[tally.strait].ways][:SHOWN]
    if not shown:
        return Html()
    most = max(max(tally.ways) for tally in shown)
    rest = sum(sum(tally.ways) for tally in tallies) - sum(sum(tally.ways) for tally in shown)
    no_way = sum(tally.no_way for tally in tallies)
    untold = Asked(how="told", way=NONE).number(no_way, view, count(no_way, "passage"))
    return el(
        "section",
        el("h2", "Which way they went", cls="aside-h"),
        el("ul", [_pair(catalog, view, tally, most) for tally in shown], cls="both-ways"),
        el("p", "Of all straits, ", untold, " have no direction told; they are in no bar.", cls="sub")
        if no_way > 1
        else el("p", "Of all straits, ", untold, " has no direction told; it is in no bar.", cls="sub")
        if no_way
        else None,
        el("p", "Straits passed less often say it on their pages.", cls="sub") if rest else None,
        cls="aside-part",
    )


def _pair(catalog: Catalog, view: View, tally: Tally, most: int) -> Html:
    strait = catalog.straits[tally.strait]
    halves = [
        el(
            "span",
            Asked(tally.strait, "told", way=str(place)).number(n, view),
            el("i", style=f"width:{100 * n / most:.1f}%", aria_hidden="true"),
            el("small", toward(strait.ways[place])),
            cls="one-way",
        )
        for place, n in enumerate(tally.ways)
    ]
    return el("li", link(PAGE, view, label(strait.row), id=tally.strait), el("div", halves, cls="pair"))
