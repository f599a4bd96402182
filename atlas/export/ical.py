"""The events as a calendar (iCalendar, RFC 5545): whole days, and honest where only the month is known.

Written here: a line of a calendar is a name, a value with four signs escaped, folded at 75 bytes. The package icalendar
reads it back in tests; to write with it takes a quarter of a millisecond an event, over a second for what a calendar
may hold, and brings three packages into what runs the atlas.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from atlas.catalog import Catalog
from atlas.export.features import Lines, addresses, newest_first
from atlas.export.history import uuid_of
from atlas.export.telling import head, publishers
from atlas.view import View
from atlas.vocabulary import KIND

MOST: Final = 5_000
"""The most events of a calendar: those that began last."""
LONGEST: Final = 75
"""Bytes of a line, without its end."""
MONTH: Final = "only the month is known"
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPED: Final = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


def calendar(catalog: Catalog, view: View, site: str, own: str) -> bytes:
    """Write the calendar of a view.

    Parameters
    ----------
    catalog : Catalog
        The events.
    view : View
        Its filters choose the events.
    site : str
        Address of the site, with a slash at its end.
    own : str
        Address of the calendar itself, with its query.

    Returns
    -------
    bytes
        UTF-8 with lines of at most 75 bytes, events that began last first, at most `MOST`. An event is a block of whole
        days; of one whose days are not known, the block is what stands in for them, and its name and text say so.
    """
    found = newest_first(catalog, view).tolist()
    sentence = view.describe(catalog)
    bound = f" Only the {MOST} that began last of {len(found)}." if len(found) > MOST else ""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Joint Sea Atlas//Joint Sea Atlas//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{text(f'Joint Sea Atlas: {sentence}')}",
        f"X-WR-CALNAME:{text(f'Joint Sea Atlas: {sentence}')}",
        f"DESCRIPTION:{text(f'{sentence}.{bound} Data {catalog.edition.version}.')}",
        f"SOURCE;VALUE=URI:{own}",
        f"URL:{site}events{view.link()}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ]
    content = [folded(line) for line in lines]
    events = blocks(catalog)
    for place, block in zip(found, events.lines(found[:MOST]), strict=False):
        content += (block, folded(f"URL:{addresses(events.rows[place]['id'], site)['link']}"), b"END:VEVENT\r\n")
    return b"".join([*content, b"END:VCALENDAR\r\n"])


class Blocks(Lines):
    """The events of a catalog as calendars have them, each written once: without their address and their end."""

    def _made(self, places: Sequence[int]) -> Iterator[str]:
        for place in places:
            yield b"".join(map(folded, _event(self.catalog, self.rows[place]))).decode()


blocks = cache(Blocks)
"""Give the blocks of a catalog: the same ones for every request."""


def _event(catalog: Catalog, row: Mapping[str, Any]) -> Iterator[str]:
    start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
    changed = row.get("modified") or row.get("added") or catalog.edition.released.isoformat()
    title = f"{row['title']} ({MONTH})" if row.get("date_precision") == "month" else row["title"]
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid_of('event', row['id'])}"
    yield f"DTSTAMP:{_moment(changed)}"
    if row.get("added"):
        yield f"CREATED:{_moment(row['added'])}"
    yield f"LAST-MODIFIED:{_moment(changed)}"
    yield f"SEQUENCE:{sequence(row)}"
    yield f"DTSTART;VALUE=DATE:{start:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{end + timedelta(days=1):%Y%m%d}"  # the day after the last: it is not inside
    yield f"SUMMARY:{text(title)}"
    yield f"DESCRIPTION:{text(_told(catalog, row))}"
    yield f"CATEGORIES:{text(KIND[row['kind']][0])}"
    if row.get("areas"):
        yield f"LOCATION:{text(', '.join(row['areas']))}"
    yield "TRANSP:TRANSPARENT"  # it makes no reader busy


def _told(catalog: Catalog, row: Mapping[str, Any]) -> str:
    parts = [head(row)]
    if row.get("date_precision") == "month":
        parts.append("The days of this block only stand in: no source tells them.")
    parts.append(row.get("summary") or "")
    parts += [f"Corrected on {one['date']}: {one['what']}" for one in row.get("corrections") or ()]
    if named := publishers(catalog, row.get("sources") or ()):
        parts.append(f"Sources: {named}.")
    return "\n\n".join(filter(None, parts))


def sequence(row: Mapping[str, Any]) -> int:
    """Give a number that grows with each change of the record: the days from its coming in to its last change."""
    added, modified = row.get("added"), row.get("modified")
    if not added or not modified:
        return 0
    return max(0, (date.fromisoformat(modified) - date.fromisoformat(added)).days)


def text(value: str) -> str:
    """Escape a text as a value: no sign in it ends the value or begins a line; control characters are left out."""
    return _CONTROLS.sub("", value).translate(_ESCAPED)


def folded(line: str) -> bytes:
    """Give a line with its end, broken where it is over 75 bytes, and never inside of a letter."""
    raw, parts, begin = line.encode(), [], 0
    while len(raw) - begin > LONGEST - bool(begin):
        end = begin + LONGEST - bool(begin)
        while raw[end] & 0xC0 == 0x80:  # inside of a letter of several bytes
            end -= 1
        parts.append(raw[begin:end])
        begin = end
    return b"\r\n ".join([*parts, raw[begin:]]) + b"\r\n"


def _moment(day: str) -> str:
    return f"{day.replace('-', '')}T000000Z"
