"""Made-up but realistic events: the same number and seed give the same events.

They lie where real events cluster and grow in number over the years; every sixteenth falls into July 2023, so that at
every size each day of that month has events that begin. Of twenty events sixteen are points, three are voyages (three
sightings and two legs, nine corners in all), one is known only to 150 km.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import cos, radians, sin
from random import Random
from typing import Any, Final, TypeVar

Feature = dict[str, Any]
Point = tuple[float, float]
Word = TypeVar("Word")

SEED: Final = 2023
FIRST, LAST = date(2005, 1, 1), date(2026, 12, 31)
BUSY: Final = date(2023, 7, 1)
BUSY_DAYS, BUSY_EVERY = 31, 16
LONGEST: Final = 60
VAGUE_KM: Final = 150
CORNERS: Final = 9
POINTS, OF = 16, 20  # of so many events so many are points; the next is vague, the rest are voyages

KINDS: Final = {
    "naval-exercise": 31, "transit": 22, "port-call": 14, "air-patrol": 11, "naval-patrol": 8, "ashore": 6,
    "meeting": 3, "coast-guard": 2, "encounter": 2,
}  # fmt: skip
STATES: Final = {("CN", "RU"): 70, ("RU",): 17, ("CN", "RU", "IR"): 7, ("CN",): 6}
CONFIDENCE: Final = {"high": 65, "medium": 31, "low": 4}
JOINT: Final = {"announced": 74, "separate": 23, "observed": 3}
MONTHS: Final = {1: 4, 2: 3, 3: 4, 4: 5, 5: 6, 6: 7, 7: 9, 8: 10, 9: 11, 10: 7, 11: 5, 12: 7}
YEARS: Final = {year: year - FIRST.year + 1 for year in range(FIRST.year, LAST.year + 1)}
# Where: name; longitude and latitude of the middle and how far events spread around it, in degrees.
AREAS: Final = {
    ("Peter the Great Gulf", 131.9, 42.6, 0.8): 16, ("Sea of Japan", 134.5, 39.5, 2.2): 14,
    ("East China Sea", 124.5, 29.0, 2.0): 12, ("Tsushima Strait", 129.7, 34.4, 0.9): 10,
    ("Yellow Sea", 122.5, 36.0, 1.5): 10, ("Miyako Strait", 125.3, 24.9, 0.9): 9,
    ("Philippine Sea", 131.0, 22.5, 3.5): 8, ("Tsugaru Strait", 140.6, 41.4, 0.9): 6,
    ("sea east of Honshu", 144.5, 37.0, 2.5): 6, ("Soya Strait", 142.0, 45.7, 0.8): 5,
    ("Sea of Okhotsk", 148.0, 50.0, 2.5): 4,
}  # fmt: skip
TITLES: Final = {
    "naval-exercise": "Ships exercise in the", "transit": "Ships pass the", "port-call": "Ships call at a port of the",
    "air-patrol": "Bombers fly over the", "naval-patrol": "Joint patrol in the", "ashore": "Exercise ashore by the",
    "meeting": "Talks about the", "coast-guard": "Coast guards train in the", "encounter": "Ships meet others in the",
}  # fmt: skip
NOTHING: Final = ("series", "series_index", "ordinal", "ordinal_by", "part_of", "duration_h", "duration_note")
LISTS: Final = (
    "ordinal_sources", "ordinal_other", "related", "units", "passages", "responses", "claims", "conflicts", "landings",
    "airspace", "adiz", "corrections", "sources", "date_sources",
)  # fmt: skip


@dataclass
class MadeUp:
    """One event: its feature, its sightings and legs, and the one plain feature that stands for all of it."""

    event: Feature
    sightings: list[Feature] = field(default_factory=list)
    legs: list[Feature] = field(default_factory=list)

    @property
    def plain(self) -> Feature:
        """The event as somebody without our layers would keep it: a line, a point, or a point with a radius."""
        told = self.event["properties"]
        kept = {key: told[key] for key in ("id", "title", "kind", "start", "end")}
        kept["radius_km"] = self.sightings[0]["properties"]["radius_km"] if len(self.sightings) == 1 else None
        if not self.legs:
            return _feature(kept, "Point", self.event["geometry"]["coordinates"])
        first, second = (leg["geometry"]["coordinates"] for leg in self.legs)
        return _feature(kept, "LineString", [*first, *second[1:]])


def make(number: int, seed: int = SEED) -> Iterator[MadeUp]:
    """Make so many events, in the order of their numbers."""
    chance = Random(seed)
    for n in range(number):
        yield _event(chance, n)


def _event(chance: Random, n: int) -> MadeUp:
    area, lon, lat, spread = _one_of(chance, AREAS)
    at = _rounded(chance.gauss(lon, spread), chance.gauss(lat, spread))
    start = _start(chance, n)
    end = min(start + timedelta(days=min(int(chance.expovariate(1 / 5)), LONGEST)), LAST)
    made = MadeUp(_feature(_facts(chance, n, area, start, end), "Point", at))
    if n % OF == POINTS:
        told = {"basis": "sea", "radius_km": VAGUE_KM, "place": area, "role": "exercise-area"}
        made.sightings.append(_sighting(made, 1, at, start, None, **told))
    elif n % OF > POINTS:
        _sail(chance, made, _line(chance, at), start, end)
    made.event["properties"] |= {"sightings": len(made.sightings), "drawable": len(made.sightings)}
    return made


def _start(chance: Random, n: int) -> date:
    if n % BUSY_EVERY == 0:
        return BUSY + timedelta(days=n // BUSY_EVERY % BUSY_DAYS)
    return date(_one_of(chance, YEARS), _one_of(chance, MONTHS), chance.randint(1, 28))


def _facts(chance: Random, n: int, area: str, start: date, end: date) -> dict[str, Any]:
    kind = _one_of(chance, KINDS)
    return {
        "id": f"{kind}-{n:06d}",
        "kind": kind,
        "title": f"{TITLES[kind]} {area}, {start:%B %Y}, no. {n}",
        "names": {},
        "start": start.isoformat(),
        "end": end.isoformat(),
        "date_precision": "day",
        "states": list(_one_of(chance, STATES)),
        "joint": _one_of(chance, JOINT),
        "confidence": _one_of(chance, CONFIDENCE),
        "confidence_reason": "made up",
        "areas": [area],
        "summary": "Nothing of this has happened: it was made up to measure the atlas.",
        "added": "2026-11-01",
        "modified": "2026-11-01",
        **dict.fromkeys(NOTHING),
        **{key: [] for key in LISTS},
    }


def _line(chance: Random, at: Point) -> list[Point]:
    """Give the corners of a voyage that keeps more or less to its course."""
    course, line = chance.uniform(0, 360), [at]
    while len(line) < CORNERS:
        course += chance.gauss(0, 25)
        step = chance.uniform(0.3, 0.9)
        lon, lat = line[-1]
        line.append(_rounded(lon + step * sin(radians(course)), lat + step * cos(radians(course))))
    return line


def _sail(chance: Random, made: MadeUp, line: list[Point], start: date, end: date) -> None:
    """Give an event a sighting at the beginning, middle and end of a line, and the two legs between them."""
    half, middle, told = CORNERS // 2, start + (end - start) / 2, chance.random() < 0.5
    for order, (corner, day) in enumerate(((0, start), (half, middle), (CORNERS - 1, end)), start=1):
        basis = {"basis": "bearing-distance", "radius_km": 10, "place": "position as told", "role": "sighting"}
        made.sightings.append(_sighting(made, order, line[corner], day, _route(made), **basis))
    for order, corners in enumerate((line[: half + 1], line[half:]), start=1):
        made.legs.append(_leg(made, order, corners, told=told))


def _route(made: MadeUp) -> str:
    return f"{made.event['properties']['id']}-r1"


def _sighting(made: MadeUp, order: int, at: Point, day: date, route: str | None, **told: Any) -> Feature:
    event = made.event["properties"]["id"]
    nothing = ("date_end", "time", "place_id", "as_stated", "heading", "note", "explanation")
    facts = {"id": f"{event}-s{order:02d}", "event": event, "route": route, "order": order, "who": "two ships"}
    dated = {"date": day.isoformat(), "date_precision": "day", "drawable": True, "on_land": False, "sources": []}
    return _feature({**facts, **dated, **dict.fromkeys(nothing), **told}, "Point", at)


def _leg(made: MadeUp, order: int, corners: list[Point], *, told: bool) -> Feature:
    first, last = (made.sightings[place]["properties"] for place in (order - 1, order))
    facts = {
        "id": f"{_route(made)}-l{order:02d}",
        "event": made.event["properties"]["id"],
        "route": _route(made),
        "order": order,
        "kind": "ship",
        "who": "two ships",
        "from": first["id"],
        "to": last["id"],
        "from_date": first["date"],
        "to_date": last["date"],
        "told": told,
        "km": 55.0 * (len(corners) - 1),
        "hours": None,
        "knots": None,
        "passages": [],
        "skipped": [],
        "gap_km": None,
    }
    return _feature(facts, "LineString", corners)


def _one_of(chance: Random, weights: Mapping[Word, int]) -> Word:
    return chance.choices(list(weights), list(weights.values()))[0]


def _rounded(lon: float, lat: float) -> Point:
    return round(lon, 4), round(lat, 4)


def _feature(properties: dict[str, Any], form: str, coordinates: Any) -> Feature:
    geometry = {"type": form, "coordinates": coordinates}
    return {"type": "Feature", "id": properties["id"], "geometry": geometry, "properties": properties}
