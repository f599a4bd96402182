"""The gates of the straits, and which of them a line crosses."""

import math
from dataclasses import dataclass
from functools import cached_property

from atlas.measure.crossings import Crossing, crossings
from atlas.measure.gates import Gate, across, km_from, middle
from atlas.measure.geodesy import LonLat, bearing, length_km
from atlas.records.container import Records


@dataclass(frozen=True)
class Gates:
    """All gate lines.

    Parameters
    ----------
    lines : dict of str to Gate
        Gate of each passage that has one of its own.
    parts : dict of str to tuple of str
        For every passage the gates that its name covers; its own where it has one.
    """

    lines: dict[str, Gate]
    parts: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, records: Records) -> "Gates":
        """Take the gates of the registry."""
        lines = {
            passage.id: ((passage.gate[0].lon, passage.gate[0].lat), (passage.gate[1].lon, passage.gate[1].lat))
            for passage in records.passages.values()
            if len(passage.gate) == 2
        }
        parts = {passage.id: passage.parts or (passage.id,) for passage in records.passages.values()}
        return cls(lines, parts)

    @cached_property
    def _boxes(self) -> dict[str, tuple[float, float]]:
        """Latitudes between which each gate lies."""
        return {name: (min(a[1], b[1]), max(a[1], b[1])) for name, (a, b) in self.lines.items()}

    def crossed(self, line: list[LonLat]) -> list[tuple[str, Crossing]]:
        """Give every gate that a line crosses, in the order of the line."""
        south, north = min(lat for _, lat in line), max(lat for _, lat in line)
        found = [
            (name, crossing)
            for name, gate in self.lines.items()
            if self._boxes[name][0] <= north and self._boxes[name][1] >= south
            for crossing in crossings(line, gate)
        ]
        return sorted(found, key=lambda pair: pair[1].km)

    def middle(self, name: str) -> LonLat:
        """Give the middle of a gate."""
        return middle(self.lines[name])

    def km_from(self, name: str, point: LonLat) -> float:
        """Measure how far a point is from a gate, in kilometres."""
        return km_from(self.lines[name], point)

    def km_beyond(self, name: str, point: LonLat, side: float) -> float:
        """Measure how far a point lies beyond a gate in one of its two directions `across`; negative before it."""
        middle = self.middle(name)
        return length_km([middle, point]) * math.cos(math.radians(bearing(middle, point) - side))

    def across(self, name: str) -> tuple[float, float]:
        """Give the two directions at right angles to a gate, in degrees."""
        return across(self.lines[name])
