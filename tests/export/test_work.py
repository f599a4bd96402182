"""What describes the data to machines: CITATION.cff by its command, and the Dataset for search engines."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from tiny import make_event, write_layers

from atlas.__main__ import main
from atlas.catalog import Catalog, default_catalog
from atlas.export import work
from atlas.export.dataset import dataset, json_ld

SITE = "https://atlas.example.org/atlas/"


class Scripts(HTMLParser):
    """Gathers what stands inside script elements, as a browser cuts them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, _: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def test_the_command_writes_the_citation_file_and_says_when_it_is_stale(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "CITATION.cff"
    ask = ["citation", "--check", "--file", str(file)]
    assert main(ask) == 1
    assert main(["citation", "--file", str(file)]) == 0
    assert main(ask) == 0
    told = yaml.safe_load(file.read_text(encoding="utf-8"))
    edition = default_catalog().edition
    assert (told["version"], told["date-released"]) == (edition.version, edition.released)
    assert told["title"] == work.TITLE
    file.write_text(file.read_text(encoding="utf-8").replace(edition.version, "2020.1.0"), encoding="utf-8")
    capsys.readouterr()
    assert main(ask) == 1
    assert "run python -m atlas citation" in capsys.readouterr().out


def test_the_dataset_says_what_search_engines_ask_for():
    catalog = default_catalog()
    told = dataset(catalog, SITE)
    assert told["@type"] == "Dataset"
    assert 50 <= len(told["description"]) <= 5000
    assert (told["version"], told["license"]) == (catalog.edition.version, work.LICENCE_ADDRESS)
    assert told["temporalCoverage"] == "/".join(map(str, catalog.span))
    south, west, north, east = map(float, told["spatialCoverage"]["geo"]["box"].split())
    assert -90 <= south < north <= 90
    points = catalog.events.geometry.dropna()
    assert all((west <= x <= east) if west <= east else (x >= west - 0.01 or x <= east + 0.01) for x in points.x)
    addresses = [one["contentUrl"] for one in told["distribution"]]
    assert len(addresses) == len(set(addresses))
    assert all(address.startswith((f"{SITE}data/latest/", f"{SITE}export/")) for address in addresses)
    assert {one["name"] for one in told["variableMeasured"]} >= {"date", "position"}


def test_the_box_takes_the_short_way_across_the_antimeridian(tmp_path: Path):
    events = [make_event(f"e{lon}", "2020-01-01", at=(lon, 50.0 + n)) for n, lon in enumerate((170, -175, 140))]
    box = dataset(Catalog.load(write_layers(tmp_path, *events)), SITE)["spatialCoverage"]["geo"]["box"]
    assert box == "50.00 140.00 52.00 -175.00"


def test_without_a_place_the_dataset_names_none(tmp_path: Path):
    catalog = Catalog.load(write_layers(tmp_path, make_event("nowhere", "2020-01-01", at=None)))
    assert "spatialCoverage" not in dataset(catalog, SITE)


def test_no_text_in_it_can_end_the_script_element(monkeypatch: pytest.MonkeyPatch):
    evil = "</script><script>alert(1)</script><!-- \u2028 & 海"
    monkeypatch.setattr(work, "ABSTRACT", evil)
    written = json_ld(default_catalog(), SITE)
    page = Scripts()
    page.feed(f'<script type="application/ld+json">{written}</script>')
    assert page.tags == ["script"]
    assert json.loads("".join(page.found))["description"] == evil
    assert not re.search("[<>&\u2028]", written)
