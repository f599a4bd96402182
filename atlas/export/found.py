"""Values of columns that are no property of a built row: found in other rows, or in the geometry."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

from atlas.export.columns import Find, Row

if TYPE_CHECKING:
    from atlas.export.taken import Taken

DECIMALS = 5
"""Of degrees in text: the layers have 4."""


def lon(_: Row, shape: BaseGeometry | None, __: "Taken") -> float | None:
    """Give the longitude of a point."""
    return shape.x if isinstance(shape, Point) else None


def lat(_: Row, shape: BaseGeometry | None, __: "Taken") -> float | None:
    """Give the latitude of a point."""
    return shape.y if isinstance(shape, Point) else None


def wkt(_: Row, shape: BaseGeometry | None, __: "Taken") -> str | None:
    """Give a line as well-known text."""
    return None if shape is None else str(shapely.to_wkt(shape, rounding_precision=DECIMALS))


def of_event(name: str) -> Find:
    """Give what finds a property of the event of a row."""
    return lambda row, _, taken: taken.catalog.event(row["event"])[name]


def link(row: Row, _: BaseGeometry | None, taken: "Taken") -> str:
    """Give the address of the event's page."""
    return f"{taken.site}event?{urlencode({'id': row.get('event') or row['id']})}"


def series_name(row: Row, _: BaseGeometry | None, taken: "Taken") -> str | None:
    """Give the name of an event's series."""
    series = taken.catalog.series.get(row.get("series") or "")
    return series["name"] if series else None


def ships(row: Row, _: BaseGeometry | None, __: "Taken") -> tuple[str, ...]:
    """Give the ids of the ships that an event's record names."""
    return tuple(dict.fromkeys(unit["ship"] for unit in row.get("units") or () if unit.get("ship")))


def mark(name: str) -> Find:
    """Give what finds a property of the sighting at which an event's mark stands."""

    def find(row: Row, shape: BaseGeometry | None, taken: "Taken") -> Any:
        seen = None if shape is None else taken.sighting_at(row["id"], shape)
        return seen and seen[name]

    return find


def source_urls(row: Row, _: BaseGeometry | None, taken: "Taken") -> tuple[str, ...]:
    """Give the addresses of a row's sources, in their order."""
    return addresses(row.get("sources") or (), taken)


def addresses(sources: Iterable[str], taken: "Taken") -> tuple[str, ...]:
    """Give the addresses of sources; one that is not in the register has none."""
    known = taken.catalog.sources
    return tuple(known[name]["url"] for name in sources if name in known)


def leg_sources(row: Row, _: BaseGeometry | None, taken: "Taken") -> tuple[str, ...]:
    """Give the ids of the sources of the two sightings that a leg joins."""
    seen = taken.catalog.layers["sightings"].rows
    ends = (seen[row[end]] for end in ("from", "to") if row[end] in seen)
    return tuple(dict.fromkeys(source for end in ends for source in end["sources"]))


def leg_urls(row: Row, shape: BaseGeometry | None, taken: "Taken") -> tuple[str, ...]:
    """Give the addresses of those sources."""
    return addresses(leg_sources(row, shape, taken), taken)


def strait_name(row: Row, _: BaseGeometry | None, taken: "Taken") -> str | None:
    """Give the name of a strait."""
    strait = taken.catalog.layers["passages"].rows.get(row["strait"])
    return strait["name"] if strait else None
