"""Measure what a reader and an editor wait for: start of the server, first paint of the map, one build.

`make bench` runs this and writes benchmarks/RESULTS.md. Server and browser share the machine's cores.
"""

import os
import platform
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from tools.browser import chromium, open_map
from tools.server import ROOT, serve

RUNS = 5
RESULTS = Path(__file__).parent / "RESULTS.md"


def startup() -> float:
    """Give the seconds from the command to the first healthy answer."""
    began = time.monotonic()
    with serve():
        return time.monotonic() - began


def first_paint(browser: Browser, url: str) -> tuple[float, int]:
    """Give seconds from opening the map page with an empty cache to its events painted, and the bytes received."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    received = []
    network.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    network.on("Network.webSocketFrameReceived", lambda event: received.append(len(event["response"]["payloadData"])))
    began = time.monotonic()
    open_map(page, url)
    seconds = time.monotonic() - began
    context.close()
    return seconds, int(sum(received))


def build(*options: str) -> float:
    """Give the seconds of one whole build into an empty folder."""
    with TemporaryDirectory() as out:
        command = [sys.executable, "-m", "atlas", "build", "--out", out, *options]
        began = time.monotonic()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        return time.monotonic() - began


def row(name: str, seconds: list[float], unit: str = "s") -> str:
    """Give one line of the table: median, least and most."""
    return f"| {name} | {median(seconds):.2f} {unit} | {min(seconds):.2f} | {max(seconds):.2f} | {len(seconds)} |"


def main() -> None:
    """Measure everything and write the table."""
    busy, *_ = os.getloadavg()
    starts = [startup() for _ in range(RUNS)]
    with serve() as server, chromium() as browser:
        cold, _ = first_paint(browser, server.url)  # the first reader also waits for the server's imports and data
        paints = [first_paint(browser, server.url) for _ in range(RUNS)]
        chromium_version = browser.version
    lines = [
        "# Measured",
        "",
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores (load {busy:.1f} before the first run, so",
        f"{'other work ran beside it' if busy > 1 else 'the machine was its own'}), {platform.system()},",
        f"Python {platform.python_version()}, Chromium {chromium_version} without a GPU.",
        "Server and browser share the cores.",
        "`make bench` writes this file.",
        "",
        "| what | median | least | most | runs |",
        "|---|---|---|---|---|",
        row("start: command to healthy answer", starts),
        row("map page: the first reader after a start, to events painted", [cold]),
        row("map page: opened with an empty cache to events painted", [seconds for seconds, _ in paints]),
        row("map page: received for that", [size / 1e6 for _, size in paints], "MB"),
        row("build of all layers, every way over water found anew", [build("--no-cache") for _ in range(3)]),
        row("build of all layers, ways known from before", [build() for _ in range(3)]),
    ]
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(RESULTS.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
