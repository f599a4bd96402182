"""Editions: the newest first, each of its month, and none older than what the records hold."""

from collections.abc import Iterator
from itertools import pairwise

from atlas.errors import Problem
from atlas.records.container import Loaded, Records
from atlas.records.models_edition import Edition
from atlas.records.walk import home_of


def check_editions(loaded: Loaded) -> Iterator[Problem]:
    """Report what is wrong with the versions of the data."""
    # A row that could not be read leaves a gap that is none: say nothing about order until all can be read.
    editions = list(loaded.records.editions.values())
    if "editions" in loaded.unread or len(editions) < len(loaded.known["editions"]):
        return
    if not editions:
        yield Problem(home_of("editions"), "", "editions", "empty", "at least one version", "add one")
        return
    for edition in editions:
        day = edition.released
        if edition.order[:2] != (day.year, day.month):
            told = f"{day.year}.{day.month}.0 or a higher last number, for it was released on {day}"
            yield _of(edition, "id", edition.id, told, "correct the version or the day")
    for later, earlier in pairwise(editions):
        if later.order <= earlier.order:
            told = f"a version before {later.id}, which stands above it"
            yield _of(earlier, "id", earlier.id, told, "write the newest first")
        elif later.released < earlier.released:
            told = f"{later.released} (released of {later.id}) or before"
            yield _of(earlier, "released", str(earlier.released), told, "correct one of the two")
    yield from _newest(max(editions, key=lambda edition: edition.order), loaded.records)


def _newest(edition: Edition, records: Records) -> Iterator[Problem]:
    """Check that the newest version may hold every record: else two states of the data would bear one number."""
    latest = max(records.events.values(), key=lambda event: event.modified, default=None)
    if latest is not None and latest.modified > edition.released:
        told = f"{latest.modified} (modified of {latest.id}) or later"
        todo = "add a new version above it; if this one has not been released yet, move its day on"
        yield _of(edition, "released", str(edition.released), told, todo)


def _of(edition: Edition, field: str, value: str, allowed: str, todo: str) -> Problem:
    """Give a problem of one field of an edition."""
    return Problem(home_of("editions"), edition.id, field, value, allowed, todo)
