"""Measure the atlas beside what others would write, in a real Chromium; write benchmarks/RESULTS.md.

`make bench` measures everything, which takes some forty minutes on two cores. For less:
`python -m benchmarks.run --only atlas,deck --sizes 1000 --moves steps,jumps` prints its table and writes nothing.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Error

from benchmarks import answers, exports, house, motion, moves, rooms
from benchmarks.answers import API
from benchmarks.apps import ATLAS, EMPTY, EMPTY_MAP, RIVALS, App, Running, running
from benchmarks.report import HOUSE, ROOMS, render
from benchmarks.samples import Results, Samples
from benchmarks.targets import EXPORTS
from benchmarks.visit import Visit, visit
from benchmarks.worlds import World, world
from tools.browser import BrowserError, chromium

RESULTS: Final = Path(__file__).parent / "RESULTS.md"
USUAL: Final = 7
SIZES: Final = {"real": None, "1000": 1_000, "10000": 10_000, "100000": 100_000}
TURNS, IN_A_TURN = 3, 4  # what is held against an empty page takes turns with it: no machine is as fast the whole time
FLOORS: Final = (EMPTY_MAP, EMPTY)
WITH_PROGRAMS: Final = (10_000, 100_000)
APPS: Final = {"atlas": ATLAS, **{app.rival: app for app in (*FLOORS, *RIVALS)}}
MOVES: Final[dict[str, Callable[[Visit, Samples, int], None]]] = {
    "steps": moves.steps,
    "jumps": moves.jumps,
    "clicks": moves.clicks,
    "play": motion.play,
    "brush": motion.brush,
    "drag": motion.drag,
}
REACHABLE: Final = ("open", "steps", "jumps", "clicks")  # of a rival
_began = time.monotonic()


def say(*words: object) -> None:
    """Write a line of progress."""
    print(f"{time.monotonic() - _began:6.0f} s ", *words, file=sys.stderr, flush=True)


def measures_of(app: App, size: int | None, wanted: list[str]) -> list[str]:
    """Give what is wanted and can be measured of an app at a size."""
    able = {ATLAS.name: ("open", *MOVES), EMPTY.name: ("open", "steps"), EMPTY_MAP.name: ("open",)}
    left_out = app.without.get(size or 0, ())
    return [name for name in able.get(app.name, REACHABLE) if name in wanted and name not in left_out]


def together(size: int | None, only: list[str]) -> list[list[App]]:
    """Give what is served at a time: the atlas with the empty pages, then each rival that bears so many events."""
    sets = [[ATLAS, *FLOORS], *([app] for app in RIVALS if size)]
    return [
        found
        for apps in sets
        if (found := [app for app in apps if (app.rival or "atlas") in only and app.runs(size, USUAL)])
    ]


def measure(browser: Browser, here: Running, name: str, results: Results, runs: int) -> None:
    """Take one measure of an app that is served; where that fails it is noted, and the others are taken."""
    app, samples = here.app, results.of(here.app.name, here.world.name)
    try:
        if name == "first":  # waits for the server's imports, and for data to be packed
            moves.opening(browser, here, Samples(), 1)
        elif name == "open":
            moves.opening(browser, here, samples, runs)
        else:
            with visit(browser, here) as reader:
                MOVES[name](reader, samples, runs)
                if name == "steps" and app.map:
                    moves.heap(reader, samples)
    except (Error, BrowserError) as error:
        results.failed.append(f"{name} of {app.name} at {here.world.name}: {str(error).splitlines()[0]}")
    say(app.name, here.world.name, name)


def measure_together(
    browser: Browser, apps: list[App], where: World, results: Results, options: argparse.Namespace
) -> None:
    """Serve some apps at once and take all wanted measures; what several are measured for they take by turns."""
    size = SIZES[where.name.replace(",", "")]
    with ExitStack() as stack:
        served = [stack.enter_context(running(app, where)) for app in apps]
        for here in served:
            measure(browser, here, "first", results, 1)
        for name in ("open", *MOVES):
            able = [here for here in served if name in measures_of(here.app, size, options.moves)]
            turns, runs = (TURNS, IN_A_TURN) if len(able) > 1 and options.runs >= USUAL else (1, options.runs)
            for _ in range(turns):
                for here in able:
                    measure(browser, here, name, results, here.app.runs(size, runs))


def measure_size(browser: Browser, size: int | None, results: Results, options: argparse.Namespace) -> None:
    """Measure all wanted apps at a size."""
    with world(size) as where:
        say(where.name, "events made" if size else "data")
        for apps in together(size, options.only):
            measure_together(browser, apps, where, results, options)
        if EXPORTS in options.only and size != SIZES["1000"]:
            exports.measure(where, results, options.runs)
            say(where.name, "downloads")
        if API in options.only and size in WITH_PROGRAMS:
            answers.measure(where, results.of(API, f"{API} {where.name}"))
            say(API, where.name)


def read_options() -> argparse.Namespace:
    """Read the command line."""

    def some_of(known: list[str]) -> Callable[[str], list[str]]:
        def read(text: str) -> list[str]:
            words = text.split(",")
            if strange := [word for word in words if word not in known]:
                raise argparse.ArgumentTypeError(f"{', '.join(strange)}; allowed: {', '.join(known)}")
            return words

        return read

    apps, sizes, takes = [*APPS, EXPORTS, API, ROOMS, HOUSE], list(SIZES), ["open", *MOVES]
    reader = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    reader.add_argument("--only", type=some_of(apps), default=apps, help=f"of {', '.join(apps)}")
    reader.add_argument("--sizes", type=some_of(sizes), default=sizes, help=f"of {', '.join(sizes)}")
    reader.add_argument("--moves", type=some_of(takes), default=takes, help=f"of {', '.join(takes)}")
    reader.add_argument("--runs", type=int, default=USUAL, help=f"how often each is taken; {USUAL} for the table")
    return reader.parse_args()


def main() -> int:
    """Measure what is asked for; only a whole run writes the table."""
    options = read_options()
    busy, *_ = os.getloadavg()
    results = Results()
    with chromium() as browser:
        for name in options.sizes:
            measure_size(browser, SIZES[name], results, options)
        if ROOMS in options.only:
            rooms.measure(browser, results, options.runs)
            say("pages")
        if HOUSE in options.only:
            house.measure(browser, results.of(HOUSE, HOUSE))
            say("start and build")
        page = render(results, browser.version, busy, options.runs)
    if len(sys.argv) == 1:
        RESULTS.write_text(page, encoding="utf-8")
    print(page)
    return 1 if results.failed else 0


if __name__ == "__main__":
    sys.exit(main())
