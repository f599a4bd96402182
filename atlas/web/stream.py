"""Answers that come piece by piece: packed on their way, bounded in number, and tidied up after whatever happens."""

import asyncio
import zlib
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, BinaryIO, Final

import brotli
from starlette.concurrency import iterate_in_threadpool
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from atlas.web.asset import takes
from atlas.web.problem import ProblemError

PIECE: Final = 64 * 1024
QUALITY: Final = 4
"""Brotli's level: what is packed while somebody waits."""
WAIT_S: Final = 10


class Turns:
    """So many work at once, so many wait; who comes on top of that is told to come again.

    Parameters
    ----------
    at_once, waiting : int
        How many.
    """

    def __init__(self, at_once: int, waiting: int) -> None:
        self._free = asyncio.Semaphore(at_once)
        self._most = at_once + waiting
        self._here = 0

    async def take(self) -> None:
        """Take a turn, which `give` ends; raise ProblemError (503) where too many wait already."""
        if self._here >= self._most:
            detail = f"The server makes as many files as it can; ask again in {WAIT_S} seconds."
            raise ProblemError(503, detail, headers={"Retry-After": str(WAIT_S)})
        self._here += 1
        try:
            await self._free.acquire()
        except BaseException:
            self._here -= 1
            raise

    def give(self) -> None:
        """End a turn."""
        self._here -= 1
        self._free.release()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Take a turn for as long as the block lasts."""
        await self.take()
        try:
            yield
        finally:
            self.give()


class Stream(StreamingResponse):
    """An answer whose pieces are made in a thread, one after the other.

    Parameters
    ----------
    pieces : iterator of bytes
        The content.
    headers : mapping of str to str
        Headers.
    media : str
        Media type.
    after : callable
        Called once when the answer has ended: sent whole, broken off by the reader, or failed.
    """

    def __init__(
        self, pieces: Iterator[bytes], headers: Mapping[str, str], media: str, after: Callable[[], None]
    ) -> None:
        super().__init__(iterate_in_threadpool(pieces), headers=headers, media_type=media)
        self._pieces: Any = pieces
        self._after = after

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the pieces; a reader who goes away ends it."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            close = getattr(self._pieces, "close", None)  # of a generator: no thread is in it any more
            if close:
                close()
            self._after()


def encoding_for(accepted: str) -> str:
    """Choose how an answer is packed by an Accept-Encoding header: br, gzip or not at all."""
    return next((name for name in ("br", "gzip") if takes(accepted, name)), "")


def packed(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Pack pieces by an encoding of `encoding_for`; each piece given is worth sending."""
    if encoding == "br":
        brotler = brotli.Compressor(quality=QUALITY)
        yield from _gathered(map(brotler.process, pieces), brotler.finish)
    elif encoding == "gzip":
        zipper = zlib.compressobj(6, wbits=31)
        yield from _gathered(map(zipper.compress, pieces), zipper.flush)
    else:
        yield from pieces


def _gathered(pieces: Iterable[bytes], finish: Callable[[], bytes]) -> Iterator[bytes]:
    yield from filter(None, pieces)
    if last := finish():
        yield last


def pieces_of(file: BinaryIO) -> Iterator[bytes]:
    """Give an open file piece by piece."""
    while piece := file.read(PIECE):
        yield piece
