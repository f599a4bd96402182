"""The addresses of pictures: `/figure.png`, `.svg` and `.pdf` for print, `/preview.png` for messengers, with any view.

One picture is drawn at a time: drawing holds the interpreter, so that two at once would only both take longer.
"""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atlas.web.address import Address, Answering, draw
from atlas.web.asked import asked
from atlas.web.asset import Asset
from atlas.web.head import read_query
from atlas.web.kept import Kept
from atlas.web.limits import Limits
from atlas.web.parameter import Number, Parameter
from atlas.web.problem import ProblemError
from atlas.web.where import site_address

if TYPE_CHECKING:
    from atlas.view import View

FORMS: Final = ("png", "svg", "pdf")
HEEDED: Final = ("show", "sel", "at")
FOR_AN_HOUR: Final = "public, max-age=3600"
WIDTHS: Final = (80, 400)
OWN: Final[dict[str, Parameter]] = {"width": Number("how wide the figure is, in millimetres", 180, *WIDTHS)}
MOST_WAITING: Final = 12
COST: Final = 8
"""What a figure costs of a reader's share of requests, if it has to be drawn."""
QUALITY: Final = 5
MB: Final = 1_000_000
_drawer: Final = ThreadPoolExecutor(1, "pictures")
"""One thread draws them all: matplotlib keeps its fonts for each thread anew."""
log = logging.getLogger(__name__)
Key = tuple[str, ...]


class Pictures:
    """Draws figures and previews for who asks.

    Parameters
    ----------
    base : str
        Path below which the site lies, without a slash at its end; empty for the root.
    limits : Limits
        How often one reader may ask.
    """

    def __init__(self, base: str, limits: Limits) -> None:
        self.base = base
        self.limits = limits
        self.previews = Kept(500, 40 * MB)
        self.figures = Kept(40, 40 * MB)
        self._turn = asyncio.Semaphore(1)
        self._waiting = 0
        self.usual: bytes | None = None

    @property
    def routes(self) -> list[Route]:
        """The routes, below the path of the site."""
        answers: dict[str, Answering] = {f"figure.{form}": partial(self.figure, form=form) for form in FORMS}
        answers["preview.png"] = self.preview
        return [Route(f"{self.base}/{path}", Address(answer, self.limits)) for path, answer in answers.items()]

    def prepare(self) -> None:
        """Draw the preview of the whole atlas, so that fonts and land are read before anybody waits.

        It takes seconds: call it in a thread. What is wrong is logged, and met again by who asks for a picture.
        """
        try:
            self.usual = _drawer.submit(_preview, _lenient(b"")[1]).result().content
        except Exception:
            log.exception("No preview can be drawn")

    async def figure(self, request: Request, form: str) -> Response:
        """Answer with a figure; what cannot be followed is a problem that names it."""
        view, width, link, key = await run_in_threadpool(self._asked, request, form)
        asset = self.figures.get(key)
        if asset is None:
            draw(request, self.limits, COST)
            if self._waiting >= MOST_WAITING:
                raise ProblemError(
                    503, "Too many figures are being drawn; ask again in a few seconds.", headers={"Retry-After": "5"}
                )
            asset = await self._drawn(self.figures, key, partial(_figure, view, form, width, link))
        return asset.answer(request)

    async def preview(self, request: Request) -> Response:
        """Answer with a preview; a messenger shows what it gets, so what cannot be read is left out."""
        query = request.scope.get("query_string", b"")
        key, view = await run_in_threadpool(_lenient, query)
        asset = self.previews.get(key)
        if asset is None and self._waiting >= MOST_WAITING:
            if self.usual is None:
                raise ProblemError(503, "Too many pictures are being drawn.", headers={"Retry-After": "2"})
            return Asset(self.usual, ".png", "no-store").answer(request)
        if asset is None:
            asset = await self._drawn(self.previews, key, partial(_preview, view))
        return asset.answer(request)

    async def _drawn(self, kept: Kept, key: Key, make: "partial[Asset]") -> Asset:
        """Draw a picture when its turn comes, unless somebody else had it drawn meanwhile."""
        self._waiting += 1
        try:
            async with self._turn:
                asset = kept.get(key)
                if asset is None:
                    asset = await asyncio.get_running_loop().run_in_executor(_drawer, make)
                    kept.put(key, asset)
                return asset
        finally:
            self._waiting -= 1

    def _asked(self, request: Request, form: str) -> tuple["View", int, str, Key]:
        from atlas.catalog import default_catalog  # noqa: PLC0415 - it takes a second: the server is to be healthy before

        catalog = default_catalog()
        found = asked(request, catalog, OWN, HEEDED)
        site, query = site_address(request, self.base), found.view.link()
        link = (site + query if query != "?" else site) if site else ""
        width = int(found.own["width"])
        return found.view, width, link, (form, str(width), site, query, catalog.version)


def _lenient(query: bytes) -> tuple[Key, "View"]:
    """Read what can be read of a query."""
    from atlas.catalog import default_catalog  # noqa: PLC0415
    from atlas.view import View  # noqa: PLC0415

    catalog = default_catalog()
    view, _ = View.from_query(read_query(query), catalog)
    return (view.link(), catalog.version), view


def _figure(view: "View", form: str, width: int, link: str) -> Asset:
    # Matplotlib takes a second and 50 MB: only who draws needs it.
    from atlas.catalog import default_catalog  # noqa: PLC0415
    from atlas.export.figure.sheet import figure, file_name  # noqa: PLC0415

    catalog = default_catalog()
    drawn = figure(catalog, view, form, width, link)
    headers = {"Content-Disposition": f'inline; filename="{file_name(catalog, view)}.{form}"'}
    if drawn.warnings:
        headers["X-Figure-Warnings"] = " ".join(drawn.warnings)
        log.warning("Figure of %s: %s", view.link(), headers["X-Figure-Warnings"])
    return Asset(drawn.content, f".{form}", FOR_AN_HOUR, QUALITY, headers).ready()


def _preview(view: "View") -> Asset:
    from atlas.catalog import default_catalog  # noqa: PLC0415
    from atlas.export.figure.preview import preview  # noqa: PLC0415

    return Asset(preview(default_catalog(), view), ".png", FOR_AN_HOUR).ready()
