"""Sources: each is used, each stands once, a copy is weak, and an event lists those of all its rows."""

from collections import Counter
from collections.abc import Iterator

from atlas.errors import Problem
from atlas.records.check_ids import references
from atlas.records.container import Loaded, Records
from atlas.records.models_event import Event
from atlas.records.models_facts import ShipUnit
from atlas.records.walk import Found, every_row, home_of


def check_sources(loaded: Loaded) -> Iterator[Problem]:
    """Report what is wrong between facts and sources."""
    used: set[str] = set()
    for found in every_row(loaded.records):
        used.update(told for _, table, told in references(found) if table == "sources")
        if isinstance(found.row, Event):
            yield from _event(found, found.row)
    yield from _registry(loaded.records)
    # A record that could not be read may be the one that uses a source: say nothing about use until all can be read.
    if not loaded.problems:
        for source in loaded.records.sources:
            if source not in used:
                told = "every source is named by a fact"
                yield Problem(home_of("sources"), source, "", "unused", told, "name it in a record or remove it")


def _event(found: Found, event: Event) -> Iterator[Problem]:
    """Check that the event's list has the sources of its rows, and that a ship stands once."""
    rows = [*event.units, *event.sightings, *event.passages, *event.landings, *event.airspace, *event.responses]
    told = {
        source for row in [*rows, *event.claims, *event.ordinal_other, *event.corrections] for source in row.sources
    }
    for source in sorted((told | {*event.date_sources, *event.ordinal_sources}) - set(event.sources)):
        yield found.problem("sources", f"without {source}", "all sources of the event's rows", "add it to the list")
    ships = Counter(unit.ship for unit in event.units if isinstance(unit, ShipUnit))
    for ship, times in ships.items():
        if times > 1:
            yield found.problem("units", f"{ship} {times} times", "each ship once", "join the rows")


def _registry(records: Records) -> Iterator[Problem]:
    """Check that an address stands once and a copy is marked as weak."""
    seen: dict[str, str] = {}
    for source in records.sources.values():
        if source.url in seen:
            told = f"the address of {seen[source.url]}"
            yield Problem(home_of("sources"), source.id, "url", told, "each address once", "name that source instead")
        seen.setdefault(source.url, source.id)
        if source.kind == "copy" and not source.weak:
            yield Problem(home_of("sources"), source.id, "weak", "false", "true for a copy", "write `weak: true`")
