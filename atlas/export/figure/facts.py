"""What a figure draws of the catalog, as plain tuples ready to place; made once per version of the data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final, NamedTuple

import numpy as np
import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

from atlas.catalog import Catalog
from atlas.catalog.columns import EPOCH
from atlas.export.figure.frame import Floats
from atlas.measure.geodesy import run_on
from atlas.view import View

EVER: Final = 10**6
"""A day that no data reach: what has no date is never outside a range."""
SEVERAL, ONE, WEAK = range(3)


class Mark(NamedTuple):
    """The mark of an event: its place in the layer, kind, whether it is of low confidence, degrees."""

    row: int
    kind: str
    low: bool
    lon: float
    lat: float


class Dot(NamedTuple):
    """A sighting that can be drawn: id, degrees, radius in km, basis, backing, its days and how they are known."""

    id: str
    kind: str
    lon: float
    lat: float
    km: float
    basis: str
    backing: int
    start: int
    end: int
    dated: bool
    precision: str
    time: str


class Way(NamedTuple):
    """A leg: id, the kind of its event, whether it is told, whether of aircraft, its days, its parts in degrees."""

    id: str
    kind: str
    told: bool
    air: bool
    start: int
    end: int
    parts: tuple[Floats, ...]


@dataclass(frozen=True, eq=False)
class Drawable:
    """Everything of a catalog that can be drawn.

    Parameters
    ----------
    catalog : Catalog
        The data.
    """

    catalog: Catalog

    @cached_property
    def marks(self) -> dict[str, Mark]:
        """The marks of the events that have a place, by id."""
        layer = self.catalog.layers["events"]
        points = layer.frame.geometry
        return {
            name: Mark(row, event["kind"], event["confidence"] == "low", point.x, point.y)
            for row, (name, event, point) in enumerate(zip(layer.rows, layer.rows.values(), points, strict=True))
            if point is not None and not point.is_empty
        }

    @cached_property
    def dots(self) -> dict[str, tuple[Dot, ...]]:
        """The sightings that can be drawn, by event, in the order of the record."""
        layer = self.catalog.layers["sightings"]
        found: dict[str, list[Dot]] = {}
        for row, point in zip(layer.rows.values(), layer.frame.geometry if layer.rows else (), strict=True):
            if point is not None and not point.is_empty:
                found.setdefault(row["event"], []).append(self._dot(row, point))
        return {event: tuple(dots) for event, dots in found.items()}

    @cached_property
    def ways(self) -> dict[str, tuple[Way, ...]]:
        """The legs, by event, route by route."""
        layer = self.catalog.layers["routes"]
        found: dict[str, list[Way]] = {}
        for row, line in zip(layer.rows.values(), layer.frame.geometry if layer.rows else (), strict=True):
            if line is not None and not line.is_empty:
                days = _day(row["from_date"], -EVER), _day(row["to_date"], EVER)
                way = Way(row["id"], self._kind(row), bool(row["told"]), row["kind"] == "air", *days, _parts(line))
                found.setdefault(row["event"], []).append(way)
        return {event: tuple(ways) for event, ways in found.items()}

    def events(self, view: View) -> list[str]:
        """Give the ids of the events of a view, in the order of the layer."""
        names = list(self.catalog.layers["events"].rows)
        return [names[row] for row in np.flatnonzero(view.mask(self.catalog.columns))]

    def _kind(self, row: Mapping[str, Any]) -> str:
        return str(self.catalog.event(row["event"])["kind"])

    def _dot(self, row: Mapping[str, Any], point: Point) -> Dot:
        sources = row.get("sources") or ()
        start = _day(row["date"], -EVER)
        return Dot(
            id=row["id"],
            kind=self._kind(row),
            lon=point.x,
            lat=point.y,
            km=row.get("radius_km") or 0.0,
            basis=row["basis"],
            backing=WEAK if self.catalog.all_weak(sources) else SEVERAL if len(sources) > 1 else ONE,
            start=start,
            end=_day(row.get("date_end"), start if row["date"] else EVER),
            dated=bool(row["date"]),
            precision=row["date_precision"],
            time=row.get("time") or "",
        )


_made: dict[str, Drawable] = {}


def drawable(catalog: Catalog) -> Drawable:
    """Give what can be drawn of a catalog, made once; only the last one is kept."""
    if catalog.version not in _made:
        _made.clear()
        _made[catalog.version] = Drawable(catalog)
    return _made[catalog.version]


def in_range(thing: Dot | Way, view: View) -> bool:
    """Say whether the days of a sighting or leg meet the dates of a view."""
    return thing.start <= (view.end - EPOCH).days and thing.end >= (view.start - EPOCH).days


def _day(day: str | None, otherwise: int) -> int:
    return (date.fromisoformat(str(day)[:10]) - EPOCH).days if day else otherwise


def _parts(line: BaseGeometry) -> tuple[Floats, ...]:
    """Give a line as its parts: what was only cut at the antimeridian is one part again, and runs on beyond 180."""
    parts: list[list[tuple[float, float]]] = []
    for part in shapely.get_parts(line):
        corners = [(float(lon), float(lat)) for lon, lat in shapely.get_coordinates(part)]
        last = parts[-1][-1] if parts else None
        if last and last[1] == corners[0][1] and (last[0] - corners[0][0]) % 360 == 0:
            parts[-1] = run_on([*parts[-1], *corners[1:]])
        else:
            parts.append(run_on(corners))
    return tuple(np.array(part) for part in parts)
