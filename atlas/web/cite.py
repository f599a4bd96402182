"""The addresses of citations: `/cite.txt`, `.bib`, `.ris` and `.json`, each with the query of a page."""

from datetime import UTC, datetime
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atlas.web.address import Address
from atlas.web.asked import asked
from atlas.web.asset import ASK_FIRST, Asset
from atlas.web.limits import Limits
from atlas.web.where import site_address

FORMS = ("txt", "bib", "ris", "json")
HEEDED = ("show", "sel", "at")


def cite_routes(base: str, limits: Limits) -> list[Route]:
    """Give the routes below the path of the site; they share their readers' limits with other addresses."""
    return [Route(f"{base}/cite.{form}", Address(partial(_answer, form=form, base=base), limits)) for form in FORMS]


async def _answer(request: Request, form: str, base: str) -> Response:
    return (await run_in_threadpool(_made, request, form, base)).answer(request)


def _made(request: Request, form: str, base: str) -> Asset:
    # Importing these takes a second (geopandas): the server is to be healthy before.
    from atlas.catalog import default_catalog  # noqa: PLC0415
    from atlas.export.cite import Citation  # noqa: PLC0415
    from atlas.export.cite_forms import FORMS as WRITTEN  # noqa: PLC0415

    catalog = default_catalog()
    view = asked(request, catalog, heeds=HEEDED).view
    cited = Citation.of(catalog, view, datetime.now(UTC).date(), site_address(request, base))
    return Asset(WRITTEN[form](cited).encode(), f".{form}", ASK_FIRST).ready()
