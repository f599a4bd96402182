"""What went wrong with a request, told to machines and people at once: `application/problem+json` of RFC 9457."""

import json
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import wraps
from http import HTTPStatus
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from atlas.errors import AtlasError

MEDIA_TYPE: Final = "application/problem+json"
OPEN: Final = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "*"}
"""Headers of an answer that any site's scripts may read."""
MOST_FAULTS: Final = 20
TITLES: Final = {414: "URI Too Long", 422: "Unprocessable Content"}
"""Names of RFC 9110 where this Python still has older ones."""
log = logging.getLogger(__name__)
Answering = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class Fault:
    """What is wrong with one parameter.

    Parameters
    ----------
    parameter : str
        Its name in the query.
    detail : str
        One sentence: what is wrong, and what to do.
    given : str
        What it was, shortened.
    allowed : str
        What it may be.
    nearest : sequence of str
        Known values that are spelled alike.
    """

    parameter: str
    detail: str
    given: str = ""
    allowed: str = ""
    nearest: Sequence[str] = ()


class ProblemError(AtlasError):
    """A request that cannot be answered as it stands; raise it anywhere below a route that is `told`.

    Parameters
    ----------
    status : int
        Status of the answer.
    detail : str
        One sentence for a person: what is wrong and what to do.
    faults : sequence of Fault
        What is wrong with each parameter; of very many the first few are told.
    headers : mapping of str to str
        Further headers of the answer, such as Retry-After.
    more : mapping of str to object
        Further members of the answer.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        faults: Sequence[Fault] = (),
        headers: Mapping[str, str] | None = None,
        more: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.faults = tuple(faults)
        self.headers = dict(headers or {})
        self.more = dict(more or {})

    def told(self) -> dict[str, object]:
        """Give the members of the answer."""
        # `about:blank` says that the kind of problem is what the status says; which parameter it is, `errors` tells.
        told: dict[str, object] = {
            "type": "about:blank",
            "title": TITLES.get(self.status) or HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
        }
        if self.faults:
            told["errors"] = [
                {key: value for key, value in asdict(fault).items() if value} for fault in self.faults[:MOST_FAULTS]
            ]
        return told | self.more

    def answer(self) -> Response:
        """Give the answer; nobody keeps it, for the next request may be right."""
        content = json.dumps(self.told(), ensure_ascii=False, indent=1).encode()
        headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"} | OPEN | self.headers
        return Response(content, self.status, headers, MEDIA_TYPE)


def told(answering: Answering) -> Answering:
    """Make a route tell its problems: a ProblemError as it is, layers that cannot be read as 503."""

    @wraps(answering)
    async def tells(request: Request) -> Response:
        try:
            return await answering(request)
        except ProblemError as problem:
            return problem.answer()
        except (AtlasError, OSError):
            log.exception("%s cannot be answered", request.url.path)
            return ProblemError(503, "The atlas cannot read its data now; the log of the server says why.").answer()

    return tells
