"""Speeds that two sightings of one group imply.

Source: the international knot is 1,852 m an hour (International Hydrographic Conference, Monaco, 1929). Error: a speed
is as good as its length and hours: whole days, where no clock is told, and the shortest way between two points that are
each known to their radius only. It is an average, and as a rule a lower bound.
"""

from datetime import date, datetime, time, timedelta
from typing import Final

KM_PER_KNOT: Final = 1.852
SHIP_KNOTS: Final = 30
AIRCRAFT_KMH: Final = 1000


def hours_between(left: tuple[date, str | None], reached: tuple[date, str | None]) -> float | None:
    """Give the hours from one sighting to the next.

    Parameters
    ----------
    left, reached : (date, clock)
        Day, and clock as told (`08:00`, `06:44-07:14`) or None.

    Returns
    -------
    float or None
        From the end of the first clock to the start of the second where both are told; else whole days, as dates tell
        no more. None where that is no time at all: the same day without clocks, or a step back.
    """
    if left[1] and reached[1]:
        hours = (_span(*reached)[0] - _span(*left)[1]) / timedelta(hours=1)
    else:
        hours = (reached[0] - left[0]) / timedelta(hours=1)
    return round(hours, 4) if hours > 0 else None


def knots(km: float, hours: float | None) -> float | None:
    """Give the speed in knots.

    Parameters
    ----------
    km : float
        Length of the way in kilometres.
    hours : float or None
        Hours that it took; None or 0 where they are not known.

    Returns
    -------
    float or None
        km / hours / 1.852, in knots; None where the hours are not known.
    """
    return km / hours / KM_PER_KNOT if hours else None


def too_fast(km: float, hours: float | None, *, aircraft: bool) -> bool:
    """Tell whether a speed is above what the ships or aircraft of the records do.

    Parameters
    ----------
    km : float
        Length of the way in kilometres.
    hours : float or None
        Hours that it took; None or 0 where they are not known.
    aircraft : bool
        Whether it was flown.

    Returns
    -------
    bool
        Whether km / hours is above 1,000 km/h, of ships above 30 knots; False where the hours are not known.
    """
    return bool(hours) and km / (hours or 1) > (AIRCRAFT_KMH if aircraft else SHIP_KNOTS * KM_PER_KNOT)


def _span(day: date, clock: str | None) -> tuple[datetime, datetime]:
    """Give the start and the end that a clock tells; 23:00-01:00 ends on the next day."""
    first, _, last = (clock or "00:00").partition("-")
    start, end = (datetime.combine(day, time.fromisoformat(told)) for told in (first, last or first))
    return start, end if end >= start else end + timedelta(days=1)
