"""Dates: in order, inside their event, real days, and not after the day of the record's last change."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from atlas.errors import Problem
from atlas.records.container import Records
from atlas.records.models_event import Event
from atlas.records.models_facts import Sighting
from atlas.records.models_registry import Source
from atlas.records.walk import Found, every_row

_FIRST_SOURCE: Final = date(1900, 1, 1)
_LONGEST: Final = timedelta(days=200)
_MARGIN: Final = timedelta(days=31)
_AFTERMATH: Final = timedelta(days=366)


def check_dates(records: Records) -> Iterator[Problem]:
    """Report every date that cannot be right."""
    newest = max((event.modified for event in records.events.values()), default=date.max)
    for found in every_row(records):
        if isinstance(found.row, Event):
            yield from _event(found, found.row)
            yield from _rows(found, found.row)
        elif isinstance(found.row, Source):
            yield from _source(found, found.row, newest)


def _event(found: Found, event: Event) -> Iterator[Problem]:
    """Check the event's own days."""
    if event.end < event.start:
        yield found.problem("end", str(event.end), f"{event.start} (its start) or later", "swap or correct the two")
    if event.end - event.start > _LONGEST:
        days = (event.end - event.start).days
        yield found.problem("end", f"{days} days after the start", f"at most {_LONGEST.days}", "look at the years")
    if event.end > event.modified:
        told = f"{event.modified} (modified) or before"
        yield found.problem("end", str(event.end), told, "only what has happened is recorded; look at the year")
    if event.modified < event.added:
        yield found.problem("modified", str(event.modified), f"{event.added} (added) or later", "correct one of them")
    for number, correction in enumerate(event.corrections, 1):
        if not event.added <= correction.date <= event.modified:
            told = f"{event.added} (added) to {event.modified} (modified)"
            yield found.problem(f"corrections[{number}].date", str(correction.date), told, "set modified to this day")


def _rows(found: Found, event: Event) -> Iterator[Problem]:
    """Check the days of the event's rows against the event's."""
    first, last = event.start - _MARGIN, event.end + _MARGIN
    dated = [(f"sightings[{number}]", row.date, row.date_end) for number, row in enumerate(event.sightings, 1)]
    dated += [(f"passages[{number}]", row.date, None) for number, row in enumerate(event.passages, 1)]
    for field, day, day_end in dated:
        if day is not None and not first <= day <= last:
            yield found.problem(f"{field}.date", str(day), f"{first} to {last}", "correct the day or the event's days")
        if day_end is not None and (day is None or not day < day_end <= last):
            told = f"after {day or 'its date'}, to {last}"
            yield found.problem(f"{field}.date_end", str(day_end), told, "correct it, or leave it out for one day")
    for number, response in enumerate(event.responses, 1):
        if response.date is not None and not first <= response.date <= event.end + _AFTERMATH:
            told = f"{first} to {event.end + _AFTERMATH}"
            yield found.problem(f"responses[{number}].date", str(response.date), told, "correct the day")
    for number, sighting in enumerate(event.sightings, 1):
        yield from _precision(found, f"sightings[{number}]", sighting)


def _precision(found: Found, field: str, sighting: Sighting) -> Iterator[Problem]:
    """Check that a sighting without a date says so, and that one with a time has a date."""
    if (sighting.date is None) != (sighting.date_precision == "unknown"):
        told = "unknown where there is no date, and only there"
        yield found.problem(f"{field}.date_precision", sighting.date_precision, told, "add the date or change this")
    if sighting.date is None and sighting.time is not None:
        yield found.problem(f"{field}.time", sighting.time, "a time of a known day", "add the date")


def _source(found: Found, source: Source, newest: date) -> Iterator[Problem]:
    """Check that a source's date is a real day or month, not in the future of the records."""
    if source.date is None:
        return
    try:
        day = date.fromisoformat(f"{source.date}-01"[:10])
    except ValueError:
        yield found.problem("date", source.date, "a day of the calendar such as 2023-06-27", "correct it")
        return
    if day < _FIRST_SOURCE:
        yield found.problem("date", source.date, f"{_FIRST_SOURCE} or later", "look at the year")
    if day > newest:
        told = f"{newest} (the newest change of a record) or before"
        yield found.problem("date", source.date, told, "look at the year, or set the event's modified")
