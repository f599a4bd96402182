"""The models of what the build computes: the fields that stand in the layers beside those of the records."""

from typing import Literal

from pydantic import Field

from atlas.measure.zones import Where, Why
from atlas.records.fields import Bearing, Day, Id, Line, LonLat, Row, Text
from atlas.vocabulary import Basis


class NearCoast(Row):
    """The closest approach to one coast; see `closest` in geodata/README.md."""

    coast: Id
    """Id of the coast."""
    km: float
    """Least distance in kilometres, on the ellipsoid."""
    error_km: float
    """How far it may be off: the radius of the position and the error of the coast, added."""
    from_: LonLat = Field(alias="from")
    """Where on the sighting or leg, [longitude, latitude]."""
    to: LonLat
    """Where on the coast, [longitude, latitude]."""


class InZone(Row):
    """How something lies to one declared zone; see `zones` in geodata/README.md."""

    zone: Id
    """Id of the zone."""
    where: Where
    """Whether it is certainly inside or outside, inside for a part of the way, or unclear."""
    why: Why | None
    """Why it is unclear; null elsewhere."""
    km: float
    """Distance to the zone's known limit, in kilometres."""


class GateCoast(Row):
    """How close whoever passes a gate comes to one coast."""

    coast: Id
    """Id of the coast."""
    at_most_km: float
    """The coast is not further off than this, in kilometres, wherever the gate is passed."""
    error_km: float
    """How far that may be off, in kilometres."""


class CrossedGate(Row):
    """A strait that a leg crosses, as computed."""

    passage: Id
    """Id of the passage."""
    direction: Bearing
    """Direction of the crossing, one of 16 compass points."""


class Measured(Row):
    """What is measured of a sighting or a leg."""

    closest: tuple[NearCoast, ...] | None
    """Coasts within 1,000 km, the nearest first; null where nothing can be measured."""
    zones: tuple[InZone, ...] | None
    """Declared zones within 1,000 km; null where nothing can be measured."""


class OfEvent(Row):
    """What the build adds to an event."""

    sightings: int
    """How many sightings the event has."""
    drawable: int
    """How many of them can be drawn."""


class OfSighting(Measured):
    """What the build adds to a sighting."""

    id: Id
    """The event's id and `-s01`, `-s02` and so on, in the order of the record."""
    event: Id
    """Id of the event."""
    place_id: Id | None
    """Id of the place that the words mean."""
    as_stated: Line | None
    """Distance and bearing as stated, in words."""
    basis: Basis
    """What the point rests on."""
    radius_km: int
    """Honest blur in kilometres: where it was lies somewhere in this circle."""
    drawable: bool
    """False where the point is too vague to be drawn; the geometry is null then."""


class Leg(Measured):
    """The shortest way over water between two sightings of one group, or the straight line of a flight."""

    id: Id
    """Id of the route and `-l01`, `-l02` and so on."""
    event: Id
    """Id of the event."""
    route: Id
    """Id of the route."""
    order: int
    """Number of the leg in its route, from 1."""
    kind: Literal["air", "ship"]
    """Who went: aircraft or ships."""
    who: Line | None
    """Which ships or aircraft."""
    from_: Id = Field(alias="from")
    """Id of the sighting at which it begins."""
    to: Id
    """Id of the sighting at which it ends."""
    from_date: Day | None
    """Day at its begin."""
    to_date: Day | None
    """Day at its end."""
    told: bool
    """Whether a source tells the way; if not, only we join the two points."""
    km: float
    """Length of the line in kilometres, on the ellipsoid."""
    hours: float | None
    """Longest time that dates and times allow; null where they do not say."""
    knots: float | None
    """Speed that length and hours ask for."""
    passages: tuple[CrossedGate, ...]
    """Straits whose gates the line crosses."""
    skipped: tuple[Id, ...]
    """Ids of sightings between the two that are too vague to lead the line through."""
    gap_km: float | None
    """Length left out in the middle, where the way of a flight is not known; null for none."""


class Crossing(Row):
    """A passage of a strait: told by sources, computed by the build, or both."""

    id: Id
    """The event's id and `-c01`, `-c02` and so on."""
    event: Id
    """Id of the event."""
    passage: Id
    """Id of the passage."""
    date: Day | None
    """Day, where it is known."""
    direction: Bearing | None
    """Direction, as told or computed."""
    who: Line | None
    """Who passed."""
    told: bool
    """Whether a source tells it."""
    computed: bool
    """Whether a leg or a sighting in the gate shows it."""
    how: Literal["leg", "seen in the gate"] | None
    """What shows it."""
    leg: Id | None
    """Id of the leg that crosses."""
    remark: Text | None
    """Why the two differ, or which sighting shows it."""


class ExplainedField(Row):
    """One field, as the data dictionary has it; texts are Markdown."""

    name: Line
    """Its name."""
    type: Text
    """Its type in words."""
    needed: str
    """Whether a record must have it, or what holds where it has not; empty in built files, where every field stands."""
    meaning: Text
    """What it means."""


class Explained(Row):
    """One kind of row, as the data dictionary has it; texts are Markdown."""

    id: Line
    """Its own id."""
    file: Line
    """The file in which it stands, below geodata/."""
    name: Line
    """How it is called."""
    about: Text
    """What it is."""
    fields: tuple[ExplainedField, ...]
    """Its fields in order."""


class PositionRule(Row):
    """How a position of one form becomes a point, a basis and a radius; texts are Markdown."""

    id: Id
    """Its own id."""
    at: Line
    """The form in which a record states the position."""
    point: Line
    """How the point is had."""
    basis: Line
    """What the point rests on."""
    radius: Text
    """How far it may be off, in kilometres."""


class Ground(Row):
    """A piece of land or a shore."""

    id: Line
    """Stable id, or a running number."""
    source: Line
    """Where the shape is from."""


class Shore(Ground):
    """A coast to which is measured."""

    name: Line
    """Name in English; both names where it is disputed."""


class OfSea(Row):
    """What the build adds to a sea."""

    area_km2: int
    """Area of the whole sea in square kilometres, before it was cut and simplified."""


class OfPassage(Row):
    """What the build adds to a strait."""

    ends: tuple[Line, ...]
    """Cape or island at each end of the gate line."""
    coasts: tuple[GateCoast, ...] | None
    """Coasts that whoever passes comes close to; null for a name that covers the gates of its parts."""


class Cited(Row):
    """What the build adds to what events name."""

    events: tuple[Id, ...]
    """Ids of the events in which it stands."""
