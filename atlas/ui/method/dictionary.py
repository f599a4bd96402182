"""The data dictionary: what each property of each built file means, and each field of records and registers."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any, Final

from atlas.catalog import Catalog
from atlas.ui.html import Html, el
from atlas.ui.method.parts import chapter, coded, prose
from atlas.ui.table import Column, Row, table
from atlas.ui.words import count

INTRO: Final = (
    "First the files that the atlas is built into and gives away, then those that are kept by hand. Property names "
    "are a public interface: they are added to, and not renamed without a line in the changelog. Dates are ISO "
    "8601, coordinates degrees of WGS 84, distances kilometres. “Line” is a text of one line, “prose” of several, "
    "“id” a stable name in lower case."
)
FIELDS: Final = (
    Column("name", "Field", sorts=False),
    Column("type", "Type", sorts=False),
    Column("meaning", "Meaning", sorts=False),
)


def dictionary(catalog: Catalog, *, whole: bool = True) -> Html:
    """Give the chapter; each file is folded under its name, empty where not the whole is wanted."""
    groups = groupby(catalog.tables["dictionary"].values(), key=lambda row: row["file"])
    files = [_file(file, list(rows), whole=whole) for file, rows in groups]
    return chapter("dictionary", prose(INTRO), el("div", files, cls="files") if files else None)


def _file(file: str, models: list[Mapping[str, Any]], *, whole: bool) -> Html:
    fields = sum(len(model["fields"]) for model in models)
    head = el("summary", el("code", file), el("small", count(fields, "field")))
    body = [_model(model, first=not place) for place, model in enumerate(models)] if whole else None
    return el("details", head, body, cls="file")


def _model(model: Mapping[str, Any], *, first: bool) -> Html:
    rows = [_field(field) for field in model["fields"]]
    name = None if first else el("h3", model["name"], cls="h3")
    grid = table(f"Fields of {model['name']}", FIELDS, rows, cls="fields") if rows else None
    return Html("".join(filter(None, (name, el("p", coded(model["about"]), cls="prose"), grid))))


def _field(field: Mapping[str, str]) -> Row:
    need = {"": None, "yes": el("small", "needed")}.get(field["needed"], el("small", field["needed"]))
    return Row((el("code", field["name"]), [coded(field["type"]), need], coded(field["meaning"])))
