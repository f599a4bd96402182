"""The command `release`: check everything, and keep the layers as the newest version of the data."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from atlas.build import run
from atlas.build.keep import MOST_BYTES, changed, contents, keep
from atlas.build.manifest import MANIFEST
from atlas.errors import BuildError


def main(argv: Sequence[str]) -> int:
    """Run `python -m atlas release`.

    Returns
    -------
    int
        0 where the version is kept now, or was kept before as it is.

    Raises
    ------
    AtlasError
        Where the records, the layers or the version forbid it; nothing is written then.
    """
    parser = argparse.ArgumentParser(
        prog="python -m atlas release",
        description="Check records and layers, then keep the layers as the newest version in registry/editions.yaml.",
    )
    parser.add_argument(
        "--geodata", type=Path, default=run.ROOT / "geodata", help="folder of records, registry and layers"
    )
    parser.add_argument("--editions", type=Path, help="folder of the versions (default: editions in --geodata)")
    told = parser.parse_args(argv)
    layers = told.geodata / "layers"
    built = run.build(told.geodata, run.ROOT / ".cache" / "build")
    if stale := run.differing(built, layers, layers):
        raise BuildError(f"{layers}: not what the records give: {', '.join(stale)}; run make build and look at it")
    files = contents(layers)
    version = json.loads(files[MANIFEST])["version"]
    kept = (told.editions or told.geodata / "editions") / f"{version}.zip"
    if wrong := changed(kept, files):
        raise BuildError(wrong)
    if kept.is_file():
        run.say(f"{version} is kept already, as it is: {kept}")
    else:
        size = keep(kept, files, MOST_BYTES if told.editions is None else None)
        run.say(f"{version} is kept: {kept}, {len(files)} files, {size:,} bytes; from now on it does not change")
    return 0
