"""All that the atlas knows of one event, as one JSON document: what its page shows, with every source written out."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, Final

import shapely

from atlas.catalog import Catalog
from atlas.catalog.kin import relatives
from atlas.export import work
from atlas.export.cells import compact
from atlas.export.features import addresses, feature
from atlas.export.history import changes

NEAREST: Final = 5
_MOST_LOOKED_AT: Final = 2_000


def whole(catalog: Catalog, event: str, site: str) -> bytes:
    """Write what is known of an event.

    Parameters
    ----------
    catalog : Catalog
        Where it is known.
    event : str
        Its id; KeyError if there is none.
    site : str
        Address of the site, with a slash at its end.

    Returns
    -------
    bytes
        JSON: `event` is a GeoJSON feature with its claims, conflicts, responses and corrections; `sightings` and `legs`
        are collections of features; `crossings`, `ships` and `sources` are rows of their tables; `relatives` are
        other events; `history` tells what became of the record, the oldest first.
    """
    row = catalog.event(event)
    seen, legs = catalog.sightings_of(event), catalog.legs_of(event)
    told: dict[str, Any] = {
        "id": event,
        "title": row["title"],
        "version": catalog.edition.version,
        "released": catalog.edition.released.isoformat(),
        "licence": work.LICENCE,
        "attribution": f"{work.TITLE}, {catalog.edition.version}",
        "links": [
            {"rel": "self", "type": "application/json", "href": addresses(event, site)["json"]},
            {"rel": "alternate", "type": "text/html", "href": addresses(event, site)["link"]},
            {"rel": "describedby", "type": "application/json", "href": f"{site}data/latest/schema.json"},
            {"rel": "license", "type": "text/html", "href": work.LICENCE_ADDRESS},
            {
                "rel": "service-desc",
                "type": "application/vnd.oai.openapi+json;version=3.1",
                "href": f"{site}openapi.json",
            },
        ],
    }
    crossings = [one for one in catalog.crossings.values() if one["event"] == event]
    beside = {
        "crossings": crossings,
        "ships": [catalog.ships[name] for name in _ships(catalog, row)],
        "sources": [catalog.sources[name] for name in sorted({*_cited((row, seen, crossings))} & set(catalog.sources))],
        "relatives": list(_relatives(catalog, event, site)),
        "history": [_change(one) for one in changes(row)],
    }
    parts = [
        compact(told)[1:-1],
        f'"event":{_features(catalog, "events", [row], addresses(event, site))[0]}',
        f'"sightings":{_collection(_features(catalog, "sightings", seen))}',
        f'"legs":{_collection(_features(catalog, "routes", legs))}',
        compact(beside)[1:-1],
    ]
    return ("{" + ",\n".join(parts) + "}\n").encode()


def nearest(catalog: Catalog, event: str) -> list[str]:
    """Give the ids of events that are spelled most like one that there is not, the likest first."""
    having = _by_word(catalog)
    found: dict[str, None] = {}
    for word in sorted({*event.lower().split("-")} & having.keys(), key=lambda one: (len(having[one]), one)):
        found |= dict.fromkeys(having[word][: _MOST_LOOKED_AT - len(found)])
    return get_close_matches(event, found or list(catalog.layers["events"].rows)[:_MOST_LOOKED_AT], n=NEAREST)


@cache
def _by_word(catalog: Catalog) -> dict[str, list[str]]:
    """Give the ids of events by each word in them: comparing a text with every id takes seconds where they are many."""
    found: dict[str, list[str]] = {}
    for name in catalog.layers["events"].rows:
        for word in dict.fromkeys(name.split("-")):
            found.setdefault(word, []).append(name)
    return found


def _features(
    catalog: Catalog, layer: str, rows: Iterable[Mapping[str, Any]], more: dict[str, str] | None = None
) -> list[str]:
    own = list(rows)
    if not own:
        return []
    shapes = shapely.to_geojson(catalog.layers[layer].frame.geometry.loc[[row["id"] for row in own]].array)
    return [feature(row, shape, more) for row, shape in zip(own, shapes, strict=True)]


def _collection(features: Iterable[str]) -> str:
    return f'{{"type":"FeatureCollection","features":[{",".join(features)}]}}'


def _ships(catalog: Catalog, row: Mapping[str, Any]) -> list[str]:
    named = (unit.get("ship") for unit in row.get("units") or ())
    return [name for name in dict.fromkeys(named) if name in catalog.ships]


def _cited(value: Any) -> Iterator[str]:
    """Find every id of a source in rows: whatever stands under a key that ends with `sources`."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key.endswith("sources") and isinstance(inner, list | tuple):
                yield from (name for name in inner if isinstance(name, str))
            else:
                yield from _cited(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _cited(inner)


def _relatives(catalog: Catalog, event: str, site: str) -> Iterator[dict[str, Any]]:
    for one in relatives(catalog, event):
        told = {"whole": one.whole, "part": one.part, "told": one.told, "ships": one.ships}
        yield {"id": one.event, "title": catalog.event(one.event)["title"], **told, **addresses(one.event, site)}


def _change(change: Any) -> dict[str, Any]:
    corrections = [{"what": one.what, "sources": one.sources} for one in change.corrections]
    return {"date": change.day, "what": change.what, "corrections": corrections, "id": change.urn}
