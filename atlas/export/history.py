"""What became of an event's record: when it came in, what was corrected when, each with an id that never changes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal
from uuid import UUID, uuid5

OURS: Final = UUID("e67b5207-b404-48ed-a8eb-4b0ffe776424")
"""Names of ours live in this name space: the same thing has the same id on every host that shows the atlas."""
What = Literal["new", "corrected", "revised"]


@dataclass(frozen=True)
class Correction:
    """One thing that was corrected: in words, with the ids of the sources behind it."""

    what: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Change:
    """What happened to the record of one event on one day.

    Parameters
    ----------
    event : str
        Id of the event.
    day : str
        The day, ISO 8601.
    what : str
        `new`, `corrected`, or `revised`: changed, and the record does not say in what.
    corrections : tuple of Correction
        What was corrected on that day.
    """

    event: str
    day: str
    what: What
    corrections: tuple[Correction, ...] = ()

    @property
    def urn(self) -> str:
        """Its id: of the event and the day, whatever the host; that of a new event not even of its day."""
        parts = (self.event, self.what) if self.what == "new" else (self.event, self.what, self.day)
        return uuid_of("change", *parts).urn


def uuid_of(*parts: str) -> UUID:
    """Give the id of something of ours by its names."""
    return uuid5(OURS, "/".join(parts))


def changes(row: Mapping[str, Any]) -> Iterator[Change]:
    """Give the history of an event, the oldest change first.

    Parameters
    ----------
    row : mapping
        Properties of the event: `added`, `modified`, and `corrections`, each of these with date, what and sources.
    """
    name, added = row["id"], row.get("added")
    told: dict[str, list[Correction]] = {}
    for one in row.get("corrections") or ():
        told.setdefault(one["date"], []).append(Correction(one["what"], tuple(one.get("sources") or ())))
    if added:
        yield Change(name, added, "new")
    for day in sorted({*told, *_revised(row, told)}):
        yield Change(name, day, "corrected" if day in told else "revised", tuple(told.get(day, ())))


def _revised(row: Mapping[str, Any], told: Mapping[str, Sequence[Correction]]) -> Iterator[str]:
    """Give the day of a last change that no correction tells of."""
    modified = row.get("modified")
    if modified and modified != row.get("added") and modified not in told:
        yield modified
