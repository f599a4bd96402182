"""Ids: every one that is named stands somewhere, none can be taken for another, and nothing is part of itself."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from atlas.errors import Problem
from atlas.records.container import Loaded
from atlas.records.fields import KEBAB, Row
from atlas.records.models_event import Event
from atlas.records.models_facts import ShipUnit, Sighting, ToldPassage
from atlas.records.models_geography import Limit
from atlas.records.models_position import AtBearing, AtPassage, AtPlace, AtSea
from atlas.records.models_registry import Area, Passage, Zone
from atlas.records.models_story import Step, StepView
from atlas.records.problems import MOST, did_you_mean, field_names, models_at, shown, too_many
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
    Zone: {"landward": "coasts"},
    Area: {"wider": "areas"},
    Step: {"events": "events", "places": "places"},
    StepView: {"series": "series", "area": "areas", "ship": "ships", "strait": "passages"},
}
_EVERYWHERE: Final = {"sources": "sources", "date_sources": "sources", "ordinal_sources": "sources"}


def references(found: Found) -> Iterator[tuple[str, str, str]]:
    """Give every id that a row names: its field, the table it must stand in, the id."""
    links = _LINKS.get(type(found.row), {}) | _EVERYWHERE
    for field, value in found.row:
        if field in links and value is not None:
            for named in (value,) if isinstance(value, str) else value:
                yield field, links[field], named


def _references_of_broken(value: Any, models: Sequence[type[Row]], path: str = "") -> Iterator[tuple[str, str, str]]:
    """Give the same of a row that no model took: its field, the table, the id; what is no id is told already."""
    if isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from _references_of_broken(inner, models, f"{path}[{number}]")
    for key, inner in value.items() if isinstance(value, dict) else ():
        field = f"{path}.{key}" if path else key
        owners = [model for model in models if key in field_names(model)]
        table = next((links[key] for model in owners if key in (links := _LINKS.get(model, {}) | _EVERYWHERE)), None)
        if table is None:
            yield from _references_of_broken(
                inner, [model for owner in owners for model in models_at(owner, key)], field
            )
            continue
        for named in inner if isinstance(inner, list) else [inner]:
            if isinstance(named, str) and re.match(KEBAB, named):
                yield field, table, named


def _all_references(loaded: Loaded) -> Iterator[tuple[Problem, str, str]]:
    """Give every id that is named anywhere: where it stands, the table it must stand in, the id."""
    for found in every_row(loaded.records):
        for field, table, named in references(found):
            yield found.problem(field, "", "", ""), table, named
    for file, record, model, value in loaded.broken:
        for field, table, named in _references_of_broken(value, [model]):
            yield Problem(file, record, field), table, named


def dangling(loaded: Loaded) -> list[Problem]:
    """Report every id in a field that names no row of its table, and every sighting on a route its event lacks."""
    problems = []
    seen: Counter[str] = Counter()
    for where, table, named in _all_references(loaded):
        if named in loaded.known[table] or table in loaded.unread:
            continue
        seen[where.file] += 1
        if seen[where.file] <= MOST:
            todo = did_you_mean(named, loaded.known[table]) or f"add it to {home_of(table)}"
            problems.append(replace(where, value=shown(named), allowed=f"an id of {home_of(table)}", todo=todo))
    for event in loaded.records.events.values():
        problems += _routes(Found(home_of("events", event.id), event.id, "", event), event)
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
