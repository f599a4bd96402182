"""Events counted by month and kind: what the strip of time draws.

The counts do not depend on the range, so a browser fetches them once for each choice of the other filters, under an
address of their own; moving the range sends none of them again.
"""

import json
from functools import cache
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

import numpy as np

from atlas.catalog import Catalog
from atlas.look import KINDS
from atlas.view import View


def by_month(catalog: Catalog, view: View) -> dict[str, Any]:
    """Count the events that pass every filter but the dates by the month in which they began.

    Parameters
    ----------
    catalog : Catalog
        The events.
    view : View
        Its range does not count.

    Returns
    -------
    dict
        `months`: for each month with events a list of the month (in months since January 1970) and the number of each
        kind, in the order of `look.KINDS`.
    """
    chosen = view.mask(catalog.columns, without="dates")
    begun = catalog.columns.start[chosen].astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    place = np.log2(catalog.columns.kind[chosen]).astype(np.int64)
    first = int(begun.min()) if len(begun) else 0
    counts = np.bincount((begun - first) * len(KINDS) + place, minlength=len(KINDS))
    counts = np.pad(counts, (0, -len(counts) % len(KINDS))).reshape(-1, len(KINDS))
    return {"months": [[first + month, *row] for month, row in enumerate(counts.tolist()) if any(row)]}


def written(catalog: Catalog, view: View) -> bytes:
    """Give the counts as JSON (UTF-8)."""
    return json.dumps(by_month(catalog, view), ensure_ascii=False, separators=(",", ":")).encode()


def path(catalog: Catalog) -> str:
    """Give the path of the counts below the site; it changes with the data and with the form of the file."""
    return f"data/months-{_fingerprint(catalog)}.json"


def address(catalog: Catalog, view: View) -> str:
    """Give path and query of the counts of one view: the same for all views that differ in their dates alone."""
    pairs: dict[str, str] = {}
    for one in view.filters:
        if one.field != "dates":
            pairs |= one.pairs()
    return f"{path(catalog)}?{urlencode(pairs)}" if pairs else path(catalog)


@cache
def _fingerprint(catalog: Catalog) -> str:
    everything = written(catalog, View.default(catalog))
    return sha256(catalog.version.encode() + everything).hexdigest()[:12]
