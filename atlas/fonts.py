"""Cuts the fonts to what the atlas needs: ahead by `python -m atlas.fonts [FOLDER]`, else at a reader's first need.

A cut takes seconds of pure Python, so a server that finds none has it made by another process: its readers see system
fonts until then, and nothing waits.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

from atlas.errors import AtlasError
from atlas.lettering import FACES, PRINT_FACES, WEIGHTS, Face, PrintFace

FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt", "tnum", "lnum"]
_making = Lock()


class FontError(AtlasError):
    """A font could not be cut; pages show system fonts instead."""


def folder() -> Path:
    """Give the folder of the cuts: `.cache/fonts` of this checkout, or the user's cache where it cannot be written."""
    root = Path(__file__).parents[1]
    if os.access(root, os.W_OK):
        return root / ".cache" / "fonts"
    user = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    parent = user if os.access(user, os.W_OK) else Path(tempfile.gettempdir())
    return parent / "joint-sea-atlas" / "fonts"


def cut(face: Face, target: Path) -> None:
    """Cut one face to a file, written beside and renamed, so that nobody ever reads half of it.

    Parameters
    ----------
    face : Face
        What to cut.
    target : Path
        The file to write; its folder exists.

    Raises
    ------
    FontError
        If the package with the font is not installed.
    """
    # Only who cuts needs fontTools; importing it would hold up the start of the server.
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    spec = find_spec(face.package)
    if spec is None or spec.origin is None:
        raise FontError(f"{face.family}: the package {face.package} is not installed; install requirements.txt")
    font = TTFont(Path(spec.origin).parent / "files" / face.file, lazy=True)
    options = Options(layout_features=FEATURES, hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=face.code_points())
    subsetter.subset(font)
    size = {} if face.optical_size is None else {"opsz": face.optical_size}
    weight = face.weight if isinstance(face, PrintFace) else WEIGHTS
    font = instantiateVariableFont(font, {"wght": weight, **size})
    font.flavor = None if isinstance(face, PrintFace) else "woff2"
    beside = target.with_suffix(f".{os.getpid()}")
    font.save(beside)
    beside.replace(target)


def make(faces: Sequence[Face] = (*FACES, *PRINT_FACES), into: Path | None = None) -> list[Path]:
    """Cut every face that is not there yet; give the files that were made."""
    target = into or folder()
    target.mkdir(parents=True, exist_ok=True)
    missing = [face for face in faces if not (target / face.file_name).exists()]
    for face in missing:
        cut(face, target / face.file_name)
    return [target / face.file_name for face in missing]


def read(name: str) -> bytes:
    """Give the content of a cut by the name of its file; raise FontError as `find` does."""
    return find(name).read_bytes()


def find(name: str) -> Path:
    """Give the file of a cut by its name; where it is not there, have all of them made and wait.

    Raises
    ------
    FontError
        If the cuts cannot be made.
    """
    file = folder() / name
    with _making:
        if not file.exists():
            command = [sys.executable, "-m", "atlas.fonts", str(file.parent)]
            done = subprocess.run(  # noqa: S603 - our own module, by our own interpreter
                command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False
            )
            if not file.exists():
                said = (done.stderr.strip() or "nothing was said").splitlines()[-1]
                raise FontError(f"{name} could not be made in {file.parent}: {said}")
    return file


if __name__ == "__main__":
    for made in make(into=Path(sys.argv[1]) if len(sys.argv) > 1 else None):
        sys.stdout.write(f"{made.name} {made.stat().st_size} bytes\n")
