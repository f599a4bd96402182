"""The pages of the atlas: how long each takes to open, and what that costs the server, beside an empty page."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from playwright.sync_api import Browser

from atlas.catalog import Catalog
from atlas.web.pages import HIDDEN, PAGES
from benchmarks.apps import ATLAS, EMPTY, running
from benchmarks.samples import Results
from benchmarks.targets import ROOMS
from benchmarks.visit import Visit, visit
from benchmarks.worlds import REAL, World

STANDS: Final = """(heading) => {
    const app = document.querySelector('[data-testid=stApp]');
    return app && app.dataset.testScriptState === 'notRunning' && document.querySelector(heading) !== null;
}"""
SEEN: Final = """() => new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
})"""


def measure(browser: Browser, results: Results, runs: int) -> None:
    """Open every page as a new reader with an empty cache, on the real data; the first one is not counted."""
    real = World("real", REAL, None)
    for app, addresses, heading in ((EMPTY, [("", "")], "[data-testid=stCaptionContainer]"), (ATLAS, rooms(), "#main")):
        with running(app, real) as here:
            for name, address in addresses:
                samples = results.of(name or app.name, ROOMS)
                for number in range(runs + 1):
                    with visit(browser, here) as reader:
                        taken = open_page(reader, address, heading)
                    if number:
                        for measure, value in taken.items():
                            samples.add(measure, value)


def rooms() -> Iterator[tuple[str, str]]:
    """Give name and address of every page; of one that shows a single thing the thing with the most to tell."""
    catalog = Catalog.load(REAL)
    events = catalog.layers["events"].rows
    sailed = Counter(unit["ship"] for row in events.values() for unit in row["units"] if "ship" in unit)
    passed = Counter(row["passage"] for row in catalog.crossings.values())
    most = {
        "event": max(events, key=lambda name: len(catalog.sightings_of(name))),
        "ship": sailed.most_common(1)[0][0],
        "strait": passed.most_common(1)[0][0],
    }
    for path in (*PAGES, *HIDDEN):
        yield f"/{path}", f"{path}?id={most[path]}" if path in most else path


def open_page(reader: Visit, address: str, heading: str) -> dict[str, float]:
    """Open a page.

    Returns
    -------
    dict of str to float
        `opened`: ms until its run has ended and is on the screen. `served`, `worked`: ms of the server's runs for it by
        the clock and of their threads' CPU; where browser and server share the cores the first holds waiting too.
    """
    before = len(reader.runs())
    reader.page.goto(f"{reader.running.server.url}/{address}", wait_until="commit")
    reader.page.wait_for_function(STANDS, arg=heading)
    opened = float(reader.page.evaluate(SEEN))
    reader.silence()
    runs = reader.runs()[before:]
    return {"opened": opened, "served": sum(wall for _, wall, _ in runs), "worked": sum(cpu for _, _, cpu in runs)}
