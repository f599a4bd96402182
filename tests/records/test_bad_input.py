"""Whatever lies in geodata/: one clear line, never a traceback."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.__main__ import main
from atlas.errors import RecordError
from atlas.records import read
from atlas.records.check import check
from atlas.records.yamltext import parse
from tests.records.builders import TinyGeodata, make_event, make_sighting

RECORD = "records/joint-sea-2021.yaml"
BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)
BAD_TEXTS = {
    "syntax error": (b"id: [a, b\nkind: transit\n", "no valid YAML in line 2"),
    "a colon in plain text": (b"id: x\ntitle: a: b\n", "no valid YAML in line 2, column 9"),
    "bad indent": (b"id: x\n  kind: y\n", "no valid YAML"),
    "a tab": (b"id: x\nstates:\n\t- CN\n", "a tab in line 3"),
    "a NUL byte": (b"id: x\nkind: \0\n", "a NUL byte in line 2"),
    "broken UTF-8": (b"id: x\ntitle: \xff\xe9\n", "not UTF-8 in line 2 (byte 0xff)"),
    "Latin-1": ("id: x\ntitle: Öresund\n".encode("latin-1"), "not UTF-8 in line 2"),
    "UTF-16": ("id: x\n".encode("utf-16"), "a byte order mark"),
    "a byte order mark": (b"\xef\xbb\xbfid: x\n", "a byte order mark"),
    "a control character": (b"id: x\x01\n", "no valid YAML"),
    "a list": (b"- id: x\n", "a list: [{'id': 'x'}]; allowed: a mapping"),
    "a text": (b"just words\n", "a str: just words; allowed: a mapping"),
    "a number": (b"42\n", "a int: 42; allowed: a mapping"),
    "nothing": (b"", "empty; allowed: a mapping"),
    "only a comment": (b"# to do\n", "empty; allowed: a mapping"),
    "two documents": (b"id: x\n---\nid: y\n", "a second document (---) in line 2"),
    "a list as key": (b"? [a, b]\n: c\n", "a key that is no word in line 1"),
    "an unknown alias": (b"id: *nobody\n", "an anchor or alias (nobody) in line 1"),
    "deep nesting": (b"a: " + b"[" * 5000 + b"]" * 5000, "nested deeper than"),
    "deep nesting in blocks": (b"".join(b" " * n + b"a:\n" for n in range(400)), "nested deeper than"),
    "an anchor bomb": (BOMB.encode(), "an anchor or alias (a) in line 1"),
    "a percent directive": (b"%BAD\nid: x\n", "no valid YAML"),
}
BAD_VALUES = {
    "a key twice": ("kind: transit", "the key `kind` twice in line 2"),
    "an anchor": ("note: &n x", "an anchor or alias (n) in line 2"),
    "a tag": ("note: !!str 3", "a tag (tag:yaml.org,2002:str) in line 2"),
    "an own tag": ("note: !ruby/object x", "a tag (!ruby/object) in line 2"),
    "a Python tag": ("note: !!python/object/apply:os.system [ls]", "a tag (tag:yaml.org,2002:python/object"),
    "NaN": ("note: .nan", "the number .nan in line 2"),
    "infinity": ("note: -.inf", "the number -.inf in line 2"),
    "a number beyond all": ("note: 1e999", "the number 1e999 in line 2"),
}


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_a_file_that_cannot_be_read_is_one_problem(geodata: TinyGeodata, name: str) -> None:
    text, told = BAD_TEXTS[name]
    geodata.events.append(make_event(id="other", series=None, series_index=None))  # so that every source is used
    geodata.write()
    geodata.put(RECORD, text)
    problems = geodata.problems()
    assert len(problems) == 1, problems
    assert problems[0].startswith(f"{RECORD} is ")
    assert told in problems[0]
    assert "\n" not in problems[0]


@pytest.mark.parametrize("name", BAD_VALUES)
def test_what_yaml_could_do_and_must_not_is_one_complaint(name: str) -> None:
    text, told = BAD_VALUES[name]
    _, complaints = parse(f"kind: transit\n{text}\n".encode())
    assert len(complaints) == 1
    assert told in complaints[0].value


def test_all_complaints_of_a_text_come_at_once() -> None:
    value, complaints = parse(b"a: 1\na: 2\nb: .nan\nc: !x y\n")
    assert value == {"a": 2, "b": None, "c": "y"}
    assert [complaint.value[-9:] for complaint in complaints] == ["in line 2", "in line 3", "in line 4"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2023-06-27", "2023-06-27"),
        ("13:00", "13:00"),
        ("no", "no"),
        ("NO", "NO"),
        ("Yes", "Yes"),
        ("011", "011"),
        ("0x10", "0x10"),
        ("1_000", "1_000"),
        ('"12"', "12"),
        ("<<", "<<"),
        ("12", 12),
        ("-12.5", -12.5),
        ("true", True),
        ("null", None),
        ("", None),
        ("海上联合", "海上联合"),
    ],
)
def test_a_scalar_has_one_clear_reading(text: str, value: object) -> None:
    assert parse(f"a: {text}\n".encode()) == ({"a": value}, [])


@pytest.mark.parametrize("escape", ["\\0", "\\x07", "\\e", "\\ud800", "\\x85", "\\u202e", "\\u2028", "\\u200b"])
def test_a_control_character_written_as_an_escape_is_refused(escape: str) -> None:
    assert len(parse(f'a: "x{escape}y"\n'.encode())[1]) == 1


def test_a_text_that_is_wrong_all_over_is_not_told_to_its_end() -> None:
    _, complaints = parse(b"a: 1\n" * 100_000)
    assert len(complaints) == 21
    assert complaints[-1].value == "so much wrong that reading ends here, in line 22"


@given(st.one_of(st.binary(max_size=60), st.text("ab:-[]{}#&*!|>'\"%@`?, \n\\\u00e9", max_size=60).map(str.encode)))
def test_no_bytes_whatever_make_the_reader_fall_over(data: bytes) -> None:
    value, complaints = parse(data)
    assert value is None or isinstance(value, dict | list | str | int | float | bool)
    assert all("\n" not in complaint.value for complaint in complaints)
    json.dumps(value, allow_nan=False)


def test_a_number_of_a_million_digits_is_only_text() -> None:
    value, complaints = parse(b"a: " + b"9" * 1_000_000)
    assert isinstance(value["a"], str) or complaints


@pytest.mark.parametrize(("file", "limit"), [(RECORD, "1 MB"), ("registry/sources.yaml", "4 MB")])
def test_a_file_of_ten_megabytes_is_one_problem(geodata: TinyGeodata, file: str, limit: str) -> None:
    geodata.events.append(make_event(id="other", series=None, series_index=None))
    geodata.write()
    geodata.put(file, b"# " + b"x" * 10_000_000)
    problems = geodata.problems()
    assert len(problems) == 1, problems
    assert f"{file} is 10.0 MB; allowed: at most {limit}" in problems[0]


def test_a_dangling_link_a_folder_and_a_pipe_in_place_of_a_record_are_problems(geodata: TinyGeodata) -> None:
    folder = geodata.write() / "records"
    (folder / "a.yaml").symlink_to(folder / "gone")
    (folder / "b.yaml").mkdir()
    os.mkfifo(folder / "c.yaml")
    problems = geodata.problems()
    assert [line.split(" is ")[0] for line in problems] == ["records/a.yaml", "records/b.yaml", "records/c.yaml"]
    assert all("no plain file" in line for line in problems)


def test_a_file_that_may_not_be_read_is_a_problem(geodata: TinyGeodata, monkeypatch: pytest.MonkeyPatch) -> None:
    geodata.events.append(make_event(id="other", series=None, series_index=None))
    geodata.write()
    whole = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "joint-sea-2021.yaml":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [line.split(";")[0] for line in geodata.problems()] == [f"{RECORD} is unreadable (Permission denied)"]


def test_a_file_that_is_no_record_is_a_problem_and_a_hidden_one_is_not(geodata: TinyGeodata) -> None:
    folder = geodata.write() / "records"
    (folder / "joint-sea-2022.yml").touch()
    (folder / ".joint-sea-2021.yaml.swp").touch()
    problems = geodata.problems()
    assert len(problems) == 1
    assert "records/joint-sea-2022.yml is no record" in problems[0]


def test_a_missing_folder_missing_records_and_a_missing_registry_are_problems(
    geodata: TinyGeodata, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--geodata", str(tmp_path / "nowhere")]) == 1
    assert "nowhere is no folder" in capsys.readouterr().out
    geodata.write()
    (geodata.folder / RECORD).unlink()
    assert any("records is empty" in line for line in geodata.problems())
    (geodata.folder / "records").rmdir()
    (geodata.folder / "registry/ships.yaml").unlink()
    lines = "\n".join(geodata.problems())
    assert "records is unreadable (No such file or directory)" in lines
    assert "registry/ships.yaml is missing" in lines


def test_a_registry_of_the_wrong_shape_is_a_problem(geodata: TinyGeodata) -> None:
    geodata.write()
    geodata.put("registry/ships.yaml", {"ship": [], "ships": "none"})
    geodata.put("registry/zones.yaml", {"zones": ["adiz", {"id": 3}]})
    lines = "\n".join(geodata.problems())
    assert "registry/ships.yaml: ship is an unknown part; allowed: ships" in lines
    assert "registry/ships.yaml: ships is none; allowed: a list of rows" in lines
    assert "registry/zones.yaml: row 1 is adiz" in lines
    assert "registry/zones.yaml: row 2: id is 3; allowed: text" in lines


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"titel": "x"}, "titel is an unknown field; allowed: id, kind, title"),
        ({"titel": "x"}, "did you mean title?"),
        ({"title": None}, "title is missing"),
        ({"title": 7}, "title is 7; allowed: text"),
        ({"title": ""}, "title is empty; allowed: some text"),
        ({"title": "  "}, "title is empty; allowed: one line of text"),
        ({"title": "two\nlines"}, "title is two lines; allowed: one line of text with no spaces around it"),
        ({"title": "x" * 5000}, "allowed: at most 200 characters"),
        ({"summary": " \n "}, "summary is empty; allowed: some text"),
        ({"summary": "x" * 5000}, "allowed: at most 2000 characters"),
        ({"names": {"zh": "中" * 201}}, "names.zh is 中"),
        ({"<<": {"title": "x"}}, "<< is an unknown field"),
        ({"start": "0001-01-01"}, "start is 0001-01-01; allowed: a day from 2000-01-01 to 2099-12-31"),
        ({"end": "9999-12-31"}, "end is 9999-12-31; allowed: a day from 2000-01-01 to 2099-12-31"),
        ({"kind": "naval-patrl"}, "kind is naval-patrl; allowed: naval-exercise, naval-patrol"),
        ({"kind": "naval-patrl"}, "did you mean naval-patrol?"),
        ({"start": "27.6.2023"}, "start is 27.6.2023; allowed: a day such as 2023-06-27"),
        ({"start": "2021-10-14T00:00:00"}, "start is 2021-10-14T00:00:00; allowed: a day"),
        ({"start": 1634169600}, "start is 1634169600; allowed: a day"),
        ({"start": "2021-02-30"}, "start is 2021-02-30; allowed: a day"),
        ({"states": ["XX"]}, "states[1] is XX; allowed: one of AE, CA, CN"),
        ({"states": []}, "states is []; allowed: at least 1"),
        ({"states": "CN"}, "states is CN; allowed: a list"),
        ({"series_index": "one"}, "series_index is one; allowed: a whole number"),
        ({"series_index": 1.5}, "series_index is 1.5"),
        ({"series_index": 0}, "series_index is 0"),
        ({"names": {"chinese": "x"}}, "names.chinese is chinese; allowed: a language"),
        ({"units": [{"name": "Varyag"}]}, "units[1] is {'name': 'Varyag'}; allowed: a named ship {ship, sources}"),
        ({"units": ["Varyag"]}, "units[1] is Varyag; allowed: a named ship"),
        ({"units": [{"ship": "x", "hul": "1"}]}, "units[1].hul is an unknown field; allowed: ship, note, sources"),
        ({"sightings": [make_sighting(at={"lan": 1})]}, "sightings[1].at is {'lan': 1}; allowed: {km, bearing, of}"),
        (
            {"sightings": [make_sighting(at="Vladivostok")]},
            "sightings[1].at is Vladivostok; allowed: {km, bearing, of}",
        ),
        ({"sightings": [make_sighting(at={"km": 7, "of": "x"})]}, "sightings[1].at.bearing is missing"),
        ({"sightings": [make_sighting(at={"place": "x", "lon": 3})]}, "sightings[1].at.lon is an unknown field"),
        (
            {"sightings": [make_sighting(at={"km": 7, "bearing": "SSSW", "of": "x"})]},
            "at.bearing is SSSW; allowed: one of N",
        ),
        ({"sightings": [make_sighting(at={"km": -7, "bearing": "S", "of": "x"})]}, "at.km is -7"),
        ({"sightings": [make_sighting(at={"km": "7", "bearing": "S", "of": "x"})]}, "at.km is 7; allowed: a number"),
        ({"sightings": [make_sighting(time="8:00")]}, 'sightings[1].time is 8:00; allowed: a time such as "08:00"'),
        ({"sightings": [make_sighting(time="24:00")]}, "sightings[1].time is 24:00"),
        ({"sightings": [make_sighting(role="looking")]}, "sightings[1].role is looking; allowed: departure, arrival"),
        ({"sightings": [make_sighting(role=["port"])]}, "sightings[1].role is ['port']"),
        ({"sightings": {"date": "x"}}, "sightings is {'date': 'x'}; allowed: a list"),
        ({"sightings": [None]}, "sightings[1] is None"),
        ({"routes": "r1", "sightings": 3}, "sightings is 3; allowed: a list"),
        ({"summary": "x" * 50 + "\n" * 9 + "y" * 50, "colour": 1}, "colour is an unknown field"),
    ],
)
def test_a_wrong_field_is_told_with_what_is_allowed(geodata: TinyGeodata, fields: dict, told: str) -> None:
    geodata.events = [make_event(**fields)]
    geodata.write()
    problems = geodata.problems()
    assert any(line.startswith(f"{RECORD}: joint-sea-2021: ") and told in line for line in problems), problems


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "//example.org", "http://", "https://localhost/x", "https://example.org/a b",
        "https://example.org/<script>", "https://me:secret@example.org/", "https://[::1", "https://example.org/" + "a" * 2000,
    ],
)  # fmt: skip
def test_an_address_that_leads_nowhere_or_is_no_address_is_found(geodata: TinyGeodata, url: str) -> None:
    geodata.row("sources", url=url)
    geodata.write()
    (line,) = geodata.problems()
    assert line.startswith("registry/sources.yaml: tass-2021-10-14-a: url is ")


def test_windows_line_ends_are_read(geodata: TinyGeodata) -> None:
    folder = geodata.write()
    text = "\n".join(f"{name}: {json.dumps(value)}" for name, value in make_event().items())
    (folder / RECORD).write_bytes(text.replace("\n", "\r\n").encode())
    assert geodata.problems() == []


def test_a_long_value_is_shown_short(geodata: TinyGeodata) -> None:
    geodata.events = [make_event(kind="x" * 5000)]
    geodata.write()
    assert all(len(line) < 400 for line in geodata.problems())


def test_read_gives_the_records_or_raises_with_every_problem(geodata: TinyGeodata) -> None:
    assert list(read(geodata.write()).events) == ["joint-sea-2021"]
    geodata.events = [make_event(kind="walk", series="no-such")]
    geodata.row("ships", state="XX")
    geodata.write()
    with pytest.raises(RecordError) as caught:
        read(geodata.folder)
    assert "kind is walk" in str(caught.value)
    assert "state is XX" in str(caught.value)


def test_what_was_read_cannot_be_changed(geodata: TinyGeodata) -> None:
    event = read(geodata.write()).events["joint-sea-2021"]
    with pytest.raises(ValueError, match="frozen"):
        event.title = "another"


def test_a_sighting_that_names_no_one_takes_the_who_of_its_route(geodata: TinyGeodata) -> None:
    rows = [make_sighting(who=who, route="joint-sea-2021-r1", order=n) for n, who in enumerate((None, "three"), 1)]
    geodata.events = [make_event(routes=[{"id": "joint-sea-2021-r1", "who": "all ten"}], sightings=rows)]
    event = read(geodata.write()).events["joint-sea-2021"]
    assert [sighting.who for sighting in event.sightings] == ["all ten", "three"]


def test_a_sign_that_would_act_on_the_terminal_is_told_by_its_code(geodata: TinyGeodata, tmp_path: Path) -> None:
    folder = geodata.write()
    (folder / "records/a\x1b[31m\u202e.yaml").write_text('id: x\n"k\\x7f": 1\n"l\\e[31m": 2\n')
    lines = [*geodata.problems(), *map(str, check(tmp_path / "\x1b[31m")[1])]
    assert all(line.isprintable() for line in lines), lines
    assert any(r"records/a\x1b[31m\u202e.yaml is a control character (\x7f)" in line for line in lines), lines


def test_a_path_too_long_for_the_system_is_a_problem(tmp_path: Path) -> None:
    [problem] = check(tmp_path / ("x" * 5000))[1]
    assert "is no folder" in str(problem)


def test_a_very_long_id_is_shown_short(geodata: TinyGeodata) -> None:
    geodata.write()
    geodata.put(RECORD, make_event(id="x" * 5000))
    assert all(len(line) < 400 for line in geodata.problems())


def test_a_file_beside_the_registers_is_a_problem(geodata: TinyGeodata) -> None:
    (geodata.write() / "registry/place.yaml").touch()
    [line] = geodata.problems()
    assert line.startswith("registry/place.yaml is no register; allowed: ships.yaml, places.yaml")
    assert "did you mean places.yaml?" in line


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (RECORD, {f"k{number}": 1 for number in range(5000)}),
        (RECORD, make_event(related=[f"gone-{number}" for number in range(5000)])),
        ("registry/zones.yaml", {"zones": ["x"] * 5000}),
    ],
)
def test_of_thousands_of_problems_in_one_file_the_first_are_told_and_the_rest_counted(
    geodata: TinyGeodata, file: str, text: dict
) -> None:
    geodata.write()
    geodata.put(file, text)
    lines = geodata.problems()
    assert 500 <= len(lines) < 520
    assert any("more places" in line or "wrong all over" in line for line in lines)
