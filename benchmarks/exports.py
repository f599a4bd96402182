"""The downloads: how long each takes, how much memory it needs beyond the loaded data, how large the file is.

Each is made in a process of its own, forked from one that holds the data: the memory it needs on top is what a server
would need on top.
"""

import multiprocessing
import resource
import time
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from atlas.catalog import Catalog
from atlas.export.formats import FORMATS
from atlas.export.taken import Taken
from atlas.view import View
from benchmarks.samples import Results
from benchmarks.targets import EXPORTS, MEMORY, SECONDS, SIZE
from benchmarks.worlds import World

FILES: Final = tuple((scope, one.suffix) for one in FORMATS.values() for scope in one.scopes)
MAIN: Final = (("events", "csv"), ("events", "geojson"), ("events", "parquet"), ("layers", "kml"))
"""What is measured of formats with several scopes where a download takes long."""
SITE: Final = "https://atlas.example.org/"
LARGE: Final = 5_000


def measure(world: World, results: Results, runs: int) -> None:
    """Measure all downloads of a world whole; of a large one, one scope of each format, once."""
    catalog = Catalog.load(world.layers)
    large = world.count > LARGE
    for scope, suffix in FILES:
        if large and len(FORMATS[suffix].scopes) > 1 and (scope, suffix) not in MAIN:
            continue
        samples = results.of(f"{scope}.{suffix}", f"{EXPORTS} {world.name}")
        for _ in range(1 if large else runs):
            for name, value in zip((SECONDS, MEMORY, SIZE), made_apart(catalog, scope, suffix), strict=True):
                samples.add(name, value)


def made_apart(catalog: Catalog, scope: str, suffix: str) -> tuple[float, float, float]:
    """Make one file in a process of its own; give seconds, and in megabytes the memory on top and the size."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_make, args=(catalog, scope, suffix, there))
    child.start()
    there.close()
    try:
        told: tuple[float, float, float] = here.recv()
    except EOFError:
        raise RuntimeError(f"{scope}.{suffix} could not be made") from None
    finally:
        child.join()
    return told


def _make(catalog: Catalog, scope: str, suffix: str, answer: Connection) -> None:
    form = FORMATS[suffix]
    with TemporaryDirectory(prefix="atlas-bench-") as folder:
        nothing = View.from_query({"kind": ["none"]}, catalog)[0]
        form.write(Taken(catalog, nothing, SITE), scope, Path(folder) / f"warm.{suffix}")  # what it needs is imported
        before, began = peak_mb(), time.perf_counter()
        path = Path(folder) / f"file.{suffix}"
        form.write(Taken(catalog, View.default(catalog), SITE), scope, path)
        answer.send((time.perf_counter() - began, peak_mb() - before, path.stat().st_size / 1e6))


def peak_mb() -> float:
    """Give the most memory that this process has had so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
