"""The filters of how well a thing is known: at least this sure, and whether it was joint at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

import numpy as np

from atlas.catalog import Catalog, EventColumns
from atlas.catalog.columns import BASIS_RANK, JOINT_BIT, SURE_BIT
from atlas.view.filters import Key, Mask, Subset
from atlas.view.query import NONE, Query, listed
from atlas.vocabulary import BASIS, CONFIDENCE, JOINT

JOINT_WORDS: Final = {
    "announced": "announced as joint",
    "observed": "seen together but not announced",
    "separate": "not joint",
}
BASIS_WORDS: Final = {
    "coordinates": "with coordinates stated",
    "bearing-distance": "with a bearing and distance stated or better",
    "place": "with a place named or better",
    "sea": "with a sea named or better",
    "inferred": "with any position, be it inferred",
}


@dataclass(frozen=True)
class Joint(Subset):
    """Events by whether they were joint: announced so, seen together, or separate."""

    field: ClassVar[str] = "joint"
    key: ClassVar[str] = "joint"
    column: ClassVar[str] = "joint"
    number: ClassVar[str] = "joint"
    bit: ClassVar[Mapping[str, int]] = JOINT_BIT
    keys: ClassVar[Mapping[str, Key]] = {
        "joint": Key(
            f"whether it was joint, any of: {', '.join(JOINT)}; or `{NONE}`", "all three", "announced.observed"
        )
    }

    def words(self, _: Catalog) -> str:
        """Say how far they were joint, unless that does not matter."""
        if self.all:
            return ""
        chosen = [JOINT_WORDS[word] for word in self.chosen]
        return listed(chosen, "or") if chosen else "neither joint nor separate is chosen"


@dataclass(frozen=True)
class Sure(Subset):
    """Events by how well they are known on the whole."""

    field: ClassVar[str] = "confidence"
    key: ClassVar[str] = "sure"
    column: ClassVar[str] = "sure"
    number: ClassVar[str] = "sure"
    bit: ClassVar[Mapping[str, int]] = SURE_BIT
    keys: ClassVar[Mapping[str, Key]] = {
        "sure": Key(f"levels of confidence, any of: {', '.join(CONFIDENCE)}; or `{NONE}`", "all levels", "high.medium")
    }

    def words(self, _: Catalog) -> str:
        """Name the levels, unless all are chosen."""
        if self.all:
            return ""
        return f"of {listed(self.chosen, 'or')} confidence" if self.chosen else "no confidence is chosen"


@dataclass(frozen=True)
class Basis:
    """Events with at least one sighting whose position rests on this or better, as told in `vocabulary.BASIS`."""

    field: ClassVar[str] = "basis"
    keys: ClassVar[Mapping[str, Key]] = {
        "basis": Key(
            f"the least that the position of some sighting of the event rests on, best first: {', '.join(BASIS)}",
            "all events, those without a sighting too",
            "place",
        )
    }
    several: ClassVar[bool] = False
    least: str | None

    @classmethod
    def choices(cls, _: Catalog) -> tuple[str, ...]:
        """Give the words, best first."""
        return tuple(BASIS)

    @classmethod
    def read(cls, query: Query) -> Self:
        """Read the least basis of a link."""
        return cls(query.one_of("basis", tuple(BASIS), None))

    def mask(self, columns: EventColumns) -> Mask:
        """Choose events whose best sighting is good enough."""
        return np.asarray(columns.basis <= self._rank)

    def pairs(self) -> dict[str, str]:
        """Give `basis`, where a least one is chosen."""
        return {} if self.least is None else {"basis": self.least}

    def words(self, _: Catalog) -> str:
        """Say the least basis."""
        return "" if self.least is None else BASIS_WORDS[self.least]

    def state(self, _: EventColumns) -> dict[str, Any]:
        """Give the place of the least basis in the vocabulary."""
        return {} if self.least is None else {"basis": self._rank}

    @property
    def _rank(self) -> int:
        return len(BASIS) if self.least is None else BASIS_RANK[self.least]
