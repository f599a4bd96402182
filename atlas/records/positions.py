"""The rule for what a sighting's point rests on and how blurred it is, and its table in words.

The table stands in geodata/README.md and on the page about the method; tests hold it against the rule itself.

What the record states (`basis`, `radius_km`, `drawable`) always goes before the rule.
"""

from typing import TYPE_CHECKING, Final, NamedTuple

from pyproj import Geod

from atlas.records.models_position import AtBearing, AtPassage, AtPlace, AtPoint
from atlas.vocabulary import BEARINGS, Basis

if TYPE_CHECKING:
    from atlas.records.container import Records
    from atlas.records.models_facts import Sighting
    from atlas.records.models_position import AtSea

GEOD: Final = Geod(ellps="WGS84")
UNDRAWN_KM: Final = 400
_LEAST_KM: Final = 10
_EIGHT_POINTS: Final = 0.20
_SIXTEEN_POINTS: Final = 0.12
_TO_KM: Final = 5


class Rule(NamedTuple):
    """The rule for one form of `at`, in words (Markdown): how its point, its basis and its radius are had."""

    id: str
    at: str
    point: str
    basis: str
    radius: str


RULES: Final = (
    Rule(
        "bearing",
        "{km, bearing, of}",
        "along the geodesic (WGS 84) from the place",
        "`bearing-distance`",
        f"{_EIGHT_POINTS:.0%} of the distance for the 8 points N, NE, E ...; {_SIXTEEN_POINTS:.0%} for NNE, ENE ...; "
        f"to the nearest {_TO_KM} km, at least {_LEAST_KM}".replace("%", " %"),
    ),
    Rule("place", "{place}", "the place's", "`place`; `sea` where the place is of kind `sea`", "the place's"),
    Rule(
        "passage",
        "{passage}",
        "the middle of the gate line",
        "`place`",
        f"half the gate line, to the nearest {_TO_KM} km, at least {_LEAST_KM}",
    ),
    Rule("sea", "{sea}", "a point of ours inside the sea", "`sea`", "must be stated"),
    Rule(
        "point",
        "{lon, lat}",
        "as given",
        "`coordinates` (a source states them); a point of ours states `place`, `sea` or `inferred`",
        "must be stated",
    ),
)


def point_of(at: "AtBearing | AtPlace | AtPassage | AtSea | AtPoint", records: "Records") -> tuple[float, float]:
    """Compute the point of a position.

    Parameters
    ----------
    at : AtBearing, AtPlace, AtPassage, AtSea or AtPoint
        The position as the record states it; the ids in it must resolve.
    records : Records
        Where places, passages and seas are looked up.

    Returns
    -------
    tuple of float
        Longitude and latitude in degrees, WGS 84, not rounded. A passage of several parts gives the mean of its
        gates' middles.

    Notes
    -----
    A bearing is run along the geodesic (pyproj.Geod.fwd, WGS 84) from the place of the registry.
    """
    if isinstance(at, AtBearing):
        place = records.places[at.of]
        lon, lat, _ = GEOD.fwd(place.lon, place.lat, BEARINGS.index(at.bearing) * 22.5, at.km * 1000)
        return float(lon), float(lat)
    if isinstance(at, AtPlace):
        return records.places[at.place].lon, records.places[at.place].lat
    if isinstance(at, AtPassage):
        ends = _gate_ends(at.passage, records)
        return sum(lon for lon, _ in ends) / len(ends), sum(lat for _, lat in ends) / len(ends)
    if isinstance(at, AtPoint):
        return at.lon, at.lat
    return records.seas[at.sea].seed


def basis_of(sighting: "Sighting", records: "Records") -> Basis:
    """Tell what a sighting's point rests on: the stated basis, else the rule's."""
    if sighting.basis is not None:
        return sighting.basis
    match sighting.at:
        case AtBearing():
            return "bearing-distance"
        case AtPlace(place=place):
            return "sea" if records.places[place].kind == "sea" else "place"
        case AtPassage():
            return "place"
        case AtPoint():
            return "coordinates"
        case _:
            return "sea"


def radius_of(sighting: "Sighting", records: "Records") -> int:
    """Tell the honest blur of a sighting in kilometres: the stated radius, else the rule's.

    Raises
    ------
    ValueError
        Where the rule wants a stated radius and the record has none; the check reports it before.
    """
    if sighting.radius_km is not None:
        return sighting.radius_km
    match sighting.at:
        case AtBearing(km=km, bearing=bearing):
            return _to_five(km * (_EIGHT_POINTS if len(bearing) <= 2 else _SIXTEEN_POINTS))
        case AtPlace(place=place):
            return records.places[place].radius_km
        case AtPassage(passage=passage):
            ends = _gate_ends(passage, records)
            lons, lats = [lon for lon, _ in ends], [lat for _, lat in ends]
            return _to_five(GEOD.line_length(lons, lats) / 2000)
        case _:
            raise ValueError("a sighting at a sea or at coordinates states its radius_km")


def is_drawable(sighting: "Sighting", records: "Records") -> bool:
    """Tell whether a point may be drawn: what the record states, else whether its radius is under 400 km."""
    if sighting.drawable is not None:
        return sighting.drawable
    return radius_of(sighting, records) < UNDRAWN_KM


def place_of(sighting: "Sighting") -> str | None:
    """Give the id of the place that the words mean: `near`, else the named place."""
    return sighting.near or (sighting.at.place if isinstance(sighting.at, AtPlace) else None)


def _to_five(km: float) -> int:
    """Round kilometres to the nearest five, halves up, and to at least ten."""
    return max(_LEAST_KM, _TO_KM * int(km / _TO_KM + 0.5))


def _gate_ends(passage: str, records: "Records") -> list[tuple[float, float]]:
    """Give the ends of a passage's gate, or of the gates of its parts."""
    found = records.passages[passage]
    if found.gate:
        return [(end.lon, end.lat) for end in found.gate]
    return [end for part in found.parts for end in _gate_ends(part, records)]
