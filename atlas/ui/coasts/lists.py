"""One whole list: every sighting or leg that was measured to one coast, or that lies to one zone in some way."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from atlas.catalog import Catalog, Facts
from atlas.catalog.nearby import Layer, Lies, Near, Nearby
from atlas.catalog.nearby import Row as Told
from atlas.ui.coasts.asked import OF, WHERE, Asked
from atlas.ui.coasts.says import GEOMETRY, bar, claimed, ends, event, first_day, position, scale_of, when
from atlas.ui.detail.near import WHY, distance
from atlas.ui.html import Child, Html, el, join
from atlas.ui.listing import heading
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.words import count, day, listed, sentence, state
from atlas.ui.words import number as figure
from atlas.view import View

COLUMNS: Final = (
    Column("position", "Position"),
    Column("day", "When", down=True),
    Column("event", "Event"),
    Column("km", "Distance", cls="n"),
    Column("most", "At most", cls="n"),
    Column("lies", "Lies"),
    Column("limit", "To its limit", cls="n"),
    Column("why", "Why"),
)
"""Every column by which a list may be sorted."""
_BY_NAME: Final = {column.name: column for column in COLUMNS}
UNMEASURED: Final = {"sightings": "Sightings", "legs": "Legs of flights"}
TOO_VAGUE, ON_LAND, NO_LINE = "Too vague to draw", "On land", "The line of this flight is not known"
_SEARCH: Final = "Search by place, event or who was seen, in any spelling"


def of_coast(catalog: Catalog, view: View, found: Nearby, asked: Asked) -> Html:
    """Give the list of one coast."""
    row, rows = catalog.coasts[asked.coast or ""], asked.near(found)
    about = join([claimed(row), f"error of the coast {figure(row['error_km'])} km"], "; ")
    head = heading(
        f"Closest approach: {row['name']}",
        [row["note"], el("small", sentence(about), cls="aside-line")],
        [Asked().link(view, "All coasts and zones")],
    )
    tabs = [_tab(view, asked, replace(asked, of=of), len(replace(asked, of=of).near(found)), OF[of][1]) for of in OF]
    lines = el("p", "How close the lines come that we drew; none of this is told by a source.", cls="sub")
    none = el("p", f"No {OF[asked.of][0]} of these events lies within 1,000 km.", cls="sub none")
    return Html(
        head
        + el("p", GEOMETRY, cls="sub")
        + (lines if asked.of == "legs" else "")
        + el("nav", tabs, cls="tabs", aria_label="Sightings or legs")
        + (_near_table(catalog, view, rows, sure=asked.of == "sightings") if rows else none)
    )


def of_none(catalog: Catalog, view: View, found: Nearby, asked: Asked) -> Html:
    """Give the list of what is measured to no coast and no zone, and why."""
    rows = asked.left_out(found)
    layer, _ = OF[asked.of]
    tabs = [
        _tab(view, asked, one, len(one.left_out(found)), words)
        for one, words in ((replace(asked, of=of), UNMEASURED[of]) for of in OF)
    ]
    about = "A point that may be anywhere, or on land, is close to no coast; of a flight only its points are known."
    head = heading("Not measured", about, [Asked().link(view, "All coasts and zones")])
    none = el("p", "Nothing of these events is left out.", cls="sub none")
    columns = [_BY_NAME[name] for name in ("position", "why", "day", "event")]
    shown = []
    for row in rows:
        why = NO_LINE if layer == "leg" else ON_LAND if row["drawable"] else TOO_VAGUE
        place, day_of, of_event = _lead(catalog, view, layer, row)
        shown.append(Row((place, why, day_of, of_event), find=(row["who"], row.get("as_stated"))))
    listing = table(count(len(rows), layer), columns, shown, search=_SEARCH, own=True, cls="left-out")
    return Html(head + el("nav", tabs, cls="tabs", aria_label="Sightings or legs") + (listing if rows else none))


def of_zone(catalog: Catalog, view: View, found: Nearby, asked: Asked) -> Html:
    """Give the list of one zone: all that lies to it in some way, or in the way that is asked for."""
    row, rows = catalog.layers["zones"].rows[asked.zone or ""], asked.lies(found)
    wholes = [(replace(asked, of=of, where=None), words) for of, (_, words) in OF.items()]
    parts = [(replace(asked, where=where), words) for where, words in WHERE.items()]
    counts = [(one, len(one.lies(found)), words) for one, words in (*wholes, *parts)]
    tabs = [_tab(view, asked, one, n, words) for one, n, words in counts if n or not one.where or one == asked]
    head = heading(
        row["name"],
        f"Declared by {state(row['state'])}, in force since {_since(row)}.",
        [Asked().link(view, "All coasts and zones")],
    )
    about = (
        "An identification zone is declared for aircraft and is not sovereign airspace; it asks nothing of ships. What "
        "lies more than 1,000 km outside is left out."
    )
    limits = el("details", el("summary", "What is known of its limits"), el("p", row.get("note")), cls="limits")
    none = el("p", "Nothing of these events lies so to the zone.", cls="sub none")
    return Html(
        head
        + el("p", about, cls="sub")
        + limits
        + el("nav", tabs, cls="tabs", aria_label="What lies how to the zone")
        + (_zone_table(catalog, view, rows) if rows else none)
    )


def _since(row: Facts) -> str:
    """Give the day since when a zone is in force, or the words that the register has for it."""
    told = str(row.get("effective") or "a day not told")
    return day(told) if len(told) == 10 else told


def _tab(view: View, asked: Asked, other: Asked, n: int, words: str) -> Html:
    label = f"{words} {n:,}"
    return el("b", label, aria_current="page") if other == asked else other.number(n, view, label)


def _near_table(catalog: Catalog, view: View, rows: Sequence[Near], *, sure: bool) -> Html:
    scale = scale_of(rows)
    reach = Column("reach", ends(scale), sorts=False, cls="to")
    far = (_BY_NAME["km"], _BY_NAME["most"], reach) if sure else (_BY_NAME["km"], reach)
    columns = (_BY_NAME["position"], *far, _BY_NAME["day"], _BY_NAME["event"])
    return table(
        count(len(rows), "sighting" if sure else "leg"),
        columns,
        [_near_row(catalog, view, one, scale, sure=sure) for one in rows],
        order="most" if sure else "km",
        search=_SEARCH,
        own=True,
        cls="by-coast whole",
    )


def _near_row(catalog: Catalog, view: View, one: Near, scale: float, *, sure: bool) -> Row:
    place, day_of, of_event = _lead(catalog, view, one.layer, one.row)
    figures: list[Cell | Child] = [Cell(distance({"km": one.km, "error_km": one.error_km}), round(10 * one.km))]
    if sure:
        figures.append(Cell(f"{one.most_km:,.0f} km", round(10 * one.most_km)))
    return Row((place, *figures, bar(one, scale), day_of, of_event), find=(one.row["who"], one.row.get("as_stated")))


def _zone_table(catalog: Catalog, view: View, rows: Sequence[Lies]) -> Html:
    columns = [_BY_NAME[name] for name in ("position", "lies", "limit", "day", "event")]
    shown = []
    for one in rows:
        told = listed(list(catalog.event(one.row["event"]).get("adiz") or ()))
        lies = [
            WHERE[one.where],
            el("small", WHY[one.why]) if one.why else None,
            el("small", f"its record tells of entering: {told}") if told else None,
        ]
        place, day_of, of_event = _lead(catalog, view, one.layer, one.row)
        limit = Cell(f"{one.km:,.0f} km", round(10 * one.km))
        cells = (place, Cell(lies, list(WHERE).index(one.where)), limit, day_of, of_event)
        shown.append(Row(cells, find=(one.row["who"], one.row.get("as_stated"))))
    return table(count(len(rows), "row"), columns, shown, search=_SEARCH, own=True, cls="by-zone whole")


def _lead(catalog: Catalog, view: View, layer: Layer, row: Told) -> tuple[Cell, Cell, Cell]:
    """Give the first cells of a row: where, when, of which event."""
    return (
        Cell(position(catalog, view, layer, row), row.get("place") or row["id"]),
        Cell(when(layer, row), first_day(row)),
        Cell(event(catalog, view, row), catalog.event(row["event"])["title"]),
    )
