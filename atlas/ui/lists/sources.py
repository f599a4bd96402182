"""The list of sources: all, those of the events that the filters leave, or those of one event or sighting."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

import numpy as np
import streamlit as st

from atlas.catalog import Catalog
from atlas.ui import address
from atlas.ui.detail.sources import WEAK, lasting
from atlas.ui.html import Child, Html, el, outside
from atlas.ui.links import below, link, number
from atlas.ui.listing import heading
from atlas.ui.lists import most
from atlas.ui.lists.told import unknown
from atlas.ui.table import Cell, Column, Row, row_html, table
from atlas.ui.words import SOURCE_KIND, count, day, language
from atlas.view import View
from atlas.view.query import Query

COLUMNS: Final = (
    Column("publisher", "Publisher"),
    Column("date", "Date", down=True),
    Column("tells", "What it is cited for", sorts=False),
    Column("language", "Language"),
    Column("kind", "Kind"),
    Column("events", "Events", down=True, cls="n"),
)

ONLY: Final = "only"


def lay(catalog: Catalog, view: View) -> None:
    """Lay out the page."""
    own = address.own()
    st.html(page(catalog, view, own, most(own)))


def odd(own: dict[str, str]) -> dict[str, str]:
    """Name what the address holds for this page and it cannot follow, by key."""
    query = Query({"weak": [own.get("weak", "")]})
    query.one_of("weak", (ONLY,), None)
    strange = unknown(own, {"event": "events", "sighting": "sightings"})
    return strange | {"weak": query.notices[0]} if query.notices else strange


def page(catalog: Catalog, view: View, own: Mapping[str, str], first: int | None = None) -> Html:
    """Give the page under a view, or of one event or sighting alone; the table with its first rows alone, if told."""
    names, about = _asked(catalog, view, own)
    made = _rows(catalog)
    weak = [name for name in names if catalog.is_weak(name)]
    only = own.get("weak") == ONLY
    if only:
        names = tuple(weak)
    order = sorted(names, key=lambda name: catalog.sources[name].get("date") or "", reverse=True)
    title = below(len(names), count(len(names), "weak source" if only else "source"))
    return Html(
        heading(title, [about, _weak(view, own, len(weak), only=only)])
        + table(
            count(len(names), "source"),
            COLUMNS,
            Html("".join(made[name] for name in order[:first])),
            order="-date",
            search="Search by publisher, by what it is cited for, or by event",
            own=True,
            cls="wide papers",
        )
    )


def _weak(view: View, own: Mapping[str, str], n: int, *, only: bool) -> Child:
    """Say how many of the sources are weak, with a link to the list of them, or from it to all."""
    asked = {key: own.get(key) for key in ("event", "sighting")}
    if only:
        return [
            " Only the weak ones: copies, or texts of unknown worth. ",
            link("sources", view, "List the others too.", **asked),
        ]
    told = number(n, "sources", view, f"{n:,} of them", weak=ONLY, **asked)
    return [" ", told, " are weak: copies, or texts of unknown worth." if n > 1 else " is weak."] if n else None


def _asked(catalog: Catalog, view: View, own: Mapping[str, str]) -> tuple[tuple[str, ...], Child]:
    every = [" ", link("sources", view, "List those of all events that the filters leave.")]
    if found := catalog.where_is(f"sighting.{own.get('sighting')}"):
        event = catalog.event(found[1]["event"])
        about = [
            "Of the sighting at ",
            found[1]["place"],
            " in ",
            link("event", view, event["title"], id=event["id"]),
            ".",
        ]
        return _known(catalog, found[1]["sources"]), [about, every]
    if found := catalog.where_is(f"event.{own.get('event')}"):
        about = ["Of ", link("event", view, found[1]["title"], id=found[1]["id"]), "."]
        return _known(catalog, found[1]["sources"]), [about, every]
    mask = view.mask(catalog.columns)
    if mask.all():
        return tuple(catalog.sources), "All that the atlas rests on, those of its ships, places and straits included."
    rows = tuple(catalog.layers["events"].rows.values())
    names: list[str] = [name for place in np.flatnonzero(mask) for name in rows[place]["sources"]]
    n = int(mask.sum())
    return _known(catalog, names), ["Behind ", number(n, "events", view, count(n, "event")), "."]


def _known(catalog: Catalog, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(names) if name in catalog.sources)


@cache
def _rows(catalog: Catalog) -> Mapping[str, Html]:
    cited: dict[str, list[str]] = {}
    for row in catalog.layers["events"].rows.values():
        for name in dict.fromkeys(row["sources"]):
            cited.setdefault(name, []).append(row["title"])
    return {name: row_html(COLUMNS, _row(row, cited.get(name, []))) for name, row in catalog.sources.items()}


def _links(row: Mapping[str, Any]) -> Child:
    """Give the way to a source's text, and to its archived copy where there is one."""
    copy = lasting(row)
    return [outside(row.get("url"), row["publisher"]), *((" ", el("small", copy)) if copy else ())]


def _row(row: Mapping[str, Any], events: list[str]) -> Row:
    kind = SOURCE_KIND.get(row.get("kind") or "", row.get("kind"))
    return Row(
        (
            Cell(_links(row), row["publisher"]),
            Cell(day(row.get("date")), row.get("date") or ""),
            row.get("supports"),
            language(row.get("lang")),
            [kind, " ", WEAK if row.get("weak") else None],
            number(len(events), "events", None, source=row["id"]),
        ),
        find=(row["publisher"], row.get("supports"), language(row.get("lang")), kind, *events),
    )
