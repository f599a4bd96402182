"""Run steps side by side, and print what each says in one piece and in a fixed order."""

import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO


@dataclass
class Step:
    """One command that must end with 0.

    Parameters
    ----------
    name
        One word for the report.
    command
        Program and arguments.
    """

    name: str
    command: Sequence[str]
    seconds: float = 0
    code: int | None = None
    _said: list[bytes] = field(default_factory=list)
    _news: threading.Condition = field(default_factory=threading.Condition)

    def run(self, cwd: Path, env: Mapping[str, str]) -> None:
        """Run the command to its end; keep what it says, and its code (127 where there is no such program)."""
        began = time.monotonic()
        code = 127
        try:
            said = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "bufsize": 0}
            with subprocess.Popen(self.command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, **said) as process:
                for piece in iter(lambda: process.stdout.read(65536), b""):
                    self._tell(piece)
            code = process.returncode
        except OSError as error:
            self._tell(f"{self.command[0]}: {error.strerror}\n".encode())
        with self._news:
            self.seconds, self.code = time.monotonic() - began, code
            self._news.notify()

    def follow(self, out: BinaryIO) -> None:
        """Print what the command has said so far, then what it says as it says it, until it ends."""
        out.write(f"\n== {self.name}: {' '.join(self.command)}\n".encode())
        ended = False
        while not ended:
            with self._news:
                self._news.wait_for(lambda: self._said or self.code is not None)
                said, ended = b"".join(self._said), self.code is not None
                self._said.clear()
            out.write(said)
            out.flush()

    def _tell(self, said: bytes) -> None:
        with self._news:
            self._said.append(said)
            self._news.notify()


def run(lanes: Sequence[Sequence[Step]], cwd: Path, env: Mapping[str, str], out: BinaryIO) -> list[Step]:
    """Run the lanes side by side, the steps of a lane one after the other; all run, whatever fails.

    Returns
    -------
    list of Step
        All steps in the order of the lanes, each with its code and seconds.
    """

    def go(lane: Sequence[Step]) -> None:
        for step in lane:
            step.run(cwd, env)

    threads = [threading.Thread(target=go, args=(lane,), daemon=True) for lane in lanes]
    for thread in threads:
        thread.start()
    steps = [step for lane in lanes for step in lane]
    for step in steps:
        step.follow(out)
    return steps


def report(steps: Sequence[Step], out: BinaryIO) -> int:
    """Print how each step ended and how long it took; give the exit code: 1 where a step failed."""
    lines = [f"{step.name:<10} {'FAILED' if step.code else 'ok':<6} {step.seconds:4.0f} s" for step in steps]
    failed = [step.name for step in steps if step.code]
    lines.append(f"FAILED: {' '.join(failed)}" if failed else "All good.")
    out.write(("\n" + "\n".join(lines) + "\n").encode())
    out.flush()
    return int(bool(failed))


def main_of(lanes: Sequence[Sequence[Step]], cwd: Path, env: Mapping[str, str]) -> int:
    """Run and report on the terminal; Ctrl-C, which reaches the commands too, ends it with 130."""
    out = sys.stdout.buffer
    try:
        return report(run(lanes, cwd, env, out), out)
    except KeyboardInterrupt:
        out.write(b"\nEnded by hand.\n")
        return 130
