"""What is waited for besides moves: the start of the server, the first reader after it, a build of all layers."""

import subprocess
import sys
import time
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from benchmarks.samples import Samples
from tools.browser import see_map
from tools.server import ROOT, serve

WINDOW = {"width": 1400, "height": 900}
STARTS, OPENINGS, BUILDS = 5, 5, 3


def measure(browser: Browser, samples: Samples) -> None:
    """Measure everything: seconds, and for what a reader receives megabytes."""
    for _ in range(STARTS):
        began = time.monotonic()
        with serve():
            samples.add("start: command to healthy answer", time.monotonic() - began)
    with serve() as server:
        seconds, _ = first_paint(browser, server.url)  # the first reader also waits for the server's imports and data
        samples.add("map page: the first reader after a start, to events painted", seconds)
        for _ in range(OPENINGS):
            seconds, size = first_paint(browser, server.url)
            samples.add("map page: opened with an empty cache to events painted", seconds)
            samples.add("map page: received for that", size / 1e6)
    for _ in range(BUILDS):
        samples.add("build of all layers, every way over water found anew", build("--no-cache"))
    for _ in range(BUILDS):
        samples.add("build of all layers, ways known from before", build())


def first_paint(browser: Browser, url: str) -> tuple[float, int]:
    """Give seconds from opening the map page with an empty cache to its events painted, and the bytes received."""
    context = browser.new_context(viewport=WINDOW)
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    received: list[float] = []
    network.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    network.on("Network.webSocketFrameReceived", lambda event: received.append(size_of(event["response"])))
    began = time.monotonic()
    see_map(page, url)
    seconds = time.monotonic() - began
    context.close()
    return seconds, int(sum(received))


def size_of(frame: dict[str, object]) -> float:
    """Give the bytes of a message on a socket; those that are no text come as base64."""
    length = len(str(frame["payloadData"]))
    return length if frame["opcode"] == 1 else length * 3 / 4


def build(*options: str) -> float:
    """Give the seconds of one whole build into an empty folder."""
    with TemporaryDirectory() as out:
        command = [sys.executable, "-m", "atlas", "build", "--out", out, *options]
        began = time.monotonic()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        return time.monotonic() - began
