"""What a model did not accept, said in our words: one Problem a line, with the nearest right word."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, Final, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from atlas.errors import Problem
from atlas.records.fields import Row
from atlas.records.models_facts import UNIT_FORMS
from atlas.records.models_position import AT_FORMS

_SHOWN: Final = 60
MOST: Final = 500
"""So many problems of one kind are told of one row or file; whoever sends more has sent no record."""
_PATTERNS: Final = {
    "^[a-z0-9]+(-": "an id in kebab-case such as joint-sea-2021",
    "^\\d{4}(-": "a day or month such as 2023-06-27 or 2023-06 (in no other form)",
    "^20": "a version, year.month.number, such as 2026.11.0",
    "^([01]": 'a time such as "08:00" or "06:44-07:14"',
    "^[A-Z]{2}$": "two capital letters such as JP",
    "^[a-z]{2}": "a language such as en, zh or zh-Hant",
    "^(event|place": "what is chosen, as in a link: event, place, passage, zone or sea, a dot and an id",
    "^-?\\d{1,2}(": "latitude, longitude and zoom as in a link: 35.10_131.60_5",
    "^https://": "an address that begins with https:// and names a page, such as https://example.org/copy",
    "^https?": "an address that begins with http:// or https:// and a host such as example.org",
    "^\\S(": "one line of text with no spaces around it",
    "\\S": "some text, or leave the field out",
}
_OF_PYDANTIC: Final = {"float", "[key]"}
"""What pydantic adds to a location that is no field of ours."""
_ALLOWED: Final = {
    "missing": "every record states it",
    "string_too_short": "some text, or leave the field out",
    "string_type": "text (put it in quotes if it looks like a number)",
    "date_from_datetime_parsing": "a day such as 2023-06-27",
    "date_parsing": "a day such as 2023-06-27",
    "date_type": "a day such as 2023-06-27",
    "date_from_datetime_inexact": "a day such as 2023-06-27",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping with fields",
}


def shown(value: Any) -> str:
    """Give a value as a message shows it: short, on one line."""
    text = " ".join(str(value).split()) if isinstance(value, str) else repr(value)
    text = text or "empty"
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Give `did you mean x?` where a word is close to one of the right ones, else an empty text."""
    near = get_close_matches(word, list(words), n=1, cutoff=0.6)
    return f"did you mean {near[0]}?" if near else ""


def problems_of(error: ValidationError, model: type[Row], file: str, record: str) -> list[Problem]:
    """Turn the errors of one row into problem lines.

    Parameters
    ----------
    error : ValidationError
        What pydantic found; all of it is told.
    model : type
        The model of the row.
    file, record : str
        Where the row stands.
    """
    # A number that may be whole or not is told once, not once as each.
    every = [
        found for found in error.errors(include_url=False) if found["loc"][-1:] != ("int",) and not _is_echo(found)
    ]
    problems = [_problem(found, model, file, record) for found in every[:MOST]]
    return problems if len(every) <= MOST else [*problems, too_many(file, len(every), record)]


def _is_echo(found: ErrorDetails) -> bool:
    """Say whether a list is told to be too short only because its rows are wrong, each of which is told itself."""
    return found["type"] == "too_short" and len(found["input"]) >= found["ctx"]["min_length"]


def too_many(file: str, count: int, record: str = "") -> Problem:
    """Say how many problems are left untold, of `count`."""
    return Problem(file, record, "", f"wrong in {count - MOST} more places", "", "mend what is told and check again")


def _problem(found: ErrorDetails, model: type[Row], file: str, record: str) -> Problem:
    """Say one error in one line."""
    path, models = _walk(found["loc"], model)
    kind, value = found["type"], found["input"]
    context = found.get("ctx", {})
    if kind == "extra_forbidden":
        names = [name for m in models for name in field_names(m)]
        return Problem(
            file,
            record,
            path,
            "an unknown field",
            ", ".join(names),
            did_you_mean(str(found["loc"][-1]), names) or "remove it or rename it",
        )
    if kind == "missing":
        return Problem(file, record, path, "missing", _ALLOWED[kind], "add it")
    if kind == "union_tag_not_found":
        forms = UNIT_FORMS if path.startswith("units") else AT_FORMS
        return Problem(file, record, path, shown(value), forms, "write one of these forms")
    if kind == "literal_error":
        expected = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        return Problem(file, record, path, shown(value), expected, did_you_mean(str(value), expected.split(", ")))
    return Problem(file, record, path, shown(value), _allowed(kind, context, found["msg"]), "correct the value")


def _allowed(kind: str, context: dict[str, Any], message: str) -> str:
    """Say what may stand where this kind of error was found."""
    if kind == "string_pattern_mismatch":
        pattern = str(context["pattern"])
        return next((told for start, told in _PATTERNS.items() if pattern.startswith(start)), pattern)
    if kind == "value_error":
        return str(context["error"])
    if kind == "string_too_long":
        return f"at most {context['max_length']} characters"
    if kind == "too_short":
        return f"at least {context['min_length']} of them"
    if kind == "too_long":
        return f"at most {context['max_length']} of them"
    return _ALLOWED.get(kind, message[:1].lower() + message[1:])


def _walk(loc: tuple[int | str, ...], model: type[Row]) -> tuple[str, list[type[Row]]]:
    """Give a location as `sightings[3].at.of`, and the models to whose fields its last part belongs."""
    path, models = "", [model]
    for number, part in enumerate(loc):
        if isinstance(part, int):
            path += f"[{part + 1}]"
        elif tagged := [m for m in models if f"<{m.__name__}>" == part]:
            models = tagged
        elif part in _OF_PYDANTIC and number == len(loc) - 1:
            continue
        else:
            path += f".{shown(part)}" if path else shown(part)
            if number < len(loc) - 1:
                inner = [m for owner in models for m in models_at(owner, part)]
                models = inner or models
    return path, models


def models_at(owner: type[Row], name: str) -> list[type[Row]]:
    """Give the models that a field of a model holds."""
    for field, info in owner.model_fields.items():
        if name in (field, info.alias):
            return models_in(info.annotation)
    return []


def models_in(annotation: Any) -> list[type[Row]]:
    """Give the models anywhere inside a type."""
    if isinstance(annotation, type) and issubclass(annotation, Row):
        return [annotation]
    return [model for inner in get_args(annotation) for model in models_in(inner)]


def field_names(model: type[Row]) -> list[str]:
    """Give the names of a model's fields as they stand in YAML."""
    return [info.alias or name for name, info in model.model_fields.items()]
