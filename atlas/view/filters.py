"""The filters: each knows its mask over the events, its pairs in a link, and its words in a sentence."""

from dataclasses import dataclass
from typing import ClassVar, Final, Protocol, Self

import numpy as np
from numpy.typing import NDArray

from atlas.catalog import Catalog, EventColumns
from atlas.catalog.columns import KIND_BIT, SURE_BIT
from atlas.look import KINDS
from atlas.view.query import Query, dotted, listed
from atlas.vocabulary import CONFIDENCE, KIND

Mask = NDArray[np.bool_]
STATES: Final = {
    "all": "of China and Russia",
    "both": "of China and Russia together",
    "CN": "of China without Russia",
    "RU": "of Russia without China",
}


class Filter(Protocol):
    """What every filter knows; `field` names it among a View's fields, `keys` are its keys in a link."""

    field: ClassVar[str]
    keys: ClassVar[tuple[str, ...]]

    def mask(self, columns: EventColumns) -> Mask:
        """Say of each event whether it passes."""
        ...

    def pairs(self) -> dict[str, str]:
        """Give what a link must hold; nothing where the filter lets all through."""
        ...

    def words(self, catalog: Catalog) -> str:
        """Give its part of the view's sentence; empty where there is nothing to say."""
        ...


@dataclass(frozen=True)
class Kinds:
    """Events of the chosen kinds."""

    field: ClassVar[str] = "kinds"
    keys: ClassVar[tuple[str, ...]] = ("kind",)
    chosen: tuple[str, ...]

    @classmethod
    def read(cls, query: Query) -> Self:
        """Read the kinds of a link."""
        return cls(query.some_of("kind", tuple(KINDS), tuple(KINDS)))

    @property
    def bits(self) -> int:
        """The kinds as one number, a bit each."""
        return sum(KIND_BIT[kind] for kind in self.chosen)

    def mask(self, columns: EventColumns) -> Mask:
        """Choose events whose kind is chosen."""
        return np.asarray((columns.kind & self.bits) != 0)

    def pairs(self) -> dict[str, str]:
        """Give `kind`, unless all are chosen."""
        return {} if self.chosen == tuple(KINDS) else {"kind": dotted(self.chosen)}

    def noun(self, count: int) -> str:
        """Say what the events are called: by their kind where there is only one."""
        one, many = KIND[self.chosen[0]] if len(self.chosen) == 1 else ("event", "events")
        return one if count == 1 else many

    @property
    def most(self) -> bool:
        """Whether it is shorter to name the kinds left out."""
        return len(self.chosen) > len(KINDS) / 2

    def words(self, _: Catalog) -> str:
        """Name the kinds that are left out, or the few that are chosen."""
        left_out = [KIND[kind][1] for kind in KINDS if kind not in self.chosen]
        if self.most:
            return f"without {listed(left_out)}" if left_out else ""
        few = [KIND[kind][1] for kind in self.chosen]
        return "no kind is chosen" if not few else f"only {listed(few)}" if len(few) > 1 else ""


@dataclass(frozen=True)
class States:
    """Events by who took part: all, both China and Russia, or one of them without the other."""

    field: ClassVar[str] = "states"
    keys: ClassVar[tuple[str, ...]] = ("state",)
    which: str

    @classmethod
    def read(cls, query: Query) -> Self:
        """Read the states of a link."""
        return cls(query.one_of("state", tuple(STATES), None) or "all")

    def mask(self, columns: EventColumns) -> Mask:
        """Choose events by the two flags."""
        if self.which == "all":
            return np.ones(len(columns.china), dtype=np.bool_)
        return np.asarray((columns.china == (self.which != "RU")) & (columns.russia == (self.which != "CN")))

    def pairs(self) -> dict[str, str]:
        """Give `state`, unless it is all."""
        return {} if self.which == "all" else {"state": self.which}

    def words(self, _: Catalog) -> str:
        """Say whose events they are."""
        return STATES[self.which]


@dataclass(frozen=True)
class InSeries:
    """Events of one series, or of any and none."""

    field: ClassVar[str] = "series"
    keys: ClassVar[tuple[str, ...]] = ("series",)
    name: str | None

    @classmethod
    def read(cls, query: Query, catalog: Catalog) -> Self:
        """Read the series of a link."""
        return cls(query.one_of("series", catalog.columns.series_names, None))

    def place(self, columns: EventColumns) -> int:
        """Give the place of the series among those that events belong to; -1 where none is chosen."""
        return -1 if self.name is None else columns.series_names.index(self.name)

    def mask(self, columns: EventColumns) -> Mask:
        """Choose the events of the series."""
        if self.name is None:
            return np.ones(len(columns.series), dtype=np.bool_)
        return np.asarray(columns.series == self.place(columns))

    def pairs(self) -> dict[str, str]:
        """Give `series`, where one is chosen."""
        return {} if self.name is None else {"series": self.name}

    def words(self, catalog: Catalog) -> str:
        """Name the series."""
        return "" if self.name is None else f"of the series {catalog.series[self.name]['name']}"


@dataclass(frozen=True)
class Sure:
    """Events by how well they are known."""

    field: ClassVar[str] = "confidence"
    keys: ClassVar[tuple[str, ...]] = ("sure",)
    levels: tuple[str, ...]

    @classmethod
    def read(cls, query: Query) -> Self:
        """Read the levels of a link."""
        return cls(query.some_of("sure", tuple(CONFIDENCE), tuple(CONFIDENCE)))

    @property
    def bits(self) -> int:
        """The levels as one number, a bit each."""
        return sum(SURE_BIT[level] for level in self.levels)

    def mask(self, columns: EventColumns) -> Mask:
        """Choose events whose confidence is chosen."""
        return np.asarray((columns.sure & self.bits) != 0)

    def pairs(self) -> dict[str, str]:
        """Give `sure`, unless all levels are chosen."""
        return {} if self.levels == tuple(CONFIDENCE) else {"sure": dotted(self.levels)}

    def words(self, _: Catalog) -> str:
        """Name the levels, unless all are chosen."""
        if self.levels == tuple(CONFIDENCE):
            return ""
        return f"of {listed(self.levels, 'or')} confidence" if self.levels else "no confidence is chosen"
