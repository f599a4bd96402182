"""Events summed by year, state, sea, series and ship: each sum with the view that shows exactly what it counts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np

from atlas.catalog import Catalog
from atlas.catalog.columns import KIND_BIT, days
from atlas.look import KINDS
from atlas.view import View

APART: Final = ("both", "CN", "RU")
"""The choices of states that share no event."""
_WATER: Final = re.compile(r"\b(Sea|Seas|Ocean)\b")


@dataclass(frozen=True)
class Sum:
    """How many events a view shows.

    Parameters
    ----------
    name : str
        What they have in common: a year, a choice of states, the id of an area or a series.
    n : int
        Their number; it equals `Catalog.count(view)`.
    view : View
        The view summed, with the filter that leaves these.
    """

    name: str
    n: int
    view: View


@dataclass(frozen=True)
class Year:
    """The events that ran in a year, or in the part of it that the view's range holds.

    Parameters
    ----------
    whole : Sum
        All of them.
    kinds : dict of str to Sum
        Those of each kind, in the order of `look.KINDS`; a kind without any stands with 0.
    """

    whole: Sum
    kinds: dict[str, Sum]


def by_year(catalog: Catalog, view: View) -> list[Year]:
    """Sum the events of a view by the years in which they ran: one that ran over New Year counts in both years.

    Parameters
    ----------
    catalog : Catalog
        The events.
    view : View
        What is summed.

    Returns
    -------
    list of Year
        One for each year of the view's range, the empty ones too.
    """
    columns = catalog.columns
    chosen = view.mask(columns, without="dates")
    found = []
    for year in range(view.start.year, view.end.year + 1):
        first, last = max(view.start, date(year, 1, 1)), min(view.end, date(year, 12, 31))
        ran = chosen & (columns.start <= days(last)) & (columns.end >= days(first))
        place = np.log2(columns.kind[ran]).astype(np.int64)
        counts = np.bincount(place, minlength=len(KINDS)).tolist()
        shown = replace(view, start=first, end=last)
        kinds = {kind: Sum(kind, n, replace(shown, kinds=(kind,))) for kind, n in zip(KIND_BIT, counts, strict=True)}
        found.append(Year(Sum(str(year), sum(counts), shown), kinds))
    return found


def by_states(catalog: Catalog, view: View) -> list[Sum]:
    """Sum the events of a view by who took part: both states, China without Russia, Russia without China."""
    views = {which: replace(view, states=which) for which in APART if view.states in ("all", which)}
    return [Sum(which, n, shown) for which, shown in views.items() if (n := catalog.count(shown))]


def by_sea(catalog: Catalog, view: View) -> list[Sum]:
    """Sum the events of a view by sea, the most first: one that its record tells of in several seas counts in each.

    Seas are the areas that are called a sea or an ocean and lie in no wider one; what lies in them counts for them.
    Under a view of some areas those stand in their place, for no link can ask for two areas at once.
    """
    seas = [name for name, row in catalog.areas.items() if not row.get("wider") and _WATER.search(row["name"])]
    chosen = view.mask(catalog.columns, without="areas")
    return _most_first(
        Sum(name, int((chosen & catalog.columns.areas.having([name])).sum()), replace(view, areas=(name,)))
        for name in view.areas or seas
    )


def by_series(catalog: Catalog, view: View) -> list[Sum]:
    """Sum the events of a view by series, the most first; events of no series are not in it."""
    columns = catalog.columns
    counts = np.bincount(columns.series[view.mask(columns)] + 1, minlength=len(columns.series_names) + 1).tolist()
    sums = zip(columns.series_names, counts[1:], strict=True)
    return _most_first(Sum(name, n, replace(view, series=name)) for name, n in sums)


def by_ship(catalog: Catalog, view: View) -> list[Sum]:
    """Sum the events of a view by the ships that they name, in the order of the register.

    Under a view of some ships only those are summed, for no link can ask for two ships at once.
    """
    chosen = view.mask(catalog.columns, without="ships")
    ships = catalog.columns.ships
    sums = (
        Sum(name, int(np.count_nonzero(chosen & ships.having([name]))), replace(view, ships=(name,)))
        for name in view.ships or ships.used
    )
    return [one for one in sums if one.n]


def _most_first(sums: Iterable[Sum]) -> list[Sum]:
    return sorted((one for one in sums if one.n), key=lambda one: -one.n)
