"""The commands: what they print, what they give back, and that the generated files are current."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from atlas.__main__ import main
from atlas.records.dictionary import dictionary
from atlas.records.schema import stale, write
from tests.records.builders import TinyGeodata, make_event

ROOT = Path(__file__).resolve().parents[2]
README = (
    "# x\n"
    + "".join(
        f"<!-- the {part}: written by `python -m atlas schema` -->\n<!-- end of the {part} -->\n"
        for part in ("rule of positions", "data dictionary")
    )
    + "end\n"
)


def test_the_generated_files_are_current() -> None:
    assert "\n".join(str(problem) for problem in stale(ROOT / "geodata")) == ""


def test_every_field_of_every_model_is_explained() -> None:
    rows = [line for line in dictionary().splitlines() if line.startswith("| `")]
    assert len(rows) > 150
    assert not [row for row in rows if row.endswith(("|  |", "| None |"))]


def test_schema_writes_what_is_stale_and_then_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "README.md").write_text(README)
    assert main(["schema", "--check", "--geodata", str(tmp_path)]) == 1
    assert "schema/event.json is missing" in capsys.readouterr().out
    assert main(["schema", "--geodata", str(tmp_path)]) == 0
    assert (tmp_path / "README.md").read_text().endswith("<!-- end of the data dictionary -->\nend\n")
    assert write(tmp_path) == []
    assert main(["schema", "--check", "--geodata", str(tmp_path)]) == 0


def test_a_changed_schema_a_stray_file_and_a_changed_dictionary_are_told(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(README)
    write(tmp_path)
    (tmp_path / "schema/event.json").write_text("{}")
    (tmp_path / "schema/old.json").write_text("{}")
    text = (tmp_path / "README.md").read_text()
    (tmp_path / "README.md").write_text(text.replace("First day.", "Day one."))
    told = "\n".join(str(problem) for problem in stale(tmp_path))
    for line in ("schema/event.json is not what the models give", "schema/old.json is of no model", "README.md is not"):
        assert line in told


@pytest.mark.parametrize("text", [None, "# no markers\n"])
def test_a_readme_without_the_markers_is_one_clear_line(
    tmp_path: Path, text: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    if text is not None:
        (tmp_path / "README.md").write_text(text)
    assert main(["schema", "--geodata", str(tmp_path)]) == 1
    assert re.fullmatch(r"README\.md is (unreadable|without).*\n", capsys.readouterr().err)


def test_check_ends_with_the_counts(geodata: TinyGeodata, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--geodata", str(geodata.write())]) == 0
    assert capsys.readouterr().out == "1 events, 1 sightings, 1 ships, 1 sources: no problems\n"
    geodata.events = [make_event(end="2021-10-13")]
    assert main(["check", "--geodata", str(geodata.write())]) == 1
    assert capsys.readouterr().out.endswith("1 ships, 1 sources: 1 problem\n")


def test_the_command_finds_no_problem_in_the_real_records() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "atlas", "check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("99 events, 396 sightings, 133 ships, 750 sources: no problems\n")


def test_a_report_that_nobody_reads_on_and_an_old_terminal_give_no_traceback(geodata: TinyGeodata) -> None:
    geodata.events = [make_event(id=f"e-{number}", kind="海上联合" * 9) for number in range(2000)]
    command = f"{sys.executable} -m atlas check --geodata {geodata.write()} | head -n 1"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env={"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "\\u6d77" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("argv", [[], ["chek"], ["check", "--geo"]])
def test_a_wrong_command_tells_the_right_ones(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(argv)
    assert ended.value.code == 2
    assert "error:" in capsys.readouterr().err


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert all(command in told for command in ("check", "schema", "build", "geography"))
