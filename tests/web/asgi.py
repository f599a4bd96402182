"""Asks routes in this process, as a server would: what came back, message by message, and what happens if the reader goes."""

import asyncio
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers


@dataclass(frozen=True)
class Got:
    status: int
    headers: Headers
    pieces: tuple[bytes, ...]

    @property
    def body(self) -> bytes:
        return b"".join(self.pieces)


async def ask(app, target, method="GET", gone_after=None, **headers):
    """Ask for a target such as `/export/events.csv?kind=transit`; `gone_after` pieces the reader goes away."""
    parts = urlsplit(target)
    scope = {
        "type": "http", "asgi": {"version": "3.0", "spec_version": "2.3"}, "http_version": "1.1", "method": method,
        "scheme": "https", "path": parts.path, "raw_path": parts.path.encode(), "query_string": parts.query.encode(),
        "root_path": "", "server": ("atlas.example.org", 443), "client": ("192.0.2.1", 1),
        "headers": [(name.replace("_", "-").lower().encode(), value.encode()) for name, value in
                    ({"host": "atlas.example.org"} | headers).items()],
    }  # fmt: skip
    gone, asked, messages = asyncio.Event(), False, []

    async def receive():
        nonlocal asked
        if not asked:
            asked = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message):
        messages.append(message)
        if gone_after is not None and sum(one["type"] == "http.response.body" for one in messages) >= gone_after:
            gone.set()
            await asyncio.sleep(0.01)  # a server passes the word on while the next piece is made

    await app(scope, receive, send)
    start, *bodies = messages
    pieces = tuple(one.get("body", b"") for one in bodies)
    return Got(start["status"], Headers(raw=start["headers"]), pieces)


def got(app, target, method="GET", **headers):
    """Ask and wait."""
    return asyncio.run(ask(app, target, method, **headers))
