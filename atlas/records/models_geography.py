"""The models of registry/seas.yaml: seas, the limit lines that part them, and small islands that stay on the map."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from atlas.records.fields import Count, Id, Line, LonLat, Names, Row, Text


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
