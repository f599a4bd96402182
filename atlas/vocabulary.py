"""The words of the field, each once: what may stand in a record and how a page says it to a reader."""

from typing import Final, Literal

Kind = Literal[
    "naval-exercise",
    "naval-patrol",
    "air-patrol",
    "transit",
    "port-call",
    "coast-guard",
    "meeting",
    "encounter",
    "ashore",
]
Joint = Literal["announced", "observed", "separate"]
Confidence = Literal["high", "medium", "low"]
Basis = Literal["coordinates", "bearing-distance", "place", "sea", "inferred"]
Role = Literal[
    "departure",
    "arrival",
    "port",
    "exercise-area",
    "sighting",
    "rendezvous",
    "scramble",
    "meeting",
    "waypoint",
]
DatePrecision = Literal["day", "week", "month", "reported", "inferred", "unknown"]

KIND: Final[dict[str, tuple[str, str]]] = {
    "naval-exercise": ("naval exercise", "naval exercises"),
    "naval-patrol": ("naval patrol", "naval patrols"),
    "air-patrol": ("air patrol", "air patrols"),
    "transit": ("transit", "transits"),
    "port-call": ("port call", "port calls"),
    "coast-guard": ("coast guard event", "coast guard events"),
    "meeting": ("meeting", "meetings"),
    "encounter": ("encounter", "encounters"),
    "ashore": ("exercise ashore", "exercises ashore"),
}
JOINT: Final[dict[str, str]] = {
    "announced": "Announced as joint",
    "observed": "Seen together, not announced",
    "separate": "Not a joint event: one country's ships, or groups apart",
}
CONFIDENCE: Final[dict[str, str]] = {
    "high": "High confidence",
    "medium": "Medium confidence",
    "low": "Low confidence",
}
BASIS: Final[dict[str, str]] = {
    "coordinates": "coordinates stated",
    "bearing-distance": "computed from the stated bearing and distance",
    "place": "place named",
    "sea": "sea named",
    "inferred": "inferred",
}
ROLE: Final[dict[str, str]] = {
    "departure": "departure",
    "arrival": "arrival",
    "port": "in port",
    "exercise-area": "exercise area",
    "sighting": "sighting",
    "rendezvous": "rendezvous",
    "scramble": "fighters sent",
    "meeting": "meeting",
    "waypoint": "told as part of the way",
}
STATE: Final[dict[str, str]] = {
    "AE": "United Arab Emirates",
    "CA": "Canada",
    "CN": "China",
    "IR": "Iran",
    "JP": "Japan",
    "KR": "South Korea",
    "RU": "Russia",
    "TW": "Taiwan",
    "US": "United States",
    "ZA": "South Africa",
}
SERIES_WORDS: Final[dict[str, str]] = {"mosi": "MOSI"}
BEARINGS: Final[tuple[str, ...]] = (
    "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW",
)  # fmt: skip
