"""Measure the atlas beside what others would write, in a real Chromium; write benchmarks/RESULTS.md.

`make bench` measures everything, which takes some twenty minutes on two cores. For less:
`python -m benchmarks.run --only atlas,deck --sizes 1000 --moves steps,jumps` prints its table and writes nothing.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser

from benchmarks import house, motion, moves
from benchmarks.apps import ATLAS, EMPTY, EMPTY_MAP, RIVALS, App, Running, running
from benchmarks.report import HOUSE, render
from benchmarks.samples import Results, Samples
from benchmarks.visit import Visit, visit
from benchmarks.worlds import World, world
from tools.browser import chromium

RESULTS: Final = Path(__file__).parent / "RESULTS.md"
USUAL: Final = 7
MOTION_RUNS: Final = 3
SIZES: Final = {"real": None, "1000": 1_000, "10000": 10_000, "100000": 100_000}
WITH_FLOORS: Final = (None, 10_000)
APPS: Final = {"atlas": ATLAS, **{app.rival: app for app in (EMPTY_MAP, EMPTY, *RIVALS)}}
MOVES: Final[dict[str, Callable[[Visit, Samples, int], None]]] = {
    "steps": moves.steps,
    "jumps": moves.jumps,
    "clicks": moves.clicks,
    "play": motion.play,
    "brush": motion.brush,
    "drag": motion.drag,
}
_began = time.monotonic()


def say(*words: object) -> None:
    """Write a line of progress."""
    print(f"{time.monotonic() - _began:6.0f} s ", *words, file=sys.stderr, flush=True)


def measures_of(app: App) -> tuple[str, ...]:
    """Give what can be measured of an app."""
    if app is ATLAS:
        return ("open", *MOVES)
    return {EMPTY.name: ("open", "steps"), EMPTY_MAP.name: ("open",)}.get(
        app.name, ("open", "steps", "jumps", "clicks")
    )


def apps_for(size: int | None, only: list[str]) -> list[App]:
    """Give the apps to measure at a size: floors at some, rivals on made-up events, as far as they can bear them."""
    apps = [ATLAS, *((EMPTY_MAP, EMPTY) if size in WITH_FLOORS else ()), *(RIVALS if size else ())]
    return [app for app in apps if (app.rival or "atlas") in only and app.runs(size, USUAL)]


def measure(browser: Browser, here: Running, samples: Samples, wanted: list[str], runs: int) -> None:
    """Take all wanted measures of an app that is served."""
    app, name = here.app, f"{here.app.name}, {here.world.name}"
    with visit(browser, here) as reader:
        moves.open_all(reader)  # the first reader waits for the server's imports, and for data to be packed
    say(name, "served")
    if "open" in wanted:
        moves.opening(browser, here, samples, runs)
        say(name, "open")
    for move in (move for move in measures_of(app) if move in MOVES and move in wanted):
        with visit(browser, here) as reader:
            MOVES[move](reader, samples, MOTION_RUNS if MOVES[move].__module__ == motion.__name__ else runs)
            if move == "steps" and app.map:
                moves.heap(reader, samples)
        say(name, move)


def measure_size(browser: Browser, size: int | None, results: Results, options: argparse.Namespace) -> list[str]:
    """Measure all wanted apps at a size; give notes on what was left out."""
    where: World
    with world(size) as where:
        say(where.name, "events made" if size else "data")
        for app in apps_for(size, options.only):
            with running(app, where) as here:
                measure(browser, here, results.of(app.name, where.name), options.moves, app.runs(size, options.runs))
    left_out = [app for app in RIVALS if size and app.rival in options.only and not app.runs(size, USUAL)]
    return [f"{app.name} is left out at {where.name} events: {app.why}" for app in left_out]


def read_options() -> argparse.Namespace:
    """Read the command line."""

    def some_of(known: list[str]) -> Callable[[str], list[str]]:
        def read(text: str) -> list[str]:
            words = text.split(",")
            if strange := [word for word in words if word not in known]:
                raise argparse.ArgumentTypeError(f"{', '.join(strange)}; allowed: {', '.join(known)}")
            return words

        return read

    apps, sizes, takes = [*APPS, HOUSE], list(SIZES), ["open", *MOVES]
    reader = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    reader.add_argument("--only", type=some_of(apps), default=apps, help=f"of {', '.join(apps)}")
    reader.add_argument("--sizes", type=some_of(sizes), default=sizes, help=f"of {', '.join(sizes)}")
    reader.add_argument("--moves", type=some_of(takes), default=takes, help=f"of {', '.join(takes)}")
    reader.add_argument("--runs", type=int, default=USUAL, help=f"how often each is taken; {USUAL} for the table")
    return reader.parse_args()


def main() -> None:
    """Measure what is asked for; only a whole run writes the table."""
    options = read_options()
    busy, *_ = os.getloadavg()
    results, notes = Results(), list[str]()
    with chromium() as browser:
        for name in options.sizes:
            notes += measure_size(browser, SIZES[name], results, options)
        if HOUSE in options.only:
            house.measure(browser, results.of(HOUSE, HOUSE))
            say("start and build")
        page = render(results, browser.version, busy, options.runs, notes)
    if len(sys.argv) == 1:
        RESULTS.write_text(page, encoding="utf-8")
    print(page)


if __name__ == "__main__":
    main()
