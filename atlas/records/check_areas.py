"""Areas: every name that a record tells stands in the register once, none is idle, and none lies inside itself."""

from collections.abc import Iterator

from atlas.errors import Problem
from atlas.records.container import Loaded
from atlas.records.models_registry import Area
from atlas.records.problems import did_you_mean
from atlas.records.walk import home_of, leads_to_itself


def check_areas(loaded: Loaded) -> Iterator[Problem]:
    """Report names of areas that the register lacks or has twice, areas that nothing uses, and circles of `wider`."""
    areas, events = loaded.records.areas, loaded.records.events
    if "areas" in loaded.unread or len(areas) < len(loaded.known["areas"]):
        return
    names = {area.name: area for area in areas.values()}
    for event in events.values():
        for number, name in enumerate(event.areas, 1):
            if name not in names:
                allowed, todo = f"a name in {home_of('areas')}", did_you_mean(name, names) or "add it there"
                yield Problem(home_of("events", event.id), event.id, f"areas[{number}]", name, allowed, todo)
    told = {name for event in events.values() for name in event.areas}
    wider = {name for area in areas.values() for name in area.wider}
    inside = {area.id: area.wider for area in areas.values()}
    complete = len(events) == len(loaded.known["events"])
    for area in areas.values():
        if names[area.name] is not area:
            yield _of(area, "name", area.name, "each name once", "remove one of the two")
        if complete and area.name not in told and area.id not in wider:
            yield _of(area, "", "unused", "an area of some event, or one that is wider", "remove it")
        if leads_to_itself(area.id, inside):
            yield _of(area, "wider", ", ".join(area.wider), "areas that do not lie in this one", "break the circle")


def _of(area: Area, field: str, value: str, allowed: str, todo: str) -> Problem:
    """Give a problem of one field of an area."""
    return Problem(home_of("areas"), area.id, field, value, allowed, todo)
