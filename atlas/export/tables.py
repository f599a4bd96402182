"""The tables of what happened: events, their sightings, and the legs between these."""

from typing import Final, get_args

from atlas.export import found
from atlas.export.columns import Column, Table
from atlas.look import KINDS
from atlas.vocabulary import BASIS, BEARINGS, CONFIDENCE, JOINT, DatePrecision, Role

_KINDS: Final = tuple(KINDS)
_PRECISION: Final = get_args(DatePrecision)
_SOURCES: Final = (
    Column("sources", "words", "Ids of the sources; the table of sources tells them."),
    Column("source_urls", "links", "Addresses of these sources.", find=found.source_urls),
)
_LINK: Final = Column("link", "text", "Address of the event's page in the atlas.", find=found.link, needed=True)
_POINT: Final = (
    Column("lon", "number", "Longitude in degrees, WGS 84; empty where nothing is drawn.", find=found.lon, flat=True),
    Column("lat", "number", "Latitude in degrees, WGS 84; empty where nothing is drawn.", find=found.lat, flat=True),
)
_OF_EVENT: Final = (
    Column("event", "text", "Id of the event.", needed=True),
    Column("event_title", "text", "Title of the event.", find=found.of_event("title"), needed=True),
    Column("event_kind", "text", "Kind of the event.", _KINDS, found.of_event("kind"), needed=True),
)
_NEAR: Final = (
    Column(
        "closest",
        "json",
        "Least distance to each coast, the nearest first: coast, km, error_km, and the two points. Geometry, not law.",
    ),
    Column("zones", "json", "How it lies to declared air defence zones: zone, where, why, km to the zone's limit."),
)

EVENTS: Final = Table(
    "events",
    "Events",
    "One row an event. Its point is where the atlas sets its mark: at the exercise area, else at its sharpest "
    "sighting; an event as a whole has no one position.",
    (
        Column("id", "text", "Stable id of the event.", needed=True),
        Column("kind", "text", "What kind of event it is.", _KINDS, needed=True),
        Column("title", "text", "Title in English.", needed=True),
        Column("names", "json", "Names in other languages, by language."),
        Column("start", "date", "First day; where date_precision is month, the first day stands in.", needed=True),
        Column("end", "date", "Last day; where date_precision is month, the last day stands in.", needed=True),
        Column("date_precision", "text", "Whether the days or only the month is known.", _PRECISION),
        *_POINT,
        Column("mark_sighting", "text", "Id of the sighting at which the mark stands.", find=found.mark("id")),
        Column("mark_basis", "text", "What the position of that sighting rests on.", tuple(BASIS), found.mark("basis")),
        Column(
            "mark_radius_km",
            "integer",
            "How far off that position may be, in km: honest blur, no computed error.",
            find=found.mark("radius_km"),
        ),
        Column("states", "words", "States whose forces took part (ISO 3166).", needed=True),
        Column("areas", "words", "Areas, as the record names them."),
        Column("series", "text", "Id of the series."),
        Column("series_name", "text", "Name of the series.", find=found.series_name),
        Column("series_index", "integer", "Our own running number in the series, in order of time."),
        Column("ordinal", "integer", "The number that a source gives."),
        Column("ordinal_by", "text", "State whose authorities give that number."),
        Column("ordinal_sources", "words", "Ids of the sources that show them giving it."),
        Column("ordinal_other", "json", "Numbers that others give: by, n, of, sources."),
        Column("joint", "text", "Announced as joint, seen together only, or separate.", tuple(JOINT), needed=True),
        Column("confidence", "text", "How well it is known on the whole.", tuple(CONFIDENCE), needed=True),
        Column("confidence_reason", "text", "Why this confidence."),
        Column("part_of", "text", "Id of the event that this one is a part of."),
        Column("related", "words", "Ids of events with a looser link."),
        Column("summary", "text", "What happened, in our words."),
        Column("ships", "words", "Ids of the ships that sources name; see the table of ships.", find=found.ships),
        Column("units", "json", "Ships and groups that took part, each with its sources."),
        Column("passages", "json", "Passages through straits as told, each with its sources."),
        Column("responses", "json", "What other states did, each with its sources."),
        Column("claims", "json", "What parties said, each with its sources; no facts of ours."),
        Column("conflicts", "json", "Where the sources disagree, which value is taken, and why."),
        Column("landings", "json", "Landings in the other state, each with its sources."),
        Column("airspace", "json", "Flights through airspace that a state claims, each with its sources."),
        Column("adiz", "words", "Air defence identification zones entered, as told."),
        Column("duration_h", "integer", "Hours in the air, as told."),
        Column("duration_note", "text", "How that is known."),
        Column("crosses_antimeridian", "boolean", "Whether a way crosses the 180th meridian."),
        Column("date_sources", "words", "Ids of the sources of the days."),
        *_SOURCES,
        Column("added", "date", "Day the record was added."),
        Column("modified", "date", "Day of its last change."),
        Column("corrections", "json", "What the record said before: date, what, sources."),
        Column("sightings", "integer", "How many sightings it has."),
        Column("drawable", "integer", "How many of them can be drawn."),
        _LINK,
    ),
    "point",
)

SIGHTINGS: Final = Table(
    "sightings",
    "Sightings",
    "One row for somebody who was somewhere at some time: a computed point with an honest radius, and what it rests "
    "on. Where a place is too vague to draw there is no point.",
    (
        Column("id", "text", "Stable id: the event's, and a number.", needed=True),
        *_OF_EVENT,
        Column("route", "text", "Id of the group's route; empty where it is on none."),
        Column("order", "integer", "Place in that route, from 1."),
        Column("date", "date", "First day, local to the observer; empty where no source tells it."),
        Column("date_end", "date", "Last day, where they stayed."),
        Column(
            "date_precision",
            "text",
            "How well the day is known; reported: the day of the report.",
            _PRECISION,
            needed=True,
        ),
        Column("time", "text", "Local time of the observer, as told."),
        *_POINT,
        Column("basis", "text", "What the position rests on, the best first.", tuple(BASIS), needed=True),
        Column("radius_km", "integer", "How far off the position may be, in km: honest blur, no computed error."),
        Column("drawable", "boolean", "Whether a point is drawn."),
        Column("on_land", "boolean", "Whether it was on land."),
        Column("who", "text", "Which ships or aircraft."),
        Column("role", "text", "What this point is in the story.", get_args(Role), needed=True),
        Column("place", "text", "The place in words, as told."),
        Column("place_id", "text", "Id of the place in the register."),
        Column("as_stated", "text", "Distance and bearing as stated."),
        Column("heading", "text", "Where they were heading, as told."),
        Column("note", "text", "What else the source tells, in our words."),
        Column("explanation", "text", "Why it is right though a check of ours would doubt it."),
        *_SOURCES,
        *_NEAR,
        _LINK,
    ),
    "point",
)

ROUTES: Final = Table(
    "routes",
    "Legs",
    "One row a leg: two sightings of one group that follow each other, joined by the shortest way over water. A line "
    "that is not told is ours and no track; where the middle is not known it comes in two parts.",
    (
        Column("id", "text", "Stable id: the route's, and a number.", needed=True),
        *_OF_EVENT,
        Column("route", "text", "Id of the route.", needed=True),
        Column("order", "integer", "Place in the route, from 1.", needed=True),
        Column("kind", "text", "By ship or by air.", ("ship", "air"), needed=True),
        Column("who", "text", "Which ships or aircraft."),
        Column("from", "text", "Id of the sighting where it begins.", needed=True),
        Column("to", "text", "Id of the sighting where it ends.", needed=True),
        Column("from_date", "date", "Day of the one."),
        Column("to_date", "date", "Day of the other."),
        Column("told", "boolean", "Whether a source tells the way; false: only joined by us.", needed=True),
        Column("km", "number", "Length in km on the ellipsoid (WGS 84).", needed=True),
        Column("hours", "number", "Time between the two sightings, in hours."),
        Column("knots", "number", "Speed that this implies, in knots."),
        Column("passages", "json", "Straits that the line crosses: passage, direction. Computed, not told."),
        Column("skipped", "words", "Ids of sightings between the two that are too vague to join."),
        Column("gap_km", "number", "Length in km that is left out, as nobody knows the way there."),
        Column("sources", "words", "Ids of the sources of the two sightings.", find=found.leg_sources),
        Column("source_urls", "links", "Addresses of these sources.", find=found.leg_urls),
        *_NEAR,
        Column("wkt", "text", "The line as well-known text, degrees, WGS 84.", find=found.wkt, flat=True),
        _LINK,
    ),
    "line",
)

CROSSINGS: Final = Table(
    "crossings",
    "Passages through straits",
    "One row for one group through one strait: as a source tells it, or only as a line of ours crosses its gate.",
    (
        Column("id", "text", "Stable id.", needed=True),
        *_OF_EVENT,
        Column("strait", "text", "Id of the strait or channel.", needed=True),
        Column("strait_name", "text", "Its name.", find=found.strait_name),
        Column("told", "boolean", "Whether a source tells it; false: only computed by us.", needed=True),
        Column("by_air", "boolean", "Whether aircraft passed, and not ships.", needed=True),
        Column("first", "date", "Day, or the first of the days between which it lies."),
        Column("last", "date", "Day, or the last of these days."),
        Column("precision", "text", "How well the day is known.", _PRECISION, needed=True),
        Column("who", "text", "The group."),
        Column("direction", "text", "Point of the compass, as told.", BEARINGS),
        Column("gate", "text", "Id of the gate that a line of ours crosses."),
        Column("course", "text", "Point of the compass in which it does.", BEARINGS),
        Column("leg", "text", "Id of that leg."),
        *_SOURCES,
        Column("explanation", "text", "What the record says about its not being computed."),
        _LINK,
    ),
)
