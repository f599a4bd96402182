"""The table of results, as Markdown."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from statistics import median
from typing import Final

from benchmarks.answers import API, PEAK
from benchmarks.samples import Results, Samples
from benchmarks.targets import EXPORTS, MEMORY, ROOMS, SECONDS, SIZE, TARGETS, WORLDS, quantile

HOUSE: Final = "house"
MOVES: Final = {
    "step": "step → painted, ms",
    "step said": "step → sentence, ms",
    "jump": "jump → painted, ms",
    "highlight": "click → highlighted, ms",
    "panel": "click → panel, ms",
    "open": "open → painted, ms",
    "open after frame": "of it after the map's frame began, ms",
    "server": "server per rerun, ms",
    "bytes": "bytes per move",
    "heap": "JS heap, MB",
    "buffers": "buffers besides, MB",
}
MOTION: Final = {"play": "play a month", "brush": "brush, nearly all in view", "drag": "drag the map"}
READ: Final = """\
How to read this

* All rows were taken in one run, so their ratios hold; the times of another run may differ by a third. A cell is the
  median, in brackets the least and the most; of {runs} runs unless a cell says otherwise (×3).
* Openings and steps of the atlas and of the empty pages are taken by turns, four at a time and three times over, with
  all of them served at once: what is held against an empty page was measured beside it.
* *Painted* is the second animation frame after the events were drawn, for every app alike: for the atlas its own
  stamp, for Leaflet when its layers hold as many shapes as events are chosen, for deck.gl its first draw call with so
  many instances. Every change is checked against the number of events that the data say.
* *Step*: the end of the range moves by a day, by keyboard, from the key to the paint; at made-up events each step
  takes some off the map. The atlas may draw before the server has answered; *sentence* is when that answer stood in
  the page. *Jump*: the end is dragged in one move to where half of the events have begun, and back. The atlas' clock
  starts with the move, that of the others when the button is let go, for they wait until then.
* *Server*: wall-clock time of Streamlit's own call that runs the script. *Bytes*: what the page's socket received for
  one step until it was silent. *Heap*: live objects after a forced collection; buffers lie outside.
* A page is *opened*, with an empty cache, when its run has ended and stands on the screen; a map on it may still be
  drawing. *Server for it* is the sum of the runs of that by the clock, *CPU* what their threads used: browser
  and server share the cores, so the first holds waiting too.
* *Addresses for programs* are asked in one process on one core, without a socket, every time with another query, packed
  by turns with gzip, brotli and not at all; loading the data does not count.
* *Play* is the map's own player, *brush* what the strip of time says while it is brushed; nothing asks the server.
* *Downloads* are written to a file as the server would, each in a process of its own: memory is what that needs beyond
  the loaded data. Of 10,000 events and more each is made once, and of formats with several layers one.
* The rivals (benchmarks/rivals/) show the same events by the same slider, with this atlas' own server settings and
  Leaflet from the same server, without ground or tiles, which is kind to them. deck.gl draws points only; there is no
  graphics card, so it draws in software, as everything here.
* A dash stands for what there is not (folium highlights nothing) and for what would take minutes: one object an event
  takes about 20 s for a step at 10,000, so three were taken, and at 100,000 none.
"""


def cell(values: Sequence[float], usual: int) -> str:
    """Give a median with the least and most."""
    if not values:
        return "–"
    told = (median(values), min(values), max(values))
    middle, least, most = (f"{value:,.0f}" if value >= 20 else f"{value:.1f}" for value in told)
    runs = f" ×{len(values)}" if len(values) != usual else ""
    return f"**{middle}** ({least}–{most}){runs}"


def table(results: Results, world: str, runs: int) -> list[str]:
    """Give the table of one world: a row for each app, a column for each measure that was taken."""
    apps = {app: samples for (app, where), samples in results.samples.items() if where == world}
    taken = {key: name for key, name in MOVES.items() if any(samples.values.get(key) for samples in apps.values())}
    if not taken:
        return []
    lines = ["", f"## {'The real data' if world == WORLDS[0] else f'{world} events'}", ""]
    lines += [f"| | {' | '.join(taken.values())} |", f"|---|{'---|' * len(taken)}"]
    for app, samples in apps.items():
        cells = (cell(samples.values.get(key, []), runs) for key in taken)
        lines.append(f"| {app} | {' | '.join(cells)} |")
    return lines


def motion(results: Results, runs: int) -> list[str]:
    """Give the table of frames per second."""
    rows = {world: samples for (_, world), samples in results.samples.items() if samples.values.get("play")}
    if not rows:
        return []
    lines = ["", "## Frames per second inside the map", ""]
    lines += [f"| | {' | '.join(MOTION.values())} |", f"|---|{'---|' * len(MOTION)}"]
    for world, samples in rows.items():
        cells = (cell(samples.values.get(key, []), min(runs, len(samples.values["play"]))) for key in MOTION)
        lines.append(f"| {world} | {' | '.join(cells)} |")
    return lines


def pages(results: Results, runs: int) -> list[str]:
    """Give the table of the pages."""
    rows = {app: samples for (app, where), samples in results.samples.items() if where == ROOMS}
    if not rows:
        return []
    heads = {"opened": "opened, ms", "served": "server for it, ms", "worked": "of that CPU, ms"}
    lines = ["", "## The pages, real data", "", f"| | {' | '.join(heads.values())} |", f"|---|{'---|' * len(heads)}"]
    for app, samples in rows.items():
        lines.append(f"| {app} | {' | '.join(cell(samples.values.get(key, []), runs) for key in heads)} |")
    return lines


def exports(results: Results) -> list[str]:
    """Give the table of the downloads: a row for each file, and of each world seconds, memory and size."""
    worlds = [world for world in WORLDS if any(where == f"{EXPORTS} {world}" for _, where in results.samples)]
    if not worlds:
        return []
    files = list(dict.fromkeys(app for app, where in results.samples if where.startswith(EXPORTS)))
    heads = [f"{world}: {told}" for world in worlds for told in ("s", "MB on top", "MB large")]
    lines = ["", "## Downloads of the whole", "", f"| | {' | '.join(heads)} |", f"|---|{'---|' * len(heads)}"]
    for file in files:
        found = [
            results.median(file, f"{EXPORTS} {world}", name) for world in worlds for name in (SECONDS, MEMORY, SIZE)
        ]
        lines.append(f"| {file} | {' | '.join('–' if value is None else f'{value:,.2f}' for value in found)} |")
    return lines


def programs(results: Results) -> list[str]:
    """Give the table of the addresses for programs: median and the time that 95 of 100 answers stay below."""
    rows = {where: samples for (app, where), samples in results.samples.items() if app == API and samples.values}
    taken = {where.removeprefix(f"{API} "): samples for where, samples in rows.items()}
    if not taken:
        return []
    lines = ["", "## Addresses for programs, one core, ms: median, 95 of 100 below", ""]
    lines += [f"| | {' | '.join(f'{world} events' for world in taken)} |", f"|---|{'---|' * len(taken)}"]
    for name in dict.fromkeys(name for samples in taken.values() for name in samples.values):
        found = [samples.values.get(name, []) for samples in taken.values()]
        cells = [_median_and_most(values, rest=name != PEAK) for values in found]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def _median_and_most(values: Sequence[float], *, rest: bool) -> str:
    if not values:
        return "–"
    return f"**{median(values):,.1f}**, {quantile(values):,.1f}" if rest else f"**{median(values):,.0f}**"


def house(samples: Samples) -> list[str]:
    """Give the table of start, first reader and build."""
    if not samples.values:
        return []
    lines = ["", "## Start and build", "", "| what | median | least | most | runs |", "|---|---|---|---|---|"]
    for name, values in samples.values.items():
        unit = "MB" if "received" in name else "s"
        lines.append(
            f"| {name} | {median(values):.2f} {unit} | {min(values):.2f} | {max(values):.2f} | {len(values)} |"
        )
    return lines


def render(results: Results, chromium: str, busy: float, runs: int) -> str:
    """Give the whole page."""
    versions = ", ".join(f"{name} {version(name)}" for name in ("streamlit", "folium", "streamlit-folium", "pydeck"))
    lines = [
        "# Measured",
        "",
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores (load {busy:.1f} before the first run, so",
        f"{'other work ran beside it' if busy > 1 else 'the machine was its own'}), {platform.system()},",
        f"Python {platform.python_version()}, Chromium {chromium} without a GPU, {versions}.",
        "Server and browser share the cores. `make bench` writes this file.",
        "",
        "## Targets",
        "",
        "| what | target | measured | verdict |",
        "|---|---|---|---|",
        *(target.row(results) for target in TARGETS),
        "",
        READ.format(runs=runs).rstrip(),
        *(f"* **Not measured**, {line}" for line in results.failed),
    ]
    for world in WORLDS:
        lines += table(results, world, runs)
    lines += motion(results, runs)
    lines += pages(results, runs)
    lines += exports(results)
    lines += programs(results)
    lines += house(results.of(HOUSE, HOUSE))
    return "\n".join(lines) + "\n"
