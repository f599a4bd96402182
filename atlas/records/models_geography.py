"""The models of registry/seas.yaml and coasts.yaml: seas, the limit lines that part them, small islands, coasts."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from atlas.records.fields import Count, Id, Line, LonLat, Names, Row, Text

Ring = Annotated[tuple[LonLat, ...], Field(min_length=3)]


class Sea(Row):
    """A sea of the map."""

    id: Id
    """Stable id."""
    name: Line
    """Name in English."""
    names: Names = Field(default_factory=dict)
    """Names in other scripts."""
    names_note: Text | None = None
    """Who uses which name, where the name is disputed."""
    kind: Literal["sea"] = "sea"
    """Always `sea`."""
    s23: Count | None = None
    """Number in IHO S-23 (1953); absent for waters that are no sea of their own there."""
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q\d+$")]
    """Id at Wikidata."""
    seed: LonLat
    """A point [longitude, latitude] in it: the sea is the water around this point, up to the limit lines."""
    definition: Text
    """Where its limits are from, and where they were chosen otherwise."""
    source: Text
    """The text that draws the limits, with its number."""
    sources: tuple[Id, ...] = ()
    """Ids of sources in registry/sources.yaml."""


class Limit(Row):
    """A line that parts two seas. Its ends lie on land or on another line, so that it cuts the water."""

    id: Id
    """Stable id."""
    name: Line
    """Which capes and points it joins."""
    between: Annotated[tuple[Id, ...], Field(min_length=1, max_length=2)]
    """The seas on its two sides; one where the other side is no sea of this file."""
    kind: Literal["s-23", "convention", "own-choice"]
    """s-23: by IHO S-23 (1953); convention: in common use, not in S-23; own-choice: ours."""
    read: bool
    """Whether the text was read for this line; if not, it rests on knowledge of it or on usage."""
    s23: tuple[Count, ...] = ()
    """Numbers in IHO S-23 of the seas whose limit it is."""
    points: Annotated[tuple[LonLat, ...], Field(min_length=2)]
    """Points as [longitude, latitude] in degrees, WGS 84."""
    source: Text
    """The text that draws it; which points were moved onto the coast."""


class Island(Row):
    """A small island that stays on the 1 km map whatever its size."""

    id: Id
    """Stable id."""
    name: Line
    """Name in English; both names where it is disputed."""
    point: LonLat
    """A point [longitude, latitude] on it or within some 5 km of it."""


class Islet(Row):
    """An island or rock that the 1 km land lacks, as one point of a coast."""

    name: Line
    """Name in English; both names where it is disputed."""
    point: LonLat
    """A rounded map position [longitude, latitude] of ours."""


class Coast(Row):
    """Shores that are measured as one: those of a state, or islands that more than one state claims."""

    id: Id
    """Stable id."""
    name: Line
    """Name in English; both names where it is disputed."""
    names: Names = Field(default_factory=dict)
    """Names in other scripts."""
    kind: Literal["state", "disputed", "landward"]
    """state: a state's shores; disputed: islands that count to no state here; landward: where a zone ends."""
    held_by: Line | None = None
    """Who holds or governs it."""
    claimed_by: tuple[Line, ...] = ()
    """Who claims it; absent where nobody but the holder does."""
    land: tuple[Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")], ...] = ()
    """Natural Earth's codes (ADM0_A3) of the countries whose shores it is made of."""
    within: tuple[Ring, ...] = ()
    """Rings of [longitude, latitude]: land inside counts to this coast, whatever country lies nearest."""
    islets: tuple[Islet, ...] = ()
    """Islands and rocks that the 1 km land lacks."""
    error_km: Annotated[float, Field(gt=0, le=50)]
    """How far a distance may be off for the land alone, in kilometres."""
    note: Text
    """What belongs to it, who disputes what."""
    sources: tuple[Id, ...] = ()
    """Ids of sources in registry/sources.yaml."""
