"""Events as lines of GeoJSON or CSV, each written once: an answer with many of them only joins bytes."""

import csv
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from io import StringIO
from typing import Any, Final
from urllib.parse import urlencode

import numpy as np
import shapely
from numpy.typing import NDArray

from atlas.catalog import Catalog
from atlas.export.cells import compact, flat, neutral
from atlas.export.csv_text import ABOUT, csv_cell
from atlas.export.tables import EVENTS
from atlas.export.taken import Taken
from atlas.view import View

SITE: Final = "\ue000"
"""Stands in a line for the address of the site, which only a request knows; a sign that no text has."""
MOST_KEPT: Final = 20_000
"""Lines kept at once, some 4 kB each; a reader who goes through more makes them anew."""


def newest_first(catalog: Catalog, view: View) -> NDArray[np.intp]:
    """Give the places of a view's events in the layer: those that began last first, then those that ended last, by id.

    It is the order of the page of events.
    """
    order = _order(catalog)
    chosen: NDArray[np.intp] = order[view.mask(catalog.columns)[order]]
    return chosen


@cache
def _order(catalog: Catalog) -> NDArray[np.intp]:
    columns = catalog.columns
    by_id = np.argsort(np.array(list(catalog.layers["events"].rows)))
    rank = np.empty(len(by_id), dtype=np.intp)
    rank[by_id] = np.arange(len(by_id))
    return np.lexsort((rank, -columns.end, -columns.start))


class Lines(ABC):
    """The events of a catalog, one line each, made when first asked for.

    Parameters
    ----------
    catalog : Catalog
        The events.
    """

    def __init__(self, catalog: Catalog) -> None:
        layer = catalog.layers["events"]
        self.catalog = catalog
        self.rows = list(layer.rows.values())
        self.shapes = layer.frame.geometry.array
        self._kept: dict[int, bytes] = {}

    def lines(self, places: Sequence[int]) -> list[bytes]:
        """Give the lines of events by their places in the layer; `SITE` stands in them for the site."""
        if len(self._kept) > MOST_KEPT:
            self._kept = {}
        kept = self._kept  # another thread may begin a new one meanwhile
        lacking = [place for place in places if place not in kept]
        if lacking:
            kept |= {place: line.encode() for place, line in zip(lacking, self._made(lacking), strict=True)}
        return [kept[place] for place in places]

    @abstractmethod
    def _made(self, places: Sequence[int]) -> Iterable[str]:
        """Write the lines of events."""


class Features(Lines):
    """Events as GeoJSON.

    A feature has all properties that the layer has, and two addresses: `link` of the event's page, `json` of all that
    is known of it.
    """

    def _made(self, places: Sequence[int]) -> Iterable[str]:
        for place, shape in zip(places, shapely.to_geojson(self.shapes[places]), strict=True):
            row = self.rows[place]
            yield feature(row, shape, addresses(row["id"]))


class Records(Lines):
    """Events as CSV: the columns of the file that `export/` gives, without those that are the same in each line."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__(catalog)
        self._taken = Taken(catalog, View.default(catalog), SITE)

    def _made(self, places: Sequence[int]) -> Iterable[str]:
        for place in places:
            row, shape = self.rows[place], self.shapes[place]
            yield record(csv_cell(flat(one.form, one.value(row, shape, self._taken))) for one in EVENTS.columns)


features = cache(Features)
"""Give the features of a catalog: the same ones for every request."""
records = cache(Records)
"""Give the records of a catalog: the same ones for every request."""


def collection(catalog: Catalog, told: Mapping[str, Any], places: Sequence[int], site: str) -> bytes:
    """Write events as a FeatureCollection.

    Parameters
    ----------
    catalog : Catalog
        The events.
    told : mapping
        Members that stand before the features.
    places : sequence of int
        Places of the events in the layer.
    site : str
        Address of the site, with a slash at its end.
    """
    lines = b",\n".join(features(catalog).lines(places)).replace(SITE.encode(), site.encode())
    return b"".join((compact(told)[:-1].encode(), b',\n"features":[\n', lines, b"\n]}\n"))


def spreadsheet(taken: Taken, places: Sequence[int]) -> bytes:
    """Write events as CSV, as `atlas.export.csv_text` does.

    Parameters
    ----------
    taken : Taken
        The view, and the address of the site.
    places : sequence of int
        Places of the events in the layer.
    """
    head = record(column.name for column in (*EVENTS.columns, *ABOUT))
    same = record(neutral(text) for text in (taken.catalog.edition.version, taken.sentence, taken.link))
    lines = (b"%s,%s\r\n" % (line, same.encode()) for line in records(taken.catalog).lines(places))
    return f"{head}\r\n".encode() + b"".join(lines).replace(SITE.encode(), taken.site.encode())


def record(cells: Iterable[Any]) -> str:
    """Write one line of CSV, without its end."""
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)  # by its end it knows which cells need quotes
    return out.getvalue().removesuffix("\r\n")


def addresses(event: str, site: str = SITE) -> dict[str, str]:
    """Give the addresses of an event: of its page, and of all that is known of it."""
    return {"link": f"{site}event?{urlencode({'id': event})}", "json": f"{site}event/{event}.json"}


def feature(row: Mapping[str, Any], shape: str | None, more: Mapping[str, str] | None = None) -> str:
    """Write one feature; `shape` is its geometry as GeoJSON, None where there is none."""
    properties = compact({**row, **(more or {})})
    return f'{{"type":"Feature","id":{compact(row["id"])},"geometry":{shape or "null"},"properties":{properties}}}'
