"""What a mark in KML says when it is opened: HTML, each text in it escaped, with the sources as links."""

from collections.abc import Iterable
from html import escape
from typing import Final

from atlas.export.columns import Row
from atlas.export.found import leg_sources
from atlas.export.taken import Taken
from atlas.vocabulary import BASIS, CONFIDENCE, JOINT, KIND, ROLE

DATED: Final = {
    "day": "The day is told.",
    "week": "Only the week is known.",
    "month": "Only the month is known.",
    "reported": "The day is that of the report.",
    "inferred": "The day is inferred.",
    "unknown": "No day is told.",
}
NO_TRACK: Final = "joined by us, no track"


def days(first: str | None, last: str | None) -> str:
    """Give a day or two; `undated` for none."""
    told = list(dict.fromkeys(filter(None, (first, last))))
    return " to ".join(told) or "undated"


def name_of(table: str, row: Row) -> str:
    """Give the name of a mark."""
    if table == "events":
        return f"{row['title']}"
    if table == "sightings":
        return f"{days(row['date'], row['date_end'])}: {row['place']}"
    way = f"{days(row['from_date'], row['to_date'])}: {row['who'] or 'way'}"
    return way if row["told"] else f"{way} ({NO_TRACK})"


def description_of(table: str, row: Row, taken: Taken) -> str:
    """Give what is known of a row, as HTML."""
    lines = {"events": _of_event, "sightings": _of_sighting, "routes": _of_leg}[table](row, taken)
    sources = leg_sources(row, None, taken) if table == "routes" else row["sources"]
    page = f"{taken.site}event?id={row['id' if table == 'events' else 'event']}"
    told = "".join(f"<p>{line}</p>" for line in lines if line)
    return f'{told}<p>Sources:</p><ul>{_links(sources, taken)}</ul><p><a href="{escape(page)}">In the atlas</a></p>'


def _of_event(row: Row, taken: Taken) -> Iterable[str]:
    month = ", of which only the month is known" if row["date_precision"] == "month" else ""
    yield f"{KIND[row['kind']][0].capitalize()}, {days(row['start'], row['end'])}{month}. {JOINT[row['joint']]}."
    yield escape(row["summary"] or "")
    yield f"{CONFIDENCE[row['confidence']]}: {escape(row['confidence_reason'] or '')}"
    yield from (f"Sources disagree: {escape(line)}" for line in row["conflicts"])
    yield "" if taken.catalog.sightings_of(row["id"]) else "No sighting of it is known."


def _of_sighting(row: Row, taken: Taken) -> Iterable[str]:
    yield escape(f"{row['who'] or ''} ({ROLE[row['role']]}), {taken.catalog.event(row['event'])['title']}".strip())
    stated = f", stated as {row['as_stated']}" if row["as_stated"] else ""
    yield escape(f"Position: {BASIS[row['basis']]}{stated}; it may be off by {row['radius_km']} km.")
    yield DATED[row["date_precision"]]
    yield escape(row["note"] or "")


def _of_leg(row: Row, taken: Taken) -> Iterable[str]:
    yield escape(taken.catalog.event(row["event"])["title"])
    yield "The way is told by a source." if row["told"] else f"The way is not told: {NO_TRACK}."
    speed = f", {row['knots']} knots if straight on" if row["knots"] is not None else ""
    yield f"{row['km']} km{speed}."


def _links(sources: Iterable[str], taken: Taken) -> str:
    known = taken.catalog.sources
    return "".join(_link(known[name]) if name in known else f"<li>{escape(name)}</li>" for name in sources)


def _link(source: Row) -> str:
    weak = ", weak" if source.get("weak") else ""
    dated = f", {source['date']}" if source.get("date") else ""
    return f'<li><a href="{escape(source["url"])}">{escape(source["publisher"])}</a>{escape(dated)}{weak}</li>'
