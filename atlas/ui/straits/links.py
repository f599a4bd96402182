"""Links to lists of passages, and the lists that these links mean: every number of these pages leads to one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from atlas.catalog import Catalog
from atlas.catalog.passings import Passing
from atlas.ui.html import Child, Html
from atlas.ui.links import number
from atlas.view import View
from atlas.view.passings import passings_of
from atlas.view.query import Query

PAGE: Final = "strait"
HOW: Final[dict[str, str]] = {
    "told": "told by a source",
    "named": "told of this channel by name",
    "leg": "told, and crossed by a way of ours",
    "seen": "told, and seen in the gate, but crossed by no way of ours",
    "missed": "told, and found by nothing of ours",
    "turned": "told, with another point of the compass than our way's",
    "untold": "computed, but told by no source here",
    "all": "told or computed",
}
BY: Final = {"sea": "by ships", "air": "by aircraft"}
NONE: Final = "none"
KEYS: Final = ("how", "year", "way", "by")


@dataclass(frozen=True)
class Asked:
    """Which passages a list holds.

    Parameters
    ----------
    strait : str or None
        Id of a strait or channel; None for all straits.
    how : str or None
        One of `HOW`, under the view of the address; None for all passages, whatever the view.
    year : str or None
        A year, or `none` for those whose year is not known.
    way : str or None
        Place of one of the two ways of the strait, or `none` for those with no way told.
    by : str or None
        One of `BY`.
    """

    strait: str | None = None
    how: str | None = None
    year: str | None = None
    way: str | None = None
    by: str | None = None

    @classmethod
    def read(cls, own: Mapping[str, str], catalog: Catalog) -> tuple[Self, list[str]]:
        """Read what the address asks for; whatever cannot be meant is left out and told.

        Parameters
        ----------
        own : mapping of str to str
            The page's own keys in the address.
        catalog : Catalog
            Knows the straits and the years.
        """
        query = Query({key: [value] for key, value in own.items()})
        years = sorted({str(passing.year) for passing in catalog.passings if passing.year})
        strait = query.one_of("id", tuple(catalog.straits), None)
        asked = cls(
            strait=strait,
            how=query.one_of("how", tuple(HOW), None),
            year=query.one_of("year", (*years, NONE), None),
            way=query.one_of("way", ("0", "1", NONE) if strait else (NONE,), None),
            by=query.one_of("by", tuple(BY), None),
        )
        return asked, list(query.notices)

    @property
    def chosen(self) -> bool:
        """Whether it asks for a part of the passages, which only counts under the view."""
        return any((self.how, self.year, self.way, self.by))

    def of(self, catalog: Catalog, view: View) -> list[Passing]:
        """Give the passages of the list, the last one first; those without a day at the end."""
        shown = passings_of(catalog, view) if self.chosen else catalog.passings
        found = [passing for passing in shown if self._holds(passing)]
        return sorted(found, key=lambda passing: (passing.last or passing.first or "", passing.id), reverse=True)

    def _holds(self, passing: Passing) -> bool:
        year = str(passing.year) if passing.year else NONE
        way = NONE if passing.way is None else str(passing.way)
        return (
            (self.strait is None or self.strait in (passing.strait, passing.whole, passing.gate))
            and (self.how != "named" or (passing.told and passing.strait == self.strait))
            and (self.how is None or _is(passing, self.how))
            and self.year in (None, year)
            and self.way in (None, way)
            and self.by in (None, "air" if passing.by_air else "sea")
        )

    def number(self, n: int, view: View | None, words: Child = None) -> Html:
        """Give a count as a link to this list."""
        own = {"id": self.strait, "how": self.how, "year": self.year, "way": self.way, "by": self.by}
        return number(n, PAGE, view, words, **own)


def _is(passing: Passing, how: str) -> bool:
    """Say whether a passage is one of those that a word of `HOW` means."""
    match how:
        case "told":
            return passing.told
        case "all" | "named":
            return True
        case "missed":
            return passing.how == "told"
        case "turned":
            return (
                passing.told and None not in (passing.direction, passing.course) and passing.direction != passing.course
            )
    return passing.how == how
