"""What a build computed before, kept by all that determines it; never needed, only quicker."""

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

_HERE: Final = Path(__file__).parent


class Cache:
    """A folder of answers, each file named by the hash of all that determines it: question, data, code, libraries.

    Parameters
    ----------
    folder : Path or None
        Where to keep them; None keeps nothing.
    code : iterable of str
        Modules that compute the answers, as paths from this one.
    libraries : iterable of str
        Packages that they compute with.
    data : bytes
        What they read besides the question, such as the land.
    """

    def __init__(
        self, folder: Path | None, code: Iterable[str] = (), libraries: Iterable[str] = (), data: bytes = b""
    ) -> None:
        self._folder = folder
        parts = [data, *((_HERE / name).read_bytes() for name in code)]
        parts += [f"{name} {version(name)}".encode() for name in libraries]
        self._base = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).digest()

    def get(self, asked: Any) -> Any:
        """Give the answer that was kept for a question, as JSON gives it back; None if it is not kept or damaged."""
        if self._folder is None:
            return None
        try:
            kept = json.loads(self._path(self._folder, asked).read_bytes())
            return kept["answer"] if kept["sum"] == _sum(kept["answer"]) else None
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None

    def put(self, asked: Any, answer: Any) -> None:
        """Keep an answer (JSON values, not null); a folder that cannot be written is no error."""
        if self._folder is None:
            return
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump({"answer": answer, "sum": _sum(answer)}, file)
            Path(name).replace(self._path(self._folder, asked))  # a build at the same time sees all of it or nothing

    def _path(self, folder: Path, asked: Any) -> Path:
        """Name the file of a question."""
        return folder / f"{hashlib.sha256(self._base + json.dumps(asked).encode()).hexdigest()[:40]}.json"


def _sum(answer: Any) -> str:
    """Give a short sum of an answer, to tell a damaged file."""
    return hashlib.sha256(json.dumps(answer).encode()).hexdigest()[:16]
