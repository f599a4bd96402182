"""What changed, version by version: each change stands in the first version released on its day or later."""

from atlas.build.changes import changelog
from atlas.records.reader import load
from tests.records.builders import SOURCES, TinyGeodata, make_event

EDITIONS = [
    {"id": "2026.12.0", "released": "2026-12-01", "note": "Second *one*."},
    {"id": "2026.11.0", "released": "2026-11-22", "note": "First one."},
]
WRONG = {"date": "2026-11-23", "what": "It said <b>nine</b> ships.", "sources": SOURCES}


def told(tmp_path, *events) -> str:
    geodata = TinyGeodata(tmp_path)
    geodata.registry["editions"]["editions"] = EDITIONS
    geodata.events = list(events)
    loaded = load(geodata.write())
    assert loaded.problems == []
    return changelog(loaded.records)


def test_what_was_added_corrected_and_revised_stands_in_its_version(tmp_path):
    text = told(
        tmp_path,
        make_event(id="old", title="Old [one]", modified="2026-11-24", corrections=[WRONG]),
        make_event(id="tended", title="Tended", modified="2026-11-25"),
        make_event(id="new", title="New", start="2021-10-13", added="2026-11-23", modified="2026-11-30"),
        make_event(id="still", title="Still", start="2021-10-12", modified="2026-11-22"),
    )
    head, second, first = text.split("\n## ")
    assert head.startswith("# What changed in the data\n")
    assert second == (
        "2026.12.0 (2026-12-01)\n\nSecond \\*one\\*.\n\nEvents: 1 added, 1 corrected, 1 revised.\n\n"
        "### Added\n\n- `new`: New\n\n"
        "### Corrected\n\n- 2026-11-23, `old`: It said \\<b\\>nine\\</b\\> ships. Sources: tass-2021-10-14-a.\n\n"
        "### Revised\n\n- 2026-11-25, `tended`\n"
    )
    assert first == (
        "2026.11.0 (2026-11-22)\n\nFirst one.\n\nEvents: 3 added.\n\n"
        "### Added\n\n- `still`: Still\n- `old`: Old \\[one\\]\n- `tended`: Tended\n"
    )


def test_a_version_in_which_no_event_changed_says_so(tmp_path):
    text = told(tmp_path, make_event())
    assert "## 2026.12.0 (2026-12-01)\n\nSecond \\*one\\*.\n\nEvents: none added, corrected or revised.\n" in text
