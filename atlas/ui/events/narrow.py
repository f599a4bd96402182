"""What narrows the list of events beyond the view: so that each number of the atlas has a list that it counts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

import numpy as np

from atlas.catalog import Catalog
from atlas.ui.lists.told import unknown
from atlas.ui.words import month
from atlas.view.filters import Mask
from atlas.view.query import Query

_BEGUN: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?", re.ASCII)
NOWHERE: Final = "none"


@dataclass(frozen=True)
class Narrow:
    """Events begun in a year or a month, those without a place on the map, those that one source tells of.

    Parameters
    ----------
    begun : str or None
        A year or a month, such as `2023` or `2023-07`.
    unplaced : bool
        Whether only those are left that cannot be placed on the map.
    source : str or None
        Id of a source that stands behind them.
    """

    begun: str | None = None
    unplaced: bool = False
    source: str | None = None

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
        return cls(begun, place == NOWHERE, None if "source" in odd else own.get("source")), odd

    def mask(self, catalog: Catalog) -> Mask:
        """Say of each event whether it is left."""
        left = np.ones(len(catalog.columns.start), dtype=np.bool_)
        rows = catalog.layers["events"].rows.values()
        if self.begun:
            left &= [row["start"].startswith(self.begun) for row in rows]
        if self.source:
            left &= [self.source in row["sources"] for row in rows]
        return left & ~catalog.columns.placed if self.unplaced else left

    @property
    def words(self) -> str:
        """What is left, in words that follow `those`; empty for all."""
        begun = f"begun in {month(self.begun)}" if self.begun else ""
        unplaced = "that cannot be placed on the map" if self.unplaced else ""
        return " and ".join(filter(None, (begun, unplaced, "that one source tells of" if self.source else "")))

    def pairs(self) -> dict[str, str]:
        """Give the keys of a link."""
        pairs = {"begun": self.begun, "place": NOWHERE if self.unplaced else None, "source": self.source}
        return {key: value for key, value in pairs.items() if value}
