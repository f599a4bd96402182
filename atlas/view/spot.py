"""Where the map stands: centre and zoom, in their one form."""

import math
import re
from typing import Final

from atlas.view.query import Query

DEEPEST: Final = 20
_AT: Final = re.compile(r"(-?\d{1,2}(?:\.\d+)?)_(-?\d{1,3}(?:\.\d+)?)_(\d{1,2}(?:\.\d+)?)", re.ASCII)


def placed(lat: float, lon: float, zoom: float) -> tuple[float, float, float] | None:
    """Give a place of the map in its one form, or None if it is no place."""
    if not (math.isfinite(lon) and -90 <= lat <= 90 and 0 <= zoom <= DEEPEST):
        return None
    wrapped = round((lon + 180) % 360 - 180, 2)
    return round(lat, 2) + 0.0, (-180.0 if wrapped == 180 else wrapped) + 0.0, round(zoom, 2) + 0.0


def read_spot(query: Query) -> tuple[float, float, float] | None:
    """Read `at` of a link: latitude, longitude and zoom, or None where the map fits itself."""
    value = query.one("at")
    if value is None:
        return None
    parts = _AT.fullmatch(value)
    place = placed(*map(float, parts.groups())) if parts else None
    if place is None:
        allowed = f"latitude_longitude_zoom such as 35.10_131.60_5, zoom up to {DEEPEST}"
        query.tell("at", value, allowed, "The map fits itself.")
    return place


def write_spot(centre: tuple[float, float], zoom: float) -> str:
    """Give `at` as `read_spot` reads it: `35.10_131.60_5`."""
    return f"{centre[0]:.2f}_{centre[1]:.2f}_{zoom:g}"
