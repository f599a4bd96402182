"""All records and the registry, read."""

from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from atlas.errors import Problem
from atlas.records.fields import Row
from atlas.records.models_edition import Edition
from atlas.records.models_event import Event
from atlas.records.models_geography import Coast, Island, Limit, Sea
from atlas.records.models_registry import Area, Passage, Place, Series, Ship, Source, Zone
from atlas.records.models_story import Story


@dataclass(frozen=True)
class Records:
    """Everything that is kept by hand: each kind a dict from id to model, in the order of the files."""

    events: dict[str, Event]
    ships: dict[str, Ship]
    places: dict[str, Place]
    passages: dict[str, Passage]
    zones: dict[str, Zone]
    seas: dict[str, Sea]
    limits: dict[str, Limit]
    islands: dict[str, Island]
    coasts: dict[str, Coast]
    sources: dict[str, Source]
    series: dict[str, Series]
    areas: dict[str, Area]
    stories: dict[str, Story]
    editions: dict[str, Edition]

    def events_of_ship(self, ship: str) -> list[str]:
        """Give the ids of the events in which a ship took part, sorted."""
        return sorted(e.id for e in self.events.values() if any(getattr(u, "ship", None) == ship for u in e.units))

    def events_of_place(self, place: str) -> list[str]:
        """Give the ids of the events with a sighting at or counted from a place, sorted."""
        return sorted(
            event.id
            for event in self.events.values()
            if any(place in (s.near, getattr(s.at, "place", None), getattr(s.at, "of", None)) for s in event.sightings)
        )


class Broken(NamedTuple):
    """A row that its model did not take: where it stands, and what stands there."""

    file: str
    record: str
    model: type[Row]
    value: Any


@dataclass(frozen=True)
class Loaded:
    """What could be read, and what could not.

    `known` holds the ids of all rows that were seen, wrong ones too, and `unread` the lists that could not be read:
    so that one wrong row does not make a problem of every place that names it. `broken` holds the wrong rows
    themselves: the ids that they name are checked all the same.
    """

    records: Records
    problems: list[Problem]
    known: dict[str, set[str]]
    unread: set[str]
    broken: list[Broken]


REGISTRY: Final[dict[str, dict[str, type[Row]]]] = {
    "ships": {"ships": Ship},
    "places": {"places": Place},
    "passages": {"passages": Passage},
    "zones": {"zones": Zone},
    "seas": {"seas": Sea, "limits": Limit, "islands": Island},
    "coasts": {"coasts": Coast},
    "sources": {"sources": Source},
    "series": {"series": Series},
    "areas": {"areas": Area},
    "editions": {"editions": Edition},
}
"""File of geodata/registry/ -> the lists in it (named as in `Records`) -> the model of their rows."""

FOLDERS: Final[dict[str, tuple[str, type[Row]]]] = {
    "events": ("records", Event),
    "stories": ("registry/stories", Story),
}
"""What has a file for each row: its name in `Records` -> the folder of the files, named <id>.yaml -> the model."""
