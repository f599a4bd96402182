"""Start the real dashboard on a free port, wait until it is healthy, end it: for tests, benchmarks and pictures."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent


class ServerError(RuntimeError):
    """The dashboard did not come up."""


@dataclass(frozen=True)
class Server:
    """A running dashboard: its address, its log file, its process."""

    url: str
    log: Path
    process: "subprocess.Popen[bytes]"

    @property
    def address(self) -> str:
        """Give host and port, such as ``127.0.0.1:8501``."""
        return urlsplit(self.url).netloc

    def stop(self) -> None:
        """End the process; a second call does nothing."""
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def read_log(self) -> str:
        """Give all the server has written so far; nothing once its block has ended."""
        if not self.log.exists():
            return ""
        return self.log.read_text(encoding="utf-8", errors="replace")


def free_port() -> int:
    """Give a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_healthy(url: str, seconds: float, alive: "subprocess.Popen[bytes] | None" = None) -> bool:
    """Ask `/_stcore/health` until it answers; False when the time is up or the process has ended."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and (alive is None or alive.poll() is None):
        try:
            with urlopen(f"{url}/_stcore/health", timeout=2) as answer:  # noqa: S310 (our own http address)
                if answer.status == 200:
                    return True
        except (URLError, OSError):
            time.sleep(0.02)
    return False


@contextmanager
def serve(
    *options: str,
    env: dict[str, str] | None = None,
    base_path: str = "",
    script: str = "app.py",
    runner: str = "streamlit",
) -> Iterator[Server]:
    """Run `streamlit run app.py` on a free port of this machine for as long as the block lasts.

    Parameters
    ----------
    options
        More options of `streamlit run`, such as ``--theme.base=dark``.
    env
        Environment variables on top of this process's own.
    base_path
        Path below which the site lies, such as ``/atlas``.
    script
        Another app than ours, by its path below the checkout.
    runner
        Module that runs it, as `python -m` names it: Streamlit's own, or one that adds to it.

    Raises
    ------
    ServerError
        When no healthy answer came within 60 seconds; the message holds the server's log.
    """
    port = free_port()
    url = f"http://127.0.0.1:{port}{base_path}"
    command = [sys.executable, "-m", runner, "run", script, "--server.headless=true"]
    command += [f"--server.baseUrlPath={base_path.strip('/')}"]
    command += ["--server.address=127.0.0.1", f"--server.port={port}", "--server.fileWatcherType=none", *options]
    with tempfile.TemporaryDirectory() as scratch:
        log = Path(scratch) / "server.log"
        with log.open("wb") as out:
            process = subprocess.Popen(
                command, cwd=ROOT, env=os.environ | (env or {}), stdout=out, stderr=subprocess.STDOUT
            )
        running = Server(url, log, process)
        try:
            if not wait_until_healthy(url, seconds=60, alive=process):
                raise ServerError(f"The dashboard did not start ({' '.join(command)}):\n{running.read_log()}")
            yield running
        finally:
            running.stop()
