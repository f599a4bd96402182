"""The model of an event: what one file of geodata/records/ may hold."""

from typing import Annotated, Any, Literal

from pydantic import Field

from atlas.records.fields import Count, Day, Id, Line, Names, Row, SourceIds, State, Text
from atlas.records.models_facts import (
    Airspace,
    Claim,
    Correction,
    Landing,
    OtherOrdinal,
    Response,
    Route,
    Sighting,
    ToldPassage,
    Unit,
)
from atlas.vocabulary import Confidence, Joint, Kind


class Event(Row):
    """One thing that happened, as its sources tell it."""

    id: Id
    """Stable id in kebab-case; the file's name."""
    kind: Kind
    """What kind of event it is."""
    title: Line
    """Title in English."""
    names: Names = Field(default_factory=dict)
    """Names in other languages where a source has them: `zh`, `zh-Hant`, `ja`, `ko`, `ru`, `de`."""
    series: Id | None = None
    """Id of the series in registry/series.yaml."""
    series_index: Count | None = None
    """Our own running number in the series, from 1, in order of time."""
    ordinal: Count | None = None
    """The number a source gives, in the count that registry/series.yaml names."""
    ordinal_by: State | None = None
    """State whose authorities give that number, where it is known."""
    ordinal_sources: tuple[Id, ...] = ()
    """Ids of the sources that show them giving it."""
    ordinal_other: tuple[OtherOrdinal, ...] = ()
    """Other parties' numbers for the same event."""
    start: Day
    """First day."""
    end: Day
    """Last day."""
    date_precision: Literal["day", "month"] = "day"
    """`month`: only the month is known and the days stand in."""
    joint: Joint
    """Announced as joint, seen together only, or not joint."""
    confidence: Confidence
    """high: three or more separate publishers; medium: two, or an official notice, or in dispute; low: less."""
    confidence_reason: Text
    """Why this confidence."""
    part_of: Id | None = None
    """Id of the event of which this is a leg or a visit."""
    related: tuple[Id, ...] = ()
    """Ids of events with a looser link."""
    states: Annotated[tuple[State, ...], Field(min_length=1)]
    """States whose forces took part."""
    areas: tuple[Line, ...] = ()
    """Names of areas in registry/areas.yaml."""
    crosses_antimeridian: bool = False
    """True where a way crosses the 180th meridian."""
    summary: Text
    """What happened, in a few sentences of ours."""
    duration_h: Count | None = None
    """Hours in the air, as told."""
    duration_note: Text | None = None
    """How the duration is known."""
    adiz: tuple[Line, ...] = ()
    """Air defence identification zones entered, as told."""
    units: tuple[Unit, ...] = ()
    """Ships and groups that took part."""
    routes: tuple[Route, ...] = ()
    """Groups whose sightings follow each other."""
    sightings: tuple[Sighting, ...] = ()
    """Sightings in order of time."""
    passages: tuple[ToldPassage, ...] = ()
    """Strait passages as told."""
    landings: tuple[Landing, ...] = ()
    """Landings in the other state."""
    airspace: tuple[Airspace, ...] = ()
    """Flights through claimed airspace."""
    responses: tuple[Response, ...] = ()
    """What other states did."""
    claims: tuple[Claim, ...] = ()
    """What parties said."""
    conflicts: tuple[Text, ...] = ()
    """Where sources disagree, and which value is taken and why."""
    date_sources: SourceIds
    """Ids of the sources of start and end."""
    sources: SourceIds
    """Ids of all sources of the event, those of its rows included."""
    added: Day
    """Day the record was added."""
    modified: Day
    """Day of the last change."""
    corrections: tuple[Correction, ...] = ()
    """History of corrections."""


def with_who_of_route(data: Any) -> Any:
    """Give each sighting of an event as read from YAML the `who` of its route, where it names none of its own."""
    routes, sightings = (data.get("routes"), data.get("sightings")) if isinstance(data, dict) else (None, None)
    if not isinstance(routes, list) or not isinstance(sightings, list):
        return data
    who = {str(row.get("id")): row.get("who") for row in routes if isinstance(row, dict)}
    filled = [
        {**row, "who": who[str(row["route"])]}
        if isinstance(row, dict) and "who" not in row and str(row.get("route")) in who
        else row
        for row in sightings
    ]
    return {**data, "sightings": filled}
