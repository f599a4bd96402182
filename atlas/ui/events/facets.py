"""Facets: how many events each choice would leave, each a link to the list of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

import numpy as np

from atlas.catalog import Catalog
from atlas.catalog.columns import JOINT_BIT, SURE_BIT
from atlas.ui.events.narrow import Narrow
from atlas.ui.html import Html, el, join
from atlas.ui.links import href
from atlas.ui.more import CONFIDENCE, JOINT, SEVERAL
from atlas.ui.words import sentence
from atlas.view import View
from atlas.view.filters import Mask

MOST: Final = 7
OWN: Final = "q sort"
"""What a facet leaves as it is: the reader goes on searching in what is left."""
STATES: Final[dict[str, str]] = {"both": "China and Russia", "CN": "China without Russia", "RU": "Russia without China"}
HEADS: Final[dict[str, str]] = {
    "states": "Who", "joint": "Joint", "confidence": "Confidence", "series": "Series",
} | {field: label for field, (_, label) in SEVERAL.items()}  # fmt: skip


class Choice(NamedTuple):
    """One value of a field of the view: its name, what the field would hold, and how many events that leaves."""

    label: str
    value: Any
    number: int


def facets(catalog: Catalog, view: View, narrow: Narrow) -> Html:
    """Give every facet; pressing what is chosen takes it off."""
    columns = [("states", "joint", "confidence"), ("series",), ("passages",), ("areas",), ("ships",)]
    made = [join([_facet(catalog, view, narrow, field) for field in fields], "") for fields in columns]
    return el(
        "details",
        el("summary", "Narrow by who, series, strait, area or ship"),
        el("div", [el("div", lists) for lists in made if lists], cls="facets-lists"),
        cls="facets",
        data_keep="facets",
    )


def choices(catalog: Catalog, view: View, narrow: Narrow, field: str) -> list[Choice]:
    """Give what a field of the view can be, with the number of events under all other filters; none that leave none."""
    others = view.mask(catalog.columns, without=field) & narrow.mask(catalog)
    found = [choice for choice in _counted(catalog, others, field) if choice.number]
    return found if field in ("states", "joint", "confidence") else sorted(found, key=lambda one: -one.number)


def _counted(catalog: Catalog, others: Mask, field: str) -> Iterator[Choice]:
    columns = catalog.columns
    if field == "states":
        for which, label in STATES.items():
            having = (columns.china == (which != "RU")) & (columns.russia == (which != "CN"))
            yield Choice(label, which, int((others & having).sum()))
    elif field in ("joint", "confidence"):
        words, bits, column = (
            (JOINT, JOINT_BIT, columns.joint) if field == "joint" else (CONFIDENCE, SURE_BIT, columns.sure)
        )
        for word, label in words.items():
            yield Choice(label, (word,), int((others & (column == bits[word])).sum()))
    elif field == "series":
        numbers = np.bincount(columns.series[others & (columns.series >= 0)], minlength=len(columns.series_names))
        for name, number in zip(columns.series_names, numbers, strict=True):
            yield Choice(catalog.series[name]["name"], name, int(number))
    else:
        kind, _ = SEVERAL[field]
        table: Mapping[str, Mapping[str, Any]] = kind.table(catalog)
        for name, number in getattr(columns, field).counts(others).items():
            yield Choice(sentence(kind.label(table[name])), (name,), number)


def _facet(catalog: Catalog, view: View, narrow: Narrow, field: str) -> Html:
    chosen = getattr(view, field)
    found = choices(catalog, view, narrow, field)
    shown = [one for place, one in enumerate(found) if place < MOST or one.value == chosen]
    items = [_item(view, narrow, field, one) for one in shown]
    more = len(found) - len(shown)
    rest = el("li", el("small", f"{more} more by search or More filters")) if more else None
    return el("section", el("h2", HEADS[field]), el("ul", items, rest)) if found else Html()


def _item(view: View, narrow: Narrow, field: str, one: Choice) -> Html:
    label = (el("span", one.label), el("b", f"{one.number:,}"))
    if one.value != getattr(view, field):
        address = href("events", replace(view, **{field: one.value}), **narrow.pairs())
        return el("li", el("a", *label, href=address, data_with=OWN, data_count=one.number))
    usual = getattr(View(view.span, *view.span), field)
    address = href("events", replace(view, **{field: usual}), **narrow.pairs())
    return el("li", el("a", *label, href=address, data_with=OWN, aria_current="true", title="Take it off"))
