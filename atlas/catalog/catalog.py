"""All built layers and tables of a folder, and the questions that pages ask of them; nothing in it can be changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Final, Protocol, Self

import geopandas
import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from atlas.catalog.columns import EPOCH, KIND_BIT, EventColumns
from atlas.catalog.edition import Edition
from atlas.catalog.facts import Facts
from atlas.catalog.layers import REMEDY, Layer, LayerFiles
from atlas.catalog.passings import Makings, Passing, passings
from atlas.catalog.straits import Strait, straits
from atlas.errors import LayerError

SELECTABLE: Final[dict[str, str]] = {
    "event": "events",
    "sighting": "sightings",
    "leg": "routes",
    "place": "places",
    "passage": "passages",
    "zone": "zones",
    "sea": "seas",
}
NEEDED: Final[dict[str, tuple[str, ...]]] = {
    "events": ("kind", "title", "start", "end", "states", "series", "joint", "confidence"),
    "sightings": ("event", "basis"),
    "routes": ("event",),
}
TABLES: Final = (
    "ships", "sources", "series", "areas", "stories", "crossings", "coasts", "editions", "positions", "dictionary",
)  # fmt: skip


class Choice(Protocol):
    """What chooses events, such as a View."""

    def mask(self, columns: EventColumns, without: str | None = None) -> NDArray[np.bool_]:
        """Say of each event whether it is chosen; `without` names one filter to leave out."""
        ...


@dataclass(frozen=True, eq=False)
class Catalog:
    """All built layers and tables, and the questions a page asks of them.

    Frames are given as shallow copies (pandas copies a column when it is written to), rows as Facts that refuse
    changes: a session cannot alter what another one sees. Dates in rows and frames are ISO 8601 text.

    Parameters
    ----------
    layers : mapping of str to Layer
        By name: events, sightings, routes, places, passages, zones, seas.
    tables : mapping of str to mapping
        By name: ships, sources, series, areas, stories, crossings, coasts, editions, positions (the rule by which a
        position becomes a point), dictionary (what each property means); each maps id to row.
    columns : EventColumns
        The events as arrays for the filters.
    version : str
        Short hash of the content of all built files.
    edition : Edition
        Version of the data, with the day of its release.
    """

    layers: Mapping[str, Layer]
    tables: Mapping[str, Mapping[str, Facts]]
    columns: EventColumns
    version: str
    edition: Edition

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read all layers and tables of a folder.

        Parameters
        ----------
        folder : Path
            What `atlas build` has written.

        Returns
        -------
        Catalog
            With at least one event.

        Raises
        ------
        LayerError
            If a file is missing or broken; one line says which, and what to do.
        """
        files = LayerFiles(folder)
        layers = {name: files.layer(name, NEEDED.get(name, ())) for name in SELECTABLE.values()}
        tables = {name: files.table(name) for name in TABLES}
        events = layers["events"]
        if not events.rows:
            raise LayerError(f"{folder / 'events.geojson'} holds no event; {REMEDY}")
        try:
            placed = events.frame.geometry.notna().tolist()
            edition = Edition.newest(tables["editions"])
            columns = EventColumns.of({name: layer.rows for name, layer in layers.items()}, placed, tables)
        except ValueError as error:
            raise LayerError(f"{folder} {error}; {REMEDY}") from None
        return cls(layers, tables, columns, files.version(), edition)

    @property
    def events(self) -> geopandas.GeoDataFrame:
        """Events, one row each; geometry is the point of the event's mark, or None."""
        return self._frame("events")

    @property
    def sightings(self) -> geopandas.GeoDataFrame:
        """Sightings; geometry is a point, or None where nothing can be drawn."""
        return self._frame("sightings")

    @property
    def routes(self) -> geopandas.GeoDataFrame:
        """Legs between two sightings, one row each."""
        return self._frame("routes")

    @property
    def places(self) -> geopandas.GeoDataFrame:
        """Named places."""
        return self._frame("places")

    @property
    def passages(self) -> geopandas.GeoDataFrame:
        """Straits, with their gate lines."""
        return self._frame("passages")

    @property
    def zones(self) -> geopandas.GeoDataFrame:
        """Air defence identification zones."""
        return self._frame("zones")

    @property
    def seas(self) -> geopandas.GeoDataFrame:
        """Seas, as areas."""
        return self._frame("seas")

    @property
    def ships(self) -> Mapping[str, Facts]:
        """Ships by id."""
        return self.tables["ships"]

    @property
    def sources(self) -> Mapping[str, Facts]:
        """Sources by id."""
        return self.tables["sources"]

    @property
    def series(self) -> Mapping[str, Facts]:
        """Series by id."""
        return self.tables["series"]

    @property
    def areas(self) -> Mapping[str, Facts]:
        """Areas by id: the names under which records tell where something happened."""
        return self.tables["areas"]

    @property
    def stories(self) -> Mapping[str, Facts]:
        """Stories by id, each with its steps in order."""
        return self.tables["stories"]

    @property
    def crossings(self) -> Mapping[str, Facts]:
        """Told and computed crossings of straits by id."""
        return self.tables["crossings"]

    @property
    def coasts(self) -> Mapping[str, Facts]:
        """Coasts by id: what sightings and legs are measured to."""
        return self.tables["coasts"]

    @cached_property
    def span(self) -> tuple[date, date]:
        """First day of the first event and last day of the last."""
        first, last = int(self.columns.start.min()), int(self.columns.end.max())
        return EPOCH + timedelta(days=first), EPOCH + timedelta(days=last)

    @cached_property
    def straits(self) -> Mapping[str, Strait]:
        """The straits by id, with their gates and the two ways through each."""
        seas = {str(self.layers["seas"].rows[name]["name"]): area for name, area in self._shapes("seas").items()}
        return straits(self.layers["passages"].rows, self._shapes("passages"), seas)

    @cached_property
    def passings(self) -> tuple[Passing, ...]:
        """All passages through straits, told and computed."""
        rows = {name: layer.rows for name, layer in self.layers.items()}
        points = self._shapes("sightings")
        return passings(
            Makings(rows["events"], rows["sightings"], rows["routes"], self.crossings, self.straits, points)
        )

    def shown(self, view: Choice) -> geopandas.GeoDataFrame:
        """Give the events of a view, in the order of the layer."""
        return self.layers["events"].frame.iloc[np.flatnonzero(view.mask(self.columns))]

    def count(self, view: Choice) -> int:
        """Count the events of a view."""
        return int(np.count_nonzero(view.mask(self.columns)))

    def unplaced(self, view: Choice) -> int:
        """Count the events of a view that have no place on the map."""
        return int(np.count_nonzero(view.mask(self.columns) & ~self.columns.placed))

    def kind_counts(self, view: Choice, among: NDArray[np.bool_] | None = None) -> dict[str, int]:
        """Count events by kind under every filter but that of kinds, of some alone; kinds without any stand with 0."""
        mask = view.mask(self.columns, without="kinds")
        chosen = mask if among is None else mask & among
        return {kind: int(np.count_nonzero(chosen & of_kind)) for kind, of_kind in self._of_kind.items()}

    @cached_property
    def _of_kind(self) -> dict[str, NDArray[np.bool_]]:
        """Which events are of each kind: flags are counted several times faster than numbers are picked and counted."""
        return {kind: self.columns.kind == bit for kind, bit in KIND_BIT.items()}

    def event(self, name: str) -> Facts:
        """Give one event; raise KeyError if there is none of that id."""
        return self.layers["events"].rows[name]

    def sightings_of(self, event: str) -> tuple[Facts, ...]:
        """Give the sightings of an event in the order of its record."""
        return self._of_event["sightings"].get(event, ())

    def legs_of(self, event: str) -> tuple[Facts, ...]:
        """Give the legs of an event, route by route, in order."""
        return self._of_event["routes"].get(event, ())

    def is_weak(self, source: str) -> bool:
        """Say whether a source is weak: a copy, or a text of unknown worth; one that is not known is not."""
        row = self.sources.get(source)
        return row is not None and bool(row.get("weak"))

    def all_weak(self, sources: Iterable[str] | None) -> bool:
        """Say whether there are sources and every one of them is weak."""
        weak = [self.is_weak(name) for name in sources or ()]
        return bool(weak) and all(weak)

    def where_is(self, selection: str | None) -> tuple[str, Facts] | None:
        """Resolve a selection.

        Parameters
        ----------
        selection : str or None
            `<layer>.<id>` such as `event.joint-sea-2012`; layers: event, sighting, leg, place, passage, zone, sea.

        Returns
        -------
        tuple of str and Facts, or None
            The layer as named in the selection, and the row; None if there is no such thing.
        """
        layer, _, name = (selection or "").partition(".")
        row = self.layers[SELECTABLE[layer]].rows.get(name) if layer in SELECTABLE else None
        return (layer, row) if row is not None else None

    def event_of(self, selection: str | None) -> str | None:
        """Give the id of the event that a selection names or is a sighting or leg of; None where it is of none."""
        layer, row = self.where_is(selection) or ("", Facts())
        event: str | None = row.get("id" if layer == "event" else "event")
        return event

    @cached_property
    def _of_event(self) -> dict[str, dict[str, tuple[Facts, ...]]]:
        grouped: dict[str, dict[str, tuple[Facts, ...]]] = {"sightings": {}, "routes": {}}
        for name, events in grouped.items():
            for row in self.layers[name].rows.values():
                events[row["event"]] = (*events.get(row["event"], ()), row)
        return grouped

    def _shapes(self, name: str) -> dict[str, BaseGeometry]:
        """Give the shapes of a layer by id, without the rows that have none."""
        layer = self.layers[name]
        return (
            {} if not layer.rows else {row: shape for row, shape in layer.frame.geometry.items() if shape is not None}
        )

    def _frame(self, name: str) -> geopandas.GeoDataFrame:
        return self.layers[name].frame.copy(deep=False)
