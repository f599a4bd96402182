"""The five ways in which a record may say where something was, each as its source tells it."""

from typing import Annotated, Any, Final

from pydantic import Discriminator, Field, Tag

from atlas.records.fields import Bearing, Id, Latitude, Longitude, Row


class AtBearing(Row):
    """A distance and a bearing from a named place: `{km: 70, bearing: SW, of: yonaguni}`."""

    km: Annotated[int | float, Field(gt=0, le=5000)]
    """Distance in kilometres as stated."""
    bearing: Bearing
    """Compass point as stated, one of 16."""
    of: Id
    """Id of the place from which the source counts."""


class AtPlace(Row):
    """A named place of the registry: `{place: vladivostok}`."""

    place: Id
    """Id of the place."""


class AtPassage(Row):
    """The middle of a strait's gate line: `{passage: tsugaru}`."""

    passage: Id
    """Id of the passage."""


class AtSea(Row):
    """Somewhere in a sea: `{sea: sea-of-japan}`."""

    sea: Id
    """Id of the sea."""


class AtPoint(Row):
    """A point that a source states, or (with a `basis` that says so) that we set: `{lon: 131, lat: 36.4}`."""

    lon: Longitude
    """Longitude in degrees, WGS 84."""
    lat: Latitude
    """Latitude in degrees, WGS 84."""


AT_FORMS: Final = "{km, bearing, of}, {place}, {passage}, {sea} or {lon, lat}"
_TAG_OF_KEY: Final = {
    "km": "<AtBearing>",
    "bearing": "<AtBearing>",
    "of": "<AtBearing>",
    "place": "<AtPlace>",
    "passage": "<AtPassage>",
    "sea": "<AtSea>",
    "lon": "<AtPoint>",
    "lat": "<AtPoint>",
}


def _form_of(value: Any) -> str | None:
    """Tell by its keys which of the five forms a position has; None where no key says."""
    if isinstance(value, Row):
        return f"<{type(value).__name__}>"
    keys = value if isinstance(value, dict) else ()
    return next((_TAG_OF_KEY[key] for key in keys if key in _TAG_OF_KEY), None)


At = Annotated[
    Annotated[AtBearing, Tag("<AtBearing>")]
    | Annotated[AtPlace, Tag("<AtPlace>")]
    | Annotated[AtPassage, Tag("<AtPassage>")]
    | Annotated[AtSea, Tag("<AtSea>")]
    | Annotated[AtPoint, Tag("<AtPoint>")],
    Discriminator(_form_of),
]
