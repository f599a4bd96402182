"""Versions of the data that are kept: each one zip, named after the version, as `atlas release` writes it."""

import os
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from atlas.catalog.edition import VERSION
from atlas.errors import LayerError

EDITIONS: Final = "ATLAS_EDITIONS"
MANIFEST: Final = "manifest.json"


def editions_folder() -> Path:
    """Give the folder of kept versions: `ATLAS_EDITIONS` where set, else geodata/editions/ of this checkout."""
    return Path(os.environ.get(EDITIONS) or Path(__file__).parents[2] / "geodata" / "editions")


@dataclass(frozen=True)
class KeptEditions:
    """The kept versions in a folder; what lies beside them is passed over.

    Parameters
    ----------
    folder : Path
        It need not exist: no version is kept then.
    """

    folder: Path

    def versions(self) -> tuple[str, ...]:
        """Name the kept versions, the newest first."""
        found = [path.stem for path in self.folder.glob("*.zip") if VERSION.fullmatch(path.stem)]
        return tuple(sorted(found, key=_numbers, reverse=True))

    def names(self, version: str) -> tuple[str, ...]:
        """Name the files of a kept version; none where it is not kept."""
        if version not in self.versions():
            return ()
        with self._opened(version) as archive:
            return tuple(archive.namelist())

    def read(self, version: str, name: str) -> bytes | None:
        """Give one file of a kept version; None where there is no such file or version.

        Raises
        ------
        LayerError
            If the zip cannot be read.
        """
        if name not in self.names(version):
            return None
        with self._opened(version) as archive:
            try:
                return archive.read(name)
            except (OSError, zipfile.BadZipFile, zlib.error) as error:
                raise self._broken(version, error) from error

    def _opened(self, version: str) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(self.folder / f"{version}.zip")
        except (OSError, zipfile.BadZipFile) as error:
            raise self._broken(version, error) from error

    def _broken(self, version: str, error: Exception) -> LayerError:
        return LayerError(f"{self.folder / version}.zip: cannot be read ({error}); bring it back from the repository")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
