"""The command `archive`: which sources have no lasting copy in a web archive, as far as the registry says."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from atlas.errors import RecordError
from atlas.records.cli import GEODATA
from atlas.records.models_registry import Source
from atlas.records.reader import load
from atlas.records.walk import home_of

NEEDS = (
    "archive: nothing was sent and nothing was changed: the atlas calls nobody, and does not make up addresses. To "
    "archive {lacking} addresses a maintainer needs a web archive that takes requests to save a page (with an account "
    "and its key, and within its rate), an hour or more, and a look at each copy; then `archive_url` and `checked` go "
    "into {home}. `python -m atlas archive --dry-run --each` lists the addresses"
)


def main(argv: Sequence[str]) -> int:
    """Run `python -m atlas archive --dry-run`: a table with tabs to standard output, its sum to standard error.

    Returns
    -------
    int
        0, however many lack a copy: to list them was what was asked for.

    Raises
    ------
    RecordError
        Without `--dry-run`, for the atlas archives nothing by itself; and where the sources cannot be read.
    """
    parser = argparse.ArgumentParser(
        prog="python -m atlas archive", description="List the sources that have no archived copy."
    )
    parser.add_argument("--dry-run", action="store_true", help="only list; there is no other way yet")
    parser.add_argument("--each", action="store_true", help="list each source, not the publishers")
    parser.add_argument(
        "--geodata", type=Path, default=GEODATA, metavar="DIR", help="folder with records/ and registry/"
    )
    told = parser.parse_args(argv)
    sources = sources_of(told.geodata)
    lacking = [source for source in sources if source.archive_url is None]
    if not told.dry_run:
        raise RecordError(NEEDS.format(lacking=len(lacking), home=home_of("sources")))
    for row in each(lacking) if told.each else by_publisher(sources, lacking):
        print("\t".join(map(str, row)))  # noqa: T201 - it is a command
    seen = sum(source.checked is not None for source in sources)
    sums = f"{len(lacking)} of {len(sources)} sources have no archived copy; {seen} tell the day of the last look"
    print(sums, file=sys.stderr)  # noqa: T201
    return 0


def sources_of(geodata: Path) -> list[Source]:
    """Read the sources alone.

    Raises
    ------
    RecordError
        Where their file is not as it must be; it tells each problem, one a line.
    """
    loaded = load(geodata)
    if problems := [str(one) for one in loaded.problems if one.file in {home_of("sources"), str(geodata)}]:
        raise RecordError("\n".join(problems))
    return list(loaded.records.sources.values())


def by_publisher(sources: Sequence[Source], lacking: Sequence[Source]) -> Iterator[tuple[str | int, ...]]:
    """Give `lacking, of, publisher` with a heading, those that lack most first."""
    yield "lacking", "of", "publisher"
    of = Counter(source.publisher for source in sources)
    without = Counter(source.publisher for source in lacking)
    for publisher, count in sorted(without.items(), key=lambda row: (-row[1], row[0])):
        yield count, of[publisher], publisher


def each(lacking: Sequence[Source]) -> Iterator[tuple[str, ...]]:
    """Give `source, date, address` with a heading, in the order of the registry."""
    yield "source", "date", "address"
    for source in lacking:
        yield source.id, source.date or "", source.url
