"""Versions that are kept: each one zip, with all files of the version as they were."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from atlas.build.manifest import MANIFEST, RECORD_SCHEMAS, SUFFIXES
from atlas.errors import BuildError
from atlas.records.schema import record_schemas

MOST_BYTES: Final = 5_000_000
"""A larger version does not belong into the repository."""
_BEGIN_OF_ZIP: Final = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE: Final = 0o100644 << 16

Contents = Mapping[str, bytes]


def contents(layers: Path) -> Contents:
    """Give all files of the current version by name: the layers, what tells about them, the schemas of the records."""
    files = {path.name: path.read_bytes() for path in sorted(layers.iterdir()) if path.suffix in SUFFIXES}
    return files | {f"{RECORD_SCHEMAS}{name}": text.encode() for name, text in sorted(record_schemas().items())}


def odd(kept: Path, files: Contents) -> list[str]:
    """Name the files in which a kept version is not what these are; none where it is not kept.

    Raises
    ------
    BuildError
        If what lies there is no zip.
    """
    if not kept.is_file():
        return []
    try:
        with zipfile.ZipFile(kept) as archive:
            there = {name: archive.read(name) for name in archive.namelist()}
    except (OSError, zipfile.BadZipFile, zlib.error) as error:
        raise BuildError(f"{kept}: cannot be read ({error}); bring it back from the repository") from error
    return sorted(name for name in there.keys() | files.keys() if there.get(name) != files.get(name))


def changed(kept: Path, files: Contents) -> str:
    """Say that a version is kept with other content, and what to do; an empty text where it is not."""
    differ = odd(kept, files)
    if not differ:
        return ""
    return (
        f"{kept.name}: this version is kept with other content ({', '.join(differ)}); a version that was released does "
        "not change: add a new one above it in registry/editions.yaml"
    )


def keep(kept: Path, files: Contents, most: int | None = MOST_BYTES) -> int:
    """Write a version; give its size in bytes.

    Parameters
    ----------
    kept : Path
        The zip to write.
    files : mapping of str to bytes
        What `contents` gives.
    most : int, optional
        The largest size in bytes; None for any.

    Raises
    ------
    BuildError
        If it is too large or cannot be written; nothing is left behind then.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        # The manifest stands first: whoever opens the zip sees at once what it is.
        for name in sorted(files, key=lambda name: (name != MANIFEST, name)):
            entry = zipfile.ZipInfo(name, _BEGIN_OF_ZIP)
            entry.external_attr = _PLAIN_FILE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    content = packed.getvalue()
    if most is not None and len(content) > most:
        raise BuildError(
            f"{kept}: {len(content) / 1e6:.1f} MB; allowed: {most / 1e6:.0f} MB; keep it outside of the "
            "repository, with --editions, and tell the server where by ATLAS_EDITIONS"
        )
    new = kept.with_suffix(".new")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(content)
        new.replace(kept)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise BuildError(f"{kept}: cannot be written ({error.strerror}); give another --editions") from error
    return len(content)
