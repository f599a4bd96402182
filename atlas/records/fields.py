"""What every model of the records shares: one strict configuration, and the small types that fields are made of."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from atlas.look import LAYERS
from atlas.vocabulary import BEARINGS, STATE

FIRST_DAY: Final = date(2000, 1, 1)
LAST_DAY: Final = date(2099, 12, 31)
KEBAB: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class Row(BaseModel):
    """Base of all models: nothing is guessed, nothing unknown is let in, nothing changes after reading."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", use_attribute_docstrings=True)


def _one_of(words: Iterable[str]) -> tuple[Callable[[str], str], dict[str, list[str | int | float | bool | None]]]:
    """Give a validator that lets only these words in, and the same rule for the JSON Schema."""
    allowed = tuple(words)

    def check(value: str) -> str:
        if value not in allowed:
            raise ValueError(f"one of {', '.join(allowed)}")
        return value

    return check, {"enum": list(allowed)}


def _in_our_time(day: date) -> date:
    """Let in the days an event or a change of a record may have; the checks may then count on from them."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"a day from {FIRST_DAY} to {LAST_DAY}")
    return day


_state, _state_schema = _one_of(STATE)
_bearing, _bearing_schema = _one_of(BEARINGS)
_layer, _layer_schema = _one_of(LAYERS)

Id = Annotated[str, StringConstraints(pattern=KEBAB, max_length=80)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^\S(.*\S)?$")]
"""A name or a few words: one line, shown as a title, a label or a cell."""
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000, pattern=r"\S")]
"""Some sentences of prose."""
Url = Annotated[
    str,
    StringConstraints(
        max_length=2000, pattern=r"^https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\.?(:\d+)?([/?#][^\s<>\"`{}|\\^]*)?$"
    ),
]
SafeUrl = Annotated[
    str,
    StringConstraints(
        max_length=2000, pattern=r"^https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\.?(:[0-9]+)?/[^\s<>\"`{}|\\^]+$"
    ),
]
"""The address of a page that nobody on the way can change."""
State = Annotated[str, AfterValidator(_state), Field(json_schema_extra=_state_schema)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Bearing = Annotated[str, AfterValidator(_bearing), Field(json_schema_extra=_bearing_schema)]
Layer = Annotated[str, AfterValidator(_layer), Field(json_schema_extra=_layer_schema)]
Day = Annotated[date, AfterValidator(_in_our_time)]
PartialDay = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d(-([01]\d|2[0-3]):[0-5]\d)?$")]
Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
LonLat = tuple[Longitude, Latitude]
Kilometres = Annotated[int, Field(gt=0, le=5000)]
Count = Annotated[int, Field(gt=0)]
SourceIds = Annotated[tuple[Id, ...], Field(min_length=1)]
Names = dict[Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Z][a-z]{3})?$")], Line]
