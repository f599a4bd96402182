"""All coasts and zones on one page: the surest closeness to each, by straits, by our lines; what lies in which zone."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from atlas.catalog import Catalog
from atlas.catalog.nearby import Near, Nearby, Row, measured
from atlas.ui.coasts.asked import NOTHING, WHERE, Asked
from atlas.ui.coasts.says import GEOMETRY, bar, claimed, ends, event, how_far, position, scale_of, when
from atlas.ui.detail.near import distance
from atlas.ui.html import Child, Html, el, join
from atlas.ui.links import link
from atlas.ui.listing import heading
from atlas.ui.straits.links import Asked as Passages
from atlas.ui.table import Column, table
from atlas.ui.table import Row as TableRow
from atlas.ui.words import count, sentence, state
from atlas.ui.words import number as figure
from atlas.view import View

SUREST: Final = 3
"""How many of each coast the page shows; its list holds all."""

TITLE: Final = "Closest approach"
DEK: Final = (
    "How close each sighting came to the coasts of Japan, Taiwan, South and North Korea, and to the islands that more "
    "than one state claims. "
)
RANK: Final = (
    "First those that surely came closest: ranked by the greatest distance that the error leaves room for. A position "
    "known to 300 km may have been close to any coast, and so comes last."
)
STRAITS: Final = (
    "Whoever passed a strait came at least this close to its shores, whatever the way: no point of the gate line is "
    "further off. This rests on the passage that a source tells, not on a position."
)
LINES: Final = (
    "Between two sightings of a ship the atlas draws the shortest way over water that keeps 3 km off the shore where "
    "there is room. How close that line comes says little of the ship: most are joined by us and told by nobody."
)
ZONES: Final = (
    "Air defence identification zones are declared by one state for aircraft, are not its airspace, and ask nothing of "
    "ships; for those the figures are mere geography. Inside and outside are told only where the border is further off "
    "than the position may be wrong."
)


def page(catalog: Catalog, view: View, found: Nearby) -> Html:
    """Give the page of all coasts and zones."""
    head = heading(TITLE, [DEK, el("b", GEOMETRY)])
    if not any(found.coasts.values()) and not any(found.zones.values()):
        return Html(head + _nothing(view, found))
    main = [
        _h2("By coast", RANK),
        _coasts(catalog, view, found),
        _h2("Through a strait", STRAITS),
        _straits(catalog, view),
        _h2("By the lines that we draw", LINES),
        _lines(catalog, view, found),
        _h2("Zones", ZONES),
        _zones(catalog, view, found),
    ]
    return Html(head + el("div", el("div", main), el("aside", _aside(catalog, view, found)), cls="near"))


def _h2(words: str, about: str) -> Html:
    return Html(el("h2", words, cls="h2") + el("p", about, cls="sub"))


def _nothing(view: View, found: Nearby) -> Html:
    told = _left_out(view, found)
    return el("p", "Nothing of these events can be measured: ", join(told, "; "), ".", cls="dek") if told else Html()


def _left_out(view: View, found: Nearby) -> list[Html]:
    """Say what is not measured, and why; each number leads to its list."""
    told = []
    for of, one, why in (
        ("sightings", "sighting", " too vague to draw or on land"),
        ("legs", "leg", " of flights, whose line nobody knows"),
    ):
        asked = Asked(NOTHING, of=of)
        if n := len(asked.left_out(found)):
            told.append(Html(asked.number(n, view, count(n, one)) + why))
    return told


def _coasts(catalog: Catalog, view: View, found: Nearby) -> Html:
    """Give the surest closeness to each coast, three rows of it at most."""
    shown = {name: Asked(name).near(found)[:SUREST] for name in measured(catalog)}
    scale = scale_of([one for rows in shown.values() for one in rows])
    columns = (
        Column("coast", "Coast", sorts=False),
        Column("km", "Distance", sorts=False, cls="n"),
        Column("reach", ends(scale), sorts=False, cls="to"),
        Column("at", "Position", sorts=False),
        Column("event", "Event", sorts=False),
    )
    rows: list[TableRow] = []
    for name, row in measured(catalog).items():
        rows += _of_coast(catalog, view, (name, row, len(Asked(name).near(found))), shown[name], scale)
    return table(f"The {SUREST} that surely came closest to each coast", columns, rows, cls="by-coast")


def _of_coast(
    catalog: Catalog, view: View, coast: tuple[str, Row, int], nearest: Sequence[Near], scale: float
) -> Iterator[TableRow]:
    name, row, total = coast
    if not nearest:
        yield TableRow(
            (_coast(view, name, row, total), "", "", el("span", "No sighting within 1,000 km", cls="none"), "")
        )
    for place, near in enumerate(nearest):
        lead = el("span", row["name"], cls="again") if place else _coast(view, name, row, total)
        where = position(catalog, view, near.layer, near.row, when(near.layer, near.row))
        yield TableRow((lead, how_far(near), bar(near, scale), where, event(catalog, view, near.row)))


def _coast(view: View, name: str, row: Row, total: int) -> Html:
    """Name a coast, say who claims it, and lead to its whole list."""
    every = Asked(name).number(total, view, f"all {total:,}") if total else None
    return el(
        "div",
        Asked(name).link(view, row["name"]),
        el("small", claimed(row)) if claimed(row) else None,
        el("small", every) if every else None,
    )


def _straits(catalog: Catalog, view: View) -> Html:
    """Give how close whoever passed a strait came at least, the closest first."""
    rows: list[tuple[float, TableRow]] = []
    for name, row in catalog.layers["passages"].rows.items():
        asked = Passages(name, how="told")
        passed = asked.of(catalog, view)
        # Which of two channels it was is often our inference alone: then only the strait as a whole is told.
        named = bool(passed) and {one.strait for one in passed} <= {name, *(row.get("parts") or ())}
        for near in _shores(catalog, row) if named else ():
            coast = catalog.coasts.get(near["coast"], {"name": near["coast"]})
            cells: tuple[Child, ...] = (
                link("strait", view, sentence(row["name"]), id=name),
                distance({"km": near["at_most_km"], "error_km": near["error_km"]}),
                Asked(near["coast"]).link(view, coast["name"]),
                asked.number(len(passed), view),
            )
            rows.append((near["at_most_km"], TableRow(cells)))
    if not rows:
        return el("p", "No source tells of a passage by these events.", cls="sub none")
    columns = (
        Column("strait", "Strait", sorts=False),
        Column("most", "At most", sorts=False, cls="n"),
        Column("coast", "From the coast of", sorts=False),
        Column("told", "Passages told", sorts=False, cls="n"),
    )
    ranked = [row for _, row in sorted(rows, key=lambda pair: pair[0])]
    return table("How close a passage of each strait brings to its shores", columns, ranked, cls="by-strait")


def _shores(catalog: Catalog, row: Row) -> list[Row]:
    """Give the shores of a strait; of one with several channels those that each of them has, by its widest."""
    if not row.get("parts"):
        return list(row.get("coasts") or ())
    rows = catalog.layers["passages"].rows
    parts = [{near["coast"]: near for near in rows[part].get("coasts") or ()} for part in row["parts"] if part in rows]
    shared = set.intersection(*map(set, parts)) if parts else set()
    return [max((part[name] for part in parts), key=lambda near: near["at_most_km"]) for name in sorted(shared)]


def _lines(catalog: Catalog, view: View, found: Nearby) -> Html:
    """Give the leg that comes closest to each coast."""
    rows = []
    for name, row in measured(catalog).items():
        legs = Asked(name, of="legs").near(found)
        if legs:
            near = legs[0]
            cells: tuple[Child, ...] = (
                Asked(name, of="legs").link(view, row["name"]),
                distance({"km": near.km, "error_km": near.error_km}),
                position(catalog, view, "leg", near.row, when("leg", near.row)),
                event(catalog, view, near.row),
                Asked(name, of="legs").number(len(legs), view),
            )
            rows.append(TableRow(cells))
    if not rows:
        return el("p", "No line of a ship is drawn for these events.", cls="sub none")
    columns = (
        Column("coast", "Coast", sorts=False),
        Column("km", "Our line", sorts=False, cls="n"),
        Column("leg", "Leg", sorts=False),
        Column("event", "Event", sorts=False),
        Column("n", "Legs", sorts=False, cls="n"),
    )
    return table("The leg that comes closest to each coast", columns, rows, cls="by-line")


def _zones(catalog: Catalog, view: View, found: Nearby) -> Html:
    """Count the sightings that lie inside, outside, or so that nobody can tell."""
    rows = []
    for name, row in catalog.layers["zones"].rows.items():
        whole = Asked(zone=name)
        parts = [Asked(zone=name, where=where) for where in WHERE if where != "partly"]
        legs = Asked(zone=name, of="legs", where="in")
        cells: tuple[Child, ...] = (
            el("div", whole.link(view, row["name"]), el("small", f"declared by {state(row['state'])}")),
            *(part.number(len(part.lies(found)), view) for part in (*parts, legs)),
        )
        rows.append(TableRow(cells))
    columns = (
        Column("zone", "Zone", sorts=False),
        *(Column(where, words, sorts=False, cls="n") for where, words in WHERE.items() if where != "partly"),
        Column("legs", "Legs of ships in it", sorts=False, cls="n"),
    )
    return table("Sightings by zone, those within 1,000 km of its limit", columns, rows, cls="by-zone")


def _aside(catalog: Catalog, view: View, found: Nearby) -> list[Html]:
    """Explain in short what the figures are and whose coast is whose."""
    told = _left_out(view, found)
    disputed = [row for row in measured(catalog).values() if row["kind"] == "disputed"]
    errors: list[Any] = sorted({row["error_km"] for row in measured(catalog).values()})
    span = (
        f"{figure(errors[0])} to {figure(errors[-1])} km" if len(errors) > 1 else "".join(map(figure, errors)) + " km"
    )
    return [
        _box(
            "How to read a distance",
            el("p", el("b", "16 ± 24 km"), ": the point lies 16 km off, and may be off by 24. At most 40."),
            el("p", f"The error is the radius of the position and {span} for the coast, added."),
            el(
                "p",
                "The band runs from the least to the most, the tick stands at the distance, the shore is at its left.",
            ),
        ),
        _box(
            "Whose coast is whose",
            el(
                "p",
                "By who holds it, as Natural Earth draws it; North and South Korea are two. Islands that more than "
                "one state claims count to none of them:",
            ),
            el("ul", [el("li", el("b", row["name"]), f": {claimed(row)}") for row in disputed]),
        ),
        _box("Not measured", el("ul", [el("li", words) for words in told])) if told else Html(),
    ]


def _box(title: str, *body: Child) -> Html:
    return el("section", el("h3", title), *body)
