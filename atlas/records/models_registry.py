"""The models of the registry: ships, places, passages, zones, sources, series and areas."""

from typing import Annotated, Literal

from pydantic import Field

from atlas.records.fields import (
    Country,
    Day,
    Id,
    Kilometres,
    Latitude,
    Line,
    Longitude,
    LonLat,
    Names,
    PartialDay,
    Row,
    SafeUrl,
    SourceIds,
    State,
    Text,
    Url,
)

PLACE_BASIS = "map position (gazetteer), rounded; not stated by the sources"


class Ship(Row):
    """One real named ship."""

    id: Id
    """Stable id: state, name and the hull number first used here."""
    name: Line
    """Name in Latin letters."""
    names: Names = Field(default_factory=dict)
    """Name in its own script."""
    aliases: tuple[Line, ...] = ()
    """Other spellings in the sources."""
    state: State
    """State it belongs to."""
    type: Line
    """Type as told."""
    class_: Line | None = Field(default=None, alias="class")
    """Class as told."""
    hull: Line | None = None
    """Hull number painted on the ship (in quotes)."""
    fleet: Line | None = None
    """Fleet as told."""
    commissioned: Line | None = None
    """When it was commissioned, as told (in quotes)."""
    note: Text | None = None
    """What else is known, in our words."""
    sources: SourceIds
    """Ids of the sources."""


class Place(Row):
    """A named place. Its coordinates are a map position, rounded, not stated by the sources."""

    id: Id
    """Stable id."""
    name: Line
    """Name in English."""
    names: Names = Field(default_factory=dict)
    """Names in other scripts where a source or gazetteer has them."""
    names_note: Text | None = None
    """Who uses which name, where a name is disputed."""
    aliases: tuple[Line, ...] = ()
    """Other names."""
    kind: Literal["port", "city", "base", "island", "reef", "cape", "bay", "gulf", "strait", "area", "sea"]
    """What kind of place it is."""
    country: Country | None = None
    """ISO 3166 code; absent for straits, seas and disputed islands."""
    lon: Longitude
    """Longitude in degrees, WGS 84."""
    lat: Latitude
    """Latitude in degrees, WGS 84."""
    radius_km: Kilometres
    """Size of the place, or honest blur, in kilometres."""
    basis: Line = PLACE_BASIS
    """Where the position is from; only where it differs from the usual."""
    sources: SourceIds
    """Ids of the sources that name the place, and of the gazetteer."""


class GateEnd(Row):
    """One end of a strait's gate line."""

    name: Line
    """Cape or island."""
    lon: Longitude
    """Longitude in degrees, WGS 84."""
    lat: Latitude
    """Latitude in degrees, WGS 84."""


class Passage(Row):
    """A strait or gap and the gate line across it."""

    id: Id
    """Stable id."""
    name: Line
    """Name in English."""
    names: Names = Field(default_factory=dict)
    """Names in other scripts."""
    aliases: tuple[Line, ...] = ()
    """Other names."""
    connects: Annotated[tuple[Line, ...], Field(min_length=2, max_length=2)]
    """The two waters it joins."""
    gate: Annotated[tuple[GateEnd, ...], Field(max_length=2)] = ()
    """The two ends of the gate line, approximate; empty where `parts` are given."""
    gate_basis: Text | None = None
    """What the gate line rests on."""
    parts: tuple[Id, ...] = ()
    """Ids of the passages that this name covers."""
    width_km: Kilometres | None = None
    """Least width in kilometres, as an encyclopaedia tells it."""
    width_nm: Kilometres | None = None
    """Width in nautical miles, as the press tells it."""
    width_note: Text
    """How the two widths are meant."""
    territorial_limit_nm: Line | None = None
    """Territorial limit in nautical miles, as told (in quotes)."""
    high_seas_corridor: bool | None = None
    """Whether high seas are left in the middle; absent where not told."""
    regime_note: Text
    """Which rules hold, in our words."""
    note: Text
    """What else is known, in our words."""
    sources: SourceIds
    """Ids of the sources."""


class VertexCheck(Row):
    """What confirms one corner of a zone."""

    i: Annotated[int, Field(ge=0)]
    """Number of the corner, from 0."""
    pt: Line
    """The corner as the source writes it."""
    remark: Text | None = None
    """What to know about it."""
    sources: tuple[Id, ...] = ()
    """Ids of the sources that have it; none where only a copy without an address does."""


class Zone(Row):
    """An air defence identification zone. It is not sovereign airspace."""

    id: Id
    """Stable id."""
    kind: Literal["adiz"]
    """Kind of zone."""
    name: Line
    """Name in English."""
    state: State
    """State that declared it."""
    effective: Line
    """Since when, as told (in quotes)."""
    effective_time: Line | None = None
    """Time of that day, as told."""
    closed: bool
    """Whether the vertices form a ring; an open line must never be closed."""
    vertices: Annotated[tuple[LonLat, ...], Field(min_length=2)]
    """Corners as [longitude, latitude] in degrees, WGS 84."""
    within: Literal["left", "right"] | None = None
    """On which side of an open line the zone lies, seen from its first point to its last."""
    landward: Id | None = None
    """Coast at whose territorial sea an open line's zone ends; absent where the rest of the limit is not known."""
    median_line: tuple[LonLat, ...] = ()
    """Line east of which the zone is applied in practice."""
    vertex_check: tuple[VertexCheck, ...] = ()
    """What confirms each corner."""
    area_km2_straight_line: Annotated[int, Field(gt=0)] | None = None
    """Area in square kilometres with straight edges, also where closing the ring is only a drawing convenience."""
    note: Text
    """What to know before drawing it."""
    sources: SourceIds
    """Ids of the sources."""


class Source(Row):
    """One address on which facts rest."""

    id: Id
    """Stable id: publisher, date (`nd` for none), a letter."""
    url: Url
    """Address; each stands once."""
    publisher: Line
    """Who published it."""
    date: PartialDay | None = None
    """Day or month of publication; absent where not known."""
    lang: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    """Language of the text, ISO 639-1."""
    kind: Literal["ministry", "official-media", "press", "think-tank", "copy", "other"]
    """official-media: state agencies of both sides; copy: forum, blog, mirror, reprint, machine translation."""
    weak: bool = False
    """True where the text is a copy or of unknown worth; it may hide an official text underneath."""
    supports: Text
    """Which facts it supports, in our words."""
    archive_url: SafeUrl | None = None
    """Address of a lasting copy that a web archive keeps; it goes with `checked`. Nobody makes one up."""
    checked: Day | None = None
    """Day on which a person last opened the address, and the copy where there is one, and found there what is cited."""


class Series(Row):
    """Events that are counted together."""

    id: Id
    """Stable id."""
    name: Line
    """Name in English."""
    ordinals: Literal["none", "rising", "consecutive"]
    """none: no source counts; rising: the told numbers only grow; consecutive: they grow by one with our own number."""
    note: Text
    """How it is numbered, for readers: what our own number counts, and whose the told one is."""


class Area(Row):
    """A name under which the records tell where something happened: a sea, a strait, a coast, a port, a land."""

    id: Id
    """Stable id; links name it."""
    name: Line
    """Name in English, as `areas` of a record writes it."""
    wider: tuple[Id, ...] = ()
    """Ids of the areas that it is found under too, such as the sea that a bay opens on; theirs follow by themselves."""
