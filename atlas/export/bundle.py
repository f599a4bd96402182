"""The bundle: one zip with all tables of a view and everything that is needed to understand, check and cite them."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from atlas.catalog import layers_folder
from atlas.export.cff import cff
from atlas.export.cite import Citation
from atlas.export.cite_forms import bibtex, plain
from atlas.export.columns import Table
from atlas.export.csv_text import write_csv
from atlas.export.datapackage import Member, datapackage
from atlas.export.geojson import write_geojson, write_layer
from atlas.export.json_schema import json_schema
from atlas.export.readme import readme
from atlas.export.tables_beside import TABLES
from atlas.export.taken import Taken

LICENCE: Final = Path(__file__).parents[2] / "LICENSE-DATA"
REFERENCE: Final = {
    "places": "Places that the atlas names, whole.",
    "passages": "Straits with their gate lines, whole.",
    "zones": "Declared air defence identification zones, whole.",
    "seas": "Seas as areas, whole.",
}
SUMS: Final = "SHA256SUMS"
CSV, GEOJSON, JSON = "text/csv; charset=utf-8", "application/geo+json", "application/json"
TEXT: Final = "text/plain; charset=utf-8"
_MODE: Final = 0o100644 << 16
_LEVEL: Final = 6


def write_bundle(taken: Taken, path: Path) -> None:
    """Write all tables of a view as one zip, in a folder of its name.

    Parameters
    ----------
    taken : Taken
        What is written.
    path : Path
        The file.
    """
    read = datetime.now(UTC).date()
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as out:
        shelf = _Shelf(out, path.stem, taken.catalog.edition.released)
        papers = [
            shelf.put("README.md", "What is in this bundle.", TEXT, [readme(taken).encode()]),
            shelf.put("LICENSE-DATA.txt", "The licence.", TEXT, [LICENCE.read_bytes()]),
            shelf.put("CITATION.cff", "How the atlas is cited.", TEXT, [cff(taken.catalog.edition).encode()]),
            *(
                shelf.put(f"citation.{suffix}", "How this view is cited.", TEXT, [text.encode()])
                for suffix, text in _citations(taken, read)
            ),
        ]
        data = list(_data(taken, shelf))
        placed = [table for table in TABLES.values() if table.place]
        papers.append(shelf.put("schema.json", "JSON Schema.", JSON, [_pretty(json_schema(placed))]))
        if (built := layers_folder() / "schema.json").exists():
            papers.append(shelf.put("reference/schema.json", "JSON Schema.", JSON, [built.read_bytes()]))
        register = [_pretty(list(taken.catalog.sources.values()))]
        papers.append(shelf.put("reference/sources.json", "All sources of the atlas.", JSON, register))
        papers.append(shelf.put("datapackage.json", "Data Package.", JSON, [_pretty(datapackage(taken, data))]))
        sums = "".join(f"{one.sha256}  {one.path}\n" for one in sorted([*papers, *data], key=lambda one: one.path))
        shelf.put(SUMS, "Checksums.", TEXT, [sums.encode()])


class _Shelf:
    """Puts files into a zip; each is dated as the data are, so that the same data give the same bytes."""

    def __init__(self, out: ZipFile, folder: str, day: date) -> None:
        self._out = out
        self._folder = folder
        self._moment = (day.year, day.month, day.day, 0, 0, 0)

    def put(self, path: str, says: str, media: str, pieces: Iterable[bytes], table: Table | None = None) -> Member:
        """Write a file piece by piece; give what is to be said of it."""
        info = ZipInfo(f"{self._folder}/{path}", self._moment)
        info.compress_type, info.external_attr = ZIP_DEFLATED, _MODE
        digest, size = sha256(), 0
        with self._out.open(info, "w", force_zip64=True) as file:
            for piece in pieces:
                file.write(piece)
                digest.update(piece)
                size += len(piece)
        return Member(path, says, media, size, digest.hexdigest(), table)


def _data(taken: Taken, shelf: _Shelf) -> Iterator[Member]:
    for name, table in TABLES.items():
        yield shelf.put(f"data/{name}.csv", table.says, CSV, write_csv(taken, table), table)
        if table.place:
            yield shelf.put(f"data/{name}.geojson", table.says, GEOJSON, write_geojson(taken, table))
    for name, says in REFERENCE.items():
        yield shelf.put(f"reference/{name}.geojson", says, GEOJSON, write_layer(taken, name))


def _citations(taken: Taken, read: date) -> Iterator[tuple[str, str]]:
    cited = Citation.of(taken.catalog, taken.view, read, taken.site)
    yield from (("txt", plain(cited)), ("bib", bibtex(cited)))


def _pretty(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
