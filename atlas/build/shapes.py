"""What each built file holds, as JSON Schema: the fields of a record as its model tells them, and those computed."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from atlas.build import computed
from atlas.build.layers_events import EVENT_FIELDS
from atlas.build.layers_registry import GEOMETRY, PLACE_FIELDS
from atlas.records.fields import Row
from atlas.records.models_edition import Edition
from atlas.records.models_event import Event
from atlas.records.models_facts import Sighting
from atlas.records.models_geography import Coast, Sea
from atlas.records.models_registry import Area, Passage, Place, Series, Ship, Source, Zone
from atlas.records.models_story import Story

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
Shape = dict[str, Any]
_AREA: Final = ("Polygon", "MultiPolygon")
_LINE: Final = ("LineString", "MultiLineString")
_SIGHTING: Final = (
    *("route", "order", "date", "date_end", "date_precision", "time", "who", "role", "place", "on_land", "heading"),
    *("note", "explanation", "sources"),
)
_SEA: Final = ("id", "name", "names", "names_note", "source", "wikidata", "definition")


class Rows(NamedTuple):
    """What the rows of one file are.

    Parameters
    ----------
    about : str
        One sentence about the file.
    models : tuple of type
        Their fields make a row, those of the later before those of the former.
    only : tuple of str
        Fields of the first model that stand in the file; all where empty.
    without : frozenset of str
        Fields of the first model that do not stand in it.
    geometry : tuple of str
        GeoJSON types of a layer's shapes; a shape may be null. Empty for a plain table.
    """

    about: str
    models: tuple[type[Row], ...]
    only: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    geometry: tuple[str, ...] = ()


FILES: Final[Mapping[str, Rows]] = {
    "events.geojson": Rows(
        "Events; the point is where the event's mark stands.",
        (Event, computed.OfEvent),
        ("id", *EVENT_FIELDS),
        geometry=("Point",),
    ),
    "sightings.geojson": Rows(
        "Sightings; the point is computed from what is stated.",
        (Sighting, computed.OfSighting),
        _SIGHTING,
        geometry=("Point",),
    ),
    "routes.geojson": Rows(
        "Legs: the shortest way over water between two sightings of one group, or a flight's straight line.",
        (computed.Leg,),
        geometry=_LINE,
    ),
    "places.geojson": Rows(
        "Named places; the point is a rounded map position.", (Place,), ("id", *PLACE_FIELDS), geometry=("Point",)
    ),
    "passages.geojson": Rows(
        "Straits, with the gate line across each.",
        (Passage, computed.OfPassage),
        without=frozenset({"gate"}),
        geometry=("LineString",),
    ),
    "zones.geojson": Rows(
        "Air defence identification zones as declared; a polygon only where the declared limit is a ring.",
        (Zone,),
        without=GEOMETRY - {"id"},
        geometry=("Polygon", "LineString"),
    ),
    "seas.geojson": Rows("Seas.", (Sea, computed.OfSea), _SEA, geometry=_AREA),
    "coasts.geojson": Rows("Shores to which distances are measured.", (computed.Shore,), geometry=_LINE),
    "land-1km.geojson": Rows("Land around the seas, to 1 km.", (computed.Ground,), geometry=_AREA),
    "land-5km.geojson": Rows("Land around the seas, to 5 km.", (computed.Ground,), geometry=_AREA),
    "land-world.geojson": Rows("Land of the whole world, coarse.", (computed.Ground,), geometry=_AREA),
    "ships.json": Rows("Ships, with the events in which they took part.", (Ship, computed.Cited)),
    "sources.json": Rows("Sources, with the events that rest on them.", (Source, computed.Cited)),
    "series.json": Rows("Series: events that are counted together.", (Series,)),
    "coasts.json": Rows("What the coasts are, who holds and who claims them.", (Coast,)),
    "areas.json": Rows("Names under which events tell where they were.", (Area,)),
    "stories.json": Rows("Stories: texts taken apart, claim by claim.", (Story,)),
    "editions.json": Rows("Versions of the data, the newest first.", (Edition,)),
    "crossings.json": Rows(
        "Passages of straits, those that sources tell held against those that are computed.", (computed.Crossing,)
    ),
    "positions.json": Rows("How a stated position becomes a point, a basis and a radius.", (computed.PositionRule,)),
    "dictionary.json": Rows("What each field of each file means.", (computed.Explained,)),
}
"""Every file of the layers that holds rows."""


def schema() -> Shape:
    """Give one JSON Schema for all files: that of a file stands in `$defs` under the file's name."""
    shared: Shape = {}
    files = {name: _file(rows, shared) for name, rows in FILES.items()}
    return {
        "$schema": DIALECT,
        "title": "The layers and tables of Joint Sea Atlas",
        "description": "The schema of a file stands in $defs under its name: schema.json#/$defs/events.geojson.",
        "$defs": files | dict(sorted(shared.items())),
    }


def _file(rows: Rows, shared: Shape) -> Shape:
    """Give the schema of one file; what its rows share with others goes into `shared`."""
    row = _row(rows, shared)
    if not rows.geometry:
        return {"description": rows.about, "type": "array", "items": row}
    geometry = {
        "type": ["object", "null"],
        "required": ["type", "coordinates"],
        "properties": {"type": {"enum": list(rows.geometry)}, "coordinates": {"type": "array"}},
    }
    return {
        "description": rows.about,
        "type": "object",
        "required": ["type", "features"],
        "properties": {
            "type": {"const": "FeatureCollection"},
            "features": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["type", "id", "geometry", "properties"],
                    "properties": {
                        "type": {"const": "Feature"},
                        "id": {"type": "string"},
                        "geometry": geometry,
                        "properties": row,
                    },
                },
            },
        },
    }


def _row(rows: Rows, shared: Shape) -> Shape:
    """Give the schema of a row: every field stands in it, null or empty where nothing is known."""
    fields: Shape = {}
    for number, model in enumerate(rows.models):
        told = model.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
        shared.update(told.get("$defs", {}))
        for name, field in told["properties"].items():
            if number or ((not rows.only or name in rows.only) and name not in rows.without):
                fields[name] = {key: value for key, value in field.items() if key not in {"title", "default"}}
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
