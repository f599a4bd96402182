"""Series and parts: numbers run on without a gap, in order of time, and no event is part of itself."""

from collections.abc import Iterator
from itertools import pairwise

from atlas.errors import Problem
from atlas.records.container import Loaded, Records
from atlas.records.models_event import Event
from atlas.records.models_registry import Series
from atlas.records.walk import home_of


def check_series(loaded: Loaded) -> Iterator[Problem]:
    """Report what is wrong with the numbers of a series, and with `part_of` and `related`."""
    records = loaded.records
    # An event that could not be read leaves a gap that is none: say nothing about numbers until all can be read.
    complete = len(records.events) == len(loaded.known["events"])
    for series in records.series.values() if complete else ():
        members = [event for event in records.events.values() if event.series == series.id]
        if not members:
            yield Problem(home_of("series"), series.id, "", "unused", "a series of some event", "remove it")
        yield from _indexes(members)
        yield from _ordinals(series, members)
    for event in records.events.values():
        yield from _links(event, records)
        if (event.series is None) != (event.series_index is None):
            field = "series" if event.series is None else "series_index"
            yield _of(event, field, "missing", "series and series_index together", "add it, or remove both")
        if event.ordinal is not None and event.series is None:
            yield _of(event, "ordinal", str(event.ordinal), "a number in a series", "add the series")
        if event.ordinal_by is not None and event.ordinal is None:
            yield _of(event, "ordinal_by", event.ordinal_by, "who gives the ordinal", "add the ordinal, or remove it")
        if (event.ordinal_by is None) != (not event.ordinal_sources):
            field = "ordinal_sources" if event.ordinal_by else "ordinal_by"
            yield _of(event, field, "missing", "ordinal_by and ordinal_sources together", "add it, or remove both")


def _of(event: Event, field: str, value: str, allowed: str, todo: str) -> Problem:
    """Give a problem of one field of an event."""
    return Problem(home_of("events", event.id), event.id, field, value, allowed, todo)


def _indexes(members: list[Event]) -> Iterator[Problem]:
    """Check that our own numbers run 1, 2, 3 ... in order of time."""
    for number, event in enumerate(sorted(members, key=lambda event: (event.start, event.end, event.id)), 1):
        if event.series_index is not None and event.series_index != number:
            told = f"{number}, its place in {event.series} by its start"
            yield _of(
                event, "series_index", str(event.series_index), told, "number the series anew or correct the days"
            )


def _ordinals(series: Series, members: list[Event]) -> Iterator[Problem]:
    """Check the numbers that sources give, by the rule of the series."""
    numbered = sorted(
        ((event.series_index, event.ordinal, event) for event in members if event.series_index and event.ordinal),
        key=lambda row: row[:2],  # two events may claim one number
    )
    for index, ordinal, event in numbered:
        if series.ordinals == "none":
            yield _of(event, "ordinal", str(ordinal), "none in this series", "remove it or change registry/series.yaml")
        if series.ordinals == "consecutive" and ordinal - index != numbered[0][1] - numbered[0][0]:
            told = str(index + numbered[0][1] - numbered[0][0])
            yield _of(
                event, "ordinal", str(ordinal), f"{told}, as the series counts", "correct it, or say why in series.yaml"
            )
    for (_, before, _), (_, ordinal, event) in pairwise(numbered):
        if series.ordinals == "rising" and ordinal <= before:
            yield _of(event, "ordinal", str(ordinal), f"more than {before}, the number before", "correct it")


def _links(event: Event, records: Records) -> Iterator[Problem]:
    """Check that an event is not part of itself, by whatever way round, nor related to itself."""
    if event.id in event.related:
        yield _of(event, "related", event.id, "other events", "remove it")
    way, parent = [event.id], event.part_of
    while parent in records.events and parent not in way:
        way.append(parent)
        parent = records.events[parent].part_of
    if parent == event.id:
        yield _of(event, "part_of", " -> ".join([*way, parent]), "no loop", "remove one of these part_of")
