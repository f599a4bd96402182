"""Sources: each is used and stands once, a copy is weak, its archive is dated; an event lists those of its rows."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from atlas.errors import Problem
from atlas.records.check_ids import references
from atlas.records.container import Loaded, Records
from atlas.records.models_event import Event
from atlas.records.models_facts import ShipUnit
from atlas.records.models_registry import Source
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
    yield from _archives(records)


def _archives(records: Records) -> Iterator[Problem]:
    """Check that a copy in an archive is another address than its source, stands once, and was looked at on a day."""
    latest = max((edition.released for edition in records.editions.values()), default=date.max)
    addresses = {source.url: source.id for source in records.sources.values()}
    for source in records.sources.values():
        copy, day = source.archive_url, source.checked
        if copy is not None and copy in addresses:
            told = f"the address of {addresses[copy]}"
            yield _of(source, "archive_url", told, "an address of its own in an archive", "give the copy's address")
        if copy is not None:
            addresses.setdefault(copy, f"the copy of {source.id}")
        if copy is not None and day is None:
            yield _of(source, "checked", "missing", "the day on which the copy was opened and read", "add it")
        if day is not None and str(day) < (source.date or ""):
            yield _of(source, "checked", str(day), f"{source.date} (date) or later", "correct one of the two")
        if day is not None and day > latest:
            told = f"{latest} (the newest version in {home_of('editions')}) or before"
            yield _of(source, "checked", str(day), told, "look at the day, or add a version of that day")


def _of(source: Source, field: str, value: str, allowed: str, todo: str) -> Problem:
    """Give a problem of one field of a source."""
    return Problem(home_of("sources"), source.id, field, value, allowed, todo)
