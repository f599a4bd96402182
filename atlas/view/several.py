"""The filters of what an event has several of: an event passes if it has any of the chosen ones."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

import numpy as np

from atlas.catalog import Catalog, EventColumns, Facts
from atlas.view.filters import Key, Mask
from atlas.view.query import Query, listed

MOST_NAMED: Final = 4
_WITH_THE: Final = re.compile(
    r"\b(Sea|Seas|Ocean|Pacific|Mediterranean|Strait|Channel|Islands|Peninsula|estuary)\b|^Gulf of "
)
_ASIDE: Final = re.compile(r" \([^()]*\)$")


@dataclass(frozen=True)
class AnyOf:
    """Events that have any of the chosen things; none chosen lets all events through."""

    field: ClassVar[str]
    key: ClassVar[str]
    keys: ClassVar[Mapping[str, Key]]
    before: ClassVar[str]
    several: ClassVar[bool] = True
    chosen: tuple[str, ...]

    @classmethod
    def choices(cls, catalog: Catalog) -> tuple[str, ...]:
        """Give the ids."""
        ids: tuple[str, ...] = getattr(catalog.columns, cls.field).names
        return ids

    @classmethod
    def read(cls, query: Query, catalog: Catalog) -> Self:
        """Read the ids of a link."""
        return cls(
            query.any_of(cls.key, cls.choices(catalog), f"ids of {cls.key}s, such as {cls.keys[cls.key].example}")
        )

    def mask(self, columns: EventColumns) -> Mask:
        """Choose events that have any of these."""
        several = getattr(columns, self.field)
        return np.asarray(several.having(self.chosen) if self.chosen else np.ones(len(several.first) - 1, np.bool_))

    def pairs(self) -> dict[str, str]:
        """Give the ids, where any is chosen."""
        return {self.key: ".".join(self.chosen)} if self.chosen else {}

    def words(self, catalog: Catalog) -> str:
        """Name the chosen ones, or the first few and how many more."""
        table = self.table(catalog)
        names = [self.name(table[one]) for one in self.chosen]
        return f"{self.before} {either(names)}" if names else ""

    def state(self, columns: EventColumns) -> dict[str, Any]:
        """Give the places of the chosen ones in their table."""
        several = getattr(columns, self.field)
        return {self.field: [several.place(one) for one in self.chosen]} if self.chosen else {}

    @staticmethod
    def table(catalog: Catalog) -> Mapping[str, Facts]:
        """Give the table of what can be chosen."""
        raise NotImplementedError

    @staticmethod
    def label(row: Mapping[str, Any]) -> str:
        """Name one thing by itself."""
        return str(row["name"])

    @classmethod
    def name(cls, row: Mapping[str, Any]) -> str:
        """Name one thing in a sentence."""
        return cls.label(row)


@dataclass(frozen=True)
class Areas(AnyOf):
    """Events in any of the chosen areas, as their records tell; an area holds those that lie in it."""

    field: ClassVar[str] = "areas"
    key: ClassVar[str] = "area"
    before: ClassVar[str] = "in"
    keys: ClassVar[Mapping[str, Key]] = {
        "area": Key("ids of areas, any of which the record tells", "all areas", "east-china-sea.sea-of-japan")
    }

    @staticmethod
    def table(catalog: Catalog) -> Mapping[str, Facts]:
        """Give the areas of the atlas."""
        return catalog.areas

    @classmethod
    def name(cls, row: Mapping[str, Any]) -> str:
        """Name a water with its article: `the Sea of Japan`, but `Peter the Great Gulf`, `waters off Jeju`."""
        return f"the {row['name']}" if _WITH_THE.search(row["name"]) else cls.label(row)


@dataclass(frozen=True)
class Ships(AnyOf):
    """Events in which any of the chosen ships took part, as their records tell by name."""

    field: ClassVar[str] = "ships"
    key: ClassVar[str] = "ship"
    before: ClassVar[str] = "with"
    keys: ClassVar[Mapping[str, Key]] = {
        "ship": Key("ids of ships, any of which took part", "all ships", "ru-gromkiy-335.ru-sovershenniy-333")
    }

    @staticmethod
    def table(catalog: Catalog) -> Mapping[str, Facts]:
        """Give the ships of the atlas."""
        return catalog.ships

    @staticmethod
    def label(row: Mapping[str, Any]) -> str:
        """Name a ship with its hull number: `Gromkiy (335)`."""
        return f"{row['name']} ({row['hull']})" if row.get("hull") else str(row["name"])


@dataclass(frozen=True)
class Passages(AnyOf):
    """Events that passed any of the chosen straits: as a source tells, or as a leg that we joined crosses its gate.

    A strait that has channels holds what passed either of them.
    """

    field: ClassVar[str] = "passages"
    key: ClassVar[str] = "strait"
    before: ClassVar[str] = "through"
    keys: ClassVar[Mapping[str, Key]] = {
        "strait": Key(
            "ids of straits, any of which was passed, as told or as computed", "all straits", "miyako.tsushima"
        )
    }

    @staticmethod
    def table(catalog: Catalog) -> Mapping[str, Facts]:
        """Give the straits of the atlas."""
        return catalog.layers["passages"].rows

    @staticmethod
    def label(row: Mapping[str, Any]) -> str:
        """Name a strait without what stands in brackets after it: `Miyako Strait`."""
        return _ASIDE.sub("", row["name"])

    @classmethod
    def name(cls, row: Mapping[str, Any]) -> str:
        """Name a strait with its article."""
        return f"the {cls.label(row)}"


def either(names: Sequence[str]) -> str:
    """Join names by `or`; where they are many, the first few and how many more."""
    few = names if len(names) <= MOST_NAMED else [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} others"]
    return listed(few, "or")
