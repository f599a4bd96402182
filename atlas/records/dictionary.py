"""The data dictionary: each model a table of its fields, their types in words, and what they mean."""

import types
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from atlas.records.container import FOLDERS, REGISTRY
from atlas.records.fields import Id, Line, PartialDay, Row, SafeUrl, Text, Url
from atlas.records.models_edition import Version
from atlas.records.problems import models_in

_WORDS: Final = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    date: "day",
    dict: "mapping of lines",
}

_TEXTS: Final = {
    get_args(kind)[1]: word
    for kind, word in (
        (Id, "id"),
        (Line, "line"),
        (Text, "prose"),
        (Url, "address"),
        (SafeUrl, "safe address"),
        (PartialDay, "day or month"),
        (Version, "version"),
    )
}
"""The kinds of text, by what makes them one."""


def dictionary() -> str:
    """Give the whole dictionary as Markdown: what has a file a row first, then the registry file by file."""
    parts = [_section(f"{folder}/*.yaml", [model]) for folder, model in FOLDERS.values()]
    for name, models in REGISTRY.items():
        parts.append(_section(f"registry/{name}.yaml", models.values()))
    return "\n".join(parts)


def _section(file: str, models: Iterable[type[Row]]) -> str:
    """Give a file's models, each followed by those of its fields, each once."""
    found: list[type[Row]] = []
    for model in models:
        _collect(model, found)
    return "\n".join([f"### {file}\n", *(_table(model) for model in found)])


def _collect(model: type[Row], found: list[type[Row]]) -> None:
    """Add a model and those inside it."""
    if model not in found:
        found.append(model)
        for info in model.model_fields.values():
            for inner in models_in(info.annotation):
                _collect(inner, found)


def _table(model: type[Row]) -> str:
    """Give one model as a heading, its sentence and its table of fields."""
    head = f"#### {model.__name__}\n\n{' '.join((model.__doc__ or '').split())}\n"
    rows = [
        f"| `{info.alias or name}` | {_type(info.annotation, info.metadata)} | {_need(info)} | {info.description} |"
        for name, info in model.model_fields.items()
    ]
    return "\n".join([head, "| field | type | needed | meaning |", "| --- | --- | --- | --- |", *rows, ""])


def _need(info: FieldInfo) -> str:
    """Say whether a field must stand, or what holds where it does not."""
    if info.is_required():
        return "yes"
    value = info.default
    return "" if value in {None, ()} or info.default_factory else f"else {str(value).lower()}"


def _type(annotation: Any, rules: Sequence[Any] = ()) -> str:
    """Say a type in words; what rules it has besides tell one kind of text from another."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _type(inner[0], inner[1:])
    if annotation is str:
        return next((word for rule, word in _TEXTS.items() if rule in rules), _WORDS[str])
    if origin is Literal:
        return ", ".join(f"`{word}`" for word in inner)
    if origin in {Union, types.UnionType}:
        return " or ".join(dict.fromkeys(_type(one) for one in inner if one is not type(None)))
    if origin is tuple:
        many = inner[-1] is Ellipsis
        return f"list of {_type(inner[0])}" if many else f"[{', '.join(_type(one) for one in inner)}]"
    return _WORDS.get(origin or annotation) or str(annotation.__name__)
