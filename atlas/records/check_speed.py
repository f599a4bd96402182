"""Speeds: nobody can have been at two sightings of one group that are too far apart for the time between."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from atlas.errors import Problem
from atlas.records.container import Records
from atlas.records.models_event import Event
from atlas.records.models_facts import Sighting
from atlas.records.positions import GEOD, point_of, radius_of
from atlas.records.walk import home_of

KM_PER_KNOT: Final = 1.852


class _Seen(NamedTuple):
    """A dated sighting: its number in the record, itself, and when it was at the earliest and at the latest."""

    number: int
    sighting: Sighting
    earliest: datetime
    latest: datetime


def check_speed(records: Records) -> Iterator[Problem]:
    """Report each pair of sightings on a route that asks for too high a speed and carries no explanation.

    The distance is the great circle less both radii, the time the longest that the dates and times allow, so that
    what is reported cannot be true as it stands.
    """
    for event in records.events.values():
        for route in event.routes:
            rows = [(n, s) for n, s in enumerate(event.sightings, 1) if s.route == route.id]
            rows.sort(key=lambda row: row[1].order or 0)
            seen = [_Seen(n, s, *when) for n, s in rows if (when := when_of(s)) is not None]
            for before, after in pairwise(seen):
                if after.sighting.explanation is None:
                    yield from _pair(event, before, after, records)


def when_of(sighting: Sighting) -> tuple[datetime, datetime] | None:
    """Give the earliest and latest time of a sighting; None where its day is not known."""
    if sighting.date is None or sighting.date_precision in {"reported", "inferred", "unknown"}:
        return None
    first = last = sighting.date
    if sighting.date_precision == "month":
        first, last = first.replace(day=1), first.replace(day=monthrange(first.year, first.month)[1])
    if sighting.date_precision == "week":
        first, last = first - timedelta(days=7), last + timedelta(days=7)
    earliest = datetime.combine(first, datetime.min.time())
    latest = datetime.combine(sighting.date_end or last, datetime.min.time()) + timedelta(days=1)
    if sighting.time is None:
        return earliest, latest
    start, _, end = sighting.time.partition("-")
    at = [timedelta(hours=int(clock[:2]), minutes=int(clock[3:])) for clock in (start, end or start)]
    if at[1] < at[0]:  # 23:00-01:00 ends on the next day
        at[1] += timedelta(days=1)
    return earliest + at[0], latest if sighting.date_end else earliest + at[1]


def _pair(event: Event, before: _Seen, after: _Seen, records: Records) -> Iterator[Problem]:
    """Check two sightings that follow each other."""
    try:
        here, there = (point_of(seen.sighting.at, records) for seen in (before, after))
        blur = sum(radius_of(seen.sighting, records) for seen in (before, after))
    except (KeyError, ValueError, ZeroDivisionError):
        return  # the position is a problem of its own, told elsewhere
    km = GEOD.inv(*here, *there)[2] / 1000 - blur
    hours = (after.latest - before.earliest) / timedelta(hours=1)
    file, field = home_of("events", event.id), f"sightings[{after.number}]"
    if hours < 0:
        told = f"{-hours:.0f} h before sightings[{before.number}], the one before on its route"
        yield Problem(file, event.id, field, told, "in order of time", "correct date, time or order")
        return
    unit, kmh, most = ("km/h", 1.0, 1000) if event.kind == "air-patrol" else ("knots", KM_PER_KNOT, 30)
    if km > most * kmh * hours:
        speed = f"{km / hours / kmh:.0f} {unit}" if hours else "at once"
        told = f"{km:.0f} km (less the radii) in at most {hours:.1f} h from sightings[{before.number}]: {speed}"
        todo = "correct it, or add an `explanation` that the sources bear out"
        yield Problem(file, event.id, field, told, f"at most {most} {unit}", todo)
