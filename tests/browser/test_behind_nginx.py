"""deploy/nginx.conf as it stands, in front of two real processes, under a path of its own."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.watch import Watch
from tools.browser import open_map, shown
from tools.server import ROOT, Server, free_port, serve, wait_until_healthy

pytestmark = pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is not installed on this machine")

QUERY = "from=2021-01-01&to=2021-12-31"
MAIN = """
daemon off; worker_processes 1; pid {scratch}/pid; error_log {scratch}/error.log; {user}
events {{}}
http {{
    log_format who '$upstream_addr $request_uri';
    access_log {scratch}/access.log who;
    client_body_temp_path {scratch}/body; proxy_temp_path {scratch}/proxy;
    fastcgi_temp_path {scratch}/f; uwsgi_temp_path {scratch}/u; scgi_temp_path {scratch}/s;
    include {scratch}/atlas.conf;
}}
"""


@dataclass(frozen=True)
class Hosted:
    """Two processes behind nginx."""

    url: str
    first: Server
    second: Server
    access_log: Path

    def asked(self) -> set[str]:
        """Give the addresses of the processes that answered the reader so far.

        nginx may log the fixture's own question for health late, so only what follows the reader's page counts.
        """
        lines = self.access_log.read_text().splitlines()
        first = next(place for place, line in enumerate(lines) if f"/?{QUERY}" in line)
        return {line.split()[0] for line in lines[first:]} - {"-"}


def configure(scratch: Path, port: int, processes: tuple[Server, Server]) -> Path:
    """Write the repository's own configuration with this machine's free ports, under /atlas/."""
    conf = (ROOT / "deploy" / "nginx.conf").read_text()
    for told, real in (
        ("127.0.0.1:8501", processes[0].address),
        ("127.0.0.1:8502", processes[1].address),
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("location / {", "location /atlas/ {"),
    ):
        assert conf.count(told) == 1, f"deploy/nginx.conf no longer says {told!r} once"
        conf = conf.replace(told, real)
    (scratch / "atlas.conf").write_text(conf)
    main = scratch / "nginx.conf"
    main.write_text(MAIN.format(scratch=scratch, user="user root;" if os.geteuid() == 0 else ""))
    return main


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[Hosted]:
    with ExitStack() as stack:
        first, second = (stack.enter_context(serve(base_path="/atlas")) for _ in range(2))
        port = free_port()
        main = configure(tmp_path, port, (first, second))
        nginx = subprocess.Popen(["nginx", "-c", main, "-e", tmp_path / "error.log"])
        stack.callback(nginx.wait, timeout=10)
        stack.callback(nginx.terminate)
        url = f"http://127.0.0.1:{port}/atlas"
        assert wait_until_healthy(url, seconds=10, alive=nginx), (tmp_path / "error.log").read_text()
        yield Hosted(url, first, second, tmp_path / "access.log")


def test_a_reader_stays_with_one_process_and_keeps_the_view_when_it_goes(hosted: Hosted, browser: Browser):
    watch = Watch(hosted.url)
    context = browser.new_context()
    page = context.new_page()
    watch.follow(page)
    open_map(page, hosted.url, QUERY)
    before = shown(page)
    assert before > 0
    assert len(hosted.asked()) == 1, "one page, more than one process"
    assert watch.foreign == []
    assert watch.errors == []

    mine = hosted.asked().pop()
    (hosted.first if hosted.first.address == mine else hosted.second).stop()
    page.reload()
    open_map(page, hosted.url, page.url.partition("?")[2])
    assert shown(page) == before
    context.close()
