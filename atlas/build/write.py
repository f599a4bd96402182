"""Built files: layers as RFC 7946 GeoJSON and plain tables as JSON, one object a line, always the same bytes."""

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from atlas.build.antimeridian import split
from atlas.errors import BuildError, LayerError

MAX_DECIMALS = 5
"""One metre; no source of the atlas is sharper."""

Feature = dict[str, Any]


def feature(
    feature_id: str, geometry: BaseGeometry | None, properties: Mapping[str, Any], decimals: int = 4
) -> Feature:
    """Make one GeoJSON feature, ready for `write_layer`.

    Parameters
    ----------
    feature_id : str
        Stable id; it stands beside the properties and first among them.
    geometry : shapely geometry or None
        WGS 84, longitude and latitude in degrees; see `atlas.build.antimeridian.split` for what may cross the
        antimeridian, and how. None where nothing can be drawn.
    properties : mapping
        JSON values only (dates as ISO 8601 text), in the order in which they are to be written.
    decimals : int
        Decimals of the coordinates, 5 at most (4 decimals are 11 m).

    Returns
    -------
    dict
        The feature: split at the antimeridian, rounded, outer rings counter-clockwise.

    Raises
    ------
    BuildError
        If the geometry is empty, invalid, off the globe, of no GeoJSON layer's type, or so small that rounding
        leaves nothing of it.
    """
    try:
        shape = None if geometry is None else shapely.geometry.mapping(_rounded(split(geometry), decimals))
    except BuildError as error:
        raise BuildError(f"{feature_id}: {error}") from error
    return {
        "type": "Feature",
        "id": feature_id,
        "geometry": shape,
        "properties": {"id": feature_id, **properties},
    }


def _rounded(geometry: BaseGeometry, decimals: int) -> BaseGeometry:
    """Round coordinates so that polygons stay valid, and bring rings into one order and direction."""
    if not 0 <= decimals <= MAX_DECIMALS:
        raise BuildError(f"decimals is {decimals}; allowed: 0 to {MAX_DECIMALS}")
    # set_precision repairs what rounding breaks: rounding the numbers alone made four of the land files invalid.
    rounded = shapely.set_precision(geometry, 10.0**-decimals)
    if rounded.is_empty:
        raise BuildError(f"nothing is left of the {geometry.geom_type} at {decimals} decimals; give it more or drop it")
    if rounded.geom_type in {"Polygon", "MultiPolygon"}:
        rounded = shapely.orient_polygons(shapely.normalize(rounded))
    # The grid leaves 129.80000000000001 and -0.0 behind; both would read as noise in a diff.
    return shapely.transform(rounded, lambda coordinates: np.round(coordinates, decimals) + 0.0)


def write_layer(path: Path, features: Iterable[Feature]) -> None:
    r"""Write a layer as an RFC 7946 FeatureCollection, one feature a line.

    The same features give the same bytes: UTF-8, `\n`, features and properties in the order given.

    Parameters
    ----------
    path : Path
        File to write; its folder must exist.
    features : iterable of dict
        What `feature` makes.

    Raises
    ------
    BuildError
        If two features have one id, if features differ in their properties' names, or if a value is no JSON
        (NaN, a date, a set).
    """
    rows = list(features)
    _check_ids(path, [row["id"] for row in rows])
    for row in rows:
        if row["properties"].keys() != rows[0]["properties"].keys():
            odd = ", ".join(sorted(row["properties"].keys() ^ rows[0]["properties"].keys()))
            raise BuildError(
                f"{path.name}: {row['id']} and {rows[0]['id']} differ in the properties {odd}; "
                "give every feature of a layer the same ones, null where unknown"
            )
    lines = ",\n".join(_json(path, row["id"], row) for row in rows)
    _write(path, f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n')


def read_layer(path: Path) -> list[Feature]:
    """Read the features of a layer in their order.

    Raises
    ------
    LayerError
        If the file is missing or is no layer.
    """
    try:
        content = json.loads(path.read_bytes())
        features: list[Feature] = content["features"]
    except FileNotFoundError as error:
        raise LayerError(
            f"{path}: the layer is missing; run python -m atlas build (land and seas: geography)"
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LayerError(f"{path}: is no GeoJSON FeatureCollection ({error}); build it again") from error
    return features


def write_table(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write a plain table as a JSON list of objects, one object a line.

    Parameters
    ----------
    path : Path
        File to write; its folder must exist.
    rows : iterable of mapping
        JSON values only. Where rows have an `id` it must be unique.

    Raises
    ------
    BuildError
        As `write_layer`.
    """
    table = list(rows)
    _check_ids(path, [row["id"] for row in table if "id" in row])
    lines = ",\n".join(_json(path, str(row.get("id", number)), row) for number, row in enumerate(table, start=1))
    _write(path, f"[\n{lines}\n]\n")


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """Give a folder to write in; what is in it moves to `folder` only if all went well.

    Yields
    ------
    Path
        A new folder inside `folder`, so that each file moves by one rename. If the block raises, nothing moves.

    Raises
    ------
    BuildError
        If the folder cannot be written to, is full, or holds a folder of the name of a file.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        room = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
    except OSError as error:
        raise BuildError(f"{folder}: cannot be written to ({error.strerror}); give another --out") from error
    try:
        yield room
        files = sorted(room.iterdir())
        if blocked := [file.name for file in files if (folder / file.name).is_dir()]:
            raise BuildError(f"{folder}: holds folders named {', '.join(blocked)}; move them away")
        for file in files:
            file.replace(folder / file.name)
    except OSError as error:
        raise BuildError(f"{folder}: cannot be written to ({error.strerror}); nothing was changed") from error
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _check_ids(path: Path, ids: Sequence[str]) -> None:
    """Refuse a second row of one id: links, tests and diffs rest on ids."""
    seen: set[str] = set()
    for row_id in ids:
        if row_id in seen:
            raise BuildError(f"{path.name}: the id {row_id} stands twice; ids are unique in a layer")
        seen.add(row_id)


def _json(path: Path, row_id: str, row: Mapping[str, Any]) -> str:
    """Write one object on one line."""
    try:
        return json.dumps(row, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except (TypeError, ValueError) as error:
        raise BuildError(
            f"{path.name}: {row_id}: {error}; give text, finite numbers, lists, objects or null"
        ) from error


def _write(path: Path, text: str) -> None:
    """Write UTF-8 bytes: text mode would change the line ends on some systems."""
    try:
        path.write_bytes(text.encode())
    except UnicodeEncodeError as error:
        raise BuildError(f"{path.name}: a text in it is no valid Unicode ({error}); correct the record") from error
