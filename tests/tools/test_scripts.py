"""The scripts behind the make targets: all steps run, failures are named, browsers are found the same way."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tools.browser import NAMES, BrowserError, find_chromium
from tools.server import ROOT


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose tools are stand-ins that note what they were asked, and all agree."""
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "test.sh", tmp_path / "tools")
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("python", "ruff", "mypy", "lint-imports"):
        stand_in(programs / name, "exit 0")
    return tmp_path


def stand_in(path: Path, act: str) -> None:
    path.write_text(f'#!/bin/sh\necho "$(basename "$0") $*" >> asked\n{act}\n')
    path.chmod(0o755)


def run(checkout: Path, *arguments: str) -> tuple[int, str, list[str]]:
    """Run test.sh there; give its exit code, its output, and what the tools were asked."""
    done = subprocess.run(["tools/test.sh", *arguments], cwd=checkout, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, (checkout / "asked").read_text().splitlines()


def test_all_steps_run_and_all_good_is_said(checkout: Path):
    code, output, asked = run(checkout)
    assert code == 0
    assert output.endswith("All good.\n")
    assert asked == [
        "ruff check .",
        "ruff format --check .",
        "python -m atlas check",
        "python -m atlas schema --check",
        "mypy ",
        "lint-imports ",
        "python -m atlas build --check",
        "python -m pytest",
    ]


def test_a_failure_is_named_at_the_end_and_hides_no_later_step(checkout: Path):
    stand_in(checkout / ".venv" / "bin" / "mypy", "exit 3")
    code, output, asked = run(checkout)
    assert code == 1
    assert output.endswith("FAILED: types\n")
    assert asked[-1] == "python -m pytest"


def test_the_quick_part_leaves_out_what_takes_minutes(checkout: Path):
    code, _, asked = run(checkout, "quick")
    assert code == 0
    assert "python -m pytest" not in asked
    assert "python -m atlas check" in asked


def test_shell_and_python_look_for_the_same_browsers():
    script = (ROOT / "tools" / "chromium.sh").read_text()
    (names,) = re.findall(r'for name in "\$\{CHROMIUM:-\}" (.*); do', script)
    assert tuple(names.split()) == NAMES


def test_the_browser_that_is_named_is_taken_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    mine = tmp_path / "my-chromium"
    stand_in(mine, "exit 0")
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert find_chromium() == str(mine)


def test_no_browser_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BrowserError, match="Install one, or set CHROMIUM"):
        find_chromium()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become a user who may not install anything")
def test_who_may_not_install_is_told_what_to_install():
    script = (ROOT / "tools" / "apt.sh").read_text()
    command = ["sh", "-s", "chromium"]
    done = subprocess.run(command, input=script, user="nobody", cwd="/", capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Missing on this machine: chromium" in done.stderr
    assert "apt-get install chromium" in done.stderr
