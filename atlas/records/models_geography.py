"""The models of registry/seas.yaml: seas, and the limit lines that part them."""

from typing import Annotated, Literal

from pydantic import Field

from atlas.records.fields import Id, LonLat, Names, Row, Text


class Sea(Row):
    """A sea of the map."""

    id: Id
    """Stable id."""
    name: Text
    """Name in English."""
    names: Names = Field(default_factory=dict)
    """Names in other scripts."""
    names_note: Text | None = None
    """Who uses which name, where the name is disputed."""
    kind: Literal["sea"] = "sea"
    """Always `sea`."""
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
    name: Text
    """Which capes and points it joins."""
    kind: Literal["s-23", "convention", "own-choice"]
    """s-23: by IHO S-23 (1953); convention: in common use, not in S-23; own-choice: ours."""
    points: Annotated[tuple[LonLat, ...], Field(min_length=2)]
    """Points as [longitude, latitude] in degrees, WGS 84."""
    source: Text
    """The text that draws it; which points were moved onto the coast."""
