"""The catalog as columns of numbers: the one file the map draws events from.

Each table is an object of equally long lists. Days count from 1970-01-01, positions are ten-thousandths of a degree
(WGS 84), words are places in the short lists at the head of the file; null says that a thing is not known.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, get_args

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from atlas import look
from atlas.catalog import Catalog
from atlas.catalog.several import Several
from atlas.map.bundle import fingerprint
from atlas.vocabulary import BASIS, CONFIDENCE, JOINT, ROLE, DatePrecision

EPOCH: Final = date(1970, 1, 1)
SCALE: Final = 10_000
PRECISION: Final[tuple[str, ...]] = get_args(DatePrecision)
KINDS: Final[tuple[str, ...]] = tuple(look.KINDS)
CN, RU, OTHER = 1, 2, 4

_made: dict[str, tuple[bytes, str]] = {}


def columns(catalog: Catalog) -> bytes:
    """Give the catalog as columnar JSON (UTF-8), made once per catalog.

    Returns
    -------
    bytes
        An object with `version`, the word lists `series`, `joint`, `basis`, `role` and `precision`, the columns
        `events`, `sightings` and `legs`, `places`, `passages` and `zones` as lists of objects, and under `has` what an
        event has several of: of each `areas`, `ships` and `passages` how many there are to choose from (`count`), how
        many each event has (`each`), and which, one event after the other (`places`).
    """
    return _columns(catalog)[0]


def columns_name(catalog: Catalog) -> str:
    """Give the name under which the columns are served, below `data/`."""
    return _columns(catalog)[1]


def _columns(catalog: Catalog) -> tuple[bytes, str]:
    if catalog.version not in _made:
        content = json.dumps(_tables(catalog), ensure_ascii=False, separators=(",", ":")).encode()
        _made[catalog.version] = (content, f"columns-{fingerprint(content)}.json")
    return _made[catalog.version]


def _tables(catalog: Catalog) -> dict[str, Any]:
    series = catalog.columns.series_names
    event_rows = {event: row for row, event in enumerate(catalog.events.index)}
    sighting_rows = {sighting: row for row, sighting in enumerate(catalog.sightings.index)}
    return {
        "version": catalog.edition.version,
        "series": list(series),
        "joint": list(JOINT),
        "basis": list(BASIS),
        "role": list(ROLE),
        "precision": list(PRECISION),
        "events": _events(catalog, series),
        "has": {name: _lists(getattr(catalog.columns, name)) for name in ("areas", "ships", "passages")},
        "sightings": _sightings(catalog, event_rows),
        "legs": _legs(catalog.routes, event_rows, sighting_rows),
        "places": _rows(catalog.places, ("name", "names", "kind", "country", "radius_km")),
        "passages": _rows(catalog.passages, ("name", "names", "width_km", "parts")),
        "zones": _rows(catalog.zones, ("name", "state", "kind", "closed")),
    }


def _events(catalog: Catalog, series: Sequence[str]) -> dict[str, list[Any]]:
    events = catalog.events
    lon, lat = _points(events)
    return {
        "id": list(events.index),
        "title": _column(events, "title"),
        "kind": _places_in(KINDS, _column(events, "kind")),
        "states": [_state_mask(states) for states in _column(events, "states")],
        "start": [days(day) for day in _column(events, "start")],
        "end": [days(day) for day in _column(events, "end")],
        "precision": _places_in(PRECISION, _column(events, "date_precision")),
        "series": _places_in(series, _column(events, "series")),
        "sure": _places_in(tuple(CONFIDENCE), _column(events, "confidence")),
        "joint": _places_in(tuple(JOINT), _column(events, "joint")),
        "sources": [len(names or ()) for names in _column(events, "sources")],
        "weak": [int(catalog.all_weak(names)) for names in _column(events, "sources")],
        "basis": catalog.columns.basis.tolist(),
        "lon": lon,
        "lat": lat,
    }


def _lists(several: Several) -> dict[str, Any]:
    each = np.diff(several.first).tolist()
    return {"count": len(several.names), "each": each, "places": several.places.tolist()}


def _sightings(catalog: Catalog, events: Mapping[str, int]) -> dict[str, list[Any]]:
    sightings = catalog.sightings
    lon, lat = _points(sightings)
    return {
        "id": list(sightings.index),
        "event": [events[event] for event in _column(sightings, "event")],
        "date": [days(day) for day in _column(sightings, "date")],
        "end": [days(day) for day in _column(sightings, "date_end")],
        "precision": _places_in(PRECISION, _column(sightings, "date_precision")),
        "time": _column(sightings, "time"),
        "role": _places_in(tuple(ROLE), _column(sightings, "role")),
        "basis": _places_in(tuple(BASIS), _column(sightings, "basis")),
        "radius": [None if radius is None else round(radius, 1) for radius in _column(sightings, "radius_km")],
        "sources": [len(names or ()) for names in _column(sightings, "sources")],
        "weak": [int(catalog.all_weak(names)) for names in _column(sightings, "sources")],
        "place": _column(sightings, "place"),
        "lon": lon,
        "lat": lat,
    }


def _legs(legs: gpd.GeoDataFrame, events: Mapping[str, int], sightings: Mapping[str, int]) -> dict[str, list[Any]]:
    lines = [_unwrapped(line) for line in legs.geometry]
    first = [0]
    for line in lines:
        first.append(first[-1] + len(line))
    return {
        "id": list(legs.index),
        "event": [events[event] for event in _column(legs, "event")],
        "start": [days(day) for day in _column(legs, "from_date")],
        "end": [days(day) for day in _column(legs, "to_date")],
        "told": [int(bool(told)) for told in _column(legs, "told")],
        "air": [int(kind == "air") for kind in _column(legs, "kind")],
        "from": [sightings.get(sighting, -1) for sighting in _column(legs, "from")],
        "to": [sightings.get(sighting, -1) for sighting in _column(legs, "to")],
        "km": [None if km is None else round(km) for km in _column(legs, "km")],
        "hours": [None if hours is None else round(hours, 2) for hours in _column(legs, "hours")],
        "gap": [_gap(line) for line in legs.geometry],
        "first": first,
        "lon": [round(lon * SCALE) for line in lines for lon, _ in line],
        "lat": [round(lat * SCALE) for line in lines for _, lat in line],
    }


def _rows(frame: gpd.GeoDataFrame, names: Iterable[str]) -> list[dict[str, Any]]:
    kept = [name for name in names if name in frame.columns]
    values = zip(*(_column(frame, name) for name in kept), strict=True)
    return [
        {"id": row, **dict(zip(kept, value, strict=True)), "line": _line(shape)}
        for row, value, shape in zip(frame.index, values, frame.geometry, strict=True)
    ]


def _line(shape: BaseGeometry | None) -> list[list[float]]:
    """Give the corners of a point, line or outer ring as [lon, lat] in degrees; none where there is no shape."""
    return [] if shape is None else [[round(lon, 4), round(lat, 4)] for lon, lat in _unwrapped(shape)]


def _unwrapped(shape: BaseGeometry) -> list[tuple[float, float]]:
    """Give the corners of a shape in order; a line that was cut at the antimeridian runs on beyond 180 degrees."""
    corners: list[tuple[float, float]] = []
    for lon, lat in (corner for part in shapely.get_parts(shape) for corner in _outline(part)):
        turn = round((corners[-1][0] - lon) / 360) * 360 if corners else 0
        if not corners or corners[-1] != (lon + turn, lat):
            corners.append((lon + turn, lat))
    return corners


def _gap(shape: BaseGeometry) -> int:
    """Give the corner, counted along the whole line, behind which a line has a gap; -1 where it has none."""
    corners = 0
    before: tuple[float, float] | None = None
    for part in shapely.get_parts(shape):
        outline = _outline(part)
        joined = before is not None and before[1] == outline[0][1] and (before[0] - outline[0][0]) % 360 == 0
        if before is not None and not joined:
            return corners - 1
        corners += len(outline) - joined
        before = outline[-1]
    return -1


def _outline(part: BaseGeometry) -> list[tuple[float, float]]:
    """Give the corners of a point, of a line, or of the outer ring of a polygon."""
    line = shapely.get_exterior_ring(part) if isinstance(part, Polygon) else part
    return [(float(lon), float(lat)) for lon, lat in shapely.get_coordinates(line)]


def _points(frame: gpd.GeoDataFrame) -> tuple[list[int | None], list[int | None]]:
    """Give the longitudes and latitudes of points in ten-thousandths of a degree, null where nothing can be drawn."""
    points = [None if point is None or point.is_empty else point for point in frame.geometry]
    lon = [None if point is None else round(point.x * SCALE) for point in points]
    lat = [None if point is None else round(point.y * SCALE) for point in points]
    return lon, lat


def _column(frame: gpd.GeoDataFrame, name: str) -> list[Any]:
    """Give a column as plain values, None for whatever pandas takes for missing."""
    if name not in frame.columns:
        return [None] * len(frame)
    values = frame[name].tolist()
    return [value if isinstance(value, list | tuple | dict) or not pd.isna(value) else None for value in values]


def _places_in(words: Sequence[str], values: Iterable[str | None]) -> list[int]:
    """Give the place of each value in the list of words, -1 for none."""
    place = {word: index for index, word in enumerate(words)}
    return [-1 if value is None else place[value] for value in values]


def _state_mask(states: Iterable[str] | None) -> int:
    """Give China and Russia one bit each, all others a third together."""
    mask = 0
    for state in states or ():
        mask |= {"CN": CN, "RU": RU}.get(state, OTHER)
    return mask


def days(day: date | str | None) -> int | None:
    """Give a date, or its ISO text, as days since 1970-01-01."""
    if day is None:
        return None
    return (date.fromisoformat(str(day)[:10]) - EPOCH).days
