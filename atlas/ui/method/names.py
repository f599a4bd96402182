"""Disputed names, and how they are given: as the registers of seas, places and coasts have them."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from atlas.catalog import Catalog
from atlas.ui.html import Child, Html, el, join
from atlas.ui.links import link
from atlas.ui.method.parts import chapter, prose
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.words import language

INTRO: Final = (
    "Where states call a place differently, or claim it, the atlas says who calls it what and takes no side. Its "
    "texts use the name that is usual in English; where two names stand for two claims both are given, the holder's "
    "first, for one must stand first."
)
COLUMNS: Final = (
    Column("name", "Here", sorts=False),
    Column("names", "Elsewhere", sorts=False),
    Column("who", "Who says what", sorts=False),
)


def names(catalog: Catalog) -> Html:
    """Give the chapter."""
    rows = [*_waters(catalog), *_coasts(catalog)]
    listed_all = table("Names", COLUMNS, rows, cls="method-table") if rows else None
    return chapter("names", prose(INTRO), listed_all)


def disputed(catalog: Catalog) -> list[tuple[str, Mapping[str, Any]]]:
    """Give the rows of seas and places whose register says who uses which name, each name once: layer and row."""
    found: dict[str, tuple[str, Mapping[str, Any]]] = {}
    for selection, layer in (("sea", "seas"), ("place", "places")):
        for row in catalog.layers[layer].rows.values():
            if row.get("names_note"):
                found.setdefault(row["name"], (selection, row))
    return list(found.values())


def _waters(catalog: Catalog) -> Iterator[Row]:
    notes: set[str] = set()
    for selection, row in disputed(catalog):
        again = row["names_note"] in notes
        notes.add(row["names_note"])
        name = link("", None, row["name"], sel=f"{selection}.{row['id']}")
        if not again:
            yield Row((Cell(name, row["name"]), _elsewhere(row), row["names_note"]))


def _coasts(catalog: Catalog) -> Iterator[Row]:
    for row in catalog.coasts.values():
        if row.get("kind") == "disputed":
            name = link("coasts", None, row["name"], coast=row["id"])
            yield Row((Cell(name, row["name"]), _elsewhere(row), row["note"]))


def _elsewhere(row: Mapping[str, Any]) -> Child:
    names: Mapping[str, str] = row.get("names") or {}
    return join([[el("span", name, lang=code), f" ({language(code)})"] for code, name in names.items()], el("br"))
