"""One way through all records: every model with the file, record and field where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import NamedTuple

from atlas.errors import Problem
from atlas.records.container import FOLDERS, REGISTRY, Records
from atlas.records.fields import Row


class Found(NamedTuple):
    """A model and where it stands."""

    file: str
    record: str
    path: str
    row: Row

    def problem(self, field: str, value: str, allowed: str, todo: str) -> Problem:
        """Give a problem of one field of this row."""
        path = ".".join(part for part in (self.path, field) if part)
        return Problem(self.file, self.record, path, value, allowed, todo)


def home_of(table: str, record: str = "<id>") -> str:
    """Give the file in which the rows of a table stand."""
    if table in FOLDERS:
        return f"{FOLDERS[table][0]}/{record}.yaml"
    return next(f"registry/{name}.yaml" for name, parts in REGISTRY.items() if table in parts)


def every_row(records: Records) -> Iterator[Found]:
    """Give every model of every file, the outer before the inner."""
    for part in fields(Records):
        for record, row in getattr(records, part.name).items():
            yield from _inside(Found(home_of(part.name, record), record, "", row))


def _inside(found: Found) -> Iterator[Found]:
    """Give a row and the rows inside it."""
    yield found
    for name, value in found.row:
        path = f"{found.path}.{name}" if found.path else name
        if isinstance(value, Row):
            yield from _inside(found._replace(path=path, row=value))
        elif isinstance(value, tuple):
            for number, inner in enumerate(value, 1):
                if isinstance(inner, Row):
                    yield from _inside(found._replace(path=f"{path}[{number}]", row=inner))


def leads_to_itself(name: str, links: Mapping[str, Sequence[str]]) -> bool:
    """Say whether the way along the links, each from a name to others, comes back to this name."""
    todo, seen = list(links.get(name, ())), set[str]()
    while todo:
        at = todo.pop()
        if at == name:
            return True
        if at not in seen:
            seen.add(at)
            todo += links.get(at, ())
    return False
