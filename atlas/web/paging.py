"""Pages of a long list: which rows one holds, and the addresses of its neighbours."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from atlas.web.parameter import Number
from atlas.web.problem import Fault, ProblemError

USUAL: Final = 100
MOST: Final = 1_000
PAGE: Final = Number("Which page, counted from 1.", 1, 1, 1_000_000)
PER_PAGE: Final = Number(
    "How many events a page holds at most.", USUAL, 1, MOST, "All of them at once: /export/events with the same query."
)


@dataclass(frozen=True)
class Paging:
    """One page of a list.

    Parameters
    ----------
    page, per_page : int
        Which page, from 1, and how many rows one holds.
    total : int
        How many rows there are.

    Raises
    ------
    ProblemError
        404, if there are fewer pages.
    """

    page: int
    per_page: int
    total: int

    def __post_init__(self) -> None:
        """Refuse a page beyond the last: an empty one would look as if nothing were there."""
        if self.page > self.last:
            told = f"There is no page {self.page}: {self.total} events make {self.last} of {self.per_page} each."
            raise ProblemError(404, told, [Fault("page", told, str(self.page), f"1 to {self.last}")])

    @property
    def last(self) -> int:
        """The number of the last page; the first one is always there, if empty."""
        return max(1, -(-self.total // self.per_page))

    @property
    def rows(self) -> slice:
        """Which rows the page holds."""
        return slice((self.page - 1) * self.per_page, self.page * self.per_page)

    def links(self, address: str, query: Mapping[str, str]) -> dict[str, str]:
        """Give the addresses of this page and its neighbours, by their relation (RFC 8288).

        Parameters
        ----------
        address : str
            Address without a query.
        query : mapping of str to str
            The query without what says the page.
        """
        places = {"self": self.page, "first": 1, "prev": self.page - 1, "next": self.page + 1, "last": self.last}
        size = {"per_page": str(self.per_page)} if self.per_page != USUAL else {}
        return {
            rel: f"{address}?{urlencode({**query, **size, 'page': str(number)})}"
            for rel, number in places.items()
            if 1 <= number <= self.last
        }
