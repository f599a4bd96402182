"""How a position is computed: the rule as the build has it, each basis with its sightings and an example."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from atlas.catalog import Catalog
from atlas.ui.html import Child, Html, el
from atlas.ui.links import link, number
from atlas.ui.method.parts import chapter, coded, prose
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.words import count, sentence
from atlas.vocabulary import BASIS

RULES: Final = (
    Column("at", "The record says", sorts=False),
    Column("point", "The point", sorts=False),
    Column("basis", "Its basis", sorts=False),
    Column("radius", "May be off by", sorts=False),
)
BASES: Final = (
    Column("basis", "Basis", sorts=False),
    Column("means", "What that means", sorts=False),
    Column("example", "For instance", sorts=False),
    Column("n", "Sightings", down=True, cls="n"),
)
MEANS: Final[dict[str, str]] = {
    "coordinates": "A source gives longitude and latitude.",
    "bearing-distance": "A source gives a distance and a bearing from a named place, as Japan's Joint Staff does.",
    "place": "A source names a port, an island, a cape or a strait.",
    "sea": "A source names a sea, or a part of one, and no more.",
    "inferred": "No source gives a place; we concluded it from what they do tell.",
}
HOW: Final = (
    "A record keeps the words of the source: “70 km north-east of Tsushima”. The build turns them into a point "
    "on the ellipsoid of WGS 84 and into a radius that says how far the point may be off."
)
BLUR: Final = (
    "The radius is honest blur and no measured error: it says in kilometres how coarse the words are. A bearing of "
    "one of eight points is coarser than one of sixteen, so its radius is larger. Where a source tells better or "
    "worse than the rule, the record states radius or basis itself."
)


def positions(catalog: Catalog) -> Html:
    """Give the chapter."""
    rows = catalog.layers["sightings"].rows.values()
    undrawn = sum(not row["drawable"] for row in rows)
    vague = number(undrawn, "sightings", None, count(undrawn, "sighting"), drawn="no")
    used = [basis for basis in BASIS if any(row["basis"] == basis for row in rows)]
    unused = [basis for basis in BASIS if basis not in used]
    none = f" No sighting rests on this as yet: {', '.join(BASIS[basis] for basis in unused)}." if unused else None
    return chapter(
        "positions",
        prose(HOW),
        _rules(catalog),
        prose(BLUR),
        prose(
            [
                "What may be off by 400 km or more is not drawn, nor what its record keeps off the map: of ",
                vague,
                " only the words stand in the event's table.",
            ]
        )
        if undrawn
        else None,
        table("Sightings by basis", BASES, [_basis(catalog, basis) for basis in used], cls="method-table"),
        prose(none),
    )


def _rules(catalog: Catalog) -> Html:
    rows = [
        Row((el("code", row["at"]), *(coded(row[key]) for key in ("point", "basis", "radius"))))
        for row in catalog.tables["positions"].values()
    ]
    if not rows:
        return Html()
    return table("From the words of a record to a point", RULES, rows, cls="method-table rules")


def _basis(catalog: Catalog, basis: str) -> Row:
    own = [row for row in catalog.layers["sightings"].rows.values() if row["basis"] == basis]
    n = number(len(own), "sightings", None, rests=basis)
    return Row((sentence(BASIS[basis]), MEANS[basis], _example(own), Cell(n, len(own))))


def _example(rows: Sequence[Mapping[str, Any]]) -> Child:
    drawn = [row for row in rows if row["drawable"]]
    if not drawn:
        return None
    row = min(drawn, key=lambda one: (bool(one["on_land"]), one["role"] == "meeting", len(one["place"]), one["id"]))
    told = row["as_stated"] or row["place"]
    return [link("", None, told, sel=f"sighting.{row['id']}"), f", ±{row['radius_km']:g} km"]
