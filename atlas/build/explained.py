"""The data dictionary as a table: what each field of the built files, the records and the registers means."""

from collections.abc import Iterator
from typing import Any, Final

from atlas.build import computed
from atlas.build.shapes import FILES, Rows
from atlas.records.dictionary import Entry, entries, family, model_about, sections
from atlas.records.positions import RULES

LAYERS: Final = "layers"


def dictionary_rows() -> Iterator[dict[str, Any]]:
    """Give the table `dictionary`: the built files first, then the models of records and registers.

    Yields
    ------
    dict
        As `computed.Explained` has it. Models that stand inside the rows of a built file have rows of their own where
        the build computes them; those of records stand with the records.
    """
    for name, rows in FILES.items():
        yield _row(name, name.partition(".")[0], rows.about, tuple(_own(rows).values()))
        for model in family(rows.models):
            if model not in rows.models and model.__module__ == computed.__name__:
                yield _row(name, model.__name__, model_about(model), entries(model))
    for section in sections():
        yield section.row()


def rule_rows() -> list[dict[str, Any]]:
    """Give the table `positions`: the rule by which a position becomes point, basis and radius."""
    return [rule._asdict() for rule in RULES]


def _own(rows: Rows) -> dict[str, Entry]:
    """Give the fields of a file's rows by name; in a built file every field stands, so none is said to be needed."""
    found: dict[str, Entry] = {}
    for number, model in enumerate(rows.models):
        for entry in entries(model):
            if number or ((not rows.only or entry.name in rows.only) and entry.name not in rows.without):
                found[entry.name] = entry._replace(needed="")
    return found


def _row(file: str, name: str, about: str, fields: tuple[Entry, ...]) -> dict[str, Any]:
    told = {"id": f"{LAYERS}.{file}.{name}", "file": f"{LAYERS}/{file}", "name": name, "about": about}
    return told | {"fields": [field._asdict() for field in fields]}
