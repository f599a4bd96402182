"""A world to measure on: layers for the atlas, the same events as one plain file for the rivals, what a range shows."""

import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np

from benchmarks.made_up import BUSY, BUSY_DAYS, SEED, Feature, make
from tools.server import ROOT

EPOCH: Final = date(1970, 1, 1)
REAL: Final = ROOT / "geodata" / "layers"
MADE: Final = ("events.geojson", "sightings.geojson", "routes.geojson")
EMPTY: Final = ("stories.json", "crossings.json")  # they speak of real events


@dataclass(frozen=True)
class World:
    """Built layers, and the days of their events.

    Parameters
    ----------
    name : str
        How the table calls it: `real`, `1,000`.
    layers : Path
        Folder for `ATLAS_LAYERS`.
    plain : Path or None
        The same events as one GeoJSON file; None for the real ones, on which no rival is measured.
    """

    name: str
    layers: Path
    plain: Path | None

    @cached_property
    def _days(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        features = json.loads((self.layers / "events.geojson").read_bytes())["features"]
        rows = [(f["properties"]["start"], f["properties"]["end"], f["geometry"] is not None) for f in features]
        starts, ends, placed = zip(*rows, strict=True)
        return np.array(starts, dtype="datetime64[D]"), np.array(ends, dtype="datetime64[D]"), np.array(placed)

    @property
    def count(self) -> int:
        """The number of events."""
        return len(self._days[0])

    @property
    def span(self) -> tuple[date, date]:
        """First day of the first event and last day of the last."""
        starts, ends, _ = self._days
        return starts.min().item(), ends.max().item()

    @property
    def half(self) -> date:
        """The day by which half of the events have begun."""
        day: date = np.sort(self._days[0])[self.count // 2].item()
        return day

    def shown(self, last: date, first: date | None = None) -> tuple[int, int]:
        """Count the events of a range (both days inside): all of them, and those that have a place on the map."""
        starts, ends, placed = self._days
        inside = (starts <= np.datetime64(last)) & (ends >= np.datetime64(first or self.span[0]))
        return int(inside.sum()), int((inside & placed).sum())

    def steps(self, number: int) -> list[date]:
        """Give last days, one day apart and going back: each of these steps takes events off the map."""
        if self.plain is not None:
            last = BUSY + timedelta(days=BUSY_DAYS - 1)
            return [last - timedelta(days=n) for n in range(number + 1)]
        begun: date = self._days[0].max().item()
        return [begun - timedelta(days=n % 2) for n in range(number + 1)]  # few days in a row: forth and back over one


def write(folder: Path, number: int, seed: int = SEED) -> World:
    """Write a made-up world of so many events; land, seas and places are those of the real one."""
    layers = folder / "layers"
    layers.mkdir(parents=True)
    for file in REAL.glob("*.*json"):
        if file.name not in MADE + EMPTY:
            shutil.copyfile(file, layers / file.name)
    for name in EMPTY:
        (layers / name).write_text("[]", encoding="utf-8")
    made = list(make(number, seed))
    _collect(layers / "events.geojson", (one.event for one in made))
    _collect(layers / "sightings.geojson", (feature for one in made for feature in one.sightings))
    _collect(layers / "routes.geojson", (feature for one in made for feature in one.legs))
    plain = folder / "events.geojson"
    _collect(plain, (one.plain for one in made))
    return World(f"{number:,}", layers, plain)


def _collect(file: Path, features: Iterable[Feature]) -> None:
    with file.open("w", encoding="utf-8") as out:
        out.write('{"type":"FeatureCollection","features":[\n')
        for place, feature in enumerate(features):
            out.write(",\n" if place else "")
            out.write(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
        out.write("\n]}\n")


@contextmanager
def world(size: int | None) -> Iterator[World]:
    """Give a made-up world of so many events, or the real one for None, for as long as the block lasts."""
    if size is None:
        yield World("real", REAL, None)
        return
    with TemporaryDirectory(prefix="atlas-bench-") as folder:
        yield write(Path(folder), size)
