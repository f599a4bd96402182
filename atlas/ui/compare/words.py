"""What the page of two views says about them: title, a head for each, what is selected, other pairs to look at."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, Final
from urllib.parse import urlencode

from atlas.catalog import Catalog
from atlas.measure.rates import per_year
from atlas.ui import address
from atlas.ui.compare.sides import FIRST, SECOND, Side
from atlas.ui.html import Child, Html, el, join, symbol
from atlas.ui.links import link, number, page_address
from atlas.ui.listing import heading as head_of
from atlas.ui.words import count, span
from atlas.ui.words import number as figure
from atlas.view import View
from atlas.view.compared import Overlap, overlap, plain
from atlas.view.pair import Pair

UNEVEN: Final = 1.05
"""From how many times the days of the other on, two periods are said to be unequal."""


def pair_link(pair: Pair, *label: Child, **attributes: str | None) -> Html:
    """Give a link to two views."""
    pairs = pair.to_query()
    where = page_address("compare") + (f"?{urlencode(pairs)}" if pairs else "")
    return el("a", *label, href=where, **attributes)


def heading(catalog: Catalog, pair: Pair) -> Html:
    """Give the title: the two numbers, how they differ, the way to swap them, and other pairs."""
    first, second = (catalog.count(view) for view in (pair.first, pair.second))
    ways = el(
        "p",
        el("span", "Compare", cls="kicker"),
        [pair_link(other, words) for words, other in others(catalog, pair)],
        cls="ways",
    )
    swap = pair_link(pair.swapped(), "Swap A and B", cls="swap")
    return Html(
        head_of(f"{count(first, 'event')} against {second:,}", [told(overlap(catalog, pair), pair), " ", swap]) + ways
    )


def told(shared: Overlap, pair: Pair) -> str:
    """Say in a sentence how far two views differ."""
    first, second, both = len(shared.first), len(shared.second), len(shared.both)
    if pair.first.filters == pair.second.filters:
        return "A and B are the same view: set other days or filters on one side."
    change = second - first
    more = f"B has {abs(change):,} {'more' if change > 0 else 'fewer'} than A" if change else "B has as many as A"
    same = f"{both:,} {'is' if both == 1 else 'are'} in both" if both else "none is in both"
    if both and not first and not second:
        same = "they are the same events"
    return f"{more}; {same}.{_uneven(pair)}"


def _uneven(pair: Pair) -> str:
    lengths = sorted(length(view) for view in (pair.first, pair.second))
    uneven = lengths[1] > UNEVEN * lengths[0]
    return " The two periods are not equally long: look at the numbers a year." if uneven else ""


def length(view: View) -> int:
    """Give the days of a view, both ends inside."""
    return (view.end - view.start).days + 1


def others(catalog: Catalog, pair: Pair) -> list[tuple[str, Pair]]:
    """Give pairs that one may want to look at next, made of A; without the one that is shown, and empty ones."""
    mine = pair.first
    everything = address.without_filters(mine)
    before = mine.start - timedelta(days=1)
    usual = Pair.usual(mine)
    years = (replace(mine, start=year.start, end=year.end) for year in (usual.first, usual.second))
    wanted: list[tuple[str, Pair]] = [("the last two whole years", Pair(*years))]
    if mine.start > mine.span[0]:
        earlier = max(mine.span[0], before - (mine.end - mine.start))
        wanted.append(("A with the days before", Pair(replace(mine, start=earlier, end=before), mine)))
    if address.is_filtered(mine):
        wanted.append(("A with everything", Pair(mine, everything)))
    if mine.states == "all":
        wanted.append(("China alone with Russia alone", _both(mine, "states", "CN", "RU")))
    if len(mine.joint) > 1:
        wanted.append(("announced with not joint", _both(mine, "joint", ("announced",), ("separate",))))
    return [
        (words, one) for words, one in wanted if one != pair and catalog.count(one.first) + catalog.count(one.second)
    ]


def _both(view: View, field: str, first: Any, second: Any) -> Pair:
    one, other = (replace(view, **{field: value}) for value in (first, second))
    return Pair(one, other)


def side(catalog: Catalog, pair: Pair, which: Side) -> Html:
    """Give the head of one view: its letter, its number, its sentence, and what the number does not say."""
    view = which.of(pair)
    n, unplaced = catalog.count(view), catalog.unplaced(view)
    rate = per_year(n, length(view))
    lost = f"{unplaced:,} cannot be placed on the map"
    rest: list[Child] = [
        f"{figure(rate)} a year" if rate is not None else None,
        count(length(view), "day"),
        number(unplaced, "events", plain(view), words=lost, place="none") if unplaced else None,
    ]
    body: list[Child] = [
        el(
            "h2",
            el("span", which.letter, cls="badge"),
            number(n, "events", plain(view), words=el("b", f"{n:,}")),
            el("span", view.describe(catalog).partition(" ")[2]),
        ),
        el("p", join(rest, " · "), cls="rest"),
    ]
    if not n:
        everything = which.put(pair, address.without_filters(view))
        body.append(el("p", "No event matches these filters. ", pair_link(everything, "Show everything"), cls="rest"))
    return el("section", body, cls=f"versus-head of-{which.name}")


def filters_label(view: View, which: Side) -> str:
    """Name the group of filters of one view, and say how many are on; the days have their strip."""
    on = sum(1 for one in view.filters if one.field != "dates" and one.pairs())
    return f"Filters of {which.letter}" + (f" · {on} on" if on else "")


def seen(catalog: Catalog, view: View) -> View:
    """Give a view without the selection of an event that its filters keep out: its map does not tell that."""
    event = selected_event(catalog, view)
    if event is None or view.mask(catalog.columns)[list(catalog.layers["events"].rows).index(event)]:
        return view
    return replace(view, selection=None)


def fitted(catalog: Catalog, pair: Pair) -> Side:
    """Give the side whose map is fitted to what is selected; the other goes with it."""
    return SECOND if seen(catalog, pair.first).selection is None and seen(catalog, pair.second).selection else FIRST


def selected_event(catalog: Catalog, view: View) -> str | None:
    """Give the id of the event whose story the selection tells; None where it tells of no event."""
    found = catalog.where_is(view.selection)
    if found is None or found[0] not in ("event", "sighting", "leg"):
        return None
    return str(found[1]["id"] if found[0] == "event" else found[1]["event"])


def selected(catalog: Catalog, pair: Pair) -> Html:
    """Say what is selected, and on which of the maps it is."""
    event = selected_event(catalog, pair.first)
    if event is None:
        found = catalog.where_is(pair.first.selection)
        return el("p", el("b", found[1]["name"] if found else None))
    row = catalog.event(event)
    on = [side for side, view in (("A", pair.first), ("B", pair.second)) if seen(catalog, view).selection]
    where = f"in {' and '.join(on)}" if on else "in neither of the two"
    title = link("event", plain(pair.first), row["title"], id=event)
    return el("p", symbol(row["kind"]), " ", el("b", title), f" {span(row)} · {where}")
