"""The Atom feed of new and corrected events.

Written with the standard library: it escapes and nests as XML asks. feedgen would do that through lxml, two packages
for ten elements, and would refuse a character that XML does not allow where a feed had better show the rest.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import numpy as np
from numpy.typing import NDArray

from atlas.catalog import Catalog
from atlas.export import work
from atlas.export.history import Change, changes, uuid_of
from atlas.export.telling import head, publishers
from atlas.view import View
from atlas.vocabulary import KIND

MOST: Final = 100
"""The most entries of a feed: the newest."""
RIGHTS: Final = f"Creative Commons Attribution 4.0 International ({work.LICENCE_WORDS})"
ATOM: Final = "http://www.w3.org/2005/Atom"
XHTML: Final = "http://www.w3.org/1999/xhtml"
WORDS: Final = {"new": "New", "corrected": "Corrected", "revised": "Revised"}
_ILLEGAL: Final = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


@dataclass(frozen=True)
class Place:
    """Where the feed lies.

    Parameters
    ----------
    site : str
        Address of the site, with a slash at its end.
    feed : str
        Address of the feed itself, with its query.
    """

    site: str
    feed: str


def newest(catalog: Catalog, view: View) -> tuple[list[Change], int]:
    """Give the newest changes to the events of a view, the newest first, and how many there are in all.

    Of one day, corrections stand before what is new, and events that began later before others.
    """
    every, places = _every(catalog)
    found = np.flatnonzero(view.mask(catalog.columns)[places])
    return [every[one] for one in found[:MOST]], len(found)


@cache
def _every(catalog: Catalog) -> tuple[list[Change], NDArray[np.intp]]:
    """Give every change, the newest first, and the place of its event in the layer."""
    found = [
        (one.day, one.what != "new", row["start"], row["id"], place, one)
        for place, row in enumerate(catalog.layers["events"].rows.values())
        for one in changes(row)
    ]
    found.sort(key=lambda entry: entry[:4], reverse=True)
    return [entry[-1] for entry in found], np.array([entry[-2] for entry in found], dtype=np.intp)


def feed(catalog: Catalog, view: View, place: Place) -> bytes:
    """Write the feed of a view.

    Parameters
    ----------
    catalog : Catalog
        The events.
    view : View
        Its filters choose the events whose changes are told.
    place : Place
        Where it lies; ids do not depend on that.

    Returns
    -------
    bytes
        Atom (RFC 4287) in UTF-8, the newest entry first, at most `MOST`.
    """
    shown, total = newest(catalog, view)
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    sentence = view.describe(catalog)
    _add(root, "id", uuid_of("feed", urlencode(_filters(view))).urn)
    _add(root, "title", f"{work.TITLE}: {sentence}")
    bound = f"the newest {MOST} of {total} changes" if total > MOST else f"all {total} changes"
    _add(root, "subtitle", f"New and corrected events; {bound}, the newest first. Data {catalog.edition.version}.")
    _add(root, "updated", _moment(shown[0].day if shown else catalog.edition.released.isoformat()))
    _add(root, "rights", RIGHTS)
    _add(_add(root, "author"), "name", work.TITLE)
    _add(root, "icon", f"{place.site}assets/favicon.svg")
    _add(root, "link", rel="self", type="application/atom+xml", href=place.feed)
    _add(root, "link", rel="alternate", type="text/html", href=f"{place.site}events{view.link()}")
    for change in shown:
        root.append(_entry(catalog, change, place.site))
    content: bytes = ET.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + content


def _filters(view: View) -> dict[str, str]:
    """Give what a feed's id is made of: the filters as a link has them, without what only says how a page looks."""
    return {key: value for one in view.filters for key, value in one.pairs().items()}


def _entry(catalog: Catalog, change: Change, site: str) -> ET.Element:
    row = catalog.event(change.event)
    named = urlencode({"id": change.event})
    entry = ET.Element("entry")
    _add(entry, "id", change.urn)
    _add(entry, "title", f"{WORDS[change.what]}: {row['title']}")
    _add(entry, "updated", _moment(change.day))
    _add(entry, "published", _moment(change.day))
    _add(entry, "link", rel="alternate", type="text/html", href=f"{site}event?{named}")
    _add(entry, "link", rel="related", type="application/json", href=f"{site}event/{change.event}.json")
    _add(entry, "category", term=row["kind"], label=KIND[row["kind"]][0])
    _add(entry, "summary", row.get("summary") or head(row))
    content = _add(entry, "content", type="xhtml")
    content.append(_body(catalog, change, row))
    return entry


def _body(catalog: Catalog, change: Change, row: Any) -> ET.Element:
    body = ET.Element("div", {"xmlns": XHTML})
    _add(body, "p", head(row))
    if row.get("summary"):
        _add(body, "p", row["summary"])
    if change.what == "revised":
        _add(body, "p", f"The record was changed on {change.day}; it does not say in what.")
    if change.corrections:
        _add(body, "p", f"Corrected on {change.day}:")
        points = _add(body, "ul")
        for one in change.corrections:
            _add(points, "li", _with(one.what, publishers(catalog, one.sources)))
    if told := publishers(catalog, row.get("sources") or ()):
        _add(body, "p", f"Sources: {told}.")
    return body


def _with(what: str, names: str) -> str:
    return f"{what} ({names})" if names else what


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, {name: legal(value) for name, value in attributes.items()})
    element.text = None if text is None else legal(text)
    return element


def legal(text: str) -> str:
    """Give a text with a sign in place of each character that XML has no place for."""
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)


def _moment(day: str) -> str:
    """Give a day as the moment that Atom asks for: records tell days, so it is the beginning of one."""
    return f"{day}T00:00:00Z"
