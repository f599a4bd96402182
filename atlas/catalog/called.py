"""By what an event is called: every name that a reader may look for it by."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from atlas.catalog import Catalog, Facts
from atlas.vocabulary import KIND, STATE

NOTHING: Final = Facts()


def called(catalog: Catalog, event: str) -> tuple[str, ...]:
    """Give the names of an event and of all that is in it.

    Parameters
    ----------
    catalog : Catalog
        Knows the event, its ships, places, straits, areas and series.
    event : str
        Its id.

    Returns
    -------
    tuple of str
        Title, local names, kind, states and series; each ship with its hull number, local names and every spelling
        that a source uses; types of units without a name; areas, straits passed and places of sightings, as the record
        words them and with their local names. Each once, in this order.
    """
    row = catalog.event(event)
    return tuple(dict.fromkeys(name for name in _names(catalog, row) if name))


def _names(catalog: Catalog, row: Mapping[str, Any]) -> Iterator[str | None]:
    yield from (row["title"], *_local(row), *KIND[row["kind"]], *(STATE.get(code) for code in row["states"]))
    if row["series"]:
        yield catalog.series[row["series"]]["name"] if row["series"] in catalog.series else row["series"]
    for unit in row.get("units") or ():
        ship = catalog.ships.get(unit.get("ship") or "")
        yield from _of_ship(ship) if ship else (unit.get("label"), unit.get("type"), unit.get("class"))
    yield from row.get("areas") or ()
    for passed in row.get("passages") or ():
        strait = catalog.layers["passages"].rows.get(passed["passage"], NOTHING)
        yield from (strait.get("name"), *_local(strait))
    for seen in catalog.sightings_of(row["id"]):
        place = catalog.layers["places"].rows.get(seen.get("place_id") or "", NOTHING)
        yield from (seen.get("place"), seen.get("as_stated"), place.get("name"), *_local(place))


def _of_ship(ship: Mapping[str, Any]) -> Iterator[str | None]:
    yield from (ship["name"], ship.get("hull"), ship.get("class"), ship.get("type"))
    yield from (*_local(ship), *(ship.get("aliases") or ()))


def _local(row: Mapping[str, Any]) -> Iterator[str]:
    """Give the names of a row in other languages."""
    yield from (row.get("names") or {}).values()
