"""The downloads over the wire, in this process: names, tags, packing, refusals, bounds, and nothing left behind."""

import asyncio
import csv
import gzip
import json
import tempfile
from io import StringIO
from pathlib import Path
from threading import Event

import brotli
import pytest
from export.strange import strange_world
from starlette.applications import Starlette
from web.asgi import ask, got

from atlas.export import workbook
from atlas.export.formats import FORMATS
from atlas.web import export, stream
from atlas.web.export import export_routes
from atlas.web.problem import MEDIA_TYPE

FILES = [f"{scope}.{one.suffix}" for one in FORMATS.values() for scope in one.scopes]


@pytest.fixture(scope="module", autouse=True)
def world(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_LAYERS", str(strange_world(tmp_path_factory.mktemp("layers"))))
        yield


@pytest.fixture
def left(tmp_path, monkeypatch):
    """The folder of temporary files, which must be empty after each test."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield tmp_path
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def app(left: Path):  # noqa: ARG001 - nothing may be left by any of them
    return Starlette(routes=export_routes("/sea"))


@pytest.mark.parametrize("file", FILES)
def test_every_file_is_given_whole_named_and_tagged(file, app):
    scope, suffix = file.split(".")
    answer = got(app, f"/sea/export/{file}?kind=naval-exercise.meeting&sel=event.far&q=x")
    assert answer.status == 200
    assert answer.headers["content-type"] == FORMATS[suffix].media
    name = f"joint-sea-atlas-2026.11.0-{scope}-3-of-4.{suffix}"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["access-control-allow-origin"] == "*"
    assert len(answer.body) > 50
    tag = answer.headers["etag"]
    assert got(app, f"/sea/export/{file}?kind=meeting.naval-exercise", if_none_match=tag).status == 304
    assert got(app, f"/sea/export/{file}", if_none_match=tag).status == 200
    head = got(app, f"/sea/export/{file}?kind=naval-exercise.meeting", "HEAD")
    assert (head.status, head.body, head.headers["etag"]) == (200, b"", tag)
    assert "content-length" not in head.headers
    again = got(app, f"/sea/export/{file}?kind=naval-exercise.meeting")
    assert again.body == answer.body  # the same bytes each time


def test_it_comes_packed_as_the_reader_takes_it(app):
    plain = got(app, "/sea/export/events.geojson").body
    packed = got(app, "/sea/export/events.geojson", accept_encoding="gzip, br")
    assert (packed.headers["content-encoding"], packed.headers["vary"]) == ("br", "Accept-Encoding")
    assert brotli.decompress(packed.body) == plain
    assert gzip.decompress(got(app, "/sea/export/events.geojson", accept_encoding="gzip").body) == plain


def test_links_in_a_file_are_those_of_the_site_as_the_reader_knows_it(app):
    def links(**headers):
        rows = csv.DictReader(StringIO(got(app, "/sea/export/events.csv?v=1", **headers).body.decode(), newline=""))
        return {row["link"].partition("event?")[0] for row in rows}

    assert links() == {"https://atlas.example.org/sea/"}
    assert links(host="[::1]:8501") == {"https://[::1]:8501/sea/"}
    assert links(host='x"><script>') == {""}  # no host: it stands in no file, and links are relative


def refusal(app, target):
    answer = got(app, target)
    assert answer.headers["content-type"] == MEDIA_TYPE
    told = json.loads(answer.body)
    assert told["status"] == answer.status
    return told


@pytest.mark.parametrize(
    "file", ["events.doc", "fleet.csv", "sources.geojson", "events", ".csv", "a/b.csv", "events.csv/"]
)
def test_a_file_that_there_is_not_is_refused_with_those_there_are(file, app):
    told = refusal(app, f"/sea/export/{file}")
    assert told["status"] == 404
    assert told["files"] == FILES


def test_a_query_that_cannot_be_followed_is_refused_by_name(app):
    told = refusal(app, "/sea/export/events.csv?kind=parade&colour=red")
    assert told["status"] == 400
    assert [fault["parameter"] for fault in told["errors"]] == ["kind", "colour"]


def test_it_is_sent_while_it_is_made_and_a_reader_who_goes_ends_it(app, monkeypatch):
    made, closed = [], []

    def endless(taken, scope):
        try:
            while True:
                made.append(scope)
                yield b"x" * 1000
        finally:
            closed.append(taken.count)

    form = FORMATS["csv"]
    monkeypatch.setitem(FORMATS, "csv", type(form)(**{**vars(form), "stream": endless}))
    answer = asyncio.run(ask(app, "/sea/export/events.csv", gone_after=3))
    assert 3 <= len(answer.pieces) <= len(made) < 20
    assert closed == [4]


def test_a_file_is_closed_when_its_reader_goes_and_when_it_cannot_be_made(app, monkeypatch):
    files, make = [], export._made
    monkeypatch.setattr(export, "_made", lambda wanted: files.append(make(wanted)) or files[-1])
    monkeypatch.setattr(export, "pieces_of", lambda file: iter(lambda: file.read(100), b""))
    answer = asyncio.run(ask(app, "/sea/export/layers.gpkg", gone_after=2))
    assert len(answer.pieces) < 50
    assert [file.closed for file in files] == [True]
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    told = refusal(app, "/sea/export/layers.xlsx")
    assert told["status"] == 422
    assert "events has 4 rows; a sheet holds 3" in told["detail"]


def test_only_so_many_files_are_made_at_once_and_who_comes_late_is_told_to_come_again(monkeypatch):
    monkeypatch.setattr(export, "STREAMS_AT_ONCE", 2)
    monkeypatch.setattr(export, "STREAMS_WAITING", 1)
    working, most, refused = [], [], Event()

    def slow(taken, _):
        working.append(taken)
        most.append(len(working))
        yield b"x"
        refused.wait(20)  # no turn is given back before all that came too late are told so
        working.remove(taken)

    form = FORMATS["csv"]
    monkeypatch.setitem(FORMATS, "csv", type(form)(**{**vars(form), "stream": slow}))
    app = Starlette(routes=export_routes(""))

    async def many():
        asked = [asyncio.create_task(ask(app, "/export/events.csv")) for _ in range(8)]
        for _, answered in zip(range(5), asyncio.as_completed(asked), strict=False):
            await answered
        refused.set()
        return await asyncio.gather(*asked)

    answers = asyncio.run(many())
    told = [answer.status for answer in answers]
    assert (told.count(200), told.count(503)) == (3, 5)
    assert max(most) <= 2
    late = next(answer for answer in answers if answer.status == 503)
    assert late.headers["retry-after"] == str(stream.WAIT_S)
    assert asyncio.run(ask(app, "/export/events.csv")).status == 200  # every turn was given back
