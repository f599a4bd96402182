"""The command `citation`."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from atlas.catalog import default_catalog
from atlas.export.cff import cff

FILE: Final = Path(__file__).parents[2] / "CITATION.cff"


def citation_main(argv: Sequence[str]) -> int:
    """Write CITATION.cff, or with --check say whether it is current."""
    parser = argparse.ArgumentParser(
        prog="python -m atlas citation", description="Write CITATION.cff for the newest version of the data."
    )
    parser.add_argument("--check", action="store_true", help="write nothing; report whether it is current")
    parser.add_argument("--file", type=Path, default=FILE, help="where it lies")
    options = parser.parse_args(argv)
    wanted = cff(default_catalog().edition)
    current = options.file.exists() and options.file.read_text(encoding="utf-8") == wanted
    if options.check:
        print("CITATION.cff: no problems" if current else "CITATION.cff is not current; run python -m atlas citation")
        return 0 if current else 1
    options.file.write_text(wanted, encoding="utf-8")
    print(f"wrote {options.file.name}")
    return 0
