"""Frames per second inside the map, where nothing asks the server: the player, the brush, and the map dragged."""

from datetime import date
from time import monotonic
from typing import Final

from benchmarks.made_up import BUSY
from benchmarks.marks import LAYER
from benchmarks.samples import Samples
from benchmarks.visit import QUIET_MS, Visit
from benchmarks.worlds import EPOCH
from tools.browser import BrowserError

SECONDS: Final = 1.5
DRAG_PX, STEP_PX = 260, 13
LAST_DAYS: Final = 180
# Counts frames from the second one on, so that what has to be got ready is no part of it.
COUNT: Final = """(seconds) => new Promise((done) => {
    let began = 0, frames = -2;
    const frame = (now) => {
        frames++;
        if (frames === 0) began = now;
        if (frames > 0 && now - began >= seconds * 1000) done(frames * 1000 / (now - began));
        else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
})"""
# What the strip of time says while it is brushed, one day further with each frame.
BRUSH: Final = """([from, to, days]) => {
    let day = 0;
    const frame = () => {
        if (window.brushed) return;
        const detail = {from, to: to - (days - Math.abs(day % (2 * days) - days)), by: 'strip'};
        document.dispatchEvent(new CustomEvent('atlas:preview', {detail}));
        day++;
        requestAnimationFrame(frame);
    };
    window.brushed = false;
    requestAnimationFrame(frame);
}"""
STATE: Final = f"() => ({LAYER}).state.to"


def play(reader: Visit, samples: Samples, runs: int) -> None:
    """Let the player run a moving window of a month, a month a second."""
    app, world = reader.running.app, reader.running.world
    first = max(date(BUSY.year, 1, 1), world.span[0])
    reader.open(f"{app.query()}&from={first}", map=[1, world.count])
    reader.cost()
    player = reader.map.locator(".player")
    player.get_by_role("button", name="Play", exact=True).click()
    player.get_by_role("combobox", name="Shown").select_option(label="Last 30 days")
    player.get_by_role("combobox", name="Speed").select_option(label="1 month a second")
    for _ in range(runs):
        before, received = reader.map.evaluate(STATE), reader.received()
        samples.add("play", reader.map.evaluate(COUNT, SECONDS))
        if not 20 * SECONDS < reader.map.evaluate(STATE) - before < 40 * SECONDS:
            raise BrowserError("The player does not play a month a second.")
        if reader.received() != received:
            raise BrowserError("The player asks the server while it plays.")


def brush(reader: Visit, samples: Samples, runs: int) -> None:
    """Brush the last half year, a day with each frame, so that nearly all events stay in view."""
    app, world = reader.running.app, reader.running.world
    reader.open(app.query(), map=[1, world.count])
    reader.cost()
    first, last = ((day - EPOCH).days for day in world.span)
    reader.page.evaluate(BRUSH, [first, last, LAST_DAYS])
    for _ in range(runs):
        samples.add("brush", reader.map.evaluate(COUNT, SECONDS))
        drawn = reader.map.evaluate(f"() => ({LAYER}).shown")
        if not 0.85 * world.shown(world.span[1])[1] <= drawn <= world.count or reader.map.evaluate(STATE) == last:
            raise BrowserError("The map does not follow the brush.")
    reader.page.evaluate("window.brushed = true")


def drag(reader: Visit, samples: Samples, runs: int) -> None:
    """Drag the map to and fro with the mouse, beyond what lies drawn in store beside the view."""
    app, world = reader.running.app, reader.running.world
    reader.open(app.query(), map=[1, world.count])
    reader.cost()
    left, top = reader.place_of_map()
    mouse, x, y = reader.page.mouse, left + 560, top + 260
    for _ in range(runs):
        mouse.move(x, y)
        mouse.down()
        reader.map.evaluate(f"(seconds) => {{ window.counted = ({COUNT})(seconds); }}", SECONDS)
        until, offset, direction = monotonic() + SECONDS, 0, 1
        while monotonic() < until:
            direction = -direction if abs(offset + direction * STEP_PX) > DRAG_PX else direction
            offset += direction * STEP_PX
            mouse.move(x + offset, y + offset / 3)
        samples.add("drag", reader.map.evaluate("() => window.counted"))
        mouse.move(x, y)
        reader.page.wait_for_timeout(QUIET_MS)  # a flick at the end would send the map on
        mouse.up()
