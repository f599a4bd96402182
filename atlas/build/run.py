"""The build: read the records, compute, write all layers beside, and put them in place only if all went well."""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from atlas.build.agreement import Agreement, compare
from atlas.build.explained import dictionary_rows, rule_rows
from atlas.build.gates import Gates
from atlas.build.ground import GEOGRAPHY, check_ground
from atlas.build.keep import changed, contents
from atlas.build.layers_events import event_features, leg_features, sighting_features
from atlas.build.layers_registry import passage_features, place_features, tables, zone_features
from atlas.build.lead import lead
from atlas.build.locate import Located, locate
from atlas.build.manifest import SUFFIXES, write_papers
from atlas.build.nearness import Nearness
from atlas.build.overland import without_land
from atlas.build.router import SeaRouter
from atlas.build.routes import Leg, LegMaker
from atlas.build.write import beside, write_layer, write_table
from atlas.errors import LayerError
from atlas.measure.speeds import knots, too_fast
from atlas.records import Records, read

ROOT: Final = Path(__file__).parents[2]


@dataclass(frozen=True)
class Built:
    """What a build computes.

    Parameters
    ----------
    records : Records
        What it was computed from.
    located : dict of str to list of Located
        Sightings of each event.
    legs : list of Leg
        All legs, in the order of events, routes and sightings.
    agreement : Agreement
        Told and computed crossings.
    nearness : Nearness
        Coasts and zones to which the layers of sightings and legs are measured.
    """

    records: Records
    located: dict[str, list[Located]]
    legs: list[Leg]
    agreement: Agreement
    nearness: Nearness


def main(argv: Sequence[str]) -> int:
    """Run `python -m atlas build`.

    Returns
    -------
    int
        0; with `--check` 1 where a layer is not what the records give, or not what is kept of this version.

    Raises
    ------
    AtlasError
        Where the layers cannot be built; nothing is changed then.
    """
    parser = argparse.ArgumentParser(prog="python -m atlas build", description="Build the layers from the records.")
    parser.add_argument("--geodata", type=Path, default=ROOT / "geodata", help="folder of records and registry")
    parser.add_argument("--out", type=Path, help="folder of the built layers (default: layers in --geodata)")
    parser.add_argument("--check", action="store_true", help="write nothing; tell which layers are not current")
    parser.add_argument("--no-cache", action="store_true", help="find every way over water and measure it anew")
    told = parser.parse_args(argv)
    started = time.monotonic()
    home = told.geodata / "layers"
    built = build(told.geodata, None if told.no_cache else ROOT / ".cache" / "build")
    for line in summary(built):
        say(line)
    out = told.out or home
    if told.check:
        stale = differing(built, home, out)
        say(f"not what the records give: {', '.join(stale)}; run make build" if stale else "all layers are current")
        version = next(iter(built.records.editions))
        wrong = "" if stale else changed(told.geodata / "editions" / f"{version}.zip", contents(out))
        if wrong:
            say(wrong)
        return int(bool(stale or wrong))
    with beside(out) as room:
        write(built, home, room)
    say(f"{sum(path.suffix in SUFFIXES for path in out.iterdir())} files in {out}, {time.monotonic() - started:.1f} s")
    return 0


def build(geodata: Path, cache: Path | None) -> Built:
    """Compute everything that the layers hold.

    Parameters
    ----------
    geodata : Path
        Folder of records/ and registry/, and of layers/ with land and seas.
    cache : Path or None
        Folder of what was computed before; it is used only where all that determines it is the same.

    Raises
    ------
    RecordError, LayerError, BuildError
        Where records, land or a way are not as they must be; a RecordError tells every problem, one a line.
    """
    started = time.monotonic()
    check_ground(geodata / "layers")
    records = read(geodata)
    say(f"{len(records.events)} events read, {time.monotonic() - started:.1f} s")
    router = SeaRouter(geodata / "layers", cache)
    maker = LegMaker(Gates.of(records), router)
    located = {event.id: locate(event, records) for event in records.events.values()}
    legs = {}
    for event in records.events.values():
        legs[event.id] = maker.legs_of(event, located[event.id])
        for told in event.passages:
            lead(told, legs[event.id], maker)
        legs[event.id] = [without_land(leg, router.coast) for leg in legs[event.id]]
    agreement = compare(records.events.values(), located, legs, maker.gates)
    every = [leg for own in legs.values() for leg in own]
    say(f"{len(every)} legs, {router.found_anew} ways found anew, {time.monotonic() - started:.1f} s")
    return Built(records, located, every, agreement, Nearness.of(records, geodata / "layers", cache))


def write(built: Built, home: Path, room: Path) -> None:
    """Write all layers, tables and papers about them into a folder; land, coasts and seas are copied from `home`."""
    for name in GEOGRAPHY:
        shutil.copyfile(home / name, room / name)
    records = built.records
    write_layer(room / "places.geojson", place_features(records))
    write_layer(room / "passages.geojson", passage_features(records, built.nearness))
    write_layer(room / "zones.geojson", zone_features(records))
    write_layer(room / "events.geojson", event_features(records.events.values(), built.located))
    write_layer(room / "sightings.geojson", sighting_features(built.located, built.nearness))
    write_layer(room / "routes.geojson", leg_features(built.legs, built.nearness))
    for name, rows in tables(records).items():
        write_table(room / f"{name}.json", rows)
    write_table(room / "crossings.json", built.agreement.rows)
    write_table(room / "positions.json", rule_rows())
    write_table(room / "dictionary.json", dictionary_rows())
    write_papers(records, room)


def differing(built: Built, home: Path, out: Path) -> list[str]:
    """Name the files of `out` that are not, byte for byte, what a build writes, those that are missing or too many."""
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        write(built, home, room)
        fresh = {path.name: path.read_bytes() for path in room.iterdir()}
    try:
        there = {path.name for path in out.iterdir() if path.suffix in SUFFIXES}
    except OSError as error:
        raise LayerError(f"{out}: cannot be read ({error.strerror}); run make build") from error
    return sorted(
        name
        for name in there | fresh.keys()
        if not (out / name).is_file() or (out / name).read_bytes() != fresh.get(name)
    )


def summary(built: Built) -> list[str]:
    """Say how told and computed crossings agree, and which legs ask for more speed than there is."""
    lines = list(built.agreement.lines())
    for leg in built.legs:
        if too_fast(leg.km, leg.hours, aircraft=leg.air):
            why = leg.end.sighting.explanation or "look at dates and positions"
            lines.append(
                f"too fast: {leg.id}: {leg.km:.0f} km in {leg.hours} h, {knots(leg.km, leg.hours):.0f} kn: {why}"
            )
    return lines


def say(line: str) -> None:
    """Tell the person at the terminal."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
