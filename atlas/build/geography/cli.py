"""The command `python -m atlas geography`: land, coasts and seas, made anew."""

import argparse
from collections.abc import Sequence
from pathlib import Path

import shapely
from shapely.geometry import MultiPolygon

from atlas.build.geography.coverage import Coverage, cover
from atlas.build.geography.land import FRAME, area_km2, coarse_world, read_land, without_small_islands
from atlas.build.geography.seas import part_seas
from atlas.build.geography.shores import read_countries, shore_features
from atlas.build.write import Feature, beside, feature, write_layer
from atlas.errors import RecordError
from atlas.records.cli import GEODATA
from atlas.records.container import Records
from atlas.records.reader import load

_REGISTERS = {"registry/seas.yaml", "registry/coasts.yaml"}
_SEA_DECIMALS = 3
_SOURCE = "Natural Earth 1:{scale} land"


def main(argv: Sequence[str]) -> int:
    """Build the land, coast and sea layers and say what came out.

    Parameters
    ----------
    argv : sequence of str
        `--geodata DIR` with registry/seas.yaml and coasts.yaml, `--out DIR` for the layers.

    Returns
    -------
    int
        0.

    Raises
    ------
    RecordError
        If registry/seas.yaml or coasts.yaml has a problem.
    BuildError
        If a sea leaks or Natural Earth is missing. The layers that stood there before stay.
    """
    parser = argparse.ArgumentParser(
        prog="python -m atlas geography", description="Make the land and sea layers from Natural Earth and the limits."
    )
    parser.add_argument("--geodata", type=Path, default=GEODATA, metavar="DIR", help="folder with registry/seas.yaml")
    parser.add_argument("--out", type=Path, metavar="DIR", help="folder to write to (default: layers/ in geodata)")
    options = parser.parse_args(argv)
    layers = build(_read(options.geodata))
    out = options.out or options.geodata / "layers"
    with beside(out) as room:
        for name, features in layers.items():
            write_layer(room / f"{name}.geojson", features)
    for row in layers["seas"]:
        print(f"{row['id']}: {row['properties']['area_km2']:,} km2")
    for name, features in layers.items():
        size = (out / f"{name}.geojson").stat().st_size
        print(f"{name}.geojson: {len(features)} features, {size / 1000:,.0f} kB")
    return 0


def build(records: Records) -> dict[str, list[Feature]]:
    """Make the features of the five layers.

    Parameters
    ----------
    records : Records
        Only seas, limits, islands and coasts are used.

    Returns
    -------
    dict from the layer's name to its features
    """
    limits = records.limits.values()
    land = read_land("10m", FRAME)
    areas = {name: area_km2(sea) for name, sea in part_seas(land, FRAME, records.seas, limits).items()}
    kept = [island.point for island in records.islands.values()]
    near = cover(without_small_islands(land, 1, kept), records.seas, limits, tolerance=1_000)
    far = cover(without_small_islands(land, 20, []), records.seas, limits, tolerance=5_000)
    shore = _land("land-1km", near.land, _SOURCE.format(scale="10m"), decimals=4)
    return {
        "land-1km": shore,
        "land-5km": _land("land-5km", far.land, _SOURCE.format(scale="10m"), decimals=3),
        "land-world": _land("land-world", coarse_world(), _SOURCE.format(scale="50m"), decimals=2),
        "coasts": shore_features(shore, records.coasts.values(), read_countries()),
        "seas": _seas(near, records, areas),
    }


def _read(geodata: Path) -> Records:
    """Read the registry; problems of other files are no matter of this command."""
    loaded = load(geodata)
    problems = [problem for problem in loaded.problems if problem.file in _REGISTERS | {geodata.name}]
    if problems:
        raise RecordError("\n".join(str(problem) for problem in sorted(problems)))
    return loaded.records


def _land(layer: str, land: MultiPolygon, source: str, decimals: int) -> list[Feature]:
    """One feature a piece of land, the largest first: a change shows in the lines that it concerns."""
    # Rounding may part a piece at a neck; so it comes first, and each part becomes a feature.
    parts = shapely.get_parts(shapely.set_precision(land, 10.0**-decimals))
    order = sorted(parts, key=lambda part: (-round(area_km2(part), 3), part.bounds))
    return [feature(f"{layer}-{number:04}", part, {"source": source}, decimals) for number, part in enumerate(order, 1)]


def _seas(coverage: Coverage, records: Records, areas: dict[str, float]) -> list[Feature]:
    """One feature a sea; its area is that of the whole sea before cutting and simplifying."""
    return [
        feature(
            sea.id,
            coverage.seas[sea.id],
            {
                "name": sea.name,
                "names": sea.names,
                "area_km2": round(areas[sea.id]),
                "source": sea.source,
                "names_note": sea.names_note,
                "wikidata": sea.wikidata,
                "definition": sea.definition,
            },
            _SEA_DECIMALS,
        )
        for sea in records.seas.values()
    ]
