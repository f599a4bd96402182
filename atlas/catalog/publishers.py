"""Who stands behind an event: its publishers, as far as they are independent of each other."""

import re
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from atlas.catalog import Catalog

_REST: Final = re.compile(r"\s+(?:via|on|repeating)\s.*|\s*[(,].*")


def publisher(row: Mapping[str, Any]) -> str:
    """Give the publisher of a source without what its name adds: `Xinhua via People's Daily` is Xinhua."""
    return _REST.sub("", row["publisher"]) or str(row["publisher"])


def publishers(catalog: Catalog, event: Mapping[str, Any]) -> frozenset[str]:
    """Give the different publishers of an event's sources, without its weak ones (copies, texts of unknown worth).

    Two of them may still have printed the text of one agency or ministry: their number is the most that there can be
    of independent voices, not the least.
    """
    rows = (catalog.sources.get(name) for name in event["sources"] or ())
    return frozenset(publisher(row) for row in rows if row is not None and not row.get("weak"))


def how_many(catalog: Catalog) -> NDArray[np.int64]:
    """Give the number of publishers of each event, in the order of the layer."""
    rows = catalog.layers["events"].rows.values()
    return np.fromiter((len(publishers(catalog, row)) for row in rows), dtype=np.int64, count=len(rows))
