"""What was measured: every single value, by measure; and of a whole run, by app and size."""

from collections import defaultdict
from dataclasses import dataclass, field
from statistics import median


@dataclass
class Samples:
    """The values of one app at one size."""

    values: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def add(self, measure: str, value: float) -> None:
        """Keep a value."""
        self.values[measure].append(value)

    def median(self, measure: str) -> float | None:
        """Give the median of a measure, None where it was not taken."""
        return median(self.values[measure]) if self.values.get(measure) else None


@dataclass
class Results:
    """All samples of a run: by the app's name and the world's; and what could not be measured, a line each."""

    samples: dict[tuple[str, str], Samples] = field(default_factory=lambda: defaultdict(Samples))
    failed: list[str] = field(default_factory=list)

    def of(self, app: str, world: str) -> Samples:
        """Give the samples of an app in a world, to add to or to read."""
        return self.samples[app, world]

    def median(self, app: str, world: str, measure: str) -> float | None:
        """Give a median, None where nothing was measured."""
        return self.samples[app, world].median(measure) if (app, world) in self.samples else None
