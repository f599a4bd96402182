"""Dates, numbers and codes in the words of a reader."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from atlas.vocabulary import SERIES_WORDS, STATE

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LANGUAGE: Final[dict[str, str]] = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "hi": "Hindi",
    "hr": "Croatian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "lt": "Lithuanian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sl": "Slovene",
    "sr": "Serbian",
    "tl": "Tagalog",
    "zh": "Chinese",
    "zh-Hans": "Chinese, simplified",
    "zh-Hant": "Chinese, traditional",
}
SOURCE_KIND: Final[dict[str, str]] = {
    "ministry": "ministry",
    "official-media": "official media",
    "press": "press",
    "think-tank": "think tank",
    "copy": "copy",
    "other": "other",
}
MARKDOWN: Final = frozenset("\\`*_{}[]()<>#+-.!|~:$^")
COMPASS: Final[dict[str, str]] = {"N": "north", "E": "east", "S": "south", "W": "west"}


def as_date(value: date | str | None) -> date | None:
    """Give a date from a date or its ISO text; None where it is no full date."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def day(value: date | str | None, *, year: bool = True) -> str:
    """Give a day as `17 Oct 2021`; a partial date as far as it goes, none as `undated`."""
    found = as_date(value)
    if found is None:
        return month(value) if value else "undated"
    return f"{found.day} {MONTHS[found.month - 1]}" + (f" {found.year}" if year else "")


def month(value: date | str | None) -> str:
    """Give a month as `Oct 2021`; of a bare year the year."""
    parts = str(value or "undated").split("-")
    if len(parts) > 1 and parts[1].isdigit() and 1 <= int(parts[1]) <= 12:
        return f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return parts[0]


def days(first: date | str | None, last: date | str | None, *, year: bool = True) -> str:
    """Give the days from first to last: `17–23 Oct 2021`, `28 Dec 2021 – 3 Jan 2022`, `5 Jul`."""
    start, end = as_date(first), as_date(last) or as_date(first)
    if start is None or end is None or start == end:
        return day(first or last, year=year)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end, year=year)}"
    return f"{day(start, year=year and start.year != end.year)} – {day(end, year=year)}"


def span(event: Mapping[str, Any]) -> str:
    """Give the days of an event, and say so where only its month is known."""
    start, end = as_date(event["start"]), as_date(event["end"]) or as_date(event["start"])
    if event.get("date_precision") != "month" or start is None or end is None:
        return days(start, end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{month(start)} (day not told)"
    return f"{month(start)} to {day(end)} (first day not told)"


def told_day(sighting: Mapping[str, Any], *, year: bool = False) -> str:
    """Give the day of a sighting as exactly as it is known, and no more so."""
    precision, first = sighting.get("date_precision"), sighting.get("date")
    if not first or precision == "unknown":
        return "no day"
    if precision == "month":
        return month(first)
    told = days(first, sighting.get("date_end"), year=year)
    return {"week": f"week of {told}", "reported": f"by {told}", "inferred": f"about {told}"}.get(str(precision), told)


DAY_NOTE: Final[dict[str, str]] = {
    "week": "only the week is told",
    "month": "only the month is told",
    "reported": "day of the report, not of the sighting",
    "inferred": "day inferred by us",
    "unknown": "no day told",
}


def number(value: float) -> str:
    """Give a number with a comma at each thousand and no more decimals than it needs."""
    whole = round(value)
    return f"{whole:,}" if abs(value - whole) < 0.05 or abs(value) >= 100 else f"{value:,.1f}"


def position(lon: float, lat: float, radius_km: float) -> str:
    """Give a point as `24.0° N, 122.5° E`, with no more decimals than its radius allows: 0.1 degree is some 10 km."""
    places = 1 if radius_km >= 5 else 2
    east = (lon + 180) % 360 - 180
    return f"{abs(lat):.{places}f}° {'S' if lat < 0 else 'N'}, {abs(east):.{places}f}° {'W' if east < 0 else 'E'}"


def count(n: int, one: str, many: str | None = None) -> str:
    """Give a number with its noun: `1 event`, `1,200 events`, `3 crossings`."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Give words as `a`, `a and b` or `a, b and c`."""
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def state(code: str | None) -> str:
    """Give a state's name; an unknown code as it stands."""
    return STATE.get(code or "", code or "")


def language(code: str | None) -> str:
    """Give a language's name; an unknown code as it stands."""
    return LANGUAGE.get(code or "", code or "")


def series(name: str) -> str:
    """Give the id of a series as words: `joint-air-patrol` as `Joint air patrol`."""
    return SERIES_WORDS.get(name) or name.replace("-", " ").capitalize()


def heading(code: str | None) -> str | None:
    """Give a compass point as `south-west`; what is no compass point as it stands."""
    if not code:
        return None
    if len(code) > 3 or set(code) - set(COMPASS):
        return code
    return "-".join(COMPASS[letter] for letter in code) if len(code) < 3 else f"{COMPASS[code[0]]}-{heading(code[1:])}"


def hours(value: float) -> str:
    """Give a duration as minutes below an hour, as hours below two days, else as days."""
    if value < 1:
        return f"{round(value * 60)} min"
    return f"{number(value)} h" if value < 48 else f"{number(value / 24)} days"


def sentence(words: str) -> str:
    """Give words with a capital at the start, all else as it stands."""
    return words[:1].upper() + words[1:]


def plain(words: str) -> str:
    """Give words for a label that is read as markdown: no sign in them means anything there."""
    return "".join(f"\\{sign}" if sign in MARKDOWN else sign for sign in " ".join(words.split()))
