"""The downloads: `export/<scope>.<format>?<query of the page>` gives what the view shows, no query gives all."""

import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atlas.errors import ExportError
from atlas.web.address import Address, draw
from atlas.web.asked import asked
from atlas.web.asset import ASK_FIRST, matches
from atlas.web.limits import Limits
from atlas.web.problem import Fault, ProblemError
from atlas.web.stream import Stream, Turns, encoding_for, packed, pieces_of
from atlas.web.where import site_address

if TYPE_CHECKING:  # importing these takes a second (geopandas): the server is to be healthy before
    from atlas.export.formats import Format
    from atlas.export.taken import Taken

FILES_AT_ONCE, FILES_WAITING = 2, 8
STREAMS_AT_ONCE, STREAMS_WAITING = 8, 24
_UNCHANGED: Final = ("ETag", "Cache-Control", "Vary")
COST: Final = 4
"""What a download takes from its reader's bucket besides the one of each request: sixty at once, then two a second."""


def export_routes(base: str) -> list[Route]:
    """Give the routes, below the path of the site."""
    exports = Exports(base)
    return [Route(f"{base}/export/{{name:path}}", Address(exports.export, exports.limits))]


@dataclass(frozen=True, eq=False)
class Wanted:
    """What a request wants: what is taken, in which format and scope, and the headers that go with it."""

    taken: "Taken"
    form: "Format"
    scope: str
    headers: dict[str, str]


class Exports:
    """Answers requests for downloads.

    A format that can be written row by row is sent while it is written; the others are written to a file that nobody
    else sees and that is gone with the answer.

    Parameters
    ----------
    base : str
        Path below which the site lies, without a slash at its end; empty for the root.
    """

    def __init__(self, base: str = "") -> None:
        self.base = base
        self.limits = Limits()
        self._files = Turns(FILES_AT_ONCE, FILES_WAITING)
        self._streams = Turns(STREAMS_AT_ONCE, STREAMS_WAITING)

    async def export(self, request: Request) -> Response:
        """Answer a request for a file."""
        draw(request, self.limits, COST)
        wanted = await run_in_threadpool(self._wanted, request)
        form, headers = wanted.form, wanted.headers
        if matches(request.headers.get("if-none-match", ""), headers["ETag"]):
            kept = {name: value for name, value in headers.items() if name in _UNCHANGED}
            return Response(status_code=304, headers=kept)
        encoding = encoding_for(request.headers.get("accept-encoding", "")) if form.packs else ""
        if encoding:
            headers["Content-Encoding"] = encoding
        if request.method == "HEAD":
            head = Response(headers=headers, media_type=form.media)
            del head.headers["content-length"]  # it is not known before the file is made
            return head
        if form.stream:
            await self._streams.take()
            pieces = packed(form.stream(wanted.taken, wanted.scope), encoding)
            return Stream(pieces, headers, form.media, self._streams.give)
        async with self._files.turn():
            file = await run_in_threadpool(_made, wanted)
        return Stream(packed(pieces_of(file), encoding), headers, form.media, file.close)

    def _wanted(self, request: Request) -> Wanted:
        """Read a request; raise ProblemError where it asks for what there is not."""
        from atlas.catalog import default_catalog  # noqa: PLC0415
        from atlas.export.formats import FORMATS  # noqa: PLC0415
        from atlas.export.taken import Taken  # noqa: PLC0415

        name = str(request.path_params["name"])
        scope, _, suffix = name.rpartition(".")
        form = FORMATS.get(suffix)
        if form is None or scope not in form.scopes:
            files = [f"{scope}.{one.suffix}" for one in FORMATS.values() for scope in one.scopes]
            raise ProblemError(404, f"There is no such file; there are: {', '.join(files)}.", more={"files": files})
        catalog = default_catalog()
        taken = Taken(catalog, asked(request, catalog).view, site_address(request, self.base))
        return Wanted(taken, form, scope, _headers(taken, form, scope))


def _headers(taken: "Taken", form: "Format", scope: str) -> dict[str, str]:
    from atlas.export import work  # noqa: PLC0415

    made_of = f"{taken.catalog.version}\n{taken.link}\n{scope}.{form.suffix}\n{_writers()}"
    headers = {
        "Cache-Control": ASK_FIRST,
        "ETag": f'W/"{sha256(made_of.encode()).hexdigest()[:16]}"',
        "Content-Disposition": f'attachment; filename="{taken.file_name(scope, form.suffix)}"',
        "Link": f'<{work.LICENCE_ADDRESS}>; rel="license"',
        "X-Content-Type-Options": "nosniff",
    }
    return headers | ({"Vary": "Accept-Encoding"} if form.packs else {})


@cache
def _writers() -> str:
    """Give a hash of our code: where it changes, what readers keep is no longer the same."""
    files = sorted(Path(__file__).parents[1].rglob("*.py"))
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _made(wanted: Wanted) -> BinaryIO:
    """Write a file and open it; it has no name any more when it is given, so that nothing of it can be left."""
    taken, form, scope = wanted.taken, wanted.form, wanted.scope
    folder = Path(tempfile.mkdtemp(prefix="atlas-export-"))
    try:
        path = folder / taken.file_name(scope, form.suffix)
        form.write(taken, scope, path)
        return path.open("rb")
    except ExportError as error:
        raise ProblemError(422, str(error), [Fault(form.suffix, str(error))]) from None
    finally:
        shutil.rmtree(folder)
