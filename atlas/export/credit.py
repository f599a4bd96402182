"""Whose reports stand behind a view: the sources of its events, by their publishers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np

from atlas.catalog import Catalog
from atlas.view import View

NAMED: Final = 5
FEW: Final = 8
"""So many publishers are all named; of more, the `NAMED` with the most sources."""


@dataclass(frozen=True)
class Credit:
    """What a view rests on.

    Parameters
    ----------
    events, sources : int
        How many events it holds, and how many sources stand behind these.
    publishers : tuple of (str, int)
        Publishers as the sources name themselves, each with the number of its sources: the most first, then by name.
    """

    events: int
    sources: int
    publishers: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, catalog: Catalog, view: View) -> "Credit":
        """Count the sources behind the events of a view; without a filter, all that the atlas rests on."""
        chosen = np.flatnonzero(view.mask(catalog.columns))
        rows = tuple(catalog.layers["events"].rows.values())
        told = dict.fromkeys(chain.from_iterable(rows[place]["sources"] for place in chosen))
        if not any(one.pairs() for one in view.filters):
            told = dict.fromkeys(catalog.sources)  # those of ships, places and straits too
        return cls._counted(catalog, len(chosen), told)

    @classmethod
    def of_event(cls, catalog: Catalog, event: str) -> "Credit":
        """Count the sources behind one event; raise KeyError if there is none of that id."""
        return cls._counted(catalog, 1, catalog.event(event)["sources"])

    @classmethod
    def _counted(cls, catalog: Catalog, events: int, told: Iterable[str]) -> "Credit":
        known = [catalog.sources[name] for name in told if name in catalog.sources]
        counted = Counter(str(row["publisher"]) for row in known)
        return cls(events, len(known), tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))))

    def words(self) -> str:
        """Say it: `Rests on 735 sources of 548 publishers, the most from TASS (30); Sputnik (15); …`, empty for none.

        Names are parted by semicolons, for some hold commas.
        """
        if not self.sources:
            return ""
        of = f"{self.sources:,} source{'' if self.sources == 1 else 's'}"
        if len(self.publishers) <= FEW:
            return f"Rests on {of}: {self._named(len(self.publishers))}"
        return f"Rests on {of} of {len(self.publishers):,} publishers, the most from {self._named(NAMED)}"

    def _named(self, most: int) -> str:
        return "; ".join(f"{name} ({n})" if n > 1 else name for name, n in self.publishers[:most])
