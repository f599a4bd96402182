"""The harness of the benchmark on 1,000 events: what it measures is there, is plausible, and is not taken for granted."""

from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser, Error

from benchmarks import moves, visit, worlds
from benchmarks.apps import ATLAS, GEOJSON, App, running
from benchmarks.samples import Samples

COUNT = 1000
FRAME_MS = 1000 / 60


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> worlds.World:
    return worlds.write(tmp_path_factory.mktemp("world"), COUNT)


@pytest.mark.parametrize(
    ("app", "measures"),
    [(ATLAS, ("steps", "jumps", "clicks")), (GEOJSON, ("steps",))],
    ids=["atlas", "rival"],
)
def test_moves_are_measured_from_what_is_done_to_what_is_seen(
    browser: Browser, world: worlds.World, app: App, measures: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(visit, "PATIENCE_MS", 15_000)
    samples, values = Samples(), {"steps": "step", "jumps": "jump", "clicks": "panel"}
    with running(app, world) as here:
        for name in measures:
            began = monotonic()
            with visit.visit(browser, here) as reader:
                getattr(moves, name)(reader, samples, 2)
                if name == measures[-1]:
                    moves.heap(reader, samples)
            taken = samples.values[values[name]]
            # Painted means the second frame: more than one after the move, and within the time that all of it took.
            assert len(taken) == 2
            assert all(FRAME_MS < value < (monotonic() - began) * 1000 for value in taken)
        assert 0.2 < samples.median("server") < 10_000
        assert 500 < samples.median("bytes") < 2_000_000
        assert 5 < samples.median("heap") < 500

        with visit.visit(browser, here) as reader:
            moves.open_all(reader)
            monkeypatch.setattr(visit, "PATIENCE_MS", 500)
            with pytest.raises(Error, match="Not seen"):
                reader.until(map=[COUNT + 1] * 2)


def test_an_error_on_a_page_is_an_error_of_the_benchmark(browser: Browser, world: worlds.World, tmp_path: Path):
    broken = tmp_path / "events.geojson"
    broken.write_text("{}", encoding="utf-8")

    def open_page() -> None:
        served = running(GEOJSON, worlds.World("broken", world.layers, broken))
        with served as here, visit.visit(browser, here) as reader:
            reader.page.goto(here.server.url)
            reader.page.get_by_test_id("stException").wait_for()

    with pytest.raises(visit.BrowserError, match="DataSourceError"):
        open_page()
