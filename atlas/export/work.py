"""The atlas as a work that one cites: its title, authors, licence and what it measures, told here and nowhere else.

CITATION.cff, the description for search engines in each page's head, and every citation are made from this.
"""

from typing import Final

TITLE: Final = "Joint Sea Atlas"
AUTHORS: Final = "The Joint Sea Atlas authors"
ABSTRACT: Final = (
    "An atlas of what the navies, air forces and coast guards of China and Russia do together in and around the Sea of "
    "Japan, the East China Sea and the western Pacific. Exercises, joint patrols, bomber flights and ship transits, "
    "each with its dates, its places, its ships, and a source behind every fact."
)
HOW_TO_CITE: Final = "If you use the atlas or its data, please cite it as below, with the date on which you read it."
LICENCE: Final = "CC-BY-4.0"
LICENCE_WORDS: Final = "CC BY 4.0"
LICENCE_ADDRESS: Final = "https://creativecommons.org/licenses/by/4.0/"
KEYWORDS: Final = (
    "China",
    "Russia",
    "naval exercises",
    "joint patrols",
    "Sea of Japan",
    "East China Sea",
    "open data",
)
MEASURED: Final[dict[str, str]] = {
    "date": "first and last day of an event or sighting, with how exactly they are told",
    "position": "longitude and latitude of a sighting (WGS 84), with the radius in km that it may be off and what it "
    "rests on: coordinates, a bearing and distance, a place, a sea, or inference",
    "participants": "states, ships and aircraft that sources name",
    "straits passed": "as sources tell them, and as computed from the ways between sightings",
    "distance to coasts": "closest approach of each sighting and way to coasts, in km with its error",
    "confidence": "how well an event is known, from the number and kind of its sources",
}
"""What the data hold, each with what is told of it."""
