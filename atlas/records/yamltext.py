"""YAML text to plain values, with nothing clever let in.

Records are written by hand and come from strangers, so this reads a small, safe part of YAML: mappings, lists and
scalars as YAML 1.2 has them. Dates stay text, `no` stays text, `13:00` stays text. Anchors, aliases, tags, a second
document, a key given twice, numbers that are none: each is one complaint with its line, never a traceback.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NoReturn

import yaml

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH: Final = 12
_MOST_COMPLAINTS: Final = 20
_INT: Final = re.compile(r"-?(0|[1-9][0-9]{0,15})")
_FLOAT: Final = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_NO_NUMBER: Final = re.compile(r"[-+]?\.(inf|nan)", re.IGNORECASE)
_CONTROL: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""Signs that no reader sees, but that act: on a terminal, on lines, on the direction of the writing around them."""
_WORDS: Final = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass(frozen=True)
class Complaint:
    """One thing that is wrong with a text: what was found, what is allowed, what to do."""

    value: str
    allowed: str = ""
    todo: str = ""


class _StopReading(Exception):  # noqa: N818 - it stops the reading; the complaint says what the error is
    """The rest of the text cannot be read."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(complaint.value)
        self.complaint = complaint


def parse(data: bytes) -> tuple[Any, list[Complaint]]:
    """Read the bytes of one YAML file.

    Parameters
    ----------
    data : bytes
        UTF-8 without a byte order mark.

    Returns
    -------
    tuple
        The value (dicts, lists, str, int, float, bool, None) and everything that was wrong.
        The value is None where nothing could be read.
    """
    complaints: list[Complaint] = []
    try:
        reading = _Reading(yaml.parse(_decode(data), Loader=_LOADER), complaints)
        return reading.document(), complaints
    except _StopReading as stop:
        return None, [*complaints, stop.complaint]
    except yaml.YAMLError as error:
        return None, [*complaints, _syntax(error)]


def _decode(data: bytes) -> str:
    """Give the text, or stop where bytes are no plain UTF-8 text."""
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise _StopReading(Complaint("a file with a byte order mark", "plain UTF-8", "save it as UTF-8 without BOM"))
    for byte, name in ((b"\0", "a NUL byte"), (b"\t", "a tab")):
        if (at := data.find(byte)) >= 0:
            line = data.count(b"\n", 0, at) + 1
            raise _StopReading(Complaint(f"{name} in line {line}", "plain text", "remove it; indent with spaces"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"not UTF-8 in line {line} (byte 0x{data[error.start]:02x})"
        raise _StopReading(Complaint(found, "plain UTF-8", "save the file as UTF-8")) from error


def _syntax(error: yaml.YAMLError) -> Complaint:
    """Say a YAML syntax error in one line."""
    mark = getattr(error, "problem_mark", None)
    where = f" in line {mark.line + 1}, column {mark.column + 1}" if mark else ""
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable text"
    return Complaint(f"no valid YAML{where} ({what})", "YAML", "mend the line; look at quotes, colons and indents")


@dataclass
class _Reading:
    """One walk over the events of the YAML parser."""

    events: Iterator[Any]
    complaints: list[Complaint]

    def document(self) -> Any:
        """Read the one document of the file."""
        value, begun = None, False
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if begun:
                    self._stop(event, "a second document (---)", "one document", "split the file")
                value, begun = self._value(next(self.events), 0), True
        return value

    def _value(self, event: Any, depth: int) -> Any:
        """Read the node that begins with this event."""
        if depth > _MAX_DEPTH:
            self._stop(event, f"nested deeper than {_MAX_DEPTH} levels", "a flat record", "write it as the others are")
        if event.anchor is not None:  # of an alias too: a text of a few lines could unfold to gigabytes
            self._stop(event, f"an anchor or alias ({event.anchor})", "plain values", "write the value out")
        if event.tag is not None:
            self._complain(event, f"a tag ({event.tag})", "plain values", "remove the tag")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(depth)
        return self._scalar(event)

    def _mapping(self, depth: int) -> dict[str, Any]:
        """Read a mapping; every key is text and stands once."""
        values: dict[str, Any] = {}
        while not isinstance(key := next(self.events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                self._stop(key, "a key that is no word", "field names as keys", "quote a text that begins with { or [")
            value = self._value(next(self.events), depth + 1)
            if not self._is_plain(key):
                continue
            if key.value in values:
                self._complain(key, f"the key `{key.value[:40]}` twice", "each key once", "join the two")
            values[key.value] = value
        return values

    def _sequence(self, depth: int) -> list[Any]:
        """Read a list."""
        values = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            values.append(self._value(event, depth + 1))
        return values

    def _scalar(self, event: yaml.ScalarEvent) -> Any:
        """Read a scalar by the rules of YAML 1.2; what is no null, truth value or number is text."""
        text: str = event.value
        if not self._is_plain(event):
            return None
        if not event.implicit[0]:
            return text
        return _WORDS[text] if text in _WORDS else self._plain(event, text)

    def _is_plain(self, event: yaml.ScalarEvent) -> bool:
        """Complain of a control character; most are written as an escape, for YAML takes few of them as they are."""
        control = _CONTROL.search(event.value)
        if control:
            told = f"a control character ({ascii(control[0])[1:-1]}) in {event.value[:20]!r}"
            self._complain(event, told, "plain text", "remove it")
        return control is None

    def _plain(self, event: Any, text: str) -> str | float | None:
        """Read a number, or text where it is none; complain of a number that is not finite."""
        if _INT.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text) and math.isfinite(number := float(text)):
            return number
        if _NO_NUMBER.fullmatch(text) or _FLOAT.fullmatch(text):
            self._complain(event, f"the number {text[:20]}", "an ordinary number", "write the number out or quote it")
            return None
        return text

    def _complain(self, event: Any, found: str, allowed: str, todo: str) -> None:
        """Note one complaint with its line and read on, unless there are too many."""
        if len(self.complaints) >= _MOST_COMPLAINTS:
            self._stop(event, "so much wrong that reading ends here,", "a record", "mend what is told before")
        self.complaints.append(Complaint(f"{found} in line {event.start_mark.line + 1}", allowed, todo))

    def _stop(self, event: Any, found: str, allowed: str, todo: str) -> NoReturn:
        """Give up on the text, with one complaint."""
        raise _StopReading(Complaint(f"{found} in line {event.start_mark.line + 1}", allowed, todo))
