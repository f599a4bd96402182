"""The events that a query chooses, page by page, as GeoJSON or CSV."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from starlette.requests import Request

from atlas.web.accept import wanted
from atlas.web.asked import Asked, asked
from atlas.web.asset import MEDIA_TYPES, Asset
from atlas.web.paging import PAGE, PER_PAGE, Paging
from atlas.web.parameter import Parameter, Word
from atlas.web.problem import ProblemError
from atlas.web.where import site_root

if TYPE_CHECKING:  # importing these takes a second (geopandas): the server is to be healthy before
    from atlas.catalog import Catalog

PATH: Final = "api/events"
FOR_MINUTES: Final = "public, max-age=300"
QUICK: Final = 4  # Brotli's and gzip's level: these are packed while somebody waits
FORMS: Final = {
    "application/geo+json": "geojson",
    "application/json": "geojson",
    "text/csv": "csv",
}
ORDER: Final = "start descending, then end descending, then id ascending"
FORMAT: Final = Word("The form of the answer, whatever the Accept header says.", ("geojson", "csv"))
OWN: Final[Mapping[str, Parameter]] = {"page": PAGE, "per_page": PER_PAGE, "format": FORMAT}
"""The parameters of this address beside those of a view."""


def events(request: Request, base: str) -> Asset:
    """Answer a request for events; it takes some ms, call it in a thread.

    Parameters
    ----------
    request : Request
        With the query of a page, and `OWN`.
    base : str
        Path below which the site lies, without a slash at its end.

    Raises
    ------
    ProblemError
        400 for a query that cannot be followed, 404 for a page that there is not, 406 for a form that there is not.
    """
    from atlas.catalog import default_catalog  # noqa: PLC0415
    from atlas.export.features import collection, newest_first, spreadsheet  # noqa: PLC0415
    from atlas.export.taken import Taken  # noqa: PLC0415

    catalog = default_catalog()
    found = asked(request, catalog, OWN)
    form = found.own["format"] or wanted(request.headers.get("accept", ""), FORMS)
    if form is None:
        raise ProblemError(406, f"This address gives {' or '.join(FORMS)}; ask for one of them, or by format=.")
    site = site_root(request, base)
    places = newest_first(catalog, found.view)
    paging = Paging(found.own["page"], found.own["per_page"], len(places))
    chosen = places[paging.rows].tolist()
    links = _links(found, form, paging, site)
    if form == "csv":
        content = spreadsheet(Taken(catalog, found.view, site), chosen)
    else:
        told = _told(catalog, found, paging, len(chosen)) | {"links": links}
        content = collection(catalog, told, chosen, site)
    return Asset(content, f".{form}", FOR_MINUTES, QUICK, _headers(catalog, paging, len(chosen), links))


def _told(catalog: "Catalog", found: Asked, paging: Paging, number: int) -> dict[str, Any]:
    """Give what an answer says of itself."""
    from atlas.export import work  # noqa: PLC0415

    ignored = {"ignored": list(found.ignored)} if found.ignored else {}
    return {
        "type": "FeatureCollection",
        "numberMatched": paging.total,
        "numberReturned": number,
        "view": found.view.describe(catalog),
        "order": ORDER,
        "version": catalog.edition.version,
        "released": catalog.edition.released.isoformat(),
        "licence": work.LICENCE,
        "attribution": f"{work.TITLE}, {catalog.edition.version}",
        **ignored,
    }


def _links(found: Asked, form: str, paging: Paging, site: str) -> list[dict[str, str]]:
    """Give links as OGC API has them: to this page and its neighbours, and to the same in other forms."""
    from atlas.export import work  # noqa: PLC0415

    query, own = found.view.to_query(), _media(form)
    asked_for = {"format": form} if found.own["format"] else {}
    pages = paging.links(f"{site}{PATH}", query | asked_for)
    links = [{"rel": rel, "type": own, "href": href} for rel, href in pages.items()]
    for other in FORMAT.known:
        if other != form:
            pages = paging.links(f"{site}{PATH}", query | {"format": other})
            links.append({"rel": "alternate", "type": _media(other), "href": pages["self"]})
    return [
        *links,
        {"rel": "alternate", "type": "text/html", "href": f"{site}events{found.view.link()}"},
        {"rel": "enclosure", "type": own, "href": f"{site}export/events.{form}{found.view.link()}"},
        {"rel": "describedby", "type": "application/json", "href": f"{site}data/latest/schema.json"},
        {"rel": "license", "type": "text/html", "href": work.LICENCE_ADDRESS},
        {"rel": "service-desc", "type": "application/vnd.oai.openapi+json;version=3.1", "href": f"{site}openapi.json"},
    ]


def _headers(catalog: "Catalog", paging: Paging, number: int, links: list[dict[str, str]]) -> dict[str, str]:
    linked = (f'<{one["href"]}>; rel="{one["rel"]}"; type="{one["type"]}"' for one in links)
    return {
        "Data-Version": catalog.edition.version,
        "Link": ", ".join(linked),
        "OGC-NumberMatched": str(paging.total),
        "OGC-NumberReturned": str(number),
        "Vary": "Accept",
    }


def _media(form: str) -> str:
    """Give the media type of a form, without its parameters."""
    return MEDIA_TYPES[f".{form}"].partition(";")[0]
