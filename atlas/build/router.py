"""The router of a build: ways over water, from the cache where they are known, found anew where not."""

import json
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shapely.geometry import shape

from atlas.build.cache import Cache
from atlas.errors import BuildError, LayerError
from atlas.measure.gates import Gate
from atlas.measure.geodesy import LonLat

if TYPE_CHECKING:
    from atlas.build.coast import Coast

Router = Callable[[list[LonLat], Gate | None], list[LonLat]]
"""Gives the way over water through some points, and round a gate that is walled up; see `sea_paths.sea_path`."""

LAND = ("land-1km.geojson", "land-world.geojson")
"""The region's land, and that of the rest of the world: together the whole."""

_CODE: Final = ("coast.py", "sea_grid.py", "pull.py", "sea_paths.py", "../measure/geodesy.py")
_LIBRARIES: Final = ("numpy", "scipy", "shapely", "pyproj", "rasterio", "scikit-image")


class SeaRouter:
    """A `Router` over the built land.

    Parameters
    ----------
    layers : Path
        Folder of the land layers.
    cache : Path or None
        Folder of what was computed before; None keeps nothing.

    Raises
    ------
    LayerError
        If a land layer is missing or broken.
    """

    def __init__(self, layers: Path, cache: Path | None) -> None:
        self._land = [_bytes(layers / name) for name in LAND]
        self._cache = Cache(cache, _CODE, _LIBRARIES, b"\0".join(self._land))
        self.found_anew = 0

    def __call__(self, points: list[LonLat], wall: Gate | None) -> list[LonLat]:
        """Give the way; raise BuildError where no water joins the points."""
        asked = [points, wall]
        kept = self._cache.get(asked)
        line = self._find(points, wall) if kept is None else [(lon, lat) for lon, lat in kept]
        if kept is None:
            self._cache.put(asked, line)
        if not line:
            raise BuildError(f"no water joins {' and '.join(map(str, points))}; correct one of the positions")
        return line

    def _find(self, points: list[LonLat], wall: Gate | None) -> list[LonLat]:
        """Find a way anew; an empty one where there is none."""
        from atlas.build.sea_paths import sea_path  # noqa: PLC0415 - slow to load, and most builds find no way anew

        self.found_anew += 1
        return sea_path(points, self.coast, wall) or []

    @cached_property
    def coast(self) -> "Coast":
        """The land of the whole world, read when first needed."""
        from atlas.build.coast import Coast  # noqa: PLC0415 - as above

        try:
            return Coast(shape(row["geometry"]) for content in self._land for row in json.loads(content)["features"])
        except (ValueError, KeyError, TypeError) as error:
            raise LayerError(f"{' or '.join(LAND)} is no layer ({error}); run python -m atlas geography") from error


def _bytes(path: Path) -> bytes:
    """Read a land layer."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise LayerError(f"{path}: cannot be read ({error.strerror}); run python -m atlas geography") from error
