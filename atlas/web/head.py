"""The part of a page's head that differs from link to link: title, description, canonical address, tags for messengers.

Every value is escaped; the address is built from what the request names, and only if that can be a host.
"""

import asyncio
from collections import OrderedDict
from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from atlas.errors import AtlasError
from atlas.web.where import site_address

if TYPE_CHECKING:
    from atlas.catalog import Catalog
    from atlas.export.unfurl import Unfurled

SIZE: Final = (1200, 630)
PATIENCE: Final = 0.3
"""Seconds that a page waits for the data just after the start of the server; then it does without."""
MOST_KEPT: Final = 512
LONGEST: Final = 4_000
MOST_PAIRS: Final = 100
DATASET_PAGES: Final = ("", "take", "method")
"""Pages whose head describes the data to search engines."""


def general(name: str, description: str) -> str:
    """Give the head of a page of which nothing more is known."""
    return f'<title>{escape(name)}</title><meta name="description" content="{escape(description)}">'


class Heads:
    """Makes the heads, and keeps the last of them.

    Parameters
    ----------
    name, description : str
        Those of the atlas.
    pages : mapping of str to str
        Path and title of each page.
    base : str
        Path below which the site lies, without a slash at its end; empty for the root.
    """

    def __init__(self, name: str, description: str, pages: dict[str, str], base: str = "") -> None:
        self.name = name
        self.pages = pages
        self.base = base
        self.plain = general(name, description)
        self._kept: OrderedDict[tuple[str, str, bytes], str] = OrderedDict()
        self._begun = False

    async def of(self, request: Request, page: str) -> str:
        """Give the head of a page as a request asks for it, as HTML.

        Parameters
        ----------
        request : Request
            Its query says what is shown, its host where the site lies.
        page : str
            Path of the page below the site.
        """
        query: bytes = request.scope.get("query_string", b"")
        key = (site_address(request, self.base), page, query if len(query) <= LONGEST else b"")
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        making = asyncio.ensure_future(run_in_threadpool(self._made, *key))
        try:
            head = await asyncio.wait_for(asyncio.shield(making), None if self._begun else PATIENCE)
        except (TimeoutError, AtlasError, OSError):
            making.add_done_callback(_heard)
            return self.plain
        self._begun = True
        self._kept[key] = head
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return head

    def _made(self, site: str, page: str, query: bytes) -> str:
        # Importing these takes a second (geopandas): the server is to be healthy before.
        from atlas.catalog import default_catalog  # noqa: PLC0415
        from atlas.export.dataset import json_ld  # noqa: PLC0415
        from atlas.export.unfurl import unfurl  # noqa: PLC0415

        catalog = default_catalog()
        told = unfurl(page, self.pages[page], read_query(query), catalog)
        data = ""
        if site and page in DATASET_PAGES:
            data = f'<script type="application/ld+json">{json_ld(catalog, site)}</script>'
        return self._tags(told, site, page, catalog) + data

    def _tags(self, told: "Unfurled", site: str, page: str, catalog: "Catalog") -> str:
        title = told.title or self.name
        whole = f"{told.title} · {self.name}" if told.title else self.name
        place = f"{site}{page}{told.link}"
        # The version changes the address of the picture with the data: messengers keep what they have fetched.
        asked = told.picture.to_query() | {"data": f"{catalog.edition.version}-{catalog.version}"}
        picture = f"{site or './'}preview.png?{urlencode(asked)}"
        tags = [
            f"<title>{escape(whole)}</title>",
            _meta("name", "description", told.description),
            _meta("property", "og:type", "website"),
            _meta("property", "og:site_name", self.name),
            _meta("property", "og:locale", "en_GB"),
            _meta("property", "og:title", title),
            _meta("property", "og:description", told.description),
            _meta("property", "og:image", picture),
            _meta("property", "og:image:type", "image/png"),
            _meta("property", "og:image:width", str(SIZE[0])),
            _meta("property", "og:image:height", str(SIZE[1])),
            _meta("property", "og:image:alt", f"Map: {told.title or told.picture.describe(catalog)}"),
            _meta("name", "twitter:card", "summary_large_image"),
            _meta("name", "twitter:title", title),
            _meta("name", "twitter:description", told.description),
            _meta("name", "twitter:image", picture),
        ]
        if site:
            tags += [f'<link rel="canonical" href="{escape(place)}">', _meta("property", "og:url", place)]
        return "".join(tags)


def read_query(query: bytes) -> dict[str, list[str]]:
    """Read a query whatever it holds; one that is too long or has too many pairs counts as none."""
    if len(query) > LONGEST:
        return {}
    try:
        return parse_qs(query.decode("utf-8", "replace"), max_num_fields=MOST_PAIRS)
    except ValueError:
        return {}


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(content)}">'


def _heard(making: "asyncio.Future[str]") -> None:
    """Take note of how a head that nobody waits for came out, lest asyncio complain."""
    if not making.cancelled():
        making.exception()
