"""The middleware of Streamlit's own scripts and styles: compressed once, then answered from memory.

A page of Streamlit is some 140 small files, which it serves as they are. Their names carry a hash, so what a name
stands for never changes.
"""

import asyncio
import re
from pathlib import PurePosixPath
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from atlas.web.asset import FOR_EVER, Asset

_HASHED: Final = re.compile(r"/static/(?:js|css)/[^/]+\.[A-Za-z0-9_-]{8}\.(?:js|css)\Z")
QUALITY: Final = 5  # Brotli's last levels would take seconds from the first readers
MOST_FILES: Final = 1000
LARGEST: Final = 8 * 1024 * 1024


class Packed:
    """ASGI middleware.

    The first request for a file passes through and is kept; compressing it is done beside, in a thread.

    Parameters
    ----------
    app : ASGIApp
        What serves the files.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._kept: dict[str, Asset] = {}
        self._packing: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory where the file is kept; else pass on, and keep what comes back."""
        if scope["type"] != "http" or not _HASHED.search(scope["path"]):
            await self.app(scope, receive, send)
        elif scope["method"] in ("GET", "HEAD") and (asset := self._kept.get(scope["path"])):
            await asset.answer(Request(scope))(scope, receive, send)
        elif scope["method"] == "GET":
            await self.app(scope, receive, self._keeping(scope["path"], send))
        else:
            await self.app(scope, receive, send)

    def _keeping(self, path: str, send: Send) -> Send:
        content = bytearray()
        whole = False

        async def sender(message: Message) -> None:
            nonlocal whole
            if message["type"] == "http.response.start":
                whole = message["status"] == 200 and "content-encoding" not in Headers(raw=message["headers"])
            await send(message)
            if not whole or message["type"] != "http.response.body":
                return
            content.extend(message.get("body", b""))
            whole = len(content) <= LARGEST
            if whole and not message.get("more_body", False):
                task = asyncio.create_task(self._pack(path, bytes(content)))
                self._packing.add(task)  # the loop itself holds its tasks only weakly
                task.add_done_callback(self._packing.discard)

        return sender

    async def _pack(self, path: str, content: bytes) -> None:
        if path not in self._kept and len(self._kept) < MOST_FILES:
            asset = Asset(content, PurePosixPath(path).suffix, FOR_EVER, QUALITY)
            self._kept[path] = await run_in_threadpool(asset.ready)
