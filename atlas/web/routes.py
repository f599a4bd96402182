"""The routes beside the pages: files for pages and map, and how the server begins."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from atlas.errors import AtlasError
from atlas.web.api import api_routes
from atlas.web.asset import Asset
from atlas.web.cite import cite_routes
from atlas.web.counts import counts
from atlas.web.editions import edition_routes
from atlas.web.export import export_routes
from atlas.web.figure import Pictures
from atlas.web.files import Files
from atlas.web.limits import Limits
from atlas.web.packed import Packed
from atlas.web.pages import Pages

NO_FILE = (
    "There is no such file. If a page asks for it, that page was made by another version of the atlas: load it again.\n"
)
COUNTS = "data/months-"
PICTURES_AFTER = 4.0
"""Seconds of rest before the first picture is drawn: the first pages that are opened come first."""
NO_DATA = "The atlas cannot make this file now; the log of the server says why.\n"
log = logging.getLogger(__name__)


class Site:
    """Everything that the server gives besides Streamlit's own.

    Parameters
    ----------
    styles : Path
        Folder of the pages' style sheets.
    scripts : Path
        Folder of the scripts of the pages' components.
    base : str
        Path below which the site lies (`server.baseUrlPath`), with or without slashes; empty for the root.
    """

    def __init__(self, styles: Path, scripts: Path, base: str = "") -> None:
        self.files = Files(styles, scripts)
        self.limits = Limits()
        self.base = f"/{base.strip('/')}" if base.strip("/") else ""
        self.pictures = Pictures(self.base, self.limits)

    @property
    def routes(self) -> list[Route]:
        """The routes for `streamlit.App`; all below `assets/` and `data/` is answered here, if only with 404."""
        return [
            *api_routes(self.base, self.limits),
            *cite_routes(self.base, self.limits),
            *export_routes(self.base),
            *edition_routes(self.base, self.limits),
            *self.pictures.routes,
            *(Route(f"{self.base}/{folder}/{{name:path}}", self.file) for folder in ("assets", "data")),
        ]

    @property
    def middleware(self) -> list[Middleware]:
        """The middleware for `streamlit.App`."""
        return [
            Middleware(
                Pages,
                style=self.files.page_style,
                modules=self.files.modules,
                ahead=self.files.ahead,
                base=self.base,
            ),
            Middleware(Packed),
        ]

    @asynccontextmanager
    async def lifespan(self, _: Any) -> AsyncIterator[None]:
        """Make all files, the forms of the charts and a first picture, in the background once the server answers."""
        loop = asyncio.get_running_loop()
        later = loop.call_later(0.2, Thread(target=self._prepare, daemon=True, name="prepare files").start)
        yield
        later.cancel()

    def _prepare(self) -> None:
        self.files.prepare()
        from atlas.chart import forms  # noqa: PLC0415 - Altair takes half a second: the server is to be healthy before

        forms.prepare()
        time.sleep(PICTURES_AFTER)
        self.pictures.prepare()

    async def file(self, request: Request) -> Response:
        """Answer a request for a file."""
        path = request.url.path.removeprefix(request.scope.get("root_path", "")).removeprefix(self.base).lstrip("/")
        try:
            asset = self.files.kept(path) or await run_in_threadpool(self._made, path, request.url.query)
        except (AtlasError, OSError):
            log.exception("%s cannot be made", path)
            return PlainTextResponse(NO_DATA, 503, {"Cache-Control": "no-store"})
        if asset is None:
            return PlainTextResponse(NO_FILE, 404, {"Cache-Control": "no-store"})
        return asset.answer(request)

    def _made(self, path: str, query: str) -> Asset | None:
        return counts(path, query) if path.startswith(COUNTS) else self.files.find(path)
