"""Builders of tiny built layers: a few lines make a folder that a Catalog can load."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

LAYERS = ("events", "sightings", "routes", "places", "passages", "zones", "seas")
TABLES = (
    "ships",
    "sources",
    "series",
    "areas",
    "stories",
    "crossings",
    "coasts",
    "editions",
    "positions",
    "dictionary",
)
NOTHING = ("series_index", "ordinal_by", "duration_h", "duration_note")
LISTS = (
    "ordinal_sources", "ordinal_other", "related", "units", "passages", "responses", "claims", "conflicts", "landings",
    "airspace", "adiz", "corrections",
)  # fmt: skip
SERIES = ({"id": "joint-sea", "name": "Joint Sea"}, {"id": "joint-air-patrol", "name": "Joint air patrols"})
EDITIONS = ({"id": "2026.11.0", "released": "2026-11-26", "note": "The first."},)
USUAL = {"series": SERIES, "editions": EDITIONS}


def make_event(name: str, start: str, end: str | None = None, *, at=(132.0, 43.0), **properties: Any) -> dict[str, Any]:
    """Make an event feature: a joint naval exercise off Vladivostok unless told otherwise; `at=None` for no place."""
    told = {
        "id": name,
        "kind": "naval-exercise",
        "title": name.replace("-", " ").capitalize(),
        "start": start,
        "end": end or start,
        "date_precision": "day",
        "states": ["CN", "RU"],
        "series": None,
        "ordinal": None,
        "joint": "announced",
        "confidence": "high",
        "part_of": None,
        "summary": "They sailed.",
        "names": {},
        "confidence_reason": "two publishers",
        "areas": ["Sea of Japan"],
        "sources": ["tass-2012"],
        "date_sources": ["tass-2012"],
        "added": "2026-11-01",
        "modified": "2026-11-02",
        **dict.fromkeys(NOTHING),
        **{name: [] for name in LISTS},
        "sightings": 0,
        "drawable": 0,
    }
    return make_feature(told | properties, at and {"type": "Point", "coordinates": list(at)})


def make_feature(properties: dict[str, Any], geometry: dict[str, Any] | None = None) -> dict[str, Any]:
    """Make a GeoJSON feature."""
    return {"type": "Feature", "id": properties.get("id"), "geometry": geometry, "properties": properties}


def make_sighting(name: str, event: str, order: int, **properties: Any) -> dict[str, Any]:
    """Make a sighting feature in the Tsushima strait."""
    told = {
        "id": name,
        "event": event,
        "route": None,
        "order": order,
        "date": "2019-07-23",
        "date_end": None,
        "date_precision": "day",
        "time": None,
        "who": "two Tu-95",
        "role": "sighting",
        "place": "Tsushima strait",
        "place_id": None,
        "as_stated": None,
        "basis": "place",
        "radius_km": 25,
        "drawable": True,
        "on_land": False,
        "heading": None,
        "note": None,
        "sources": ["tass-2012"],
        "explanation": None,
        "closest": [],
        "zones": [],
    }
    return make_feature(told | properties, {"type": "Point", "coordinates": [129.5, 34.5]})


def make_leg(name: str, event: str, order: int, **properties: Any) -> dict[str, Any]:
    """Make a leg feature."""
    line = {"type": "LineString", "coordinates": [[129.5, 34.5], [131.0, 36.0]]}
    told = {
        "id": name,
        "event": event,
        "route": f"{event}-r1",
        "order": order,
        "from_date": "2019-07-23",
        "to_date": "2019-07-23",
        "told": False,
        "km": 217.4,
        "hours": None,
        "knots": None,
        "passages": [],
        "who": "two Tu-95",
        "from": f"{event}-s01",
        "to": f"{event}-s02",
        "skipped": [],
        "gap_km": None,
        "kind": "air",
        "closest": None,
        "zones": None,
    }
    return make_feature(told | properties, line)


def write_layers(folder: Path, *events: dict[str, Any], **others: Iterable[dict[str, Any]]) -> Path:
    """Write every file of geodata/layers/ that a Catalog reads; what is not given stays empty."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in LAYERS:
        features = events if name == "events" else others.get(name, ())
        collection = {"type": "FeatureCollection", "features": list(features)}
        (folder / f"{name}.geojson").write_text(json.dumps(collection), encoding="utf-8")
    for name in TABLES:
        rows = others.get(name, USUAL.get(name, ()))
        (folder / f"{name}.json").write_text(json.dumps(list(rows)), encoding="utf-8")
    return folder


def write_example(folder: Path) -> Path:
    """Write a small world: five events of four kinds, one of them without a place, one sighting, one leg, one of each."""
    point = {"type": "Point", "coordinates": [131.89, 43.11]}
    line = {"type": "LineString", "coordinates": [[140.3, 41.5], [140.5, 41.3]]}
    ring = [[120.0, 30.0], [125.0, 30.0], [125.0, 35.0], [120.0, 30.0]]
    area = {"type": "Polygon", "coordinates": [ring]}
    return write_layers(
        folder,
        make_event(
            "joint-sea-2012", "2012-04-22", "2012-04-27", series="joint-sea", ordinal=1, areas=["Yellow Sea", "Qingdao"]
        ),
        make_event("first-flight", "2019-07-23", kind="air-patrol", series="joint-air-patrol", confidence="medium"),
        make_event(
            "strait-passage",
            "2021-10-18",
            kind="transit",
            states=["RU"],
            confidence="low",
            joint="separate",
            units=[{"ship": "ru-varyag"}, {"type": "tug", "count": 1}],
            passages=[{"passage": "tsugaru"}],
        ),
        make_event(
            "visit-to-shanghai",
            "2023-07-05",
            "2023-07-11",
            kind="port-call",
            states=["CN", "RU", "IR"],
            at=None,
            joint="observed",
            areas=["Qingdao"],
            units=[{"ship": "cn-xian-153"}, {"ship": "ru-varyag"}],
        ),
        make_event("north-2023", "2023-07-20", "2023-07-23", states=["CN"], ordinal=3),
        sightings=[
            make_sighting("first-flight-s01", "first-flight", 1),
            make_sighting("first-flight-s02", "first-flight", 2),
        ],
        routes=[
            make_leg(
                "first-flight-r1-l01", "first-flight", 1, passages=[{"passage": "tsushima-east", "direction": "S"}]
            )
        ],
        places=[make_feature({"id": "vladivostok", "name": "Vladivostok", "names": {"ru": "Владивосток"}}, point)],
        passages=[
            make_feature({"id": "tsugaru", "name": "Tsugaru Strait", "width_km": 19, "parts": []}, line),
            make_feature(
                {"id": "tsushima-east", "name": "Tsushima Strait, eastern channel", "width_km": 65, "parts": []}
            ),
            make_feature(
                {
                    "id": "tsushima",
                    "name": "Tsushima Strait (either channel)",
                    "width_km": None,
                    "parts": ["tsushima-east"],
                }
            ),
        ],
        zones=[make_feature({"id": "kadiz", "name": "KADIZ", "state": "KR"}, area)],
        seas=[make_feature({"id": "yellow-sea", "name": "Yellow Sea", "area_km2": 380000}, area)],
        ships=[{"id": "ru-varyag", "name": "Varyag"}, {"id": "cn-xian-153", "name": "Xi'an", "hull": "153"}],
        areas=[
            {"id": "sea-of-japan", "name": "Sea of Japan", "wider": []},
            {"id": "yellow-sea", "name": "Yellow Sea", "wider": []},
            {"id": "qingdao", "name": "Qingdao", "wider": ["yellow-sea"]},
        ],
        sources=[{"id": "tass-2012", "url": "https://example.org/1", "publisher": "TASS"}],
    )
