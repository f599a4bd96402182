"""The commands `check` and `schema`."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from atlas.errors import Problem
from atlas.records.check import check, summary
from atlas.records.schema import stale, write

GEODATA: Final = Path(__file__).resolve().parents[2] / "geodata"


def check_main(argv: Sequence[str]) -> int:
    """Run the check: the problems one a line and 1, or only the summary line and 0."""
    parser = _parser("check", "Read all records and the registry, and report every problem at once.")
    records, problems = check(parser.parse_args(argv).geodata)
    return _report(problems, summary(records))


def schema_main(argv: Sequence[str]) -> int:
    """Write the generated files, or with --check report those that are not current."""
    parser = _parser("schema", "Write geodata/schema/*.json and the data dictionary of geodata/README.md.")
    parser.add_argument("--check", action="store_true", help="write nothing; report what is not current")
    options = parser.parse_args(argv)
    if options.check:
        return _report(stale(options.geodata), "schema and data dictionary")
    for path in write(options.geodata):
        print(f"wrote {path.relative_to(options.geodata)}")
    return 0


def _parser(command: str, told: str) -> argparse.ArgumentParser:
    """Give the parser of one command."""
    parser = argparse.ArgumentParser(prog=f"python -m atlas {command}", description=told)
    parser.add_argument(
        "--geodata", type=Path, default=GEODATA, metavar="DIR", help="folder with records/ and registry/"
    )
    return parser


def _report(problems: Sequence[Problem], told: str) -> int:
    """Print the problems, one a line, and the last line; give the exit code."""
    for problem in problems:
        print(problem)
    count = "no problems" if not problems else "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    print(f"{told}: {count}")
    return 1 if problems else 0
