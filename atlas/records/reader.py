"""The door: geodata/records/ and geodata/registry/ to models. All problems of all files are found at once."""

import json
import os
from dataclasses import fields
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from atlas.errors import Problem
from atlas.records.container import FOLDERS, REGISTRY, Broken, Loaded, Records
from atlas.records.fields import Row
from atlas.records.models_event import with_who_of_route
from atlas.records.problems import MOST, did_you_mean, problems_of, shown
from atlas.records.yamltext import parse

_RECORD_LIMIT: Final = 1_000_000
_REGISTRY_LIMIT: Final = 4_000_000


class _Spot(NamedTuple):
    """Where a row stands: its file, the table it belongs to, its number in a file of the registry."""

    file: str
    table: str
    number: int = 0


def load(geodata: Path) -> Loaded:
    """Read whatever can be read, and tell everything that is wrong with the shape of the files."""
    tables: dict[str, Any] = {part.name: {} for part in fields(Records)}
    loaded = Loaded(Records(**tables), [], {name: set() for name in tables}, set(), [])
    if not os.path.isdir(geodata):  # noqa: PTH112 - Path.is_dir raises an error where the path is too long
        found = Problem(str(geodata), "", "", "no folder", "a folder with records/ and registry/", "mend --geodata")
        loaded.problems.append(found)
        loaded.unread.update(tables)
        return loaded
    for name in REGISTRY:
        _read_registry(geodata / "registry" / f"{name}.yaml", loaded)
    _stray_registers(geodata / "registry", loaded)
    for table in FOLDERS:
        _read_folder(geodata, table, loaded)
    return loaded


def _read_folder(geodata: Path, table: str, loaded: Loaded) -> None:
    """Read what has a file for each row; anything else that lies in its folder is a problem."""
    folder, model = FOLDERS[table]
    try:
        paths = sorted(path for path in (geodata / folder).iterdir() if not path.name.startswith("."))
    except OSError as error:
        found = f"unreadable ({error.strerror})"
        loaded.problems.append(Problem(folder, "", "", found, "a folder of YAML files", "make the folder"))
        loaded.unread.add(table)
        return
    if not paths:
        allowed = f"one YAML file for each of the {table}"
        loaded.problems.append(Problem(folder, "", "", "empty", allowed, "add one"))
    for path in paths:
        file = f"{folder}/{path.name}"
        if path.suffix != ".yaml":
            stray = Problem(file, "", "", "no record", f"{folder}/<id>.yaml", "rename it or move it away")
            loaded.problems.append(stray)
            continue
        loaded.known[table].add(path.stem)
        if (value := _read_file(path, file, _RECORD_LIMIT, loaded)) is not None:
            _add(model, with_who_of_route(value) if table == "events" else value, _Spot(file, table), loaded)


def _stray_registers(folder: Path, loaded: Loaded) -> None:
    """Report what lies beside the registers and would not be read."""
    if not folder.is_dir():
        return  # each register is told as missing
    known = [f"{name}.yaml" for name in REGISTRY]
    folders = {Path(home).name for home, _ in FOLDERS.values()}
    for path in folder.iterdir():
        if path.name not in folders and path.name not in known and not path.name.startswith("."):
            todo = did_you_mean(path.name, known) or "move it away"
            loaded.problems.append(Problem(f"registry/{path.name}", "", "", "no register", ", ".join(known), todo))


def _read_registry(path: Path, loaded: Loaded) -> None:
    """Read one file of the registry, row by row."""
    file, parts = f"registry/{path.name}", REGISTRY[path.stem]
    value = _read_file(path, file, _REGISTRY_LIMIT, loaded)
    if value is None:
        loaded.unread.update(parts)
        return
    for key in value:
        if key not in parts:
            found = Problem(file, "", key, "an unknown part", ", ".join(parts), "rename or remove it")
            loaded.problems.append(found)
    for key, model in parts.items():
        rows = value.get(key)
        if isinstance(rows, list):
            before = len(loaded.problems)
            for number, row in enumerate(rows, 1):
                _add(model, row, _Spot(file, key, number), loaded)
                if len(loaded.problems) - before > MOST:
                    found = Problem(file, "", key, f"wrong all over up to row {number}", "", "mend what is told before")
                    loaded.problems.append(found)
                    loaded.unread.add(key)
                    break
        else:
            told = "missing" if key not in value else shown(rows)
            found = Problem(file, "", key, told, "a list of rows, each with an id", f"write `{key}:` and the rows")
            loaded.problems.append(found)
            loaded.unread.add(key)


def _read_file(path: Path, file: str, limit: int, loaded: Loaded) -> dict[str, Any] | None:
    """Read one file to a mapping; None where there is none."""
    try:
        if not path.is_file():
            told = "no plain file" if path.exists() or path.is_symlink() else "missing"
            found = Problem(file, "", "", told, "a YAML file", "add it or mend the link")
            loaded.problems.append(found)
            return None
        if (size := path.stat().st_size) > limit:
            found = Problem(file, "", "", f"{size / 1e6:.1f} MB", f"at most {limit // 1_000_000} MB", "look inside it")
            loaded.problems.append(found)
            return None
        value, complaints = parse(path.read_bytes())
    except OSError as error:
        found = Problem(file, "", "", f"unreadable ({error.strerror})", "a YAML file", "look at its permissions")
        loaded.problems.append(found)
        return None
    loaded.problems.extend(Problem(file, "", "", told.value, told.allowed, told.todo) for told in complaints)
    if isinstance(value, dict):
        return value
    if not complaints:
        told = "empty" if value is None else f"a {type(value).__name__}: {shown(value)}"
        found = Problem(file, "", "", told, "a mapping of fields", "begin with `id:` or with the registry's name")
        loaded.problems.append(found)
    return None


def _add(model: type[Row], row: Any, spot: _Spot, loaded: Loaded) -> None:
    """Check one row and put it into its table; of two rows with one id the first stays."""
    named = row.get("id") if isinstance(row, dict) else None
    record = shown(named) if isinstance(named, str) else f"row {spot.number}" if spot.number else ""
    loaded.known[spot.table].add(named if isinstance(named, str) else record)
    try:
        made: Any = model.model_validate_json(json.dumps(row))
    except ValidationError as error:
        loaded.problems.extend(problems_of(error, model, spot.file, record))
        loaded.broken.append(Broken(spot.file, record, model, row))
        return
    rows = getattr(loaded.records, spot.table)
    if not spot.number and Path(spot.file).name != f"{made.id}.yaml":
        found = Problem(spot.file, record, "id", made.id, "the file's name without .yaml", "rename the file or the id")
        loaded.problems.append(found)
    elif made.id in rows:
        found = Problem(spot.file, record, "id", made.id, "each id once", "give this row another id or remove it")
        loaded.problems.append(found)
    else:
        rows[made.id] = made
