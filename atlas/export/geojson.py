"""GeoJSON as RFC 7946 has it; what is to be known of the file stands in a foreign member before the features."""

from collections.abc import Iterator
from typing import Any, Final

import shapely

from atlas.export.about import about
from atlas.export.cells import compact
from atlas.export.columns import Table
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
    yield f'{compact(head)[:-1]},"features":['.encode()
    before = "\n"
    for chunk in taken.chunks(table):
        shapes = shapely.to_geojson(chunk.shapes)
        lines = []
        for row, shape in zip(chunk.rows, shapes, strict=True):
            properties = compact(dict(zip(names, row, strict=True)))
            lines.append(
                f'{{"type":"Feature","id":{compact(row[0])},"geometry":{shape or "null"},"properties":{properties}}}'
            )
        yield (before + ",\n".join(lines)).encode()
        before = ",\n"
    yield f'\n],"{SOURCES}":{compact(_sources(taken))}}}\n'.encode()


def _sources(taken: Taken) -> list[dict[str, Any]]:
    return [{name: row.get(name) for name in _OF_SOURCE} for row, _ in taken.rows("sources")]
