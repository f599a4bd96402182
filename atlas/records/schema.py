"""From the models: a JSON Schema for each kind of file, and the two generated parts of geodata/README.md."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import GenericAlias, MappingProxyType
from typing import Any, Final

from pydantic import BaseModel, create_model

from atlas.errors import Problem, RecordError
from atlas.records.container import FOLDERS, REGISTRY
from atlas.records.dictionary import dictionary, rule_table
from atlas.records.fields import Row

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_PARTS: Final = {"data dictionary": dictionary, "rule of positions": rule_table}
"""The generated parts of README.md, by the name that their two lines bear."""


def schema_files(geodata: Path) -> dict[Path, str]:
    """Give every generated file and the text it should have.

    Parameters
    ----------
    geodata : Path
        Folder that holds schema/ and README.md.

    Returns
    -------
    dict
        The files of schema/ and README.md with its generated parts renewed.

    Raises
    ------
    RecordError
        Where README.md is missing or lacks the two lines between which a generated part stands.
    """
    files = {geodata / "schema" / name: text for name, text in record_schemas().items()}
    files[geodata / "README.md"] = _readme(geodata / "README.md")
    return files


@cache
def record_schemas() -> Mapping[str, str]:
    """Give the files of schema/ by name: one for each kind of file that is kept by hand."""
    files = {f"{model.__name__.lower()}.json": _text(model) for _, model in FOLDERS.values()}
    files |= {f"{name}.json": _text(file_model(name, parts)) for name, parts in REGISTRY.items()}
    return MappingProxyType(files)


def file_model(name: str, parts: dict[str, type[Row]]) -> type[BaseModel]:
    """Give the model of a whole file of the registry: each of its lists, all needed."""
    rows: dict[str, Any] = {key: (GenericAlias(list, (model,)), ...) for key, model in parts.items()}
    return create_model(f"{name.title()}File", __base__=Row, __doc__=f"The file registry/{name}.yaml.", **rows)


def stale(geodata: Path) -> list[Problem]:
    """Report every generated file that is not what the models give, and every other file in schema/."""
    files = schema_files(geodata)
    problems = []
    for path, text in files.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            found = "missing" if not path.is_file() else "not what the models give"
            name = path.relative_to(geodata).as_posix()
            problems.append(Problem(name, "", "", found, "what the models give", "run python -m atlas schema"))
    strays = [path.name for path in sorted((geodata / "schema").glob("*")) if path not in files]
    allowed = "one file for each kind of file"
    return problems + [Problem(f"schema/{name}", "", "", "of no model", allowed, "remove it") for name in strays]


def write(geodata: Path) -> list[Path]:
    """Write the generated files that are not current; give those."""
    written = []
    for path, text in schema_files(geodata).items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            written.append(path)
    return written


def _text(model: type[BaseModel]) -> str:
    """Give a model's JSON Schema as text."""
    schema = {"$schema": _DIALECT, **model.model_json_schema(by_alias=True)}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _readme(path: Path) -> str:
    """Give README.md with its generated parts renewed."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        told = Problem(path.name, "", "", f"unreadable ({error.strerror})", "the text about the data", "add the file")
        raise RecordError(str(told)) from error
    for name, made in _PARTS.items():
        first, last = f"<!-- the {name}: written by `python -m atlas schema` -->", f"<!-- end of the {name} -->"
        before, begin, rest = text.partition(first)
        _, end, after = rest.partition(last)
        if not begin or not end:
            told = Problem(path.name, "", "", f"without the {name}", f"{first} and {last}", "put in the two lines")
            raise RecordError(str(told))
        text = f"{before}{first}\n\n{made()}\n{last}{after}"
    return text
