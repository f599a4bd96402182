"""What programs ask for: how long each address takes to answer, on one core.

Called as `python -m benchmarks.answers` with `ATLAS_LAYERS` set, it asks the routes in this process, without a socket,
and writes what it measured as JSON. Every query is another one, so nothing is answered from a memory of answers.
"""

import asyncio
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from random import Random
from typing import Any, Final

from starlette.applications import Starlette

from benchmarks.samples import Samples
from benchmarks.worlds import World
from tools.server import ROOT

API: Final = "api"
PAGE: Final = "100 events of a new query, GeoJSON"
FIRST: Final = "the same where no event was ever written"
PEAK: Final = "memory, MB"
SEED: Final = 20190723
ACCEPTED: Final = (b"gzip", b"br", b"identity")
RUNS: Final = 200
LONG_RUNS: Final = 20


def measure(world: World, samples: Samples) -> None:
    """Measure in a process of its own, so that its memory is that of the answers: ms, and MB at most."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.answers"],
        cwd=ROOT,
        env={**os.environ, "ATLAS_LAYERS": str(world.layers)},
        capture_output=True,
        check=True,
    )
    for name, values in json.loads(done.stdout).items():
        for value in values:
            samples.add(name, value)


async def ask(app: Any, path: str, query: str, encoding: bytes) -> float:
    """Ask once; give ms until the last byte. An answer that is none ends the measuring."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [(b"host", b"atlas.example.org"), (b"accept-encoding", encoding)]
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": headers}
    beside = {"scheme": "https", "root_path": "", "server": ("atlas.example.org", 443), "client": ("192.0.2.1", 1)}
    began = time.perf_counter()
    await app({**scope, **beside}, receive, send)
    took = (time.perf_counter() - began) * 1000
    if sent[0]["status"] != 200:
        raise RuntimeError(f"{path}?{query}: {sent[0]['status']} {sent[-1].get('body', b'')[:300]!r}")
    return took


def queries(seed: int, catalog: Any) -> Iterator[str]:
    """Make queries, each another one: days, kinds, states, areas, straits, joint or not."""
    chance = Random(seed)
    first, last = catalog.span
    areas = [name for name, number in catalog.columns.areas.counts(catalog.columns.kind > 0).items() if number > 200]
    kinds = sorted({row["kind"] for row in catalog.layers["events"].rows.values()})
    while True:
        parts = [f"from={first.replace(day=chance.randint(1, 28), year=chance.randint(first.year + 1, last.year - 6))}"]
        parts += [f"kind={'.'.join(sorted(chance.sample(kinds, chance.randint(3, len(kinds)))))}"]
        if chance.random() < 0.3 and areas:
            parts.append(f"area={chance.choice(areas)}")
        if chance.random() < 0.3:
            parts.append(f"state={chance.choice(('both', 'all'))}")
        yield "&".join(parts)


async def answers(app: Any, catalog: Any, forget: Any) -> dict[str, list[float]]:
    """Ask every address many times."""
    told: dict[str, list[float]] = {}
    names = list(catalog.layers["events"].rows)
    chance = Random(SEED)

    async def many(what: str, path: str, more: str = "", runs: int = RUNS, *, cold: bool = False) -> None:
        asking = queries(SEED + len(told), catalog)
        told[what] = []
        for number in range(runs):
            if cold:
                forget()
            query = "&".join(filter(None, (next(asking) if "{id}" not in path else "", more)))
            place = path.replace("{id}", chance.choice(names))
            told[what].append(await ask(app, place, query, ACCEPTED[number % len(ACCEPTED)]))

    await ask(app, "/api/events", "", b"br")  # imports
    await many(FIRST, "/api/events", cold=True)
    await many("warming", "/api/events", "per_page=1000", LONG_RUNS)
    del told["warming"]
    await many(PAGE, "/api/events")
    await many("100 events of a new query, CSV", "/api/events", "format=csv")
    await many("1,000 events of a new query, GeoJSON", "/api/events", "per_page=1000", LONG_RUNS)
    await many("one event whole", "/event/{id}.json")
    await many("feed of a new query", "/feed.atom", runs=LONG_RUNS)
    await many("calendar of a new query", "/events.ics", runs=LONG_RUNS)
    told[PEAK] = [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]
    return told


def main() -> None:
    """Measure on one core, and write it."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    from atlas.catalog import default_catalog  # noqa: PLC0415 - it is to be loaded on that core too
    from atlas.export.features import features, records  # noqa: PLC0415
    from atlas.web.api import api_routes  # noqa: PLC0415
    from atlas.web.limits import Limits  # noqa: PLC0415

    def forget() -> None:
        features.cache_clear()
        records.cache_clear()

    app = Starlette(routes=api_routes("", Limits(burst=1e12)))
    print(json.dumps(asyncio.run(answers(app, default_catalog(), forget))))


if __name__ == "__main__":
    main()
