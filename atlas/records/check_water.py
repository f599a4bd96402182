"""Ships swim: a sighting of ships lies on water, or on land no further from it than its own blur."""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from atlas.errors import Problem
from atlas.records.container import Records
from atlas.records.positions import is_drawable, point_of, radius_of
from atlas.records.walk import home_of

LAND: Final = "layers/land-1km.geojson"
_ASHORE: Final = {"air-patrol", "ashore", "meeting"}
_LAYER_KM: Final = 1.0
_KM_PER_DEGREE: Final = 111.2


def check_positions(records: Records) -> Iterator[Problem]:
    """Report sightings that must state a radius and do not."""
    for event in records.events.values():
        for number, sighting in enumerate(event.sightings, 1):
            stated = {"sea", "lon"} & set(type(sighting.at).model_fields)
            if stated and sighting.radius_km is None:
                told = "kilometres of honest blur, for a sea or for coordinates"
                field = f"sightings[{number}].radius_km"
                yield Problem(home_of("events", event.id), event.id, field, "missing", told, "add it")


def check_water(records: Records, geodata: Path) -> Iterator[Problem]:
    """Report ships on land.

    The land is the layer of 1 km (105-165 E, 10-60 N); what lies outside it is not judged. Events in the air, ashore
    and meetings are left out, as are points on land by their nature and points that are not drawn.
    """
    try:
        land = _Land(json.loads((geodata / LAND).read_bytes()))
    except FileNotFoundError:
        yield Problem(LAND, "", "", "missing", "the land that `make geography` writes", "run make geography")
        return
    except (OSError, ValueError, RecursionError) as error:
        yield Problem(LAND, "", "", f"unreadable ({error})", "a GeoJSON FeatureCollection", "run make geography")
        return
    for event in records.events.values():
        if event.kind in _ASHORE:
            continue
        for number, sighting in enumerate(event.sightings, 1):
            try:
                if sighting.on_land or not is_drawable(sighting, records):
                    continue
                far = land.km_to_water(*point_of(sighting.at, records)) - _LAYER_KM
                blur = radius_of(sighting, records)
            except (KeyError, ValueError, ZeroDivisionError):
                continue  # the position is a problem of its own, told elsewhere
            if far > blur and sighting.explanation is None:
                told = f"{far:.0f} km from water with a radius of {blur} km"
                field = f"sightings[{number}].at"
                file = home_of("events", event.id)
                yield Problem(file, event.id, field, told, "on water, give or take the radius", "correct the position")


class _Land:
    """The land of a layer, indexed.

    Parameters
    ----------
    layer : object
        What the file holds.

    Raises
    ------
    ValueError
        If that is no collection of features with a geometry each.
    """

    def __init__(self, layer: Any) -> None:
        import shapely  # noqa: PLC0415 - slow to load, and only this check needs it
        from shapely.geometry import shape  # noqa: PLC0415

        self._shapely = shapely
        try:
            self._polygons = shapely.get_parts([shape(feature["geometry"]) for feature in layer["features"]])
        except (LookupError, TypeError, AttributeError, shapely.errors.ShapelyError) as error:
            raise ValueError(f"{type(error).__name__}: {error}") from error
        if not len(self._polygons):
            raise ValueError("no land in it")
        self._tree = shapely.STRtree(self._polygons)

    def km_to_water(self, lon: float, lat: float) -> float:
        """Give the distance from a point to the nearest water in kilometres, 0 on water.

        The plane is the one at the point's latitude, good to a percent over the few kilometres that matter.
        """
        shapely = self._shapely
        point = shapely.Point(lon, lat)
        scale = [_KM_PER_DEGREE * math.cos(math.radians(lat)), _KM_PER_DEGREE]
        far = 0.0
        for found in self._tree.query(point, predicate="intersects"):
            shore = shapely.transform(self._polygons[found].boundary, lambda xy: (xy - [lon, lat]) * scale)
            far = max(far, float(shore.distance(shapely.Point(0, 0))))
        return far
