"""Stable addresses of the data: `/data/latest/<file>` and `/data/<version>/<file>`, and which versions there are.

What is kept of a version never changes, so a reader may keep it for ever. The newest version, as long as it is not
kept, may still change: it is asked for again each time, as `latest` is.
"""

import json
from collections import OrderedDict
from hashlib import sha256
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from atlas.errors import LayerError
from atlas.web.address import Address
from atlas.web.asset import ASK_FIRST, FOR_EVER, Asset
from atlas.web.limits import Limits
from atlas.web.parameter import shown
from atlas.web.problem import ProblemError

if TYPE_CHECKING:  # importing it takes a second (geopandas): the server is to be healthy before
    from atlas.catalog import Catalog
    from atlas.catalog.kept import KeptEditions

LATEST: Final = "latest"
MANIFEST: Final = "manifest.json"
SCHEMAS: Final = Path(__file__).parents[2] / "geodata"
QUALITY: Final = 9
MOST_KEPT: Final = 60
"""So many files of old versions stay in memory, packed: some 20 MB."""
HOW: Final = (
    "The records of every version are in the history of the repository: check out the commit that put it into "
    "geodata/registry/editions.yaml, and `python -m atlas build` makes its files again."
)


class _Edition(StringConvertor):
    """`latest`, or anything that looks like a version: what is none is refused with a problem, not passed on."""

    regex = r"latest|[0-9][0-9.]*"


register_url_convertor("edition", _Edition())


def edition_routes(base: str, limits: Limits) -> list[Route]:
    """Give the routes, below the path of the site."""
    files = EditionFiles(base)
    return [
        Route(f"{base}/data/versions.json", Address(files.versions, limits)),
        Route(f"{base}/data/{{edition:edition}}", Address(files.home, limits)),
        Route(f"{base}/data/{{edition:edition}}/{{name:path}}", Address(files.file, limits)),
    ]


class EditionFiles:
    """The files of all versions.

    Parameters
    ----------
    base : str
        Path below which the site lies, without a slash at its end; empty for the root.
    """

    def __init__(self, base: str) -> None:
        self.base = base
        self._current: dict[tuple[Catalog, str, str], Asset] = {}
        self._kept: OrderedDict[tuple[Path, str, str], Asset] = OrderedDict()
        self._lock = Lock()

    async def home(self, request: Request) -> Response:
        """Lead from the address of a version to its manifest."""
        edition, path = request.path_params["edition"], request.scope.get("root_path", "") + self.base
        return RedirectResponse(f"{path}/data/{edition}/{MANIFEST}", 307, {"Cache-Control": ASK_FIRST})

    async def file(self, request: Request) -> Response:
        """Answer with one file of a version."""
        if not request.path_params["name"]:
            return await self.home(request)
        return await run_in_threadpool(self._answer, request)

    async def versions(self, request: Request) -> Response:
        """Answer with all versions, the newest first: their days, and where their files are."""
        return await run_in_threadpool(lambda: Asset(_versions(), ".json", ASK_FIRST).answer(request))

    def _answer(self, request: Request) -> Response:
        edition, name = request.path_params["edition"], request.path_params["name"]
        return self._asset(edition, name).answer(request)  # here, not in the event loop: it may pack the file first

    def _asset(self, edition: str, name: str) -> Asset:
        from atlas.catalog import default_catalog  # noqa: PLC0415
        from atlas.catalog.kept import KeptEditions, editions_folder  # noqa: PLC0415

        catalog, kept = default_catalog(), KeptEditions(editions_folder())
        if edition != LATEST and edition in kept.versions():
            return self._of_kept(kept, edition, name)
        if edition not in (LATEST, catalog.edition.version):
            raise _no_version(edition, catalog, kept.versions())
        key = (catalog, edition, name)
        if key not in self._current:
            where = f"{'../' * (name.count('/') + 1)}{catalog.edition.version}/{name}"
            headers = {"Content-Location": where} if edition == LATEST else {}
            suffix = PurePosixPath(name).suffix
            self._current[key] = Asset(_current(edition, name), suffix, ASK_FIRST, QUALITY, headers)
        return self._current[key]

    def _of_kept(self, kept: "KeptEditions", edition: str, name: str) -> Asset:
        """Give a file of a kept version; those asked for last stay in memory."""
        key = (kept.folder, edition, name)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        content = kept.read(edition, name)
        if content is None:
            raise _no_file(edition, name, kept.names(edition))
        asset = Asset(content, PurePosixPath(name).suffix, FOR_EVER, QUALITY)
        with self._lock:
            self._kept[key] = asset
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return asset


def _current(edition: str, name: str) -> bytes:
    """Read a file of the layers as they are now: only what the manifest names, and only if it is what it tells."""
    from atlas.catalog import layers_folder  # noqa: PLC0415

    folder = layers_folder()
    manifest = (folder / MANIFEST).read_bytes()
    if name == MANIFEST:
        return manifest
    try:
        told = json.loads(manifest)
        schemas = {file["name"]: file["sha256"] for file in told["record_schemas"]}
        layers = {file["name"]: file["sha256"] for file in told["files"]}
    except (ValueError, KeyError, TypeError) as error:
        raise LayerError(f"{folder / MANIFEST}: is no manifest ({error}); run make build") from error
    if name not in schemas.keys() | layers.keys():
        raise _no_file(edition, name, (MANIFEST, *layers, *schemas))
    path = (SCHEMAS if name in schemas else folder) / name
    content = path.read_bytes()
    if sha256(content).hexdigest() != (schemas | layers)[name]:
        raise LayerError(f"{path}: is not what {MANIFEST} tells; run make build")
    return content


def _versions() -> bytes:
    from atlas.catalog import default_catalog  # noqa: PLC0415
    from atlas.catalog.kept import KeptEditions, editions_folder  # noqa: PLC0415

    catalog, kept = default_catalog(), KeptEditions(editions_folder()).versions()
    rows: list[dict[str, Any]] = []
    for row in catalog.tables["editions"].values():
        version = row["id"]
        there = version in kept or version == catalog.edition.version
        rows.append(
            {"version": version, "released": row["released"], "note": row.get("note")}
            | {"kept": version in kept, "manifest": f"{version}/{MANIFEST}" if there else None}
        )
    told = {"latest": catalog.edition.version, "manifest": f"{LATEST}/{MANIFEST}", "versions": rows}
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def _no_version(edition: str, catalog: "Catalog", kept: tuple[str, ...]) -> ProblemError:
    there = tuple(dict.fromkeys((catalog.edition.version, *kept)))
    if edition in catalog.tables["editions"]:
        told = f"Version {edition} of the data is not kept here. {HOW}"
    else:
        told = f"There is no version {shown(edition)} of the data."
    return ProblemError(
        404,
        f"{told} Here are: {', '.join(there)}; {LATEST} is {catalog.edition.version}.",
        more={"versions": list(there), "latest": catalog.edition.version},
    )


def _no_file(edition: str, name: str, names: tuple[str, ...]) -> ProblemError:
    return ProblemError(
        404,
        f"There is no file {shown(name)} in {edition}; `files` names those that there are, {MANIFEST} describes them.",
        more={"files": sorted(names)},
    )
