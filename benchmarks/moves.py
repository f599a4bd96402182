"""The moves of a reader that are measured: open, a step of the slider, a jump of it, a click, play and drag."""

from itertools import pairwise
from typing import Any, Final

from playwright.sync_api import Browser, Error, Locator

from benchmarks.apps import Running
from benchmarks.marks import MARKS
from benchmarks.samples import Samples
from benchmarks.visit import Seen, Visit, visit
from tools.browser import BrowserError

WARM_UP: Final = 2
UNANSWERED_MS: Final = 10_000
JITTER: Final = 23  # pixels: a jump never lands where one did before, so that no message can be had from a cache


def opening(browser: Browser, running: Running, samples: Samples, runs: int) -> None:
    """Open with an empty cache, each time as a new reader; the first after another app is slower and does not count."""
    warm_up = runs > 3
    for number in range(runs + warm_up):
        with visit(browser, running) as reader:
            seen = open_all(reader)
            if number < warm_up:
                continue
            samples.add("open", seen.times["map" if running.app.map else "said"] - reader.began())
            if running.app.map == "atlas":
                samples.add("open after frame", seen.times["map"] - reader.map_began())


def open_all(reader: Visit) -> Seen:
    """Open an app so that all its events are shown, and wait until they are."""
    app, world = reader.running.app, reader.running.world
    if app.rival == "empty":
        return reader.open(app.query(), said=[0, 10_000])
    if app.rival == "empty_map":
        return reader.open(app.query(), map=[0, 0])
    everything, placed = world.shown(world.span[1])
    return reader.open(app.query(), map=[placed] * 2, said=[everything] * 2)


def steps(reader: Visit, samples: Samples, runs: int) -> None:
    """Move the end of the slider by a day with the keyboard; at made-up events each step takes some off the map."""
    app, world = reader.running.app, reader.running.world
    warm_up = WARM_UP if runs > 3 else 0
    days = world.steps(runs + warm_up)
    reader.open(app.query(days[0]), said=[world.shown(days[0])[0]] * 2 if app.map else [0, 10_000])
    reader.cost()
    for number, (before, after) in enumerate(pairwise(days)):
        everything, placed = world.shown(after)
        wanted = {"map": [placed] * 2, "said": [everything] * 2} if app.map else {"said": [0, 10_000]}
        reader.arm()
        handle(reader, 1).press("ArrowLeft" if after < before else "ArrowRight")
        seen = reader.until(**wanted)
        cost = reader.cost()
        if number < warm_up:
            continue
        samples.add("step said", seen.times["said"] - seen.inputs["keydown"])
        samples.add("server", cost.server_ms)
        samples.add("bytes", cost.bytes)
        if app.map:
            samples.add("step", seen.times["map"] - seen.inputs["keydown"])


def heap(reader: Visit, samples: Samples) -> None:
    """Count what the page holds in memory, after some moves."""
    used, buffers = reader.heap()
    samples.add("heap", used / 1e6)
    samples.add("buffers", buffers / 1e6)


def jumps(reader: Visit, samples: Samples, runs: int) -> None:
    """Drag the end of the slider in one move to where half of the events have begun, and back again.

    The clock of the atlas, which draws while the handle moves, starts with that move; that of the others, which wait
    until the button is let go, starts then.
    """
    world, mouse = reader.running.world, reader.page.mouse
    start = "pointermove" if reader.running.app.map == "atlas" else "pointerup"
    open_all(reader)
    reader.cost()
    left, (right, y) = middle(handle(reader, 0))[0], middle(handle(reader, 1))
    half = left + (right - left) * share_of_half(reader)
    ranges = [[round(world.count * low), round(world.count * high)] for low, high in ((0.35, 0.65), (0.85, 1))]
    for number in range(runs + (runs > 3)):
        back = number % 2
        target = right - 2 * number if back else half + (number * JITTER) % 40 - 20
        x, _ = middle(handle(reader, 1))
        mouse.move(x, y)
        mouse.down()
        reader.arm()
        mouse.move(target, y)
        reader.two_frames()  # nobody lets go sooner, and Streamlit's slider would miss it
        mouse.up()
        seen = reader.until(map=ranges[back], said=ranges[back])
        reader.cost()
        told = reader.last()
        if world.plain and told["map"] != told["said"]:
            raise BrowserError(f"{reader.running.app.name} shows {told['map']} events and says {told['said']}.")
        if number or runs <= 3:
            samples.add("jump", seen.times["map"] - seen.inputs[start])


def share_of_half(reader: Visit) -> float:
    """Give where in the span half of the events have begun, 0 to 1."""
    first, last = reader.running.world.span
    return (reader.running.world.half - first) / (last - first)


def clicks(reader: Visit, samples: Samples, runs: int) -> None:
    """Click marks of events, each time another one.

    A click that deck.gl leaves unanswered, as it does with many points and no graphics card, gives no value.
    """
    open_all(reader)
    reader.cost()
    app, warm_up = reader.running.app, runs > 3
    targets = MARKS[app.map or ""](reader)
    for number in range(runs + warm_up):
        x, y, title = next(targets)
        reader.page.mouse.move(x, y)
        reader.page.wait_for_timeout(150)
        reader.arm()
        reader.page.mouse.click(x, y)
        wanted: dict[str, Any] = {"panel": title}
        if app.map == "atlas":
            wanted["map"] = [0, reader.running.world.count]  # its next stamp: nothing else draws
        try:
            seen = reader.until(**wanted, patience=UNANSWERED_MS if app.map == "deck" else None)
        except Error:
            if app.map != "deck":
                raise
            continue
        reader.cost()
        if number < warm_up:
            continue
        samples.add("panel", seen.times["panel"] - seen.inputs["click"])
        if "map" in seen.times:
            samples.add("highlight", seen.times["map"] - seen.inputs["click"])


def handle(reader: Visit, end: int) -> Locator:
    """Give the handle of one end of the range: 0 the first day, 1 the last."""
    return reader.page.get_by_role("slider").nth(end)


def middle(one: Locator) -> tuple[float, float]:
    """Give the middle of a handle in pixels of the window; Streamlit's is an unseen input within what is drawn."""
    found: list[float] | None = one.evaluate(
        """(handle) => {
            for (let part = handle; part; part = part.parentElement) {
                const {left, top, width, height} = part.getBoundingClientRect();
                if (width > 4 && height > 4 && width < 60 && height < 120) return [left + width / 2, top + height / 2];
            }
            return null;
        }"""
    )
    if found is None:
        raise BrowserError("The slider is not to be seen.")
    return found[0], found[1]
