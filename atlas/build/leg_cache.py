"""Ways over water that were found before, kept by what determines them; never needed, only quicker."""

import contextlib
import hashlib
import json
import math
import os
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from atlas.measure.geodesy import LonLat

_CODE: Final = ("coast.py", "sea_grid.py", "pull.py", "sea_paths.py", "../measure/geodesy.py")
_LIBRARIES: Final = ("numpy", "scipy", "shapely", "pyproj", "rasterio", "scikit-image")


class LegCache:
    """A folder of ways, each file named by the hash of all that determines it: points, land, code, libraries.

    Parameters
    ----------
    folder : Path or None
        Where to keep them; None keeps nothing.
    land : bytes
        The land that ways keep off.
    """

    def __init__(self, folder: Path | None, land: bytes) -> None:
        self._folder = folder
        code = [(Path(__file__).parent / name).read_bytes() for name in _CODE]
        libraries = [f"{name} {version(name)}".encode() for name in _LIBRARIES]
        parts = [hashlib.sha256(part).digest() for part in (land, *code, *libraries)]
        self._base = hashlib.sha256(b"".join(parts)).digest()

    def get(self, asked: list[Any]) -> list[LonLat] | None:
        """Give the way that was kept for a question; empty where none exists, None where it is not kept or damaged."""
        if self._folder is None:
            return None
        try:
            return _line(json.loads(self._path(self._folder, asked).read_bytes()))
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None

    def put(self, asked: list[Any], line: list[LonLat]) -> None:
        """Keep a way; a folder that cannot be written is no error."""
        if self._folder is None:
            return
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump({"line": line, "sum": _sum(line)}, file)
            Path(name).replace(self._path(self._folder, asked))  # a build at the same time sees all of it or nothing

    def _path(self, folder: Path, asked: list[Any]) -> Path:
        """Name the file of a question."""
        return folder / f"{hashlib.sha256(self._base + json.dumps(asked).encode()).hexdigest()[:40]}.json"


def _line(kept: Any) -> list[LonLat]:
    """Read a kept way; raise an error where it is damaged."""
    line = [(float(lon), float(lat)) for lon, lat in kept["line"]]
    if kept["sum"] != _sum(line) or not all(math.isfinite(number) for point in line for number in point):
        raise ValueError("damaged")
    return line


def _sum(line: list[LonLat]) -> str:
    """Give a short sum of a way, to tell a damaged file."""
    return hashlib.sha256(json.dumps(line).encode()).hexdigest()[:16]
