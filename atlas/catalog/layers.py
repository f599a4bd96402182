"""The door of what is shown: built files of geodata/layers/ are read and checked here, and nowhere else."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas
import pandas as pd

from atlas.catalog.facts import Facts, frozen
from atlas.errors import LayerError

REMEDY = "run `make build`"
CRS = "EPSG:4326"


@dataclass(frozen=True, eq=False)
class Layer:
    """One built GeoJSON file: its rows as told, and the same as a frame.

    Parameters
    ----------
    rows : mapping of str to Facts
        Properties by id, in the order of the file; values as in the JSON, dates as ISO 8601 text.
    frame : geopandas.GeoDataFrame
        The same, indexed by id, with geometry in WGS 84 (EPSG:4326, degrees; None where nothing can be drawn).
    """

    rows: Mapping[str, Facts]
    frame: geopandas.GeoDataFrame


class LayerFiles:
    """Reads the files of one folder.

    Parameters
    ----------
    folder : Path
        The folder of built layers.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def version(self) -> str:
        """Give a short hash of every file of the folder, those included that only the map's client reads."""
        digest = hashlib.sha256()
        for file in sorted(self.folder.glob("*.*json")):
            content = file.read_bytes()
            digest.update(f"{file.name} {len(content)} ".encode() + content)
        return digest.hexdigest()[:12]

    def layer(self, name: str, needed: Iterable[str] = ()) -> Layer:
        """Read `<name>.geojson`.

        Parameters
        ----------
        name : str
            Name of the layer.
        needed : iterable of str
            Properties that each feature must have.

        Returns
        -------
        Layer
            Rows and frame, in the order of the file.

        Raises
        ------
        LayerError
            If the file is missing or is not what `atlas build` writes; one line that names the file.
        """
        file = f"{name}.geojson"
        content = self._json(file)
        features = content.get("features") if isinstance(content, dict) else None
        if not isinstance(features, list):
            raise self._broken(file, "is not a GeoJSON FeatureCollection")
        if not all(isinstance(feature, dict) and isinstance(feature.get("properties"), dict) for feature in features):
            raise self._broken(file, "holds something that is not a feature with properties")
        rows = self._by_id(file, [feature["properties"] for feature in features], needed)
        return Layer(rows, self._frame(file, rows, [feature.get("geometry") for feature in features]))

    def table(self, name: str) -> Mapping[str, Facts]:
        """Read `<name>.json`, a list of objects; raise LayerError as `layer` does."""
        file = f"{name}.json"
        content = self._json(file)
        if not isinstance(content, list) or not all(isinstance(row, dict) for row in content):
            raise self._broken(file, "is not a list of objects")
        return self._by_id(file, content, ())

    def _json(self, file: str) -> Any:
        path = self.folder / file
        try:
            content = path.read_bytes()
            parsed = json.loads(content)
        except FileNotFoundError:
            raise self._broken(file, "is missing; it is built from the records") from None
        except OSError as error:
            raise self._broken(file, f"cannot be read ({error.strerror})") from None
        except (ValueError, RecursionError) as error:
            raise self._broken(file, f"is not JSON ({str(error).splitlines()[0]})") from None
        return parsed

    def _by_id(self, file: str, found: list[dict[str, Any]], needed: Iterable[str]) -> Mapping[str, Facts]:
        rows: dict[str, Facts] = {}
        for number, row in enumerate(found, start=1):
            name = row.get("id")
            if not isinstance(name, str) or not name:
                raise self._broken(file, f"has a row without an id (number {number})")
            if name in rows:
                raise self._broken(file, f"has the id {name} twice")
            lacking = [key for key in needed if key not in row]
            if lacking:
                raise self._broken(file, f"lacks {', '.join(lacking)} in {name}")
            rows[name] = frozen(row)
        return Facts(rows)

    def _frame(self, file: str, rows: Mapping[str, Facts], geometries: list[Any]) -> geopandas.GeoDataFrame:
        features = [
            {"properties": row, "geometry": geometry} for row, geometry in zip(rows.values(), geometries, strict=True)
        ]
        columns = ["geometry", *next(iter(rows.values()), {"id": ""})]
        try:
            frame = geopandas.GeoDataFrame.from_features(features, columns=columns, crs=CRS)
        except Exception as error:
            raise self._broken(file, f"holds a geometry that cannot be read ({error})") from error
        for name in frame.columns.difference(["geometry"]):
            if frame[name].dtype == float and all(
                row.get(name) is None or type(row[name]) is int for row in rows.values()
            ):
                frame[name] = frame[name].astype("Int64")  # a count with gaps stays a count
        return frame.set_index(pd.Index(list(rows), dtype="str", name="id", copy=False))

    def _broken(self, file: str, what: str) -> LayerError:
        return LayerError(f"{self.folder / file} {what}; {REMEDY}")
