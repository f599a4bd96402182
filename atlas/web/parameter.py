"""The parameters that an address has besides those of a view, each told once: for who reads it and who documents it.

What a parameter holds stands here and nowhere else: the same object reads the value, refuses it, and gives the schema
that the OpenAPI document shows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from atlas.web.problem import Fault

SHORT: Final = 80
_WHOLE: Final = re.compile(r"\d{1,9}", re.ASCII)


def shown(value: str) -> str:
    """Give a foreign text, shortened, as an answer repeats it."""
    return f"{value[:SHORT]}…" if len(value) > SHORT else value


class Parameter(Protocol):
    """What every parameter knows; `usual` holds where it is absent."""

    @property
    def what(self) -> str:
        """Say what it holds."""
        ...

    @property
    def usual(self) -> Any:
        """Give the value that holds where the parameter is absent."""
        ...

    def read(self, name: str, value: str) -> Any:
        """Read a value; give a Fault where it is none."""
        ...

    def schema(self) -> dict[str, Any]:
        """Give what it may hold, as a JSON Schema."""
        ...


@dataclass(frozen=True)
class Number:
    """A whole number from `least` to `most`; both are allowed.

    Parameters
    ----------
    what : str
        What it says, for the documents.
    usual : int
        What holds where it is absent.
    least, most : int
        Its limits.
    beyond : str
        What to do for more.
    """

    what: str
    usual: int
    least: int
    most: int
    beyond: str = ""

    def read(self, name: str, value: str) -> int | Fault:
        """Read a number; give a Fault where it is none, or beyond the limits."""
        if _WHOLE.fullmatch(value) and self.least <= int(value) <= self.most:
            return int(value)
        allowed = f"a whole number from {self.least} to {self.most}"
        detail = " ".join(filter(None, (f"{name} must be {allowed}.", self.beyond)))
        return Fault(name, detail, shown(value), allowed)

    def schema(self) -> dict[str, Any]:
        """Give its limits."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most, "default": self.usual}


@dataclass(frozen=True)
class Word:
    """One of a few words.

    Parameters
    ----------
    what : str
        What it says, for the documents.
    known : sequence of str
        The words.
    usual : str or None
        What holds where it is absent.
    """

    what: str
    known: Sequence[str]
    usual: str | None = None

    def read(self, name: str, value: str) -> str | Fault:
        """Read a word; give a Fault where it is not known."""
        if value in self.known:
            return value
        allowed = ", ".join(self.known)
        return Fault(name, f"{name} must be one of: {allowed}.", shown(value), allowed)

    def schema(self) -> dict[str, Any]:
        """Give the words."""
        usual = {} if self.usual is None else {"default": self.usual}
        return {"type": "string", "enum": list(self.known)} | usual
