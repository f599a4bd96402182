"""Which part of the earth shows a view whole, as a box that a map of any size can be fitted to."""

from collections.abc import Iterable
from typing import Final

import geopandas
import numpy as np
from numpy.typing import NDArray

from atlas.catalog import SELECTABLE, Catalog
from atlas.view import View

Box = tuple[tuple[float, float], tuple[float, float]]
"""South-west and north-east corner as (latitude, longitude) in degrees, WGS 84."""
REGION: Final[Box] = ((22.4, 117.2), (46.4, 146.0))
"""What the atlas is about, as the map page shows it at first."""
_REACH: Final = (105.0, 10.0, 165.0, 60.0)  # a voyage may come from far outside of what the atlas is about
_SHARP_KM: Final = 300
_LEAST: Final = (4.0, 5.0)  # degrees: closer than that a map shows no land to know the place by
_ROOM: Final = 0.14  # of the box, at each side: for marks, dates and the map's own furniture
_WINDOW: Final = (640, 480)


def box_of(view: View, events: Iterable[str], catalog: Catalog) -> Box:
    """Give the part of the earth that a map of any size shall show.

    Parameters
    ----------
    view : View
        What is shown. Its centre and zoom go before all, then what it chooses.
    events : iterable of str
        Ids of the events to bring into sight where the view says neither.
    catalog : Catalog
        Knows where they were.

    Returns
    -------
    tuple of two corners
        Around the sightings of those days that are known to the day and to 300 km, as far as there are any, with some
        room; the region of the atlas where nothing has a place.
    """
    if view.centre is not None and view.zoom is not None:
        return _window(view.centre, view.zoom)
    chosen = catalog.where_is(view.selection)
    if chosen and chosen[0] != "event":
        return _roomy(_bounds(catalog.layers[SELECTABLE[chosen[0]]].frame, [chosen[1]["id"]]))
    names = [chosen[1]["id"]] if chosen else list(events)
    return _roomy(np.concatenate([np.empty((0, 4)), *(_points(name, view, catalog) for name in names)]))


def _points(event: str, view: View, catalog: Catalog) -> NDArray[np.float64]:
    """Give the bounds of an event's sightings, the sharp ones on the days shown; else of its mark, if it has one."""
    sharp = [
        row["id"]
        for row in catalog.sightings_of(event)
        if row["drawable"]
        and row["date_precision"] == "day"
        and row["radius_km"] < _SHARP_KM
        and row["date"] <= view.end.isoformat()
        and (row["date_end"] or row["date"]) >= view.start.isoformat()
    ]
    seen = _bounds(catalog.layers["sightings"].frame, sharp)
    west, south, east, north = _REACH
    near = seen[(seen[:, 0] >= west) & (seen[:, 2] <= east) & (seen[:, 1] >= south) & (seen[:, 3] <= north)]
    return near if len(near) else _bounds(catalog.layers["events"].frame, [event])


def _bounds(frame: geopandas.GeoDataFrame, ids: list[str]) -> NDArray[np.float64]:
    """Give west, south, east and north of each of these that has a place."""
    return np.asarray(frame.geometry.loc[ids].dropna().bounds, dtype=float)


def _roomy(bounds: NDArray[np.float64]) -> Box:
    """Give a box around bounds, with room at each side and never too small; the region for no bounds."""
    if not len(bounds):
        return REGION
    west, south = bounds[:, :2].min(axis=0)
    east, north = bounds[:, 2:].max(axis=0)
    high, wide = max(_LEAST[0], north - south), max(_LEAST[1], east - west)
    return _box((south + north) / 2, (west + east) / 2, high * (0.5 + _ROOM), wide * (0.5 + _ROOM))


def _window(centre: tuple[float, float], zoom: float) -> Box:
    """Give what a map of a usual size shows at this place: 256 px are the whole way round at zoom 0."""
    wide, high = (pixels * 180 / (256 * 2**zoom) for pixels in _WINDOW)
    return _box(*centre, high * float(np.cos(np.radians(centre[0]))), wide)


def _box(lat: float, lon: float, high: float, wide: float) -> Box:
    """Give the box of this middle and half height and width, in degrees."""
    south, west, north, east = (round(float(edge), 2) for edge in (lat - high, lon - wide, lat + high, lon + wide))
    return (south, west), (north, east)
