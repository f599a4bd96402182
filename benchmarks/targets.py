"""What was aimed at, and whether it was reached."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.answers import API, FIRST, PAGE
from benchmarks.apps import ATLAS, DECK, EMPTY, EMPTY_MAP, OBJECTS
from benchmarks.samples import Results

REAL, K1, K10, K100 = "real", "1,000", "10,000", "100,000"
ROOMS: Final = "pages"
EXPORTS: Final = "exports"
SECONDS, MEMORY, SIZE = "seconds", "memory", "size"
"""What is measured of a download; its world is `exports real` and so on."""
WORLDS: Final = (REAL, K1, K10, K100)
ONE_FRAME_MS: Final = 34  # the clock stops at the second frame: two frames of 60 a second, rounded up
Value = Callable[[Results], float | None]


@dataclass(frozen=True)
class Target:
    """One line of the table of targets.

    Parameters
    ----------
    what : str
        What is measured, and where.
    limit : float
        What it may be at most, or must be at least.
    unit : str
        Its unit, as written after the number.
    value : callable
        Finds the value in the results; None where it was not measured.
    least : bool
        Whether the limit is the least and not the most.
    """

    what: str
    limit: float
    unit: str
    value: Value
    least: bool = False

    def row(self, results: Results) -> str:
        """Give the line: what, target, measured, verdict."""
        bound = f"{'at least' if self.least else 'at most'} {_number(self.limit)}{self.unit}"
        value = self.value(results)
        if value is None:
            return f"| {self.what} | {bound} | not measured | – |"
        return f"| {self.what} | {bound} | {_number(value)}{self.unit} | {self.verdict(value)} |"

    def met(self, value: float) -> bool:
        """Say whether a value reaches the target."""
        return value >= self.limit if self.least else value <= self.limit

    def verdict(self, value: float) -> str:
        """Say whether a value reaches the target, and by how much it does not."""
        if self.met(value):
            return "met"
        return f"**missed** by {abs(value / self.limit - 1):.0%}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 20 else f"{value:.3g}"


def of(measure: str, *worlds: str, app: str = ATLAS.name) -> Value:
    """Give the median of a measure; of several worlds the worst."""

    def find(results: Results) -> float | None:
        found = [value for world in worlds if (value := results.median(app, world, measure)) is not None]
        return max(found, default=None)

    return find


def quantile(values: Sequence[float], share: float = 0.95) -> float:
    """Give the least of the values that this share of them does not exceed."""
    return sorted(values)[math.ceil(share * len(values)) - 1]


def most_answers(measure: str, world: str) -> Value:
    """Give the time that 95 of 100 answers to programs do not exceed."""

    def find(results: Results) -> float | None:
        place = API, f"{API} {world}"
        values = results.samples[place].values.get(measure) if place in results.samples else None
        return quantile(values) if values else None

    return find


def ratio(one: Value, other: Value) -> Value:
    """Give how many times the other value one is."""

    def find(results: Results) -> float | None:
        above, below = one(results), other(results)
        return above / below if above is not None and below else None

    return find


def above_empty(measure: str, *worlds: str) -> Value:
    """Give how much more a measure of the atlas is than of the empty page beside it; of several worlds the worst."""

    def find(results: Results) -> float | None:
        each = (above(of(measure, world), of(measure, world, app=EMPTY.name))(results) for world in worlds)
        return max((much for much in each if much is not None), default=None)

    return find


def above(one: Value, other: Value) -> Value:
    """Give how much more one value is than the other."""

    def find(results: Results) -> float | None:
        much, less = one(results), other(results)
        return much - less if much is not None and less is not None else None

    return find


def worst_page(measure: str) -> Value:
    """Give the median of a measure of the page of the atlas where it is highest."""

    def find(results: Results) -> float | None:
        pages = [app for app, where in results.samples if where == ROOMS and app != EMPTY.name]
        found = [value for page in pages if (value := results.median(page, ROOMS, measure)) is not None]
        return max(found, default=None)

    return find


def worst_export(measure: str, world: str) -> Value:
    """Give the highest median of a measure among the downloads of a world."""

    def find(results: Results) -> float | None:
        rows = [app for app, where in results.samples if where == f"{EXPORTS} {world}"]
        found = [value for app in rows if (value := results.median(app, f"{EXPORTS} {world}", measure)) is not None]
        return max(found, default=None)

    return find


MS, TIMES, FPS = " ms", " times", " frames/s"
TARGETS: Final = (
    Target(f"step → painted, {K1} events", 130, MS, of("step", K1)),
    Target(
        f"the same, against {OBJECTS.name} on a new map each time",
        1 / 20,
        TIMES,
        ratio(of("step", K1), of("step", K1, app=OBJECTS.name)),
    ),
    Target(f"step → painted, {K10}", 150, MS, of("step", K10)),
    Target(f"the same, against {DECK.name}", 1 / 2, TIMES, ratio(of("step", K10), of("step", K10, app=DECK.name))),
    Target(f"jump → painted, {K10}", 150, MS, of("jump", K10)),
    Target(f"step → painted, {K100}", 220, MS, of("step", K100)),
    Target(f"jump → painted, {K100}", 300, MS, of("jump", K100)),
    Target(f"play a window of a month, {K10}", 50, FPS, of("play", K10), least=True),
    Target(f"brush the days, nearly all of {K10} in view", 45, FPS, of("brush", K10), least=True),
    Target(f"play a window of a month, {K100}", 45, FPS, of("play", K100), least=True),
    Target(f"drag the map, {K10}", 50, FPS, of("drag", K10), least=True),
    Target(f"drag the map, {K100}", 45, FPS, of("drag", K100), least=True),
    Target(f"click → highlighted, {K100} (one frame)", ONE_FRAME_MS, MS, of("highlight", K100)),
    Target("click → panel, the worst of all sizes", 200, MS, of("panel", *WORLDS)),
    Target(
        "server time per rerun above an empty page's, the worst of all sizes",
        5,
        MS,
        above_empty("server", *WORLDS),
    ),
    Target("bytes per move, the worst of all sizes", 2560, " bytes", of("bytes", *WORLDS)),
    Target(
        "open → events painted, real data, against an empty st_folium page",
        1.25,
        TIMES,
        ratio(of("open", REAL), of("open", REAL, app=EMPTY_MAP.name)),
    ),
    Target("the same, after the map's frame begins", 700, MS, of("open after frame", REAL)),
    Target(
        f"open → events painted, {K10}, against an empty st_folium page",
        1.5,
        TIMES,
        ratio(of("open", K10), of("open", K10, app=EMPTY_MAP.name)),
    ),
    Target(f"open → events painted, {K100}", 4500, MS, of("open", K100)),
    Target(f"JS heap, {K100}", 60, " MB", of("heap", K100)),
    Target(
        "server time of the slowest page above an empty page's, real data",
        60,
        MS,
        above(worst_page("served"), of("served", ROOMS, app=EMPTY.name)),
    ),
    Target("the slowest page opens, real data", 1500, MS, worst_page("opened")),
    Target("the slowest download of the whole, real data", 2, " s", worst_export(SECONDS, REAL)),
    Target("the download that needs the most memory beyond the loaded data", 300, " MB", worst_export(MEMORY, REAL)),
    Target(f"the same, {K100}", 300, " MB", worst_export(MEMORY, K100)),
    Target(f"{PAGE}, {K10}, one core: 95 of 100 answers", 30, MS, most_answers(PAGE, K10)),
    Target(f"{FIRST}: 95 of 100", 30, MS, most_answers(FIRST, K10)),
)
