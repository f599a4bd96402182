"""What narrows the list of events beyond the view: so that each number of the atlas has a list that it counts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

import numpy as np

from atlas.catalog import Catalog, default_catalog
from atlas.catalog.publishers import how_many
from atlas.ui.lists.told import unknown
from atlas.ui.words import count, month
from atlas.view.filters import Mask
from atlas.view.query import Query
from atlas.view.several import AnyOf, Areas, Passages, Ships

_BEGUN: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?", re.ASCII)
_PUBLISHERS: Final = re.compile(r"\d{1,2}\+?", re.ASCII)
NOWHERE: Final = "none"
ONLY: Final = "only"


@dataclass(frozen=True)
class Narrow:
    """Events begun in a year or a month, without a place on the map, told by a source or by so many publishers.

    Parameters
    ----------
    begun : str or None
        A year or a month, such as `2023` or `2023-07`.
    unplaced : bool
        Whether only those are left that cannot be placed on the map.
    source : str or None
        Id of a source that stands behind them.
    publishers : str or None
        How many publishers stand behind them (`catalog.publishers`): a number, with a `+` for so many and more.
    part : bool
        Whether only those are left that are part of another event.
    also : str or None
        What they have beside what the filters name: `area.<id>`, `ship.<id>` or `strait.<id>`.
    """

    begun: str | None = None
    unplaced: bool = False
    source: str | None = None
    publishers: str | None = None
    part: bool = False
    also: str | None = None

    @classmethod
    def read(cls, own: Mapping[str, str]) -> tuple[Self, dict[str, str]]:
        """Read the page's own keys; give one sentence, by key, for each that says nothing."""
        query = Query({key: [value] for key, value in own.items()})
        odd = unknown(own, {"source": "sources"})
        begun = own.get("begun")
        if begun and not _BEGUN.fullmatch(begun):
            query.tell("begun", begun, "a year or a month such as 2023 or 2023-07", "It was left out.")
            odd["begun"], begun = query.notices[-1], None
        place = query.one_of("place", (NOWHERE,), None)
        if own.get("place") and not place:
            odd["place"] = query.notices[-1]
        publishers = own.get("publishers")
        if publishers and not _PUBLISHERS.fullmatch(publishers):
            query.tell("publishers", publishers, "a number such as 2, or 6+ for six and more", "It was left out.")
            odd["publishers"], publishers = query.notices[-1], None
        part = query.one_of("part", (ONLY,), None)
        if own.get("part") and not part:
            odd["part"] = query.notices[-1]
        also = own.get("also")
        if also and _kind(also) is None:
            query.tell("also", also, "area., ship. or strait. and an id, such as strait.miyako", "It was left out.")
            odd["also"], also = query.notices[-1], None
        source = None if "source" in odd else own.get("source")
        return cls(begun, place == NOWHERE, source, publishers or None, part == ONLY, also or None), odd

    def mask(self, catalog: Catalog) -> Mask:
        """Say of each event whether it is left."""
        left = np.ones(len(catalog.columns.start), dtype=np.bool_)
        rows = catalog.layers["events"].rows.values()
        if self.begun:
            left &= [row["start"].startswith(self.begun) for row in rows]
        if self.source:
            left &= [self.source in row["sources"] for row in rows]
        if self.also and (kind := _kind(self.also)):
            left &= kind((self.also.partition(".")[2],)).mask(catalog.columns)
        if self.part:
            left &= [row["part_of"] is not None for row in rows]
        if self.publishers:
            n, found = int(self.publishers.rstrip("+")), how_many(catalog)
            left &= found >= n if self.publishers.endswith("+") else found == n
        return left & ~catalog.columns.placed if self.unplaced else left

    @property
    def words(self) -> str:
        """What is left, in words that follow `those`; empty for all."""
        begun = f"begun in {month(self.begun)}" if self.begun else ""
        unplaced = "that cannot be placed on the map" if self.unplaced else ""
        source = "that one source tells of" if self.source else ""
        part = "that are part of another" if self.part else ""
        return " and ".join(filter(None, (begun, unplaced, source, self._by, part, self._also)))

    @property
    def _also(self) -> str:
        """Name what they have beside what the filters name."""
        kind = _kind(self.also or "")
        if kind is None or self.also is None:
            return ""
        catalog = default_catalog()
        return "also " + kind((self.also.partition(".")[2],)).words(catalog)

    @property
    def _by(self) -> str:
        if not self.publishers:
            return ""
        n = int(self.publishers.rstrip("+"))
        if not n:
            return "" if self.publishers.endswith("+") else "that only weak sources tell"
        return f"with {n} or more publishers" if self.publishers.endswith("+") else f"with {count(n, 'publisher')}"

    def pairs(self) -> dict[str, str]:
        """Give the keys of a link."""
        pairs = {
            "begun": self.begun,
            "place": NOWHERE if self.unplaced else None,
            "source": self.source,
            "publishers": self.publishers,
            "part": ONLY if self.part else None,
            "also": self.also,
        }
        return {key: value for key, value in pairs.items() if value}


def _kind(also: str) -> type[AnyOf] | None:
    """Give what a value of `also` names one of; None where it names nothing that there is."""
    key, _, name = also.partition(".")
    kind = next((one for one in (Areas, Passages, Ships) if one.key == key), None)
    return kind if kind is not None and name in getattr(default_catalog().columns, kind.field).names else None
