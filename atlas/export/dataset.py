"""The data as search engines and catalogues of data read them: a schema.org Dataset in JSON-LD."""

import json
from typing import Any, Final

import numpy as np

from atlas.catalog import Catalog
from atlas.export import work
from atlas.export.formats import FORMATS

LAYERS: Final[dict[str, str]] = {
    "events": "What happened: kind, dates, states, areas, sources of each event",
    "sightings": "Where something was seen: position, radius, what it rests on, who, sources",
    "routes": "Ways between sightings, told or joined, with length, speed and straits passed",
}
# What could end the script element, or a line of it, is written as JSON's own escape.
_UNSAFE: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def dataset(catalog: Catalog, site: str) -> dict[str, Any]:
    """Describe the data.

    Parameters
    ----------
    catalog : Catalog
        The data.
    site : str
        Address of the site with a slash at its end.

    Returns
    -------
    dict
        A Dataset of schema.org; the box of its place is `south west north east` in degrees (WGS 84).
    """
    edition = catalog.edition
    first, last = catalog.span
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": work.TITLE,
        "description": work.ABSTRACT,
        "url": site,
        "license": work.LICENCE_ADDRESS,
        "version": edition.version,
        "datePublished": edition.released.isoformat(),
        "creator": {"@type": "Organization", "name": work.AUTHORS},
        "isAccessibleForFree": True,
        "inLanguage": "en",
        "keywords": list(work.KEYWORDS),
        "temporalCoverage": f"{first}/{last}",
        **_place(catalog),
        "variableMeasured": [
            {"@type": "PropertyValue", "name": name, "description": told} for name, told in work.MEASURED.items()
        ],
        "distribution": [
            *(
                _download(f"{site}data/latest/{name}.geojson", told, FORMATS["geojson"].media)
                for name, told in LAYERS.items()
            ),
            *(
                _download(f"{site}export/{scope}.{one.suffix}", f"{one.name}: {scope}", one.media.partition(";")[0])
                for one in FORMATS.values()
                for scope in one.scopes
            ),
        ],
    }


def _place(catalog: Catalog) -> dict[str, Any]:
    """Give the smallest box that holds the marks of all events; across the antimeridian its west exceeds its east."""
    points = catalog.layers["events"].frame.geometry.dropna()
    if points.empty:
        return {}
    lon, lat = np.sort(points.x.to_numpy()), points.y
    gap = int(np.argmax(np.diff(lon, append=lon[0] + 360)))  # the widest stretch of the globe without an event
    ends = (lat.min(), lon[(gap + 1) % len(lon)], lat.max(), lon[gap])
    box = {"@type": "GeoShape", "box": " ".join(f"{end:.2f}" for end in ends)}
    return {"spatialCoverage": {"@type": "Place", "geo": box}}


def json_ld(catalog: Catalog, site: str) -> str:
    """Give `dataset` as text that may stand inside a `<script type="application/ld+json">` as it is."""
    return json.dumps(dataset(catalog, site), ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _download(address: str, name: str, kind: str) -> dict[str, str]:
    return {"@type": "DataDownload", "name": name, "encodingFormat": kind, "contentUrl": address}
