"""What an event has several of: its areas, its ships, its passages, as numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Several:
    """A list of names for each event, as two arrays; neither can be written to.

    Parameters
    ----------
    names : tuple of str
        Every name that there is, in the order of its table.
    first : int32
        Where the list of each event begins in `places`, and after the last one where it ends.
    places : int32
        The lists one after the other: places in `names`, rising within an event.
    """

    names: tuple[str, ...]
    first: NDArray[np.int32]
    places: NDArray[np.int32]

    @classmethod
    def of(cls, names: Iterable[str], lists: Sequence[Iterable[str]]) -> "Several":
        """Prepare the arrays from a list of names an event; a name that is not among `names` is left out."""
        known = tuple(names)
        place = {name: number for number, name in enumerate(known)}
        rows = [sorted({place[name] for name in row if name in place}) for row in lists]
        first = np.cumsum([0, *map(len, rows)], dtype=np.int32)
        places = np.array([number for row in rows for number in row], dtype=np.int32)
        first.flags.writeable = places.flags.writeable = False
        return cls(known, first, places)

    def having(self, chosen: Iterable[str]) -> NDArray[np.bool_]:
        """Say of each event whether it has any of these names; names that are not known are had by none."""
        mask = np.zeros(len(self.first) - 1, dtype=np.bool_)
        for name in chosen:
            if name in self._events:
                mask[self._events[name]] = True
        return mask

    def counts(self, events: NDArray[np.bool_]) -> dict[str, int]:
        """Count how many of these events have each name."""
        numbers = np.bincount(self.places[np.repeat(events, np.diff(self.first))], minlength=len(self.names))
        return dict(zip(self.names, numbers.tolist(), strict=True))

    def place(self, name: str) -> int:
        """Give the place of a name; raise KeyError if there is no such name."""
        return self._place[name]

    @property
    def used(self) -> tuple[str, ...]:
        """The names that any event has."""
        return tuple(self._events)

    @cached_property
    def _place(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self.names)}

    @cached_property
    def _events(self) -> dict[str, NDArray[np.intp]]:
        """The rows of the events of each name, so that a choice costs what it finds and no walk over all events."""
        rows = np.repeat(np.arange(len(self.first) - 1), np.diff(self.first))
        order = np.argsort(self.places, kind="stable")
        cuts = np.searchsorted(self.places[order], np.arange(1, len(self.names)))
        found = np.split(rows[order], cuts)
        return {name: rows for name, rows in zip(self.names, found, strict=False) if len(rows)}


def with_wider(wider: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """Give each name with all those that it belongs to, theirs included.

    Parameters
    ----------
    wider : mapping of str to iterable of str
        The names that each one belongs to directly.

    Returns
    -------
    dict of str to set of str
        Itself and every wider name; a circle ends where it began.
    """
    found: dict[str, set[str]] = {}
    for name in wider:
        todo, seen = [name], set[str]()
        while todo:
            here = todo.pop()
            if here not in seen:
                seen.add(here)
                todo += wider.get(here, ())
        found[name] = seen
    return found


def by_event(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """Group rows by the event that they name."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["event"], []).append(row)
    return found
