"""The door: geodata/records/ and geodata/registry/ to models. All problems of all files are found at once."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from atlas.errors import Problem, RecordError
from atlas.records.container import REGISTRY, Records
from atlas.records.fields import Row
from atlas.records.models_event import Event, with_who_of_route
from atlas.records.problems import problems_of, shown
from atlas.records.yamltext import parse

_RECORD_LIMIT: Final = 1_000_000
_REGISTRY_LIMIT: Final = 4_000_000
_Tables = dict[str, dict[str, Any]]


def read(geodata: Path) -> Records:
    """Read all records and the registry.

    Parameters
    ----------
    geodata : Path
        Folder that holds records/ and registry/.

    Returns
    -------
    Records
        Frozen models, each kind by id in the order of the files. Ids inside them are checked to resolve.

    Raises
    ------
    RecordError
        Where anything is wrong with the shape of a file or an id does not resolve; lists every Problem, one a line.
    """
    from atlas.records.check_ids import dangling  # noqa: PLC0415 - the check needs the container, the container no check

    records, problems = load(geodata)
    problems += dangling(records)
    if problems:
        raise RecordError("\n".join(str(problem) for problem in sorted(problems)))
    return records


def load(geodata: Path) -> tuple[Records, list[Problem]]:
    """Read whatever can be read, and tell everything that is wrong with the shape of the files."""
    tables: _Tables = {part.name: {} for part in fields(Records)}
    problems: list[Problem] = []
    if not geodata.is_dir():
        problems.append(
            Problem(geodata.name or str(geodata), "", "", "no folder", "the geodata folder", "give --geodata")
        )
        return Records(**tables), problems
    for name in REGISTRY:
        problems += _read_registry(geodata / "registry" / f"{name}.yaml", tables)
    problems += _read_events(geodata / "records", tables["events"])
    return Records(**tables), problems


def _read_events(folder: Path, events: dict[str, Any]) -> list[Problem]:
    """Read every event's file; anything else that lies there is a problem."""
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        return [
            Problem("records", "", "", f"unreadable ({error.strerror})", "a folder of YAML files", "make the folder")
        ]
    problems = []
    for path in paths:
        file = f"records/{path.name}"
        if path.suffix != ".yaml":
            problems.append(Problem(file, "", "", "no record", "files named <event id>.yaml", "rename or move it"))
            continue
        value, found = _read_file(path, file, _RECORD_LIMIT)
        problems += found
        if value is not None:
            problems += _add(Event, with_who_of_route(value), file, events)
    if not paths:
        problems.append(Problem("records", "", "", "empty", "one YAML file an event", "add records"))
    return problems


def _read_registry(path: Path, tables: _Tables) -> list[Problem]:
    """Read one file of the registry, row by row."""
    file, parts = f"registry/{path.name}", REGISTRY[path.stem]
    value, problems = _read_file(path, file, _REGISTRY_LIMIT)
    if value is None:
        return problems
    problems += [
        Problem(file, "", key, "an unknown part", ", ".join(parts), "rename or remove it")
        for key in value
        if key not in parts
    ]
    for key, model in parts.items():
        rows = value.get(key)
        if not isinstance(rows, list):
            found = "missing" if key not in value else shown(rows)
            problems.append(
                Problem(file, "", key, found, "a list of rows, each with an id", f"write `{key}:` and the rows")
            )
            continue
        for number, row in enumerate(rows, 1):
            problems += _add(model, row, file, tables[key], number)
    return problems


def _read_file(path: Path, file: str, limit: int) -> tuple[dict[str, Any] | None, list[Problem]]:
    """Read one file to a mapping; None where there is none."""
    try:
        if not path.is_file():
            found = "no plain file" if path.exists() or path.is_symlink() else "missing"
            return None, [Problem(file, "", "", found, "a YAML file", "add it or mend the link")]
        if (size := path.stat().st_size) > limit:
            found = f"{size / 1e6:.1f} MB large"
            return None, [
                Problem(file, "", "", found, f"at most {limit // 1_000_000} MB", "split it; is it the right file?")
            ]
        value, complaints = parse(path.read_bytes())
    except OSError as error:
        return None, [Problem(file, "", "", f"unreadable ({error.strerror})", "a YAML file", "look at its permissions")]
    problems = [Problem(file, "", "", told.value, told.allowed, told.todo) for told in complaints]
    if isinstance(value, dict):
        return value, problems
    if not problems:
        found = "empty" if value is None else f"a {type(value).__name__}: {shown(value)}"
        problems.append(Problem(file, "", "", found, "a mapping of fields", "begin with `id:` or the registry's name"))
    return None, problems


def _add(model: type[Row], row: Any, file: str, table: dict[str, Any], number: int | None = None) -> list[Problem]:
    """Check one row and put it into its table; the first of two rows with one id stays."""
    named = row.get("id") if isinstance(row, dict) else None
    record = named if isinstance(named, str) else "" if number is None else f"row {number}"
    try:
        made: Any = model.model_validate_json(json.dumps(row))
    except ValidationError as error:
        return problems_of(error, model, file, record)
    if number is None and file != f"records/{made.id}.yaml":
        return [Problem(file, record, "id", made.id, "the file's name without .yaml", "rename the file or the id")]
    if made.id in table:
        return [Problem(file, record, "id", made.id, "each id once", "give this one another id or remove it")]
    table[made.id] = made
    return []
