"""The data dictionary: each model with its fields, their types in words, and what they mean; the rule of positions."""

import types
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Annotated, Any, Final, Literal, NamedTuple, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from atlas.records.container import FOLDERS, REGISTRY
from atlas.records.fields import Id, Line, PartialDay, Row, SafeUrl, Text, Url
from atlas.records.models_edition import Version
from atlas.records.positions import RULES
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


class Entry(NamedTuple):
    """One field of a model: its name, its type in words, whether it must stand, and what it means (Markdown)."""

    name: str
    type: str
    needed: str
    meaning: str


class Section(NamedTuple):
    """One model of a file: the file below geodata/, the model's name, what it is (Markdown), its fields in order."""

    file: str
    model: str
    about: str
    fields: tuple[Entry, ...]

    def row(self) -> dict[str, Any]:
        """Give it as JSON, under an id of its own."""
        name = self.file.removeprefix("registry/").removesuffix(".yaml").removesuffix("/*")
        fields = [field._asdict() for field in self.fields]
        return {
            "id": f"{name}.{self.model}",
            "file": self.file,
            "name": self.model,
            "about": self.about,
            "fields": fields,
        }


def sections() -> Iterator[Section]:
    """Give all models: what has a file a row first, then the registry file by file, each with those of its fields."""
    files: list[tuple[str, Iterable[type[Row]]]] = [(f"{folder}/*.yaml", [model]) for folder, model in FOLDERS.values()]
    files += [(f"registry/{name}.yaml", models.values()) for name, models in REGISTRY.items()]
    for file, models in files:
        for model in family(models):
            yield Section(file, model.__name__, model_about(model), entries(model))


def model_about(model: type[Row]) -> str:
    """Give what a model is, in one line (Markdown)."""
    return " ".join((model.__doc__ or "").split())


def entries(model: type[Row]) -> tuple[Entry, ...]:
    """Give the fields of a model."""
    return tuple(
        Entry(info.alias or name, _type(info.annotation, info.metadata), _need(info), info.description or "")
        for name, info in model.model_fields.items()
    )


def dictionary() -> str:
    """Give the whole dictionary as Markdown."""
    parts, file = [], ""
    for section in sections():
        if section.file != file:
            parts.append(f"### {section.file}\n")
            file = section.file
        parts.append(_table(section))
    return "\n".join(parts)


def rule_table() -> str:
    """Give the rule of positions as a Markdown table."""
    rows = [f"| `{rule.at}` | {rule.point} | {rule.basis} | {rule.radius} |" for rule in RULES]
    return "\n".join(["| `at` | point | basis | radius |", "| --- | --- | --- | --- |", *rows, ""])


def family(models: Iterable[type[Row]]) -> list[type[Row]]:
    """Give models, each followed by those of its fields, each once."""
    found: list[type[Row]] = []
    for model in models:
        _collect(model, found)
    return found


def _collect(model: type[Row], found: list[type[Row]]) -> None:
    """Add a model and those inside it."""
    if model not in found:
        found.append(model)
        for info in model.model_fields.values():
            for inner in models_in(info.annotation):
                _collect(inner, found)


def _table(section: Section) -> str:
    """Give one model as a heading, its sentence and its table of fields."""
    head = f"#### {section.model}\n\n{section.about}\n"
    rows = [f"| `{field.name}` | {field.type} | {field.needed} | {field.meaning} |" for field in section.fields]
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
