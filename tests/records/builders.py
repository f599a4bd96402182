"""A tiny geodata folder, written to a temporary place: one event, and of each kind in the registry what it needs."""

import copy
import json
from pathlib import Path
from typing import Any

from atlas.records.check import check

SOURCE = {
    "id": "tass-2021-10-14-a",
    "url": "https://example.org/1",
    "publisher": "TASS",
    "date": "2021-10-14",
    "lang": "en",
    "kind": "press",
    "supports": "the exercise",
}
SHIP = {"id": "ru-gromkiy-335", "name": "Gromkiy", "state": "RU", "type": "corvette", "hull": "335"}
PLACE = {"id": "vladivostok", "name": "Vladivostok", "kind": "port", "country": "RU", "lon": 131.89, "lat": 43.11}
SEA_PLACE = {"id": "sea-of-japan", "name": "Sea of Japan", "kind": "sea", "lon": 134.5, "lat": 40, "radius_km": 350}
GATE = [
    {"name": "Cape Tappi", "lon": 140.343, "lat": 41.258},
    {"name": "Cape Shirakami", "lon": 140.197, "lat": 41.398},
]
PASSAGE = {"id": "tsugaru", "name": "Tsugaru Strait", "connects": ["Sea of Japan", "Pacific Ocean"], "gate": GATE}
PASSAGE |= {"width_note": "18 km", "regime_note": "3 nm", "note": "none"}
ZONE = {"id": "adiz-a", "kind": "adiz", "name": "A zone", "state": "JP", "effective": "1969", "closed": False}
ZONE |= {"vertices": [[138.7, 45.7], [132.9, 40.6]], "note": "an open line"}
SEA = {"id": "sea-of-japan", "name": "Sea of Japan", "wikidata": "Q27092", "seed": [135, 40]}
SEA |= {"definition": "by S-23", "source": "IHO S-23"}
LIMIT = {"id": "tsugaru-limit", "name": "Cape to cape", "between": ["sea-of-japan"], "kind": "s-23", "read": True}
LIMIT |= {"points": [[141.4, 41.3], [141.1, 41.8]], "source": "IHO S-23"}
ISLET = {"id": "ulleungdo", "name": "Ulleungdo", "point": [130.87, 37.5]}
COAST = {"id": "japan", "name": "Japan", "kind": "state", "land": ["JPN"], "error_km": 2, "note": "all of it"}
SERIES = {"id": "joint-sea", "name": "Joint Sea", "ordinals": "rising", "note": "our own count"}
AREA = {"id": "sea-of-japan", "name": "Sea of Japan"}
EDITION = {"id": "2026.11.0", "released": "2026-11-26", "note": "the first"}
ISLAND = {"type": "Polygon", "coordinates": [[[136, 36], [138, 36], [138, 38], [136, 38], [136, 36]]]}
SOURCES = ["tass-2021-10-14-a"]


def make_sighting(**fields: Any) -> dict[str, Any]:
    """Give a sighting with what it must have; `None` leaves a field out."""
    whole = {"date": "2021-10-14", "place": "Vladivostok", "at": {"place": "vladivostok"}, "role": "port"}
    whole |= {"who": "the ships", "sources": SOURCES} | fields
    return {name: value for name, value in whole.items() if value is not None}


def make_event(**fields: Any) -> dict[str, Any]:
    """Give an event with what it must have and one sighting; `None` leaves a field out."""
    whole = {
        "id": "joint-sea-2021",
        "kind": "naval-exercise",
        "title": "Joint Sea 2021",
        "series": "joint-sea",
        "series_index": 1,
        "start": "2021-10-14",
        "end": "2021-10-17",
        "joint": "announced",
        "confidence": "high",
        "confidence_reason": "three publishers",
        "states": ["CN", "RU"],
        "areas": ["Sea of Japan"],
        "summary": "An exercise.",
        "units": [{"ship": "ru-gromkiy-335", "sources": SOURCES}],
        "sightings": [make_sighting()],
        "date_sources": SOURCES,
        "sources": SOURCES,
        "added": "2026-11-22",
        "modified": "2026-11-22",
    }
    return {name: value for name, value in (whole | fields).items() if value is not None}


def make_step(**fields: Any) -> dict[str, Any]:
    """Give a step of a story with what it must have; `None` leaves a field out."""
    whole = {"id": "claim-01", "topic": "exercise", "claim": "They sailed.", "verdict": "confirmed"}
    whole |= {"explanation": "They did.", "events": ["joint-sea-2021"], "sources": SOURCES} | fields
    return {name: value for name, value in whole.items() if value is not None}


def make_story(*steps: dict[str, Any], name: str = "october-2021") -> dict[str, Any]:
    """Give a story of these steps, or of one."""
    return {"id": name, "title": "October 2021", "lead": "What was told.", "steps": list(steps) or [make_step()]}


class TinyGeodata:
    """A geodata folder that a test can break in one place."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.registry: dict[str, dict[str, list[dict[str, Any]]]] = {
            "ships": {"ships": [SHIP | {"sources": SOURCES}]},
            "places": {"places": [PLACE | {"radius_km": 10, "sources": SOURCES}, SEA_PLACE | {"sources": SOURCES}]},
            "passages": {"passages": [PASSAGE | {"sources": SOURCES}]},
            "zones": {"zones": [ZONE | {"sources": SOURCES}]},
            "seas": {"seas": [SEA], "limits": [LIMIT], "islands": [ISLET]},
            "coasts": {"coasts": [COAST]},
            "sources": {"sources": [SOURCE]},
            "series": {"series": [SERIES]},
            "areas": {"areas": [AREA]},
            "editions": {"editions": [EDITION]},
        }
        self.registry = copy.deepcopy(self.registry)
        self.events = [make_event()]
        self.stories = [make_story()]
        self.land: dict[str, Any] | None = {
            "type": "FeatureCollection",
            "features": [{"type": "Feature", "properties": {}, "geometry": ISLAND}],
        }

    def row(self, table: str, **fields: Any) -> dict[str, Any]:
        """Change fields of the first row of a table of the registry; give the row."""
        row = next(parts[table][0] for parts in self.registry.values() if table in parts)
        row.update(fields)
        return row

    def write(self) -> Path:
        """Write all files; give the folder."""
        for name in ("records", "registry/stories", "layers"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        for event in self.events:
            self.put(f"records/{event['id']}.yaml", event)
        for story in self.stories:
            self.put(f"registry/stories/{story['id']}.yaml", story)
        for name, parts in self.registry.items():
            self.put(f"registry/{name}.yaml", parts)
        if self.land is not None:
            (self.folder / "layers" / "land-1km.geojson").write_text(json.dumps(self.land))
        return self.folder

    def put(self, file: str, value: Any) -> None:
        """Write one file from a value (JSON is YAML), or bytes as they are."""
        told = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False).encode()
        (self.folder / file).write_bytes(told)

    def problems(self) -> list[str]:
        """Check the folder as it lies there; give the problem lines."""
        return [str(problem) for problem in check(self.folder)[1]]
