"""What is measured: the atlas, what others would write, and two empty pages as floors."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlencode

from benchmarks import timed
from benchmarks.rivals.place import CENTRE, ZOOM
from benchmarks.worlds import World
from tools.server import ROOT, Server, serve

AT: Final = f"{CENTRE[0]:.2f}_{CENTRE[1]:.2f}_{ZOOM}"  # all made-up events are in view


@dataclass(frozen=True)
class App:
    """One app to measure.

    Parameters
    ----------
    name : str
        How the table calls it.
    script : str
        Its server, by the path below the checkout.
    map : str or None
        What draws its map: `atlas`, `leaflet`, `deck`; None for a page without one.
    rival : str
        Name of the rival's script; empty for the atlas.
    most : dict of int to int
        Sizes at which fewer runs are taken, or none at all (0), because one takes so long.
    without : dict of int to tuple of str
        Moves that are not measured at a size, for the same reason.
    """

    name: str
    script: str = "benchmarks/rivals/server.py"
    map: Literal["atlas", "leaflet", "deck"] | None = "leaflet"
    rival: str = ""
    most: dict[int, int] = field(default_factory=dict)
    without: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def query(self, last: date | None = None) -> str:
        """Give the query of a link to the app, its range ending with a day."""
        pairs = {"to": last.isoformat()} if last else {}
        return urlencode(pairs if self.rival else pairs | {"at": AT, "v": "1"})

    def runs(self, size: int | None, usual: int) -> int:
        """Give how often to measure at a size."""
        return min(usual, self.most.get(size or 0, usual))


ATLAS: Final = App("this atlas", "app.py", "atlas")
EMPTY_MAP: Final = App("empty st_folium page", rival="empty_map")
EMPTY: Final = App("empty page", map=None, rival="empty")
OBJECTS: Final = App(
    "st_folium, one object per event", rival="objects", most={10_000: 3, 100_000: 0}, without={10_000: ("clicks",)}
)
GEOJSON: Final = App(
    "st_folium, one GeoJson", rival="geojson", most={100_000: 3}, without={100_000: ("open", "clicks")}
)
DECK: Final = App("st.pydeck_chart", map="deck", rival="deck")
RIVALS: Final = (OBJECTS, GEOJSON, DECK)


@dataclass(frozen=True)
class Running:
    """An app that is served, and the file in which the runs of its script are noted."""

    app: App
    world: World
    server: Server
    runs: Path


@contextmanager
def running(app: App, world: World) -> Iterator[Running]:
    """Serve an app with the events of a world for as long as the block lasts."""
    with tempfile.TemporaryDirectory() as scratch:
        runs = Path(scratch) / "runs"
        runs.touch()
        env = {timed.RUNS: str(runs), "PYTHONPATH": str(ROOT)}
        if app.rival:
            env |= {"BENCH_RIVAL": app.rival, "BENCH_EVENTS": str(world.plain or "")}
        else:
            env |= {"ATLAS_LAYERS": str(world.layers)}
        with serve(env=env, script=app.script, runner="benchmarks.timed") as server:
            yield Running(app, world, server, runs)
