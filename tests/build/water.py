"""Builders of small seas, events and legs for the tests of the build."""

from datetime import date

from shapely.geometry import box

from atlas.build.coast import Coast
from atlas.build.gates import Gates
from atlas.build.locate import Located
from atlas.build.routes import LegMaker
from atlas.records.models_event import Event
from atlas.records.models_facts import Sighting, ToldPassage
from tests.records.builders import make_event

ISLAND = box(131, 33, 132, 36)
"""An island of one by three degrees; ways from west to east go round its north or south cape."""

NORTH_GATE = ((131.5, 36.0), (131.5, 37.5))
SOUTH_GATE = ((131.5, 31.0), (131.5, 33.0))
GATES = Gates(
    {"north": NORTH_GATE, "south": SOUTH_GATE}, {"north": ("north",), "south": ("south",), "either": ("north", "south")}
)


def one_island() -> Coast:
    return Coast([ISLAND])


def located(number, lon, lat, *, day="2023-07-01", route="trip-r1", drawable=True, radius=10, **fields):
    told = {"date": date.fromisoformat(day) if day else None, "place": f"spot {number}", "role": "sighting"}
    told |= {"at": {"lon": float(lon), "lat": float(lat)}, "sources": ("a",), "who": "three ships"}
    if route:
        told |= {"route": route, "order": number}
    sighting = Sighting.model_validate(told | fields, strict=False)
    basis = sighting.basis or "coordinates"
    return Located(f"trip-s{number:02}", sighting, (float(lon), float(lat)), radius, basis, drawable, None, None)


def event(*passages, kind="transit"):
    fields = make_event(id="trip", kind=kind, series=None, series_index=None, sightings=[], passages=list(passages))
    fields["routes"] = [{"id": "trip-r1", "who": "three ships"}]
    fields |= {key: date.fromisoformat(fields[key]) for key in ("start", "end", "added", "modified")}
    return Event.model_validate(fields, strict=False)


def told(passage, direction=None, day="2023-07-02", who="three ships"):
    return ToldPassage.model_validate(
        {"passage": passage, "direction": direction, "date": day, "who": who, "sources": ["a"]}, strict=False
    )


def maker(router, gates=GATES):
    return LegMaker(gates, router)
