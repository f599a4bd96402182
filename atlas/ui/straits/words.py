"""Straits, ways and passages in the words of a reader."""

import re
from collections.abc import Mapping
from typing import Any, Final

from atlas.catalog.passings import Passing
from atlas.catalog.straits import Strait, Way
from atlas.ui.words import DAY_NOTE, days, heading, number, sentence, told_day
from atlas.view.several import Passages

_TAIL: Final = re.compile(r" (Strait|Channel)$")


def label(row: Mapping[str, Any]) -> str:
    """Name a strait by itself: `Miyako Strait`, `Waters between Sumisu and Torishima`."""
    return sentence(Passages.label(row))


def short(row: Mapping[str, Any]) -> str:
    """Name a strait as briefly as one can: `Miyako`; one without a name of its own stays as it is."""
    return _TAIL.sub("", Passages.label(row))


def toward(way: Way) -> str:
    """Say where a way leads: `to the Sea of Japan`; where that cannot be told, `southbound`."""
    return f"to the {way.water}" if way.water else f"{heading(way.point)}bound"


def width(row: Mapping[str, Any]) -> str | None:
    """Say how wide a strait is told to be, in nautical miles where that is told; None for no width."""
    if row.get("width_nm"):
        return f"{number(row['width_nm'])} nautical miles wide"
    return f"{number(row['width_km'])} km wide" if row.get("width_km") else None


def when(passing: Passing) -> str:
    """Say when it was, no more exactly than it is known."""
    if passing.told:
        return told_day({"date": passing.day, "date_precision": passing.precision}, year=True)
    first, last = passing.first, passing.last
    if first and last:
        return days(first, last)
    known = first or last
    return f"{'after' if first else 'before'} {days(known, known)}" if known else "no day"


def when_note(passing: Passing) -> str | None:
    """Say why the day is not known more exactly; None where it is."""
    if not passing.told:
        return None if passing.first == passing.last else "days of the two sightings"
    if passing.day:
        return DAY_NOTE.get(passing.precision)
    return f"told without one; the event's days are {days(passing.first, passing.last)}"


def direction(passing: Passing) -> str:
    """Say which way a source tells; of an untold one which way ours takes."""
    point = passing.direction if passing.told else passing.course
    return sentence(f"{heading(point)}ward" if point else "not told")


def leads(passing: Passing, strait: Strait) -> str | None:
    """Say where that way leads; None where no way is known or the water is not."""
    if passing.way is None or not strait.ways or not strait.ways[passing.way].water:
        return None
    return toward(strait.ways[passing.way])


def channel(row: Mapping[str, Any]) -> str:
    """Name a channel without the name of its strait: `eastern channel`."""
    return label(row).rpartition(", ")[2]
