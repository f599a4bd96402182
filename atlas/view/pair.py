"""Two views side by side, in one link: the second one's filters stand under the same keys with `b.` before them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Self

from atlas.catalog import Catalog
from atlas.view import View
from atlas.view.filters import Key
from atlas.view.keys import FILTERS
from atlas.view.query import VERSION, Query

BEFORE: Final = "b."
WHOLE: Final = "b"
ALL: Final = "all"
SHARED: Final = ("layers", "selection", "centre", "zoom")
FILTER_KEYS: Final[Mapping[str, Key]] = {key: told for one in FILTERS for key, told in one.keys.items()}
PAIR_KEYS: Final[Mapping[str, Key]] = {
    f"{BEFORE}<key>": Key(
        "for B what `<key>` holds for A: any key of a filter", "as for `<key>`", f"{BEFORE}state=both"
    ),
    WHOLE: Key(
        f"`{ALL}`: both views hold everything",
        "without a filter on either side: the last whole year as B, the year before as A",
        f"{WHOLE}={ALL}",
    ),
}
"""The keys that the page of two views has besides those of a View."""


@dataclass(frozen=True)
class Pair:
    """Two views, A and B. Their maps move as one and have the same layers and selection: those of A.

    Parameters
    ----------
    first : View
        A.
    second : View
        B; of the same span. Its layers, selection and place become those of A.

    Raises
    ------
    ValueError
        If their spans differ.
    """

    first: View
    second: View

    def __post_init__(self) -> None:
        """Give B the layers, selection and place of A."""
        if self.first.span != self.second.span:
            raise ValueError(f"the spans are {self.first.span} and {self.second.span}; allowed: two that are equal")
        shared = {name: getattr(self.first, name) for name in SHARED}
        object.__setattr__(self, "second", replace(self.second, **shared))

    @classmethod
    def usual(cls, first: View) -> Self:
        """Give what is compared where no filter is chosen: the last whole year with the year before.

        Parameters
        ----------
        first : View
            Gives the span, layers, selection and place.

        Returns
        -------
        Pair
            B is the last calendar year that lies in the span as a whole, A the year before it; both are everything
            where the span has no two such years.
        """
        start, end = first.span
        last = end.year if end == date(end.year, 12, 31) else end.year - 1
        shared = {name: getattr(first, name) for name in SHARED}
        whole = View(first.span, *first.span, **shared)
        if date(last - 1, 1, 1) < start:
            return cls(whole, whole)
        before, after = (replace(whole, start=date(year, 1, 1), end=date(year, 12, 31)) for year in (last - 1, last))
        return cls(before, after)

    @classmethod
    def from_query(cls, pairs: Mapping[str, Sequence[str]], catalog: Catalog) -> tuple[Self, list[str]]:
        """Read a link; whatever it holds, two views come out.

        Parameters
        ----------
        pairs : mapping of str to sequence of str
            Keys of the query and their values.
        catalog : Catalog
            Says which days, series and selections there are.

        Returns
        -------
        pair : Pair
            What could be read.
        notices : list of str
            As of `View.from_query`, with the keys as they stand in the link.
        """
        of_second = {f"{BEFORE}{key}": key for key in FILTER_KEYS}
        rest = {key: values for key, values in pairs.items() if key not in of_second and key != WHOLE}
        first, told = View.from_query(rest, catalog)
        under = {of_second[key]: values for key, values in pairs.items() if key in of_second}
        second, more = View.from_query(under, catalog, BEFORE)
        query = Query({key: values for key, values in pairs.items() if key == WHOLE})
        everything = query.one_of(WHOLE, (ALL,), None)
        if everything is None and not _pairs(first) and not _pairs(second):
            return cls.usual(first), [*told, *more, *query.notices]
        return cls(first, second), [*told, *more, *query.notices]

    def to_query(self) -> dict[str, str]:
        """Give the pairs of the shortest link to both views; none where what is usual is shown."""
        pairs = self.first.to_query()
        pairs.pop("v", None)
        mine, its = _pairs(self.first), _pairs(self.second)
        other = {key: value for key, value in pairs.items() if key not in mine}
        if self.filters == Pair.usual(self.first).filters:
            return other | {"v": VERSION} if other else {}
        second = {f"{BEFORE}{key}": value for key, value in its.items()}
        return mine | other | (second if mine or its else {WHOLE: ALL}) | {"v": VERSION}

    @property
    def filters(self) -> tuple[Any, Any]:
        """The filters of both."""
        return self.first.filters, self.second.filters

    def swapped(self) -> Self:
        """Give B as A and A as B."""
        return type(self)(self.second, self.first)


def _pairs(view: View) -> dict[str, str]:
    """Give what a link must hold of the filters of a view."""
    return {key: value for one in view.filters for key, value in one.pairs().items()}
