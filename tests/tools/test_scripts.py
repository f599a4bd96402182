"""The scripts behind the make targets: browsers are found the same way, and who may not install is told what to do."""

import os
import re
import socket
import subprocess
from pathlib import Path

import pytest

from tools.browser import NAMES, BrowserError, find_chromium
from tools.server import ROOT


def stand_in(path: Path, act: str) -> None:
    path.write_text(f"#!/bin/sh\n{act}\n")
    path.chmod(0o755)


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


@pytest.mark.parametrize("port", ["abc", "0", "65536", "99999999999999999999", "-1", "8501 "])
def test_a_port_that_is_none_is_told(port: str):
    environment = os.environ | {"PORT": port}
    done = subprocess.run(["tools/run.sh"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == f"PORT is {port}; allowed: 1 to 65535, such as make run PORT=8600\n"


def test_a_port_that_is_taken_is_told_with_what_to_do():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        environment = os.environ | {"PORT": str(port), "BROWSER": "true"}
        done = subprocess.run(
            ["tools/run.sh"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60
        )
    assert done.returncode == 1
    assert f"Port {port} is not available" in done.stdout + done.stderr
    assert done.stderr.endswith(f"Then: make run PORT={port + 1}\n")
