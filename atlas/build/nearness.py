"""How close sightings and legs came to the coasts, and in which zones they lie: what `closest` and `zones` tell.

Nothing is measured where no position or line is known: sightings too vague to draw or on land, the lines of flights.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self

import numpy as np
from shapely.geometry import shape

from atlas.build.cache import Cache
from atlas.build.geography.shores import lines_of
from atlas.build.ground import LINES
from atlas.build.locate import Located
from atlas.build.routes import Leg
from atlas.build.write import read_layer
from atlas.errors import LayerError
from atlas.measure.approach import chords_km, closest
from atlas.measure.geodesy import LonLat
from atlas.measure.tracks import Numbers, Track
from atlas.measure.zones import ZoneShape, lying
from atlas.records.container import Records

REACH_KM: Final = 1000.0
"""Beyond it neither a coast nor a zone is told."""

GATE_KM: Final = 150.0
"""Beyond it a gate says little about how close its passers come."""

_DECIMALS: Final = 4
_CODE: Final = (
    "nearness.py",
    "geography/shores.py",
    "../measure/approach.py",
    "../measure/geodesy.py",
    "../measure/tracks.py",
    "../measure/zones.py",
)
_LIBRARIES: Final = ("numpy", "shapely", "pyproj")


@dataclass(frozen=True)
class Nearness:
    """What is measured to.

    Parameters
    ----------
    coasts : mapping of str to Track
        Coasts whose distance is told, by id.
    errors_km : mapping of str to float
        How far a distance to each may be off for the land alone.
    zones : mapping of str to ZoneShape
        Zones by id.
    cache : Cache
        What was measured before.
    """

    coasts: Mapping[str, Track]
    errors_km: Mapping[str, float]
    zones: Mapping[str, ZoneShape]
    cache: Cache = field(default_factory=lambda: Cache(None), repr=False)
    _seen: dict[tuple[LonLat, int], dict[str, Any]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, records: Records, layers: Path, cache: Path | None = None) -> Self:
        """Make coasts and zones ready for measuring; `cache` is the folder of what was computed before.

        Raises
        ------
        LayerError
            If the layer of coasts lacks one of the registry's.
        """
        shores = {row["id"]: lines_of(shape(row["geometry"])) for row in read_layer(layers / LINES)}
        if lacking := [name for name in records.coasts if name not in shores]:
            raise LayerError(f"{layers / LINES}: lacks {', '.join(lacking)}; run make geography")
        tracks = {
            coast.id: Track.of([*shores[coast.id], *([islet.point] for islet in coast.islets)])
            for coast in records.coasts.values()
        }
        measured = [coast for coast in records.coasts.values() if coast.kind != "landward"]
        zones = {
            zone.id: ZoneShape(
                zone.vertices, zone.closed, zone.within != "right", tracks[zone.landward] if zone.landward else None
            )
            for zone in records.zones.values()
        }
        rows = [row.model_dump_json().encode() for row in (*records.coasts.values(), *records.zones.values())]
        return cls(
            {coast.id: tracks[coast.id] for coast in measured},
            {one.id: one.error_km for one in measured},
            zones,
            Cache(cache, _CODE, _LIBRARIES, b"\0".join([(layers / LINES).read_bytes(), *rows])),
        )

    def of_sighting(self, found: Located) -> dict[str, Any]:
        """Give `closest` and `zones` of a sighting; null where it cannot be drawn or is on land."""
        if not found.drawable or found.sighting.on_land:
            return {"closest": None, "zones": None}
        asked = (found.point, found.radius_km)
        if asked not in self._seen:
            self._seen[asked] = self._told([[found.point]], np.full(2, float(found.radius_km)))
        return self._seen[asked]

    def of_leg(self, leg: Leg) -> dict[str, Any]:
        """Give `closest` and `zones` of a leg; null for a flight, whose line nobody knows.

        The error runs evenly from the radius of the one end to that of the other: if both ends of a straight line are
        off, a point between is off by no more.
        """
        if leg.air:
            return {"closest": None, "zones": None}
        return self._told([leg.line], np.array([leg.start.radius_km, leg.end.radius_km], dtype=np.float64))

    def of_gate(self, gate: tuple[LonLat, ...]) -> list[dict[str, Any]] | None:
        """Give how close to each coast whoever passes a gate comes at least; null where there is no gate.

        Wherever the gate is passed, the coast is not further off than from the point of the gate that is furthest from
        it; coasts whose figure is above `GATE_KM` are left out.
        """
        if not gate:
            return None
        line = Track.of([gate])
        points = np.concatenate([line.start, line.end[-1:]])
        far = {name: float(chords_km(points, coast).max()) for name, coast in self.coasts.items()}
        return [
            {"coast": name, "at_most_km": round(km, 1), "error_km": round(self.errors_km[name], 1)}
            for name, km in sorted(far.items(), key=lambda row: row[1])
            if km <= GATE_KM
        ]

    def _told(self, lines: list[list[LonLat]], blur: Numbers) -> dict[str, Any]:
        """Measure to every coast and zone; `blur` is the radius at the start and at the end, in kilometres."""
        asked = [lines, blur.tolist()]
        told: dict[str, Any] | None = self.cache.get(asked)
        if told is None:
            told = self._measured(lines, blur)
            self.cache.put(asked, told)
        return told

    def _measured(self, lines: list[list[LonLat]], blur: Numbers) -> dict[str, Any]:
        """Measure anew."""
        track = Track.of(lines)
        near = [row for name in self.coasts if (row := self._coast(name, track, blur))]
        along = np.interp(np.linspace(0, 1, len(track.start) + 1), [0, 1], blur)
        return {
            "closest": sorted(near, key=lambda row: (row["km"], row["coast"])),
            "zones": [row for name in self.zones if (row := self._zone(name, track, along))],
        }

    def _coast(self, name: str, track: Track, blur: Numbers) -> dict[str, Any] | None:
        """Give the closest approach to one coast; None beyond the reach."""
        found = closest(track, self.coasts[name])
        if found.km > REACH_KM:
            return None
        error = float(np.interp(found.part, [0, 1], blur)) + self.errors_km[name]
        return {
            "coast": name,
            "km": round(found.km, 1),
            "error_km": round(error, 1),
            "from": _rounded(found.here),
            "to": _rounded(found.there),
        }

    def _zone(self, name: str, track: Track, blur: Numbers) -> dict[str, Any] | None:
        """Give how it lies to one zone; None where it is not in it and beyond the reach."""
        found = lying(track, blur, self.zones[name])
        if found.km > REACH_KM and found.where in {"outside", "unclear"}:
            return None
        return {"zone": name, "where": found.where, "why": found.why, "km": round(found.km, 1)}


def _rounded(point: LonLat) -> list[float]:
    """Round a point as the layers do."""
    return [round(number, _DECIMALS) + 0.0 for number in point]
