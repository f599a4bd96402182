"""Values as single cells, for formats that know no lists; and cells that no spreadsheet takes for a formula."""

import json
from collections.abc import Sequence
from typing import Any, Final

from atlas.export.columns import Form

BETWEEN: Final = "; "
FORMULA: Final = frozenset("=+-@＝＋－＠")
"""With one of these, after whatever blanks, a spreadsheet lets a formula begin; the wide forms count in some."""
BLANK: Final = frozenset("\t\r\n")
GUARD: Final = "'"

Cell = str | int | float | bool | None


def flat(form: Form, value: Any) -> Cell:
    """Give a value as one cell.

    Parameters
    ----------
    form : Form
        What its column holds.
    value : object
        What JSON holds.

    Returns
    -------
    str, int, float, bool or None
        Several ids or names joined by `; ` (as JSON, which begins with `[`, where a name has a semicolon of its own),
        several addresses by blanks, lists and objects as JSON; None for nothing, be it an empty list or text.
    """
    if value is None or value == "" or (form in ("words", "links", "json") and not value):
        return None
    joined = BETWEEN.join(value) if form == "words" else ""
    if joined and not joined.startswith("[") and joined.count(";") == len(value) - 1:
        return joined
    if form == "links":
        return " ".join(value)
    if form in ("words", "json"):
        return compact(value)
    cell: Cell = value
    return cell


def words(cell: str | None) -> Sequence[str]:
    """Give the ids or names of a cell of `words` back."""
    if not cell:
        return ()
    parts: Sequence[str] = json.loads(cell) if cell.startswith("[") else cell.split(BETWEEN)
    return parts


def compact(value: Any) -> str:
    """Write JSON on one line, with letters of all scripts as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def neutral(text: str) -> str:
    """Give a text as a cell that no spreadsheet takes for a formula: where need be an apostrophe stands before it.

    An apostrophe of its own gets one too, so that `restored` gives back any text exactly.
    """
    begins_one = text[:1] in BLANK or text.lstrip()[:1] in FORMULA
    return f"{GUARD}{text}" if text and (begins_one or text.startswith(GUARD)) else text


def restored(cell: str) -> str:
    """Give back the text that `neutral` was given: without the apostrophe at its beginning, if there is one."""
    return cell.removeprefix(GUARD)
