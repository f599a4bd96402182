"""The counts behind the strip of time: made for the filters that the query names, whatever it names."""

from urllib.parse import parse_qs

from atlas.web.asset import FOR_EVER, Asset

QUICK = 5  # Brotli's level: these are packed while somebody waits


def counts(path: str, query: str) -> Asset | None:
    """Give the events by month and kind for a query, or None if these are not the counts of this data.

    Parameters
    ----------
    path : str
        Path below the site; it holds a hash of the data.
    query : str
        The filters as in a link of the map page; dates in it do not count, what cannot be read is left out.

    Returns
    -------
    Asset or None
        JSON as `atlas.view.months` describes it.

    Raises
    ------
    AtlasError
        If the layers cannot be read.
    """
    # Importing these takes a second (geopandas): the server is to be healthy before.
    from atlas.catalog import default_catalog  # noqa: PLC0415
    from atlas.view import View, months  # noqa: PLC0415

    catalog = default_catalog()
    if path != months.path(catalog):
        return None
    view, _ = View.from_query(parse_qs(query), catalog)
    return Asset(months.written(catalog, view), ".json", FOR_EVER, QUICK).ready()
