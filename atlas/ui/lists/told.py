"""What a list is asked for by id, and what it says where there is no such thing."""

from collections.abc import Mapping

from atlas.catalog import default_catalog
from atlas.view.query import Query


def unknown(own: Mapping[str, str], layers: Mapping[str, str]) -> dict[str, str]:
    """Name, by key, each id in the address that no row has.

    Parameters
    ----------
    own : mapping of str to str
        What the address holds for the page.
    layers : mapping of str to str
        Key, and the layer or table whose ids it takes.
    """
    catalog = default_catalog()
    found: dict[str, str] = {}
    for key, layer in layers.items():
        rows = catalog.tables[layer] if layer in catalog.tables else catalog.layers[layer].rows
        if own.get(key) and own[key] not in rows:
            query = Query({})
            query.tell(key, own[key], f"an id of {layer}, such as {next(iter(rows))}", "It was left out.")
            found[key] = query.notices[0]
    return found
