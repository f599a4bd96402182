"""Archived copies of sources: what may stand in the registry, and the command that lists what has none."""

import pytest

from atlas.errors import RecordError
from atlas.records.archive import main
from tests.records.builders import SOURCE, TinyGeodata

COPY = "https://archive.example.org/2026/https://example.org/1"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"archive_url": COPY}, "checked is missing; allowed: the day on which the copy was opened and read"),
        (
            {"archive_url": COPY.replace("https", "http", 1), "checked": "2026-11-20"},
            "an address that begins with https://",
        ),
        ({"archive_url": "https://archive.example.org", "checked": "2026-11-20"}, "and names a page"),
        ({"archive_url": "javascript:alert(1)", "checked": "2026-11-20"}, "an address that begins with https://"),
        ({"archive_url": f"{COPY} x", "checked": "2026-11-20"}, "an address that begins with https://"),
        (
            {"archive_url": SOURCE["url"], "checked": "2026-11-20"},
            "is the address of tass-2021-10-14-a; allowed: an address of",
        ),
        ({"checked": "2021-10-13"}, "checked is 2021-10-13; allowed: 2021-10-14 (date) or later"),
        (
            {"checked": "2026-11-27"},
            "checked is 2026-11-27; allowed: 2026-11-26 (the newest version in registry/editions",
        ),
        ({"checked": "soon"}, "checked is soon; allowed: a day such as"),
    ],
)
def test_a_copy_that_cannot_be_right_is_told(geodata: TinyGeodata, fields, told):
    geodata.row("sources", **fields)
    geodata.write()
    (problem,) = geodata.problems()
    assert problem.startswith("registry/sources.yaml: tass-2021-10-14-a: ")
    assert told in problem


@pytest.mark.parametrize("fields", [{"archive_url": COPY, "checked": "2021-10-14"}, {"checked": "2026-11-26"}])
def test_a_copy_with_its_day_and_a_day_alone_are_let_in(geodata: TinyGeodata, fields):
    geodata.row("sources", **fields)
    geodata.write()
    assert geodata.problems() == []


def test_one_copy_cannot_stand_for_two_sources(geodata: TinyGeodata):
    geodata.row("sources", archive_url=COPY, checked="2026-11-20")
    other = SOURCE | {"id": "tass-2021-10-14-b", "url": "https://example.org/2"}
    geodata.registry["sources"]["sources"].append(other | {"archive_url": COPY, "checked": "2026-11-20"})
    geodata.write()
    assert any("archive_url is the address of the copy of tass-2021-10-14-a" in line for line in geodata.problems())


@pytest.fixture
def three(geodata: TinyGeodata):
    """Three sources of two publishers, one of them with a copy."""
    rows = geodata.registry["sources"]["sources"]
    rows.append(SOURCE | {"id": "nhk-2021-10-15-a", "url": "https://example.org/2", "publisher": "NHK"})
    rows.append(SOURCE | {"id": "nhk-2021-10-16-a", "url": "https://example.org/3", "publisher": "NHK"})
    rows[1] |= {"archive_url": COPY, "checked": "2026-11-20"}
    return geodata.write()


def test_the_dry_run_lists_what_lacks_a_copy_by_publisher_or_each(three, capsys):
    assert main(["--dry-run", "--geodata", str(three)]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == ["lacking\tof\tpublisher", "1\t2\tNHK", "1\t1\tTASS"]
    assert said.err == "2 of 3 sources have no archived copy; 1 tell the day of the last look\n"
    assert main(["--dry-run", "--each", "--geodata", str(three)]) == 0
    heading, *rows = capsys.readouterr().out.splitlines()
    assert heading == "source\tdate\taddress"
    assert rows == [
        "tass-2021-10-14-a\t2021-10-14\thttps://example.org/1",
        "nhk-2021-10-16-a\t2021-10-14\thttps://example.org/3",
    ]


def test_without_dry_run_it_says_that_it_calls_nobody_and_changes_nothing(three, capsys):
    before = {path: path.read_bytes() for path in three.rglob("*.yaml")}
    with pytest.raises(RecordError, match=r"nothing was sent and nothing was changed.*archive 2 addresses"):
        main(["--geodata", str(three)])
    assert capsys.readouterr().out == ""
    assert {path: path.read_bytes() for path in three.rglob("*.yaml")} == before


def test_sources_that_cannot_be_read_are_told(geodata: TinyGeodata):
    geodata.row("sources", url="ftp://example.org")
    with pytest.raises(RecordError, match=r"registry/sources.yaml: tass-2021-10-14-a: url is ftp"):
        main(["--dry-run", "--geodata", str(geodata.write())])
