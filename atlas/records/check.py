"""The check: every problem of every file at once, or one line that says what is there."""

from pathlib import Path

from atlas.errors import Problem, RecordError
from atlas.records.check_areas import check_areas
from atlas.records.check_dates import check_dates
from atlas.records.check_editions import check_editions
from atlas.records.check_ids import dangling
from atlas.records.check_lists import check_lists
from atlas.records.check_series import check_series
from atlas.records.check_shapes import check_shapes
from atlas.records.check_sources import check_sources
from atlas.records.check_speed import check_speed
from atlas.records.check_stories import check_stories
from atlas.records.check_water import check_positions, check_water
from atlas.records.container import Records
from atlas.records.reader import load


def read(geodata: Path) -> Records:
    """Read all records and the registry, to build from them.

    Returns
    -------
    Records
        Frozen models, each kind by id in the order of the files.

    Raises
    ------
    RecordError
        Where the check finds anything; it tells every Problem, one a line.
    """
    records, problems = check(geodata)
    if problems:
        raise RecordError("\n".join(map(str, problems)))
    return records


def check(geodata: Path) -> tuple[Records, list[Problem]]:
    """Read everything and report all problems.

    Parameters
    ----------
    geodata : Path
        Folder that holds records/, registry/ and layers/.

    Returns
    -------
    tuple
        What could be read, and every problem, sorted by file and record.
    """
    loaded = load(geodata)
    records = loaded.records
    problems = [
        *loaded.problems,
        *dangling(loaded),
        *check_dates(records),
        *check_sources(loaded),
        *check_series(loaded),
        *check_areas(loaded),
        *check_stories(loaded),
        *check_editions(loaded),
        *check_lists(records),
        *check_shapes(records),
        *check_positions(records),
        *check_speed(records),
    ]
    if records.events:
        problems += check_water(records, geodata)
    return records, sorted(set(problems))


def summary(records: Records) -> str:
    """Say in one line what the records hold."""
    sightings = sum(len(event.sightings) for event in records.events.values())
    counts = f"{len(records.events)} events, {sightings} sightings, {len(records.ships)} ships"
    return f"{counts}, {len(records.sources)} sources"
