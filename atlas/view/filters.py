"""The filters: each knows its mask over the events, its pairs in a link, its words, and its numbers for the map."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, NamedTuple, Protocol, Self

import numpy as np
from numpy.typing import NDArray

from atlas.catalog import Catalog, EventColumns
from atlas.catalog.columns import KIND_BIT
from atlas.look import KINDS
from atlas.view.query import NONE, Query, dotted, listed
from atlas.vocabulary import KIND

Mask = NDArray[np.bool_]
STATES: Final = {
    "all": "of China and Russia",
    "both": "of China and Russia together",
    "CN": "of China without Russia",
    "RU": "of Russia without China",
}


class Key(NamedTuple):
    """What a key of a link holds, what holds where it is absent, and an example of a value."""

    holds: str
    absent: str
    example: str


class Filter(Protocol):
    """What every filter knows; `field` names it among a View's fields, `keys` are its keys in a link.

    `several` says whether a key takes several words at once.
    """

    field: ClassVar[str]
    keys: ClassVar[Mapping[str, Key]]
    several: ClassVar[bool]

    @classmethod
    def choices(cls, catalog: Catalog) -> tuple[str, ...]:
        """Give every word or id that its keys know; none where they know days."""
        ...

    def mask(self, columns: EventColumns) -> Mask:
        """Say of each event whether it passes."""
        ...

    def pairs(self) -> dict[str, str]:
        """Give what a link must hold; nothing where the filter lets all through."""
        ...

    def words(self, catalog: Catalog) -> str:
        """Give its part of the view's sentence; empty where there is nothing to say."""
        ...

    def state(self, columns: EventColumns) -> dict[str, Any]:
        """Give what the map must be told, as numbers; nothing where the filter lets all through."""
        ...


@dataclass(frozen=True)
class Subset:
    """Events whose word is one of the chosen ones, out of a short list of words; all of them by default."""

    field: ClassVar[str]
    key: ClassVar[str]
    column: ClassVar[str]
    number: ClassVar[str]
    bit: ClassVar[Mapping[str, int]]
    several: ClassVar[bool] = True
    chosen: tuple[str, ...]

    @classmethod
    def choices(cls, _: Catalog) -> tuple[str, ...]:
        """Give the words, and the one for none of them."""
        return (*cls.bit, NONE)

    @classmethod
    def read(cls, query: Query) -> Self:
        """Read the words of a link."""
        return cls(query.some_of(cls.key, tuple(cls.bit), tuple(cls.bit)))

    @property
    def all(self) -> bool:
        """Whether every word is chosen."""
        return self.chosen == tuple(self.bit)

    def mask(self, columns: EventColumns) -> Mask:
        """Choose events whose word is chosen."""
        return np.asarray((getattr(columns, self.column) & self._bits) != 0)

    def pairs(self) -> dict[str, str]:
        """Give the words, unless all are chosen."""
        return {} if self.all else {self.key: dotted(self.chosen)}

    def state(self, _: EventColumns) -> dict[str, Any]:
        """Give the words as one number, a bit each, unless all are chosen."""
        return {} if self.all else {self.number: self._bits}

    @property
    def _bits(self) -> int:
        return sum(self.bit[word] for word in self.chosen)


@dataclass(frozen=True)
class Kinds(Subset):
    """Events of the chosen kinds."""

    field: ClassVar[str] = "kinds"
    key: ClassVar[str] = "kind"
    column: ClassVar[str] = "kind"
    number: ClassVar[str] = "kinds"
    bit: ClassVar[Mapping[str, int]] = KIND_BIT
    keys: ClassVar[Mapping[str, Key]] = {
        "kind": Key(f"kinds of event, any of: {', '.join(KINDS)}; or `{NONE}`", "all kinds", "air-patrol.transit")
    }

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
    keys: ClassVar[Mapping[str, Key]] = {
        "state": Key("who took part: `both` together, `CN` without Russia or `RU` without China", "all events", "both")
    }
    several: ClassVar[bool] = False
    which: str

    @classmethod
    def choices(cls, _: Catalog) -> tuple[str, ...]:
        """Give the words."""
        return tuple(STATES)

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

    def state(self, _: EventColumns) -> dict[str, Any]:
        """Give 1 for both, 2 for China, 3 for Russia."""
        return {} if self.which == "all" else {"states": list(STATES).index(self.which)}


@dataclass(frozen=True)
class InSeries:
    """Events of one series, or of any and none."""

    field: ClassVar[str] = "series"
    keys: ClassVar[Mapping[str, Key]] = {
        "series": Key("id of the only series shown", "events of every series and of none", "joint-air-patrol")
    }
    several: ClassVar[bool] = False
    name: str | None

    @classmethod
    def choices(cls, catalog: Catalog) -> tuple[str, ...]:
        """Give the ids of the series that events belong to."""
        return catalog.columns.series_names

    @classmethod
    def read(cls, query: Query, catalog: Catalog) -> Self:
        """Read the series of a link."""
        return cls(query.one_of("series", cls.choices(catalog), None))

    def mask(self, columns: EventColumns) -> Mask:
        """Choose the events of the series."""
        if self.name is None:
            return np.ones(len(columns.series), dtype=np.bool_)
        return np.asarray(columns.series == columns.series_names.index(self.name))

    def pairs(self) -> dict[str, str]:
        """Give `series`, where one is chosen."""
        return {} if self.name is None else {"series": self.name}

    def words(self, catalog: Catalog) -> str:
        """Name the series."""
        return "" if self.name is None else f"of the series {catalog.series[self.name]['name']}"

    def state(self, columns: EventColumns) -> dict[str, Any]:
        """Give the place of the series among those that events belong to."""
        return {} if self.name is None else {"series": columns.series_names.index(self.name)}
