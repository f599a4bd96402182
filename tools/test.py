"""Everything that must hold. All steps run; the end says which failed and how long each took.

`python -m tools.test quick` leaves out what takes minutes: types, floors, the build and the tests.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tools.server import ROOT
from tools.steps import Step, main_of

IN_BROWSER: Final = "tests/browser"
TIME: Final = "tests/browser/time"


def lanes(*, quick: bool) -> list[list[Step]]:
    """Give the steps, those of one list to be run one after the other, the lists side by side."""
    at_once = [
        Step("lint", ["ruff", "check", "."]),
        Step("format", ["ruff", "format", "--check", "."]),
        Step("records", ["python", "-m", "atlas", "check"]),
    ]
    if quick:
        return [at_once]
    # The layers come before the tests, for they leave the ways over water that they found to a test that builds. What
    # is tested of time waits for days to go by, so it goes with what does not wait; both lanes are as long.
    slow = [
        Step("schema", ["python", "-m", "atlas", "schema", "--check"]),
        Step("citation", ["python", "-m", "atlas", "citation", "--check"]),
        Step("layers", ["python", "-m", "atlas", "build", "--check"]),
        Step("floors", ["lint-imports"]),
        Step("types", ["mypy"]),
        Step("tests", ["python", "-m", "pytest", f"--ignore={IN_BROWSER}"]),
        Step("time", ["python", "-m", "pytest", TIME]),
    ]
    return [[*at_once, *slow], [Step("browser", ["python", "-m", "pytest", IN_BROWSER, f"--ignore={TIME}"])]]


def environment() -> Mapping[str, str]:
    """Give the environment of the steps: the programs of this Python's environment come first."""
    programs = str(Path(sys.executable).parent)
    # Setups that write no bytecode would compile every package again in each of some hundred processes.
    return os.environ | {"PATH": f"{programs}:{os.environ.get('PATH', '')}", "PYTHONDONTWRITEBYTECODE": ""}


if __name__ == "__main__":
    sys.exit(main_of(lanes(quick="quick" in sys.argv[1:]), ROOT, environment()))
