"""The layers and tables of the registry.

Layers: places, passages, zones; tables: ships, sources, series, coasts, areas, stories, editions.
"""

from collections.abc import Iterator
from typing import Any, Final

from shapely.geometry import LineString, Point, Polygon

from atlas.build.layers_events import plain
from atlas.build.nearness import Nearness
from atlas.build.write import Feature, feature
from atlas.records.container import Records
from atlas.records.models_story import Step, Story

PLACE_FIELDS: Final = ("name", "names", "names_note", "aliases", "kind", "country", "radius_km", "basis", "sources")
GEOMETRY: Final = frozenset({"id", "gate", "vertices"})


def place_features(records: Records) -> Iterator[Feature]:
    """Make the layer `places`."""
    for place in records.places.values():
        row = plain(place)
        yield feature(place.id, Point(place.lon, place.lat), {name: row[name] for name in PLACE_FIELDS})


def passage_features(records: Records, nearness: Nearness) -> Iterator[Feature]:
    """Make the layer `passages`: gate lines; null for a name that covers the gates of its parts."""
    for passage in records.passages.values():
        ends = tuple((end.lon, end.lat) for end in passage.gate)
        line = LineString(ends) if ends else None
        row = {name: value for name, value in plain(passage).items() if name not in GEOMETRY}
        yield feature(
            passage.id, line, row | {"ends": [end.name for end in passage.gate], "coasts": nearness.of_gate(ends)}
        )


def zone_features(records: Records) -> Iterator[Feature]:
    """Make the layer `zones`: a polygon only where the declared limit is a ring; an open line is never closed."""
    for zone in records.zones.values():
        shape = Polygon(zone.vertices) if zone.closed else LineString(zone.vertices)
        yield feature(zone.id, shape, {name: value for name, value in plain(zone).items() if name not in GEOMETRY})


def _story(story: Story) -> dict[str, Any]:
    """Give a story; of what the map shows only what its file says."""
    return plain(story) | _map(story) | {"steps": [plain(step) | _map(step) for step in story.steps]}


def _map(row: Story | Step) -> dict[str, Any]:
    return {"map": row.map.model_dump(mode="json", by_alias=True, exclude_unset=True)}


def tables(records: Records) -> dict[str, list[dict[str, Any]]]:
    """Make the plain tables, by name; ships and sources tell the events they stand in."""
    cited: dict[str, list[str]] = {source: [] for source in records.sources}
    for event in records.events.values():
        for source in event.sources:
            cited[source].append(event.id)
    return {
        "ships": [plain(ship) | {"events": records.events_of_ship(ship.id)} for ship in records.ships.values()],
        "sources": [plain(source) | {"events": cited[source.id]} for source in records.sources.values()],
        "series": [plain(series) for series in records.series.values()],
        "coasts": [plain(coast) for coast in records.coasts.values()],
        "areas": [plain(area) for area in records.areas.values()],
        "stories": [_story(story) for story in records.stories.values()],
        "editions": [plain(edition) for edition in records.editions.values()],
    }
