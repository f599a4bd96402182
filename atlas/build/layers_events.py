"""The layers of what happened: events, sightings, routes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel
from shapely.geometry import Point

from atlas.build.locate import Located, mark_of
from atlas.build.nearness import Nearness
from atlas.build.overland import drawn
from atlas.build.routes import Leg
from atlas.build.write import Feature, feature
from atlas.measure.geodesy import compass
from atlas.measure.speeds import knots
from atlas.records.models_event import Event

EVENT_FIELDS: Final = [
    "kind",
    "title",
    "names",
    "start",
    "end",
    "date_precision",
    "states",
    "series",
    "series_index",
    "ordinal",
    "ordinal_by",
    "ordinal_sources",
    "ordinal_other",
    "joint",
    "confidence",
    "confidence_reason",
    "part_of",
    "related",
    "areas",
    "summary",
    "units",
    "passages",
    "responses",
    "claims",
    "conflicts",
    "landings",
    "airspace",
    "adiz",
    "duration_h",
    "duration_note",
    "crosses_antimeridian",
    "date_sources",
    "sources",
    "added",
    "modified",
    "corrections",
]


def plain(row: BaseModel) -> dict[str, Any]:
    """Give a record as JSON values: dates as ISO 8601 text, `class_` as `class`."""
    return row.model_dump(mode="json", by_alias=True)


def event_features(events: Iterable[Event], located: Mapping[str, list[Located]]) -> Iterator[Feature]:
    """Make the layer `events`: a point where the event's mark stands, null where nothing of it can be drawn."""
    for event in events:
        own = located[event.id]
        mark = mark_of(own)
        row = plain(event)
        counts = {"sightings": len(own), "drawable": sum(found.drawable for found in own)}
        yield feature(event.id, Point(mark) if mark else None, {name: row[name] for name in EVENT_FIELDS} | counts)


def sighting_features(located: Mapping[str, list[Located]], nearness: Nearness) -> Iterator[Feature]:
    """Make the layer `sightings`: points as computed from what is stated, null where not to be drawn."""
    for event, own in located.items():
        for found in own:
            row = plain(found.sighting)
            properties = {
                "event": event,
                "route": row["route"],
                "order": row["order"],
                "date": row["date"],
                "date_end": row["date_end"],
                "date_precision": row["date_precision"],
                "time": row["time"],
                "who": row["who"],
                "role": row["role"],
                "place": row["place"],
                "place_id": found.place_id,
                "as_stated": found.as_stated,
                "basis": found.basis,
                "radius_km": found.radius_km,
                "drawable": found.drawable,
                "on_land": row["on_land"],
                "heading": row["heading"],
                "note": row["note"],
                "explanation": row["explanation"],
                "sources": row["sources"],
                **nearness.of_sighting(found),
            }
            yield feature(found.id, Point(found.point) if found.drawable else None, properties)


def leg_features(legs: Iterable[Leg], nearness: Nearness) -> Iterator[Feature]:
    """Make the layer `routes`: one line a leg, two where its middle is not known; legs at one point are left out."""
    for leg in legs:
        if leg.start.point == leg.end.point:
            continue
        left, reached = leg.dates
        speed = knots(leg.km, leg.hours)
        properties = {
            "event": leg.event,
            "route": leg.route,
            "order": leg.order,
            "kind": "air" if leg.air else "ship",
            "who": leg.who,
            "from": leg.start.id,
            "to": leg.end.id,
            "from_date": left.isoformat() if left else None,
            "to_date": reached.isoformat() if reached else None,
            "told": leg.told,
            "km": round(leg.km, 1),
            "hours": leg.hours,
            "knots": None if speed is None else round(speed, 1),
            "passages": [{"passage": gate, "direction": compass(crossing.direction)} for gate, crossing in leg.crossed],
            "skipped": [stop.id for stop in leg.skipped],
            "gap_km": None if leg.gap is None else round(leg.gap[1] - leg.gap[0], 1),
            **nearness.of_leg(leg),
        }
        yield feature(leg.id, drawn(leg), properties)
