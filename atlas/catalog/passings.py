"""The passages through straits, one by one: as sources tell them, and as the ways that we joined cross their gates."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from shapely import Point
from shapely.geometry.base import BaseGeometry

from atlas.catalog.facts import Facts
from atlas.catalog.straits import Strait
from atlas.measure.gates import Gate, km_from
from atlas.vocabulary import BEARINGS

Rows = Mapping[str, Facts]
TURN: Final = 360 / len(BEARINGS)


@dataclass(frozen=True)
class Near:
    """A sighting beside a gate: its id, how many kilometres it lies from the gate, and how many it may be off."""

    sighting: str
    km: float
    radius_km: float


@dataclass(frozen=True)
class Passing:
    """One passage of a group through a strait.

    Parameters
    ----------
    id, event : str
        Its own id, and that of the event.
    strait : str
        Id of the strait or channel, as told; of one that nobody tells, the gate that our way crosses.
    whole : str
        Id of the strait in which it is counted: that of a channel.
    told : bool
        Whether a source tells it.
    by_air : bool
        Whether aircraft passed and not ships.
    first, last : str or None
        Day, or the days between which it lies; ISO 8601. Of one that is told without a day they are the event's, of an
        untold one those of the two sightings; None for an end that is open.
    precision : str
        How well the day is known, of `vocabulary.DatePrecision`; `unknown` where none is told.
    who : str
        The group.
    direction : str or None
        Point of the compass as told; None where none is told.
    way : int or None
        Which of the two ways of the strait (`Strait.ways`) that is; of an untold one, which one our way takes.
    gate, course : str or None
        Gate that our way crosses, and point of the compass in which it does; None where no way of ours crosses one.
    leg : str or None
        Id of that leg.
    near : Near or None
        Sighting nearest to the gate: for one told and seen in the gate itself the one that was made there, for an
        untold one the nearer end of the leg.
    sources : tuple of str
        Ids of the sources that tell it; of an untold one, of the two sightings that we joined.
    explanation : str or None
        What the record says about its not being computed.
    """

    id: str
    event: str
    strait: str
    whole: str
    told: bool
    by_air: bool
    first: str | None
    last: str | None
    precision: str
    who: str
    direction: str | None
    way: int | None
    gate: str | None
    course: str | None
    leg: str | None
    near: Near | None
    sources: tuple[str, ...]
    explanation: str | None

    @property
    def how(self) -> str:
        """How it is known.

        `leg`: told, and a way of ours crosses the gate; `seen`: told, and seen in the gate itself; `told`: told only;
        `untold`: computed only.
        """
        if not self.told:
            return "untold"
        return "leg" if self.leg else "seen" if self.near else "told"

    @property
    def day(self) -> str | None:
        """The day that a source tells, however well; None where none does."""
        return self.last if self.told and self.precision != "unknown" else None

    @property
    def year(self) -> int | None:
        """Its year; None where it is not known."""
        first, last = (self.first or "")[:4], (self.last or "")[:4]
        return int(first) if first and first == last else None


@dataclass(frozen=True)
class Makings:
    """What passings are made from: events, sightings, legs and crossings by id, the straits, places of sightings."""

    events: Rows
    sightings: Rows
    legs: Rows
    crossings: Rows
    straits: Mapping[str, Strait]
    points: Mapping[str, BaseGeometry | None]


def passings(makings: Makings) -> tuple[Passing, ...]:
    """Give all passages: event by event, first the told ones in the order of the record, then those only computed."""
    own: dict[str, list[Facts]] = {}
    for row in makings.crossings.values():
        own.setdefault(row["event"], []).append(row)
    seen: dict[str, list[Facts]] = {}
    for row in makings.sightings.values():
        seen.setdefault(row["event"], []).append(row)
    return tuple(
        passing
        for event in makings.events.values()
        for passing in _of_event(makings, event, own.get(event["id"], []), seen.get(event["id"], []))
    )


def _of_event(makings: Makings, event: Facts, crossings: list[Facts], seen: list[Facts]) -> Iterator[Passing]:
    # The build writes one crossing for each told passage, in the order of the record, and then those that nobody tells.
    found = [row for row in crossings if row["told"]]
    for place, told in enumerate(event["passages"] or ()):
        if told["passage"] in makings.straits:
            yield _told(makings, event, told, found[place] if place < len(found) else None, seen)
    for row in crossings:
        if not row["told"] and row["passage"] in makings.straits and row["leg"] in makings.legs:
            yield _untold(makings, row)


def _told(makings: Makings, event: Facts, told: Mapping[str, Any], found: Facts | None, seen: list[Facts]) -> Passing:
    strait = makings.straits[told["passage"]]
    leg = makings.legs.get(found["leg"] or "") if found else None
    crossed = _crossed(leg, found["passage"]) if leg and found else None
    spot = (found["remark"] or "").removeprefix("sighting ") if found and found["computed"] and not leg else ""
    day, direction = told.get("date"), told.get("direction")
    return Passing(
        id=found["id"] if found else f"{event['id']}-{strait.id}",
        event=event["id"],
        strait=strait.id,
        whole=strait.whole,
        told=True,
        by_air=_by_air(makings, event, leg, spot),
        first=day or event["start"],
        last=day or event["end"],
        precision=_precision(day, seen),
        who=told.get("who") or "",
        direction=direction,
        way=strait.way(BEARINGS.index(direction) * TURN) if direction in BEARINGS else None,
        gate=found["passage"] if leg and found else None,
        course=crossed,
        leg=leg["id"] if leg else None,
        near=_nearest(makings, strait, [spot]),
        sources=tuple(told.get("sources") or ()),
        explanation=told.get("explanation"),
    )


def _untold(makings: Makings, row: Facts) -> Passing:
    strait, leg = makings.straits[row["passage"]], makings.legs[row["leg"]]
    ends = [leg["from"], leg["to"]]
    sources = [source for end in ends if end in makings.sightings for source in makings.sightings[end]["sources"]]
    return Passing(
        id=row["id"],
        event=row["event"],
        strait=strait.id,
        whole=strait.whole,
        told=False,
        by_air=leg["kind"] == "air",
        first=leg["from_date"],
        last=leg["to_date"],
        precision="day",
        who=row["who"] or "",
        direction=None,
        way=strait.way(BEARINGS.index(row["direction"]) * TURN),
        gate=strait.id,
        course=row["direction"],
        leg=leg["id"],
        near=_nearest(makings, strait, ends),
        sources=tuple(dict.fromkeys(sources)),
        explanation=None,
    )


def _crossed(leg: Facts, gate: str) -> str | None:
    """Give the point of the compass in which a leg goes through a gate."""
    return next((row["direction"] for row in leg["passages"] or () if row["passage"] == gate), None)


def _by_air(makings: Makings, event: Facts, leg: Facts | None, spot: str) -> bool:
    """Say whether aircraft passed: as the leg says, else those at the sighting in the gate, else the kind."""
    legs = [leg] if leg else [row for row in makings.legs.values() if spot and spot in (row["from"], row["to"])]
    kinds = {row["kind"] for row in legs}
    return kinds == {"air"} if kinds else event["kind"] == "air-patrol"


def _precision(day: str | None, seen: Sequence[Facts]) -> str:
    """Say how well a told day is known: as well as the best sighting of that day, exactly where there is none."""
    if day is None:
        return "unknown"
    known = {row["date_precision"] for row in seen if row["date"] == day}
    return "day" if not known or "day" in known else min(known)


def _nearest(makings: Makings, strait: Strait, names: Iterable[str]) -> Near | None:
    """Give the sighting that lies nearest to a gate of a strait, of those that have a place."""
    found = [
        Near(name, _km(strait.gates.values(), (point.x, point.y)), makings.sightings[name]["radius_km"] or 0.0)
        for name in names
        if name in makings.sightings and isinstance(point := makings.points.get(name), Point)
    ]
    return min(found, key=lambda near: near.km, default=None) if strait.gates else None


def _km(gates: Iterable[Gate], point: tuple[float, float]) -> float:
    return min((km_from(gate, point) for gate in gates), default=0.0)
