"""What a table that leaves the atlas is made of: its columns, each told once for every format and every document."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

from shapely.geometry.base import BaseGeometry

if TYPE_CHECKING:
    from atlas.export.taken import Taken

Form = Literal["text", "integer", "number", "boolean", "date", "words", "links", "json"]
"""What a column holds; `words` are several ids or names, `links` several addresses, `json` lists or objects."""
Place = Literal["point", "line"]
Row = Mapping[str, Any]
Find = Callable[[Row, BaseGeometry | None, "Taken"], Any]
FORMS: Final[dict[Form, str]] = {
    "text": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "date": "day",
    "words": "list of ids or names",
    "links": "list of addresses",
    "json": "list or object, as JSON",
}


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Parameters
    ----------
    name : str
        Its name; of a property of the built layers, the same name.
    form : Form
        What it holds.
    says : str
        What it means, in one sentence.
    allowed : tuple of str
        The only values it may have; empty where there are others.
    find : callable, optional
        Finds the value where it is no property of the row.
    needed : bool
        Whether every row has a value.
    flat : bool
        Whether it stands for the geometry, in formats that have none.
    """

    name: str
    form: Form
    says: str
    allowed: tuple[str, ...] = ()
    find: Find | None = field(default=None, compare=False)
    needed: bool = False
    flat: bool = False

    def value(self, row: Row, shape: BaseGeometry | None, taken: "Taken") -> Any:
        """Find the value of a row: what JSON holds, None where there is none."""
        return row.get(self.name) if self.find is None else self.find(row, shape, taken)


@dataclass(frozen=True)
class Table:
    """One table that leaves the atlas.

    Parameters
    ----------
    name : str
        Its name in addresses and files.
    title : str
        Its name to a reader.
    says : str
        What a row is, in a sentence or two.
    columns : tuple of Column
        Its columns in order; the first is `id`.
    place : Place or None
        Kind of geometry that its rows have; None where they have none.
    """

    name: str
    title: str
    says: str
    columns: tuple[Column, ...]
    place: Place | None = None

    def placed(self) -> tuple[Column, ...]:
        """Give the columns of formats that have a geometry."""
        return tuple(column for column in self.columns if not column.flat)
