"""What leaves the atlas with a view: its events and all that hangs on them, row by row, and how to name it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from atlas.catalog import Catalog, Facts
from atlas.export.columns import Row, Table
from atlas.export.tables_beside import TABLES
from atlas.look import DEFAULT_LAYERS
from atlas.view import View

SLUG: Final = "joint-sea-atlas"
CHUNK: Final = 1_000
Placed = tuple[Row, BaseGeometry | None]


class Chunk(NamedTuple):
    """Some rows of a table: their values column by column in the table's order, and their geometries."""

    rows: list[list[Any]]
    shapes: NDArray[np.object_]


@dataclass(frozen=True, eq=False)
class Taken:
    """The events of a view, their sightings, legs and passages, the ships and the sources that these name.

    A filter chooses events. What hangs on a chosen event goes along whole, also where it lies outside of the days or
    the area asked for: half an event would tell another story.

    Parameters
    ----------
    catalog : Catalog
        Where it is taken from.
    view : View
        Its filters say what is taken; what it has chosen and where its map stands do not count.
    site : str
        Address of the atlas, with a slash at its end; empty where it is not known: links are then relative.
    """

    catalog: Catalog
    view: View
    site: str = ""

    def __post_init__(self) -> None:
        """Keep of the view what counts."""
        bare = replace(self.view, selection=None, centre=None, zoom=None, layers=DEFAULT_LAYERS)
        object.__setattr__(self, "view", bare)

    @property
    def whole(self) -> bool:
        """Whether no filter leaves anything out."""
        return not any(one.pairs() for one in self.view.filters)

    @property
    def total(self) -> int:
        """How many events the atlas has."""
        return len(self.catalog.columns.start)

    @cached_property
    def count(self) -> int:
        """How many events are taken."""
        return int(self._mask.sum())

    @cached_property
    def sentence(self) -> str:
        """The view in words."""
        return self.view.describe(self.catalog)

    @property
    def choice(self) -> str:
        """Whether it is the whole or a part."""
        if self.whole:
            return f"The whole atlas: all {self.total:,} events, no filter set."
        return f"A part of the atlas: {self.count:,} of {self.total:,} events, those that the filters leave."

    @property
    def link(self) -> str:
        """The link that opens this view."""
        link = self.view.link()
        return self.site if link == "?" and self.site else f"{self.site}{link}"

    def file_name(self, scope: str, suffix: str) -> str:
        """Say what is inside by the name of a file: `joint-sea-atlas-2026.11.0-events-17-of-99.csv`."""
        part = "" if self.whole else f"-{self.count}-of-{self.total}"
        return f"{SLUG}-{self.catalog.edition.version}-{scope}{part}.{suffix}"

    def chunks(self, table: Table, *, placed: bool = True) -> Iterator[Chunk]:
        """Give the rows of a table, some at a time; none at all where it has no row.

        Parameters
        ----------
        table : Table
            One of `TABLES`.
        placed : bool
            Whether the format has a geometry: columns that stand for it are then left out.
        """
        columns = table.placed() if placed else table.columns
        rows = self.rows(table.name)
        while some := list(islice(rows, CHUNK)):
            shapes = np.empty(len(some), dtype=np.object_)
            shapes[:] = [shape for _, shape in some]
            yield Chunk([[column.value(row, shape, self) for column in columns] for row, shape in some], shapes)

    def rows(self, name: str) -> Iterator[Placed]:
        """Give the rows of a table by its name, in the order of the atlas."""
        if name == "crossings":
            yield from ((vars(row), None) for row in self.catalog.passings if row.event in self.events)
        elif name in ("ships", "sources"):
            named = self._ships if name == "ships" else self._sources
            yield from ((row, None) for row in self.catalog.tables[name].values() if row["id"] in named)
        else:
            layer, key = self.catalog.layers[name], "id" if name == "events" else "event"
            shapes = layer.frame.geometry.array if layer.rows else ()
            pairs = zip(layer.rows.values(), shapes, strict=True)
            yield from ((row, shape) for row, shape in pairs if row[key] in self.events)

    @cached_property
    def events(self) -> frozenset[str]:
        """Ids of the events taken."""
        names = self.catalog.layers["events"].frame.index.to_numpy()
        return frozenset(names[self._mask])

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        return {name: sum(1 for _ in self.rows(name)) for name in TABLES}

    def sighting_at(self, event: str, mark: BaseGeometry) -> Facts | None:
        """Give the sighting at which the mark of an event stands, as `atlas build` chooses it."""
        shapes = self._sighting_shapes
        own = (row for row in self.catalog.sightings_of(event) if shapes.get(row["id"]) == mark)
        return min(own, key=lambda row: (row["role"] != "exercise-area", row["radius_km"] or 0), default=None)

    @cached_property
    def _mask(self) -> NDArray[np.bool_]:
        return self.view.mask(self.catalog.columns)

    @cached_property
    def _sighting_shapes(self) -> Mapping[str, BaseGeometry]:
        layer = self.catalog.layers["sightings"]
        return dict(zip(layer.rows, layer.frame.geometry.array, strict=True)) if layer.rows else {}

    @cached_property
    def _ships(self) -> frozenset[str]:
        units = (unit for row, _ in self.rows("events") for unit in row.get("units") or ())
        return frozenset(unit["ship"] for unit in units if unit.get("ship"))

    @cached_property
    def _sources(self) -> frozenset[str]:
        if self.whole:
            return frozenset(self.catalog.sources)  # those of places, straits and zones too
        citing = (row for name in ("events", "sightings", "ships") for row, _ in self.rows(name))
        return frozenset(source for row in citing for source in row.get("sources") or ())
