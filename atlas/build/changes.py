"""What changed in the data, version by version, as the records' own histories tell it: layers/CHANGELOG.md.

It stands among the layers, not in the CHANGELOG of the program: it is written by the build, checked with the layers,
and kept with each version.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from atlas.records.container import Records
from atlas.records.models_edition import Edition
from atlas.records.models_event import Event
from atlas.records.models_facts import Correction

_HEAD: Final = """\
# What changed in the data

Written by the build from `added`, `modified` and `corrections` of each record; a change belongs to the first version
that was released on its day or later. *Added* are new events, *corrected* is what had been told wrongly, *revised* are
events whose record was changed without a correction: more sources, clearer words. Of several revisions of one event
only the last is known; a version that is kept keeps its own list.
"""
_MARKUP: Final = re.compile(r"([\\`*_\[\]<>|])")


def changelog(records: Records) -> str:
    """Give the whole text, the newest version first."""
    editions = list(records.editions.values())
    parts = [_HEAD]
    for number, edition in enumerate(editions):
        before = editions[number + 1].released if number + 1 < len(editions) else None
        parts.append("\n".join(_section(edition, before, records.events.values())))
    return "\n".join(parts)


def _section(edition: Edition, before: date | None, events: Iterable[Event]) -> Iterator[str]:
    """Give the lines of one version."""

    def within(day: date) -> bool:
        return (before is None or before < day) and day <= edition.released

    rows = sorted(events, key=lambda event: (event.start, event.id))
    added = [event for event in rows if within(event.added)]
    corrected = [(event, one) for event in rows for one in event.corrections if within(one.date)]
    named = {event.id for event in added} | {event.id for event, _ in corrected}
    revised = [event for event in rows if within(event.modified) and event.id not in named]
    yield f"## {edition.id} ({edition.released})\n"
    yield f"{_plain(edition.note)}\n"
    counts = {"added": len(added), "corrected": len(corrected), "revised": len(revised)}
    told = [f"{count} {word}" for word, count in counts.items() if count]
    yield f"Events: {', '.join(told) or 'none added, corrected or revised'}.\n"
    yield from _list("Added", [f"`{event.id}`: {_plain(event.title)}" for event in added])
    corrected.sort(key=lambda row: row[1].date, reverse=True)
    yield from _list("Corrected", [_correction(event, one) for event, one in corrected])
    yield from _list("Revised", [f"{event.modified}, `{event.id}`" for event in revised])


def _list(title: str, rows: Sequence[str]) -> Iterator[str]:
    """Give a list under its title; nothing for none."""
    if rows:
        yield f"### {title}\n"
        yield "".join(f"- {row}\n" for row in rows)


def _correction(event: Event, one: Correction) -> str:
    """Give a correction with its day, its event and its sources."""
    sources = f" Sources: {', '.join(one.sources)}." if one.sources else ""
    return f"{one.date}, `{event.id}`: {_plain(one.what)}{sources}"


def _plain(words: str) -> str:
    """Give prose as one line in which no sign acts as Markdown."""
    return _MARKUP.sub(r"\\\1", " ".join(words.split()))
