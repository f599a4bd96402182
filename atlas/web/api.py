"""The addresses for programs: events by query, one event whole, feed, calendar, and the document that tells of them."""

from collections.abc import Awaitable, Callable
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atlas.web.address import Address
from atlas.web.api_events import FOR_MINUTES, PATH, QUICK, events
from atlas.web.asked import asked
from atlas.web.asset import Asset
from atlas.web.limits import CALENDAR_COST, Limits
from atlas.web.problem import ProblemError
from atlas.web.where import site_root

FOR_AN_HOUR: Final = "public, max-age=3600"
LONGEST_ID: Final = 200
Making = Callable[[Request, str], Asset]


def api_routes(base: str, limits: Limits | None = None) -> list[Route]:
    """Give the routes, below the path of the site.

    Parameters
    ----------
    base : str
        Path below which the site lies, without a slash at its end; empty for the root.
    limits : Limits, optional
        How often one reader may ask; all these addresses share it.
    """
    made: dict[str, Making] = {
        f"/{PATH}": events,
        "/event/{name}.json": event,
        "/feed.atom": atom,
        "/events.ics": calendar,
        "/openapi.json": openapi,
        "/api": nothing,
        "/api/{rest:path}": nothing,
    }
    shared = limits or Limits()
    return [
        Route(f"{base}{path}", Address(_answering(making, base), shared, CALENDAR_COST if making is calendar else 1))
        for path, making in made.items()
    ]


def _answering(making: Making, base: str) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        # Packing takes as long as making: both are done beside the loop that serves everybody else.
        return await run_in_threadpool(lambda: making(request, base).answer(request))

    return answer


def event(request: Request, base: str) -> Asset:
    """Give all that is known of one event; 404 names those that are spelled alike."""
    from atlas.catalog import default_catalog  # noqa: PLC0415
    from atlas.export.whole import nearest, whole  # noqa: PLC0415

    catalog, name = default_catalog(), str(request.path_params["name"])
    asked(request, catalog)
    if name not in catalog.layers["events"].rows:
        near = nearest(catalog, name) if len(name) <= LONGEST_ID else []
        site = site_root(request, base)
        more = {"nearest": [{"id": one, "href": f"{site}event/{one}.json"} for one in near]} if near else {}
        raise ProblemError(404, "There is no event of that id; the address api/events lists all.", more=more)
    content = whole(catalog, name, site_root(request, base))
    return Asset(content, ".json", FOR_MINUTES, QUICK, {"Data-Version": catalog.edition.version})


def atom(request: Request, base: str) -> Asset:
    """Give the feed of new and corrected events."""
    from atlas.catalog import default_catalog  # noqa: PLC0415
    from atlas.export.feed import Place, feed  # noqa: PLC0415

    catalog, site = default_catalog(), site_root(request, base)
    view = asked(request, catalog).view
    content = feed(catalog, view, Place(site, f"{site}feed.atom{view.link() if view.to_query() else ''}"))
    return Asset(content, ".atom", FOR_AN_HOUR, QUICK, {"Data-Version": catalog.edition.version})


def calendar(request: Request, base: str) -> Asset:
    """Give the events as a calendar."""
    from atlas.catalog import default_catalog  # noqa: PLC0415
    from atlas.export.ical import calendar as written  # noqa: PLC0415

    catalog, site = default_catalog(), site_root(request, base)
    view = asked(request, catalog).view
    content = written(catalog, view, site, f"{site}events.ics{view.link() if view.to_query() else ''}")
    return Asset(content, ".ics", FOR_AN_HOUR, QUICK, {"Data-Version": catalog.edition.version})


def openapi(request: Request, base: str) -> Asset:
    """Give the document that tells of all these addresses."""
    from atlas.catalog import default_catalog  # noqa: PLC0415
    from atlas.web.openapi import document, written  # noqa: PLC0415

    catalog = default_catalog()
    return Asset(written(document(catalog, site_root(request, base))), ".json", FOR_MINUTES, QUICK)


def nothing(request: Request, base: str) -> Asset:
    """Refuse what lies nowhere below api/."""
    raise ProblemError(404, f"There is nothing here; {site_root(request, base)}openapi.json names every address.")
