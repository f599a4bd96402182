"""Shapes of the registry: a gate is a line or names its parts, a zone is a line or a ring, a limit goes somewhere."""

from collections.abc import Iterator

from atlas.errors import Problem
from atlas.records.container import Records
from atlas.records.fields import LonLat
from atlas.records.models_geography import Limit
from atlas.records.models_registry import Passage, Zone
from atlas.records.walk import Found, every_row, leads_to_itself


def check_shapes(records: Records) -> Iterator[Problem]:
    """Report gates, zones and limit lines that nothing can be drawn or measured with."""
    parts = {passage.id: passage.parts for passage in records.passages.values()}
    for found in every_row(records):
        if isinstance(found.row, Passage):
            yield from _gate(found, found.row)
            if leads_to_itself(found.record, parts):
                told = ", ".join(found.row.parts)
                yield found.problem("parts", told, "passages that it is no part of", "break the circle")
        elif isinstance(found.row, Zone):
            yield from _zone(found, found.row)
        elif isinstance(found.row, Limit) and len(set(found.row.points)) < len(found.row.points):
            yield found.problem("points", "a point twice", "each point once", "remove one of the two")


def _gate(found: Found, passage: Passage) -> Iterator[Problem]:
    """Check that a passage has a gate line of some length, or parts."""
    if bool(passage.gate) == bool(passage.parts):
        told = "both a gate and parts" if passage.gate else "neither a gate nor parts"
        yield found.problem("gate", told, "one of the two", "keep the gate, or name the parts")
    elif passage.gate and len({(end.lon, end.lat) for end in passage.gate}) < 2:
        yield found.problem("gate", "one point", "two ends that differ", "add the other end")


def _zone(found: Found, zone: Zone) -> Iterator[Problem]:
    """Check that the corners of a zone make a line, or a ring that does not cross itself."""
    corners = list(zone.vertices)
    if zone.closed and corners[0] == corners[-1]:
        corners.pop()
    if len(set(corners)) < len(corners):
        yield found.problem("vertices", "a corner twice", "each corner once", "remove one of the two")
    elif zone.closed and len(corners) < 3:
        told = f"{len(corners)} corners"
        yield found.problem("vertices", told, "3 or more in a ring", "add corners, or write `closed: false`")
    elif zone.closed and _crosses_itself(corners):
        yield found.problem("vertices", "a ring that crosses itself", "corners in order", "put them in order")


def _crosses_itself(ring: list[LonLat]) -> bool:
    """Say whether two sides of a ring cross that do not meet in a corner; in degrees, as it is drawn."""
    sides = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    return any(
        _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0
        for number, (a, b) in enumerate(sides)
        for c, d in sides[number + 1 :]
    )


def _side(a: LonLat, b: LonLat, point: LonLat) -> float:
    """Give on which side of the line from a to b a point lies: positive left of it, negative right, 0 on it."""
    return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])
