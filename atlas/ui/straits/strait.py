"""The page of one strait, or of all together: a map, what passed, and what is told of width and law."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import streamlit as st

from atlas.catalog import Catalog, default_catalog
from atlas.catalog.passings import Passing
from atlas.ui import address, frame, head
from atlas.ui.html import Child, Html, el, join
from atlas.ui.kept import Kept
from atlas.ui.links import link
from atlas.ui.listing import heading
from atlas.ui.mapview import show_beside
from atlas.ui.straits import gates
from atlas.ui.straits.legal import facts
from atlas.ui.straits.links import BY, HOW, KEYS, NONE, PAGE, Asked
from atlas.ui.straits.passages import COLUMNS, passages
from atlas.ui.straits.told import channels
from atlas.ui.straits.words import label, toward
from atlas.ui.table import ignored
from atlas.ui.words import count
from atlas.view import View

ALL: Final = "All straits"
HEIGHT: Final = 540
_kept: Final[Kept[tuple[Html, Html, Html]]] = Kept(256)


def show() -> None:
    """Lay out the page that the address asks for."""
    catalog = default_catalog()
    view, notices = address.read()
    asked, mistakes = Asked.read(address.own(), catalog)
    with st.container(key="sheet"):
        lay(catalog, replace(view, selection=None, centre=None, zoom=None), asked)
    frame.title(label(catalog.straits[asked.strait].row) if asked.strait else ALL)
    mistakes += ignored(address.own(), COLUMNS).values()
    head.notices(notices + mistakes, own=("id", *KEYS, "sort") if mistakes else ())


def lay(catalog: Catalog, view: View, asked: Asked) -> None:
    """Lay out a strait under a view."""
    top, side, body = _kept.get((catalog.version, view, asked), lambda: made(catalog, view, asked))
    st.html(top)
    strait = catalog.straits[asked.strait] if asked.strait else None
    if strait and (corners := gates.box(strait)):
        own = View.default(catalog)
        shown = replace(own, passages=(strait.id,), selection=f"passage.{strait.id}").map_state(catalog, fit=True)
        with st.container(key="gates"):
            with st.container(key="gates-map"):
                show_beside(
                    "strait",
                    shown | {"box": corners},
                    HEIGHT,
                    label=f"Map of the {label(strait.row)} with the ways of the events that passed it.",
                    legend=False,
                )
                st.html(_below(view, strait.id))
            st.html(side)
    elif strait:
        st.html(side)
    if body:
        st.html(body)


def _below(view: View, strait: str) -> Html:
    there = replace(view, passages=(strait,), selection=f"passage.{strait}")
    way = link("", there, "See these events on the map")
    return el("p", "Ways are as we joined them, the shortest over water; flights have no line. ", way, ".", cls="sub")


def made(catalog: Catalog, view: View, asked: Asked) -> tuple[Html, Html, Html]:
    """Make what the page says, but for the map: its head, the side column, and the list."""
    shown = asked.of(catalog, view)
    row = catalog.straits[asked.strait].row if asked.strait else None
    crumbs = [join([link("", view, "Map"), link("straits", view, "Straits")], " / ")]
    title = label(row) if row else ALL
    top = heading(title, _dek(catalog, view, asked), crumbs)
    side = el("div", facts(catalog, view, row), cls="aside") if row else Html()
    return top, side, Html(_narrowed(catalog, view, asked, shown) + _list(catalog, view, asked, shown))


def _dek(catalog: Catalog, view: View, asked: Asked) -> Child:
    """Say how many passages are told and how many only computed, whatever is listed."""
    whole = Asked(asked.strait)
    rows = whole.of(catalog, view)
    told, everything = [row for row in rows if row.told], View.default(catalog)
    ships = sum(not row.by_air for row in told)
    computed = len(rows) - len(told)
    if not rows:
        return "No source here tells of a passage through it, and no way of ours crosses it."
    strait = catalog.straits.get(asked.strait or "")
    if strait and strait.whole != strait.id:
        return _channel_dek(catalog, whole, rows)
    return [
        replace(whole, how="told").number(len(told), everything, count(len(told), "passage")),
        " told: ",
        replace(whole, how="told", by="sea").number(ships, everything),
        " by ships, ",
        replace(whole, how="told", by="air").number(len(told) - ships, everything),
        " by aircraft. ",
        replace(whole, how="untold").number(computed, everything, f"{computed} more"),
        " only computed.",
    ]


def _channel_dek(catalog: Catalog, channel: Asked, rows: Sequence[Passing]) -> Child:
    """Say of a channel what sources tell by its name, and what they tell of its strait and our ways put here."""
    everything = View.default(catalog)
    how = Counter(row.how for row in rows)
    named = sum(row.told and row.strait == channel.strait for row in rows)
    return [
        [replace(channel, how="named").number(named, everything, count(named, "passage")), " told of it by name. "]
        if named
        else "No source here names this channel. ",
        "Ways of ours put ",
        replace(channel, how="leg").number(how["leg"], everything, count(how["leg"], "told passage")),
        " here, and ",
        replace(channel, how="untold").number(how["untold"], everything, f"{how['untold']} more"),
        " that no source tells.",
    ]


def _narrowed(catalog: Catalog, view: View, asked: Asked, shown: Sequence[Passing]) -> Html:
    """Say which passages the list holds, and lead to all of them; nothing where it holds all."""
    title = el("h2", "Each passage" if asked.strait else "Every passage", cls="h2", id="passages")
    if not asked.chosen:
        return title if shown else Html()
    parts = [
        HOW[asked.how] if asked.how else None,
        BY[asked.by] if asked.by else None,
        None if asked.year is None else "in a year that is not told" if asked.year == NONE else f"in {asked.year}",
        _way(catalog, asked),
    ]
    whole = Asked(asked.strait)
    every = len(whole.of(catalog, view))
    filters = " The filters of this address hold too." if address.is_filtered(view) else ""
    return Html(
        title
        + el(
            "p",
            f"{count(len(shown), 'passage')} ",
            join(parts),
            f".{filters} ",
            link(PAGE, view, f"Show all {every}", id=asked.strait),
            cls="sub narrowed",
        )
    )


def _way(catalog: Catalog, asked: Asked) -> str | None:
    if asked.way is None:
        return None
    if asked.way == NONE:
        return "with no direction told"
    ways = catalog.straits[asked.strait].ways if asked.strait else ()
    return toward(ways[int(asked.way)]) if ways else "a way that is not known"


def _list(catalog: Catalog, view: View, asked: Asked, shown: Sequence[Passing]) -> Html:
    if not shown and not asked.chosen:
        return Html()
    if not shown:
        return el("p", "There is none. ", link(PAGE, None, "Take all of that off", id=asked.strait), ".", cls="sub")
    strait = catalog.straits.get(asked.strait or "")
    every = Asked(asked.strait).of(catalog, view)
    notes = channels(catalog, None, strait, every) if strait and len(strait.gates) > 1 else Html()
    many = strait is None or len(strait.gates) > 1 or strait.whole != strait.id
    table = passages(catalog, view, shown, count(len(shown), "passage"), strait=many)
    return Html((el("div", notes, cls="sub left-open") if notes else Html()) + table)
