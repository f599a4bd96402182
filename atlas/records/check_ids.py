"""Ids: every one that is named stands somewhere, none can be taken for another, and nothing is part of itself."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from atlas.errors import Problem
from atlas.records.container import Loaded
from atlas.records.fields import Row
from atlas.records.models_event import Event
from atlas.records.models_facts import ShipUnit, Sighting, ToldPassage
from atlas.records.models_geography import Limit
from atlas.records.models_position import AtBearing, AtPassage, AtPlace, AtSea
from atlas.records.models_registry import Area, ArticleClaim, Passage
from atlas.records.problems import MOST, did_you_mean, too_many
from atlas.records.walk import Found, every_row, home_of

_LINKS: Final[dict[type[Row], dict[str, str]]] = {
    Event: {"series": "series", "part_of": "events", "related": "events"},
    ShipUnit: {"ship": "ships"},
    Sighting: {"near": "places"},
    AtBearing: {"of": "places"},
    AtPlace: {"place": "places"},
    AtPassage: {"passage": "passages"},
    AtSea: {"sea": "seas"},
    ToldPassage: {"passage": "passages"},
    Passage: {"parts": "passages"},
    Limit: {"between": "seas"},
    Area: {"wider": "areas"},
    ArticleClaim: {"events": "events", "places": "places"},
}
_EVERYWHERE: Final = {"sources": "sources", "date_sources": "sources"}


def references(found: Found) -> Iterator[tuple[str, str, str]]:
    """Give every id that a row names: its field, the table it must stand in, the id."""
    links = _LINKS.get(type(found.row), {}) | _EVERYWHERE
    for field, value in found.row:
        if field in links and value is not None:
            for named in (value,) if isinstance(value, str) else value:
                yield field, links[field], named


def dangling(loaded: Loaded) -> list[Problem]:
    """Report every id in a field that names no row of its table, and every sighting on a route its event lacks."""
    problems = []
    seen: Counter[str] = Counter()
    for found in every_row(loaded.records):
        for field, table, named in references(found):
            if named in loaded.known[table] or table in loaded.unread:
                continue
            seen[found.file] += 1
            if seen[found.file] <= MOST:
                todo = did_you_mean(named, loaded.known[table]) or f"add it to {home_of(table)}"
                problems.append(found.problem(field, named, f"an id of {home_of(table)}", todo))
        if isinstance(found.row, Event):
            problems += _routes(found, found.row)
    return problems + [too_many(file, count) for file, count in seen.items() if count > MOST]


def _routes(found: Found, event: Event) -> Iterator[Problem]:
    """Report sightings on unknown routes, routes without sightings, and orders that do not run from 1."""
    routes: dict[str, list[int]] = {route.id: [] for route in event.routes}
    for number, sighting in enumerate(event.sightings, 1):
        field = f"sightings[{number}]"
        if (sighting.route is None) != (sighting.order is None):
            missing = "order" if sighting.order is None else "route"
            yield found.problem(f"{field}.{missing}", "missing", "route and order together", "add it, or remove both")
        elif sighting.route is not None and sighting.route not in routes:
            todo = did_you_mean(sighting.route, routes) or "add it to routes"
            yield found.problem(f"{field}.route", sighting.route, f"a route of the event: {', '.join(routes)}", todo)
        elif sighting.route is not None and sighting.order is not None:
            routes[sighting.route].append(sighting.order)
    for route, orders in routes.items():
        if sorted(orders) != list(range(1, len(orders) + 1)) or not orders:
            told = f"{route} with orders {orders}"
            yield found.problem("routes", told, "at least one sighting, orders 1, 2, 3 ...", "number them anew")
