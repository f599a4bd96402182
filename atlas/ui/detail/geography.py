"""The panels of what lies still: places, passages, seas and zones."""

import re
from typing import Final

from atlas.ui.detail.context import Context, Row
from atlas.ui.detail.parts import facts, names_list, note, section, title
from atlas.ui.detail.sources import sources_of
from atlas.ui.html import Child, Html, el, join, symbol
from atlas.ui.links import link
from atlas.ui.words import day, heading, number, sentence, span, state

LIMIT: Final = re.compile(r"^(\d+)")
NO_SOVEREIGN_AIRSPACE = (
    "An air defence identification zone is not sovereign airspace: a state asks aircraft in it to say who they are. "
    "Flying through it breaks no border."
)


def place_panel(ctx: Context, row: Row) -> Html:
    """Give the body of the panel of a place, with the events that were there."""
    events = dict.fromkeys(
        sighting["event"]
        for sighting in ctx.catalog.layers["sightings"].rows.values()
        if sighting["place_id"] == row["id"]
    )
    rows: list[tuple[str, Child]] = [
        ("Country", state(row.get("country")) if row.get("country") else None),
        ("Also", ", ".join(row.get("aliases") or ())),
        ("Size or blur", f"{number(row['radius_km'])} km around the point" if row.get("radius_km") else None),
        ("Position", sentence(row["basis"]) if row.get("basis") else None),
    ]
    return Html(
        title(row["name"], sentence(row.get("kind") or "place"))
        + names_list(row.get("names"))
        + note(row.get("names_note"))
        + facts(rows)
        + section("Events here", len(events), event_rows(ctx, list(events)))
        + sources_of(ctx, row)
    )


def passage_panel(ctx: Context, row: Row) -> Html:
    """Give the body of the panel of a strait, with the passages that sources tell."""
    told = _told(ctx, row)
    return Html(
        title(row["name"], "Strait or gap")
        + passage_facts(row, join(ctx.other_link("passage", part) for part in row.get("parts") or ()))
        + el("p", link("strait", None, "Each passage, told and computed", id=row["id"]), cls="note")
        + section("Passages, as told", len(told), el("ul", told, cls="rows") if told else None)
        + sources_of(ctx, row)
    )


def passage_facts(row: Row, parts: Child, whole: Child = None) -> Html:
    """Give what the registry tells of a strait; `parts` and `whole` are links to its channels and to its strait."""
    limit = row.get("territorial_limit_nm")
    corridor = {True: "Yes", False: "No", None: None}[row.get("high_seas_corridor")]
    return Html(
        names_list(row.get("names"))
        + facts(
            [
                ("Also", ", ".join(row.get("aliases") or ())),
                ("Channel of", whole),
                ("Joins", " and ".join(row.get("connects") or ())),
                ("Width", _width(row)),
                ("Parts", parts),
                ("Territorial sea", LIMIT.sub(r"\1 nautical miles", limit) if limit else None),
                ("High seas in the middle", corridor),
                ("Rules", sentence(row["regime_note"]) if row.get("regime_note") else None),
                ("Note", sentence(row["note"]) if row.get("note") else None),
            ]
        )
    )


def _width(row: Row) -> Html:
    told = [f"{number(row['width_km'])} km" if row.get("width_km") else None]
    told.append(f"{row['width_nm']} nautical miles" if row.get("width_nm") else None)
    return Html(join(told, " or ") + (el("small", row.get("width_note")) if row.get("width_note") else ""))


def _told(ctx: Context, passage: Row) -> list[Html]:
    """Give each told passage through a strait, the newest first; a strait of two channels counts for both."""
    names = {passage["id"], *(passage.get("parts") or ())}
    found = [
        (row["date"] or event["start"], event, row)
        for event in ctx.catalog.layers["events"].rows.values()
        for row in event["passages"] or ()
        if row["passage"] in names
    ]
    found.sort(key=lambda entry: entry[0], reverse=True)
    return [
        el(
            "li",
            symbol(event["kind"], 14),
            ctx.event_link(event["id"]),
            el("small", join([_when(row), _direction(row), row["who"]], " · ")),
        )
        for _, event, row in found
    ]


def _when(row: Row) -> str:
    return day(row["date"]) if row["date"] else "day not told"


def _direction(row: Row) -> str:
    return f"to the {heading(row['direction'])}" if row["direction"] else "direction not told"


def sea_panel(ctx: Context, row: Row) -> Html:
    """Give the body of the panel of a sea."""
    area = row.get("area_km2")
    rows: list[tuple[str, Child]] = [
        ("Area", f"{number(area)} km², computed from our limits and coast" if area else None),
        ("Limits", row.get("definition")),
        ("Limits after", row.get("source")),
    ]
    return Html(
        title(row["name"], "Sea")
        + names_list(row.get("names"))
        + note(row.get("names_note"))
        + facts(rows)
        + sources_of(ctx, row)
    )


def zone_panel(ctx: Context, row: Row) -> Html:
    """Give the body of the panel of an air defence identification zone."""
    since = join([day(row.get("effective")), row.get("effective_time")])
    drawn = "as a closed ring" if row.get("closed") else "as an open line: not all of its limit is told"
    return Html(
        title(row["name"], "Air defence identification zone")
        + el("p", NO_SOVEREIGN_AIRSPACE, cls="lede")
        + facts(
            [
                ("Declared by", state(row["state"])),
                ("In force since", since),
                ("Drawn", drawn),
                ("Who was in it", link("coasts", None, "Sightings and legs by how they lie to it", zone=row["id"])),
                ("Note", row.get("note")),
            ]
        )
        + sources_of(ctx, row)
    )


def event_rows(ctx: Context, names: list[str]) -> Html:
    """Give events as a list of links with symbol and days, the newest first."""
    if not names:
        return Html()
    events = sorted((ctx.catalog.event(name) for name in names), key=lambda row: row["start"], reverse=True)
    return el(
        "ul",
        [el("li", symbol(row["kind"], 14), ctx.event_link(row["id"]), el("small", span(row))) for row in events],
        cls="rows",
    )
