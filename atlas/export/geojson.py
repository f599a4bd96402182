"""GeoJSON as RFC 7946 has it; what is to be known of the file stands in a foreign member before the features."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray

from atlas.export.about import about
from atlas.export.cells import compact
from atlas.export.columns import Row, Table
from atlas.export.taken import Taken

ABOUT: Final = "atlas"
SOURCES: Final = "sources"
"""Foreign members of the collection: what is to be known of it, and the sources that its features name by id."""
_OF_SOURCE: Final = ("id", "publisher", "date", "lang", "kind", "weak", "url")


def write_geojson(taken: Taken, table: Table) -> Iterator[bytes]:
    """Write a table as a FeatureCollection, one feature a line, some features at a time.

    Geometries are those of the built layers, which `atlas build` has split at the antimeridian and wound right; lists
    and objects stay what they are.

    Parameters
    ----------
    taken : Taken
        What is written.
    table : Table
        Which table of it; one with a place.

    Yields
    ------
    bytes
        UTF-8.
    """
    names = [column.name for column in table.placed()]
    head = {"type": "FeatureCollection", "name": table.name, ABOUT: about(taken)}
    chunks = (
        _lines([dict(zip(names, row, strict=True)) for row in chunk.rows], chunk.shapes)
        for chunk in taken.chunks(table)
    )
    yield from _collection(head, chunks, {SOURCES: sources(taken)})


def write_layer(taken: Taken, name: str) -> Iterator[bytes]:
    """Write a layer of the catalog whole, as it was built, such as `places`."""
    layer = taken.catalog.layers[name]
    head = {"type": "FeatureCollection", "name": name, ABOUT: about(taken) | {"choice": "This layer is whole."}}
    lines = _lines(list(layer.rows.values()), layer.frame.geometry.to_numpy()) if layer.rows else []
    yield from _collection(head, [lines] if lines else [], {})


def _lines(rows: Sequence[Row], shapes: NDArray[np.object_]) -> list[str]:
    """Give features, each as a line of JSON."""
    return [
        f'{{"type":"Feature","id":{compact(row["id"])},"geometry":{shape or "null"},"properties":{compact(row)}}}'
        for row, shape in zip(rows, shapely.to_geojson(shapes), strict=True)
    ]


def _collection(head: Row, chunks: Iterable[list[str]], foot: Row) -> Iterator[bytes]:
    yield f'{compact(head)[:-1]},"features":['.encode()
    before = "\n"
    for lines in chunks:
        yield (before + ",\n".join(lines)).encode()
        before = ",\n"
    last = f",{compact(foot)[1:-1]}" if foot else ""
    yield f"\n]{last}}}\n".encode()


def sources(taken: Taken) -> list[dict[str, Any]]:
    """Give the sources that what is taken rests on, in short."""
    return [{name: row.get(name) for name in _OF_SOURCE} for row, _ in taken.rows("sources")]
