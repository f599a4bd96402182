"""What every model of the records shares: one strict configuration, and the small types that fields are made of."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from atlas.vocabulary import BEARINGS, STATE


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


_state, _state_schema = _one_of(STATE)
_bearing, _bearing_schema = _one_of(BEARINGS)

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Text = Annotated[str, StringConstraints(min_length=1)]
State = Annotated[str, AfterValidator(_state), Field(json_schema_extra=_state_schema)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Bearing = Annotated[str, AfterValidator(_bearing), Field(json_schema_extra=_bearing_schema)]
Day = date
PartialDay = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d(-([01]\d|2[0-3]):[0-5]\d)?$")]
Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
LonLat = tuple[Longitude, Latitude]
Kilometres = Annotated[int, Field(gt=0, le=5000)]
Count = Annotated[int, Field(gt=0)]
SourceIds = Annotated[tuple[Id, ...], Field(min_length=1)]
Names = dict[Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Z][a-z]{3})?$")], Text]
