"""The runner behind `make test`: all steps run, side by side and in their order; what fails is named and fails the whole."""

import os
import sys
import threading
import time
import tomllib
from fnmatch import fnmatch
from io import BytesIO
from pathlib import Path

import pytest

from tools.server import ROOT
from tools.steps import Step, report, run
from tools.test import environment, lanes


def shell(name: str, script: str) -> Step:
    return Step(name, ["sh", "-c", script])


def outcome(*lanes: list[Step], cwd: Path) -> tuple[int, str]:
    """Run the lanes; give the exit code and all that was printed."""
    out = BytesIO()
    code = report(run(lanes, cwd, os.environ, out), out)
    return code, out.getvalue().decode()


def test_all_good_is_said_with_each_step_and_its_time(tmp_path: Path):
    code, text = outcome([shell("one", "true"), shell("two", "sleep 1")], cwd=tmp_path)
    assert code == 0
    assert text.endswith("one        ok        0 s\ntwo        ok        1 s\nAll good.\n")


@pytest.mark.parametrize("failing", ["one", "two", "three"])
def test_a_failure_in_any_lane_is_named_and_keeps_no_other_step_from_running(failing: str, tmp_path: Path):
    one, two, three = (shell(name, f"touch {name}; exit {3 * (name == failing)}") for name in ("one", "two", "three"))
    code, text = outcome([one, two], [three], cwd=tmp_path)
    assert code == 1
    assert text.endswith(f"FAILED: {failing}\n")
    assert {path.name for path in tmp_path.iterdir()} == {"one", "two", "three"}


def test_a_step_that_is_killed_or_has_no_program_fails(tmp_path: Path):
    code, text = outcome([shell("killed", "kill -9 $$"), Step("lost", ["./no-such-program"])], cwd=tmp_path)
    assert code == 1
    assert "./no-such-program: No such file or directory" in text
    assert text.endswith("FAILED: killed lost\n")


def test_lanes_run_side_by_side_and_what_a_step_says_is_not_mixed_with_another(tmp_path: Path):
    """Each waits for the other, so one after the other they would fail; both talk in turns."""
    meet = "n=0; while [ ! -e {1} ]; do n=$((n + 1)); [ $n -lt 500 ] || exit 1; sleep 0.02; done"
    talk = f"echo a {{0}}; touch {{0}}; {meet}; echo b {{0}} >&2; sleep 0.1; echo c {{0}}"
    one, two = shell("one", talk.format("one", "two")), shell("two", talk.format("two", "one"))
    code, text = outcome([one], [two], cwd=tmp_path)
    assert code == 0
    assert "\na one\nb one\nc one\n" in text
    assert "\na two\nb two\nc two\n" in text


def test_what_the_running_step_says_is_seen_before_it_ends(tmp_path: Path):
    out = BytesIO()
    step = shell("slow", "echo begun; while [ ! -e seen ]; do sleep 0.02; done")
    thread = threading.Thread(target=run, args=([[step]], tmp_path, os.environ, out), daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while b"\nbegun\n" not in out.getvalue() and time.monotonic() < until:
        time.sleep(0.02)
    (tmp_path / "seen").touch()
    thread.join(20)
    assert step.code == 0
    assert b"\nbegun\n" in out.getvalue()


def test_what_must_hold_is_asked_once_each_with_the_programs_of_this_environment():
    names = [step.name for lane in lanes(quick=False) for step in lane]
    every = ["browser", "citation", "floors", "format", "layers", "lint", "records", "schema", "tests", "time", "types"]
    assert sorted(names) == every
    assert names[-1] == "browser", "the closing line of the slowest stands at the end, where one looks for it"
    assert environment()["PATH"].split(":")[0] == str(Path(sys.executable).parent)


def test_what_one_step_of_tests_leaves_out_another_takes():
    commands = [step.command for lane in lanes(quick=False) for step in lane if "pytest" in step.command]
    left_out = {word.removeprefix("--ignore=") for command in commands for word in command if word.startswith("--")}
    taken = {word for command in commands for word in command if word.startswith("tests/")}
    assert left_out == taken == {"tests/browser", "tests/browser/time"}
    assert all(any((ROOT / folder).glob("test_*.py")) for folder in taken)


def test_the_quick_part_leaves_out_what_takes_minutes():
    (lane,) = lanes(quick=True)
    assert [step.name for step in lane] == ["lint", "format", "records"]


def test_no_folder_of_tests_is_passed_over():
    """Left to itself pytest looks into no folder named build, and our tests of the build lie in one."""
    skipped = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["pytest"]["ini_options"]["norecursedirs"]
    folders = {part for path in (ROOT / "tests").rglob("test_*.py") for part in path.relative_to(ROOT).parts[:-1]}
    assert "build" in folders
    assert [folder for folder in folders if any(fnmatch(folder, pattern) for pattern in skipped)] == []
