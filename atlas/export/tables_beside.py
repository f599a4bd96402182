"""The tables that go along: the ships and the sources that the rows of the others name."""

from typing import Final

from atlas.export import found
from atlas.export.columns import Column, Table
from atlas.export.tables import CROSSINGS, EVENTS, ROUTES, SIGHTINGS

SHIPS: Final = Table(
    "ships",
    "Ships",
    "One row a ship that the sources name in these events.",
    (
        Column("id", "text", "Stable id.", needed=True),
        Column("name", "text", "Name in Latin letters.", needed=True),
        Column("names", "json", "Name in its own script, by language."),
        Column("aliases", "words", "Other spellings in the sources."),
        Column("state", "text", "State it belongs to."),
        Column("type", "text", "Type as told."),
        Column("class", "text", "Class as told."),
        Column("hull", "text", "Hull number painted on the ship."),
        Column("fleet", "text", "Fleet as told."),
        Column("commissioned", "text", "When it was commissioned, as told."),
        Column("note", "text", "What else is known, in our words."),
        Column("events", "words", "Ids of all events of the atlas that name it."),
        Column("sources", "words", "Ids of the sources; the table of sources tells them."),
        Column("source_urls", "links", "Addresses of these sources.", find=found.source_urls),
    ),
)

SOURCES: Final = Table(
    "sources",
    "Sources",
    "One row an address on which facts of these rows rest.",
    (
        Column("id", "text", "Stable id: publisher, date (nd for none), a letter.", needed=True),
        Column("publisher", "text", "Who published it.", needed=True),
        Column("date", "text", "Day or month of publication, as far as it is known (ISO 8601)."),
        Column("lang", "text", "Language of the text (ISO 639-1)."),
        Column("kind", "text", "Kind of source; a copy may hide an official text underneath."),
        Column("weak", "boolean", "Whether the text is a copy or of unknown worth."),
        Column("url", "text", "Address.", needed=True),
        Column("archive_url", "text", "Address of a kept copy."),
        Column("checked", "date", "Day on which the address was last seen to answer."),
        Column("supports", "text", "Which facts it supports, in our words."),
        Column("events", "words", "Ids of all events of the atlas that rest on it."),
    ),
)

TABLES: Final[dict[str, Table]] = {
    table.name: table for table in (EVENTS, SIGHTINGS, ROUTES, CROSSINGS, SHIPS, SOURCES)
}
"""All tables by name."""
