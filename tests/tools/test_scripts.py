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


@pytest.mark.parametrize("host", ["300.1.1.1", "a b", "192.0.2.1", "x" * 300, "$(touch pwned)"])
def test_a_host_that_is_none_of_this_machine_is_told_in_one_line(host: str):
    environment = os.environ | {"HOST": host, "PORT": "8642"}
    done = subprocess.run(["tools/run.sh"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert re.fullmatch(r"HOST is .*, PORT is 8642: .*; allowed: an address of this machine .*\n", done.stderr)


def test_make_hands_host_and_port_on_as_they_are_and_runs_nothing_in_them(tmp_path: Path):
    (tmp_path / "tools").mkdir()
    stand_in(tmp_path / "tools" / "setup.sh", "exit 0")
    stand_in(tmp_path / "tools" / "run.sh", 'printf "%s|%s" "$HOST" "$PORT"')
    (tmp_path / "Makefile").write_bytes((ROOT / "Makefile").read_bytes())
    environment = {name: value for name, value in os.environ.items() if name not in {"HOST", "PORT"}}
    for told, handed in (([], "127.0.0.1|8501"), (["HOST=a b", "PORT=1; touch pwned"], "a b|1; touch pwned")):
        command = ["make", "-s", "run", *told]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.stdout == handed
    assert not (tmp_path / "pwned").exists()


def test_a_port_that_is_taken_is_told_with_what_to_do():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        environment = os.environ | {"PORT": str(port), "BROWSER": "true"}
        done = subprocess.run(
            ["tools/run.sh"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60
        )
    assert done.returncode == 1
    assert f"HOST is 127.0.0.1, PORT is {port}: " in done.stderr
    assert "already in use" in done.stderr
    assert done.stderr.endswith(f"Then: make run PORT={port + 1}\n")
