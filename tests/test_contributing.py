"""CONTRIBUTING.md's worked example, followed step by step in a copy of the records."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from atlas.build.write import read_layer
from atlas.catalog import Catalog
from atlas.ui.story.card import card
from atlas.ui.story.claims import shelf
from atlas.ui.story.reading import Reading
from atlas.ui.story.stops import stops
from atlas.view import View
from tools.server import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
EVENT = "example-transit-2023"


def blocks(kind: str) -> list[tuple[str, str]]:
    """Give (what stands behind the = in the fence, text) of each fenced block of this kind, in order."""
    return re.findall(rf"^```\w+ {kind}(?:=(\S+))?\n(.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)


def atlas(command: str, root: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the guide, `python -m atlas ...`, on the copy."""
    python, *arguments = command.split()
    assert python == "python"
    where = ["--geodata", str(root / "geodata")]
    return subprocess.run([sys.executable, *arguments, *where], cwd=ROOT, capture_output=True, text=True, check=False)


def without_totals(output: str) -> str:
    """Take the counts of the last line away: they grow with each record, the guide need not."""
    return re.sub(r"\d+ (?=events|sightings|ships|sources)", "", output)


def written(folder: Path) -> Path:
    """Copy the repository's records and write the example's files as the guide says."""
    shutil.copytree(ROOT / "geodata", folder / "geodata")
    for path, text in blocks("append"):
        with (folder / path).open("a", encoding="utf-8") as file:
            file.write("\n" + text)
    for path, text in blocks("file"):
        assert not (folder / path).exists()
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return written(tmp_path)


@pytest.fixture(scope="module")
def layers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is built after all steps of the guide."""
    folder = written(tmp_path_factory.mktemp("guide"))
    commands = [text.strip() for _, text in blocks("run")]
    assert commands == ["python -m atlas check", "python -m atlas build"]
    for command in commands:
        done = atlas(command, folder)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder / "geodata" / "layers"


def test_the_steps_of_the_guide_bring_the_event_into_the_layers(layers: Path):
    assert EVENT in {feature["id"] for feature in read_layer(layers / "events.geojson")}
    sightings = [f for f in read_layer(layers / "sightings.geojson") if f["properties"]["event"] == EVENT]
    assert [s["properties"]["as_stated"] for s in sightings] == ["90 km NE of Tsushima", "90 km W of Danjo Islands"]
    (leg,) = [f for f in read_layer(layers / "routes.geojson") if f["properties"]["event"] == EVENT]
    assert {row["passage"] for row in leg["properties"]["passages"]} & {"tsushima", "tsushima-east", "tsushima-west"}


def test_one_file_is_all_that_a_further_story_needs(layers: Path):
    catalog = Catalog.load(layers)
    assert list(catalog.stories) == ["example-2023", "july-2023"]
    view = View.default(catalog)
    assert './story?id=example-2023"' in shelf(catalog, view)
    reading = Reading(catalog, view, catalog.stories["example-2023"])
    assert "Two Russian ships went south" in card(reading, 1)
    assert "What speaks against it" in card(reading, 2)
    way = stops(catalog, reading.story)
    assert [stop.view.selection for stop in way.all] == [None, f"event.{EVENT}", None]
    assert catalog.count(way.all[2].view) > 1
    assert way.all[1].words(catalog).startswith("An example: two ships through the Tsushima Strait. ")


def test_the_mistakes_of_the_guide_are_told_as_the_guide_shows(copy: Path):
    ((_, difference),) = blocks("mistake")
    record = copy / "geodata" / "records" / f"{EVENT}.yaml"
    text = record.read_text(encoding="utf-8")
    for hunk in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)+)", difference, flags=re.MULTILINE):
        right, wrong = (re.sub(r"^[-+]", "", part, flags=re.MULTILINE) for part in hunk)
        assert text.count(right) == 1, f"the guide's example no longer has the lines {right!r} once"
        text = text.replace(right, wrong)
    record.write_text(text, encoding="utf-8")

    done = atlas("python -m atlas check", copy)
    assert done.returncode == 1
    assert done.stderr == ""
    ((_, told),) = blocks("output")
    assert without_totals(done.stdout) == without_totals(told)
