"""One address for data: open to every site's scripts, answered by GET and HEAD, every refusal told as a problem."""

import logging
import math
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from atlas.errors import AtlasError
from atlas.web.limits import Limits
from atlas.web.problem import OPEN, ProblemError

ALLOWED: Final = "GET, HEAD, OPTIONS"
PREFLIGHT: Final = {
    "Allow": ALLOWED,
    "Access-Control-Allow-Methods": ALLOWED,
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}
Answering = Callable[[Request], Awaitable[Response]]
log = logging.getLogger(__name__)


class Address:
    """ASGI app behind a Route: as an app, not a function, it is given requests of every method.

    Parameters
    ----------
    answering : callable
        Answers a GET request, or raises a ProblemError.
    limits : Limits
        How often one reader may ask; several addresses share one.
    cost : float
        For how many requests one of these counts.
    """

    def __init__(self, answering: Answering, limits: Limits, cost: float = 1) -> None:
        self.answering = answering
        self.limits = limits
        self.cost = cost

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        try:
            response = await self._respond(request)
        except ProblemError as problem:
            response = problem.answer()
        except (AtlasError, OSError):
            log.exception("%s cannot be answered", request.url.path)
            response = ProblemError(503, "The atlas cannot read its data now; its log says why.").answer()
        for name, value in OPEN.items():
            response.headers.setdefault(name, value)
        if request.method == "HEAD":
            start = {"type": "http.response.start", "status": response.status_code, "headers": response.raw_headers}
            await send(start)
            await send({"type": "http.response.body", "body": b""})
        else:
            await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=PREFLIGHT)
        if request.method not in ("GET", "HEAD"):
            raise ProblemError(
                405, f"This address knows {ALLOWED}; nothing can be written.", headers={"Allow": ALLOWED}
            )
        draw(request, self.limits, self.cost)
        return await self.answering(request)


def draw(request: Request, limits: Limits, cost: float = 1) -> None:
    """Take what a request costs out of its reader's bucket; raise a ProblemError, 429, where it holds too little."""
    wait = limits.take(request.client.host if request.client else "", cost)
    if wait:
        seconds = math.ceil(wait)
        raise ProblemError(
            429,
            f"Too many requests from your address: at most {limits.per_second:g} a second over time, and "
            f"{limits.burst:g} at once. Ask again in {seconds} s; an ETag saves asking for what has not changed.",
            headers={"Retry-After": str(seconds)},
        )
