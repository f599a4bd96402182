"""A reader's visit to an app: a fresh browser profile that notes what was done and when that was seen (watch.js)."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any, Final

from playwright.sync_api import Browser, CDPSession, Frame, Page

from benchmarks.apps import Running
from tools.browser import BrowserError, frame

WATCH: Final = Path(__file__).with_name("watch.js")
WINDOW: Final = {"width": 1400, "height": 900}
PATIENCE_MS: Final = 180_000
QUIET_MS: Final = 300
Range = tuple[int, int]


@dataclass(frozen=True)
class Seen:
    """What a move led to.

    Parameters
    ----------
    inputs : dict of str to float
        When the first event of each type came, in ms since 1970.
    times : dict of str to float
        When each thing waited for was seen.
    values : dict of str to object
        What it then was.
    """

    inputs: dict[str, float]
    times: dict[str, float]
    values: dict[str, Any]


@dataclass(frozen=True)
class Cost:
    """What a move has cost until all was quiet: ms of the script's runs, and bytes received by the page's socket."""

    server_ms: float
    bytes: int


class Visit:
    """One page of an app, opened in a profile of its own."""

    def __init__(self, page: Page, running: Running) -> None:
        self.page = page
        self.running = running
        self._runs_before = 0

    def open(self, query: str, **wanted: Any) -> Seen:
        """Open the app and wait until what is wanted is seen."""
        self.page.goto(f"{self.running.server.url}/?{query}", wait_until="commit")
        return self.until(**wanted)

    def arm(self) -> None:
        """Forget what was seen: the next move is measured."""
        self._runs_before = len(self.runs())
        self.page.evaluate("bench.arm()")

    def until(self, *, patience: float | None = None, **wanted: Any) -> Seen:
        """Wait until all of this was seen: `map` and `said` within a range of numbers, `panel` a title (None: any)."""
        given = [wanted, patience or PATIENCE_MS]
        found = self.page.evaluate("([wanted, patience]) => bench.until(wanted, patience)", given)
        return Seen(**found)

    def cost(self) -> Cost:
        """Wait until the socket is silent and no script runs; give what has been spent since `arm`."""
        until = monotonic() + 60
        while True:
            received = self.silence()
            runs = self.runs()[self._runs_before :]
            if runs or monotonic() > until:
                return Cost(sum(wall for _, wall, _ in runs), received)

    def silence(self) -> int:
        """Wait until the page's socket is silent; give the bytes that it has received since `arm`."""
        return int(self.page.evaluate("(ms) => bench.quiet(ms)", QUIET_MS))

    def received(self) -> int:
        """Give the number of messages that the page's socket has received since `arm`."""
        return int(self.page.evaluate("bench.frames.length"))

    def two_frames(self) -> None:
        """Let the page draw twice."""
        self.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def last(self) -> dict[str, Any]:
        """Give what was seen last of each kind since `arm`."""
        seen = self.page.evaluate("bench.seen")
        return {one["what"]: one["value"] for one in seen}

    @property
    def map(self) -> Frame:
        """The frame of the map."""
        return frame(self.page)

    def began(self) -> float:
        """Give when the page was asked for, in ms since 1970."""
        return float(self.page.evaluate("performance.timeOrigin"))

    def map_began(self) -> float:
        """Give when the map's frame began to load, in ms since 1970."""
        return float(self.map.evaluate("performance.timeOrigin"))

    def heap(self) -> tuple[int, int]:
        """Give the bytes of live JavaScript objects of page and frame, and of the buffers that they hold besides."""
        session: CDPSession = self.page.context.new_cdp_session(self.page)
        session.send("HeapProfiler.enable")
        session.send("HeapProfiler.collectGarbage")
        used = session.send("Runtime.getHeapUsage")
        session.detach()
        return int(used["usedSize"]), int(used.get("backingStorageSize", 0))

    def place_of_map(self) -> tuple[float, float]:
        """Give where the map's frame begins in the window."""
        box = self.map.frame_element().bounding_box()
        if box is None:
            raise BrowserError("The map is not to be seen.")
        return box["x"], box["y"]

    def runs(self) -> list[list[float]]:
        """Give all runs of the app's script so far, as `timed` notes them: when it ended, wall ms, CPU ms."""
        return [json.loads(line) for line in self.running.runs.read_text(encoding="utf-8").splitlines()]


@contextmanager
def visit(browser: Browser, running: Running) -> Iterator[Visit]:
    """Give a new reader with an empty cache; what goes wrong on the page is an error at the end."""
    context = browser.new_context(viewport=WINDOW, locale="en-GB")
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(path=WATCH)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    try:
        yield Visit(page, running)
    finally:
        context.close()
    log = running.server.read_log()
    if wrong or "Traceback" in log:
        raise BrowserError(f"{running.app.name}: {wrong} {log[-2000:] if 'Traceback' in log else ''}")
