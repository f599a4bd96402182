"""The straits, with the two ways through each and the waters that they lead to."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from atlas.catalog.facts import Facts
from atlas.measure.gates import Gate, across, middle, way_through
from atlas.measure.geodesy import GEOD, apart, compass

_REACH_KM: Final = tuple(range(20, 401, 20))
_FAN: Final = (-60, -30, 0, 30, 60)
_BRACKETS: Final = re.compile(r" \(.*\)$")


@dataclass(frozen=True)
class Way:
    """One of the two ways through a strait.

    Parameters
    ----------
    direction : float
        Degrees from north, at right angles to the gate.
    point : str
        The same by the nearest of the eight points of the compass.
    water : str or None
        What it leads to, of the two waters that the registry says the strait joins; None where that cannot be told.
    """

    direction: float
    point: str
    water: str | None


@dataclass(frozen=True)
class Strait:
    """One strait, or one channel of a strait.

    Parameters
    ----------
    row : Facts
        Its row in the layer of passages.
    whole : str
        Id of the strait that it is a channel of, its own where it is none.
    gates : mapping of str to Gate
        Its gate, or those of its channels; empty where no gate is drawn.
    ways : tuple of Way
        Two where it has a gate: first the one that goes to the south or east, then the way back; else none. Those of a
        channel are in the order of its strait's.
    """

    row: Facts
    whole: str
    gates: Mapping[str, Gate]
    ways: tuple[Way, ...] = field(default=())

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.row["id"])

    def way(self, direction: float) -> int | None:
        """Say which of the two ways a direction in degrees goes, 0 or 1; None for one along the gate."""
        gate = next(iter(self.gates.values()), None)
        through = way_through(direction, gate) if gate else None
        if through is None:
            return None
        return min((0, 1), key=lambda way: apart(self.ways[way].direction, through))


def straits(
    rows: Mapping[str, Facts], shapes: Mapping[str, BaseGeometry | None], seas: Mapping[str, BaseGeometry]
) -> dict[str, Strait]:
    """Prepare the straits.

    Parameters
    ----------
    rows : mapping of str to Facts
        The layer of passages by id.
    shapes : mapping of str to line or None
        Their gate lines by id, None where there is none; degrees, WGS 84.
    seas : mapping of str to area
        The seas by name: they tell which side of a gate is which water.

    Returns
    -------
    dict of str to Strait
        In the order of the layer.
    """
    lines = {name: _gate(shape) for name, shape in shapes.items()}
    shapely.prepare(list(seas.values()))
    wholes = {part: name for name, row in rows.items() for part in row.get("parts") or ()}
    found: dict[str, Strait] = {}
    # Straits before their channels, which take the order of ways from them.
    for name in sorted(rows, key=lambda name: name in wholes):
        row = rows[name]
        gates = {part: gate for part in row.get("parts") or (name,) if (gate := lines.get(part))}
        model = found.get(wholes.get(name, ""))
        ways = _ways(next(iter(gates.values())), row.get("connects") or (), seas, model) if gates else ()
        found[name] = Strait(row, wholes.get(name, name), gates, ways)
    return {name: found[name] for name in rows}


def _gate(shape: object) -> Gate | None:
    ends = list(getattr(shape, "coords", ()))
    return ((ends[0][0], ends[0][1]), (ends[-1][0], ends[-1][1])) if len(ends) > 1 else None


def _ways(gate: Gate, joined: Sequence[str], seas: Mapping[str, BaseGeometry], model: Strait | None) -> tuple[Way, ...]:
    """Give the two ways through a gate; those of a channel lead where the ways of its strait do, in the same order."""
    directions = sorted(across(gate), key=lambda way: not 60 <= way < 240)
    if model and model.ways:
        if apart(directions[0], model.ways[0].direction) > 90:
            directions.reverse()
        waters = [way.water for way in model.ways]
    else:
        waters = _waters([_sides(gate, direction, seas) for direction in directions], joined)
    return tuple(Way(direction, compass(direction), water) for direction, water in zip(directions, waters, strict=True))


def _sides(gate: Gate, direction: float, seas: Mapping[str, BaseGeometry]) -> Counter[str]:
    """Count how often each sea is met on one side of a gate, near it and in a fan of directions."""
    lon, lat = middle(gate)
    turns, reaches = np.meshgrid(direction + np.array(_FAN), np.array(_REACH_KM) * 1000.0)
    flat = turns.size
    lons, lats, _ = GEOD.fwd(np.full(flat, lon), np.full(flat, lat), turns.ravel(), reaches.ravel())
    return Counter({name: int(shapely.contains_xy(sea, lons, lats).sum()) for name, sea in seas.items()})


def _waters(found: Sequence[Counter[str]], joined: Sequence[str]) -> list[str | None]:
    """Give each way the water it leads to, of the two that the strait joins; none where the seas do not decide.

    Of the two ways round, that is taken in which more of each water is met on its own side. It is enough that the atlas
    has an area of one of them.
    """
    if len(joined) != 2:
        return [None, None]
    lean = [sum(n * (name in water) for name, n in side.items()) for side in found for water in joined]
    first = lean[0] - lean[1] - lean[2] + lean[3]
    names: list[str | None] = [_BRACKETS.sub("", water) for water in joined]
    return [None, None] if not first else names if first > 0 else names[::-1]
