"""Positions: what a record says about where something was, as a point with its honest blur."""

from dataclasses import dataclass
from typing import Final

from atlas.measure.geodesy import LonLat, near
from atlas.records.container import Records
from atlas.records.models_event import Event
from atlas.records.models_facts import Sighting
from atlas.records.models_position import AtBearing
from atlas.records.positions import basis_of, is_drawable, place_of, point_of, radius_of

BOX: Final = (105.0, 10.0, 165.0, 60.0)
"""West, south, east and north of the region of the atlas."""


@dataclass(frozen=True)
class Located:
    """A sighting with its id and its point.

    Parameters
    ----------
    id : str
        `<event>-s01` by its place in the record.
    sighting : Sighting
        The sighting as recorded.
    point : (longitude, latitude)
        Degrees, WGS 84, longitude -180 to 180.
    radius_km : int
        Blur in kilometres.
    basis : str
        What the point rests on, one of `atlas.vocabulary.BASIS`.
    drawable : bool
        Whether a point may be drawn.
    place_id : str or None
        Place of the registry that the words mean.
    as_stated : str or None
        Distance and bearing as stated: `70 km SW of Yonaguni Island`.
    """

    id: str
    sighting: Sighting
    point: LonLat
    radius_km: int
    basis: str
    drawable: bool
    place_id: str | None
    as_stated: str | None


def locate(event: Event, records: Records) -> list[Located]:
    """Locate all sightings of an event, in the order of the record."""
    located = []
    for number, sighting in enumerate(event.sightings, 1):
        lon, lat = point_of(sighting.at, records)
        located.append(
            Located(
                id=f"{event.id}-s{number:02}",
                sighting=sighting,
                point=(near(lon, 0), lat),
                radius_km=radius_of(sighting, records),
                basis=basis_of(sighting, records),
                drawable=is_drawable(sighting, records),
                place_id=place_of(sighting),
                as_stated=_as_stated(sighting, records),
            )
        )
    return located


def mark_of(located: list[Located]) -> LonLat | None:
    """Choose where an event's mark stands: its exercise area, else its sharpest point, those of the region first.

    Returns
    -------
    (longitude, latitude) or None
        None where nothing of the event can be drawn.
    """
    drawable = [found for found in located if found.drawable]
    if not drawable:
        return None
    return min(
        drawable,
        key=lambda found: (found.sighting.role != "exercise-area", not in_box(found.point), found.radius_km),
    ).point


def in_box(point: LonLat) -> bool:
    """Tell whether a point lies in the region of the atlas."""
    west, south, east, north = BOX
    return west <= point[0] <= east and south <= point[1] <= north


def _as_stated(sighting: Sighting, records: Records) -> str | None:
    """Write a stated distance and bearing in words."""
    if not isinstance(sighting.at, AtBearing):
        return None
    return f"{sighting.at.km:g} km {sighting.at.bearing} of {records.places[sighting.at.of].name}"
