"""The rows of an event: its ships, groups, sightings, passages and what states said and did."""

from typing import Annotated, Any, Final

from pydantic import Discriminator, Field, Tag

from atlas.records.fields import Bearing, Clock, Count, Day, Id, Kilometres, Line, Row, SourceIds, State, Text
from atlas.records.models_position import At
from atlas.vocabulary import Basis, DatePrecision, Role


class ShipUnit(Row):
    """A named ship that took part."""

    ship: Id
    """Id of the ship in registry/ships.yaml."""
    note: Text | None = None
    """What a source says about this ship in this event."""
    sources: SourceIds
    """Ids of the sources that name the ship."""


class GroupUnit(Row):
    """Ships, aircraft or troops that the sources do not name one by one."""

    type: Line
    """What they are in short: `submarine`, `Tu-95MS`."""
    label: Line
    """What they are as a reader should see it."""
    class_: Line | None = Field(default=None, alias="class")
    """Class or version as told."""
    state: State | None = None
    """State they belong to; absent where both states are meant."""
    count: Count | None = None
    """How many; absent where no number is told."""
    role: Line | None = None
    """Their task as told: `strategic bomber`, `fighter escort`."""
    note: Text | None = None
    """What a source says about them in this event."""
    sources: SourceIds
    """Ids of the sources that tell of them."""


UNIT_FORMS: Final = "a named ship {ship, sources} or a group {type, label, sources}"


def _unit_form(value: Any) -> str | None:
    """Tell a named ship from a group by its keys."""
    if isinstance(value, Row):
        return f"<{type(value).__name__}>"
    keys = value if isinstance(value, dict) else ()
    return "<ShipUnit>" if "ship" in keys else "<GroupUnit>" if "type" in keys or "label" in keys else None


Unit = Annotated[
    Annotated[ShipUnit, Tag("<ShipUnit>")] | Annotated[GroupUnit, Tag("<GroupUnit>")],
    Discriminator(_unit_form),
]


class Route(Row):
    """One group of ships or aircraft whose sightings follow each other."""

    id: Id
    """Id of the route: the event's id and `-r1`, `-r2` and so on."""
    who: Line
    """Which ships or aircraft went this way; a sighting of the route that names no `who` takes this one."""


class Sighting(Row):
    """Somebody was somewhere at some time."""

    date: Day | None = None
    """First day, local to the observer; absent where no source tells it."""
    date_end: Day | None = None
    """Last day, where they stayed."""
    date_precision: DatePrecision = "day"
    """How the day is known: `reported` is the day of the report, `unknown` goes with no date."""
    time: Clock | None = None
    """Local time of the observer (`"08:00"` or `"06:44-07:14"`, in quotes); the note says if it is another clock."""
    place: Line
    """The place in words, as told."""
    at: At
    """The place as the build reads it: `{km, bearing, of}`, `{place}`, `{passage}`, `{sea}` or `{lon, lat}`."""
    near: Id | None = None
    """Id of the registry's place that the words mean, where `at` does not name it."""
    radius_km: Kilometres | None = None
    """Honest blur in kilometres; only where the rule for the radius would not give it."""
    basis: Basis | None = None
    """What the point rests on; only where the rule for the basis would not give it."""
    role: Role
    """What this point is in the story."""
    who: Line | None = None
    """Which ships or aircraft; absent on a route where the route's `who` holds."""
    route: Id | None = None
    """Id of the event's route this sighting belongs to."""
    order: Count | None = None
    """Place in the route, from 1; goes with `route`."""
    heading: Bearing | None = None
    """Where they were heading, only as told."""
    on_land: bool = False
    """True for what was on land: an exercise area, an air base."""
    drawable: bool | None = None
    """False for a point that must not be drawn; only where the rule (radius under 400 km) says otherwise."""
    note: Text | None = None
    """What else the source tells, in our words."""
    explanation: Text | None = None
    """Why a check that this sighting trips (speed, water, crossing) is no mistake, from the sources only."""
    sources: SourceIds
    """Ids of the sources that tell it."""


class ToldPassage(Row):
    """A strait passage as a source told it; the build computes its own and compares."""

    passage: Id
    """Id of the passage."""
    date: Day | None = None
    """Day of the passage; absent where not told."""
    direction: Bearing | None = None
    """Direction as told."""
    who: Line
    """Which ships or aircraft."""
    explanation: Text | None = None
    """Why the computed way does not show this passage, where it does not."""
    sources: SourceIds
    """Ids of the sources that tell it."""


class Response(Row):
    """What a state did about it."""

    state: State
    """State that acted."""
    date: Day | None = None
    """Day, where told."""
    what: Text
    """What it did, in our words."""
    sources: SourceIds
    """Ids of the sources."""


class Claim(Row):
    """What somebody said about it; not a fact of ours."""

    by: Line
    """Who said it."""
    what: Text
    """What was said, in our words."""
    sources: SourceIds
    """Ids of the sources."""


class Landing(Row):
    """Aircraft of one state on an airfield of the other."""

    what: Text
    """What happened, in our words."""
    airfields: Annotated[tuple[Line, ...], Field(min_length=1)] | None = None
    """Airfields, where told."""
    sources: SourceIds
    """Ids of the sources."""


class Airspace(Row):
    """A flight through airspace that a state claims as its own."""

    where: Line
    """Which airspace."""
    unit: Line
    """Which aircraft, with its state."""
    claimed_by: Annotated[tuple[State, ...], Field(min_length=1)]
    """States that claim the airspace."""
    times: Line
    """Local times as told."""
    denied_by: State | None = None
    """State that denies it."""
    sources: SourceIds
    """Ids of the sources."""


class OtherOrdinal(Row):
    """Another party's count of the same event."""

    by: State
    """State whose authorities count so."""
    n: Count
    """Their number."""
    of: Line
    """What they count."""
    sources: SourceIds
    """Ids of the sources."""


class Correction(Row):
    """A change to what the record said before."""

    date: Day
    """Day of the change."""
    what: Text
    """What was wrong and what stands now."""
    sources: tuple[Id, ...] = ()
    """Ids of the sources that made us change it."""
