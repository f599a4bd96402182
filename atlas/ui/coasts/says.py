"""The cells of the page's tables: where and when something was, how far off, and how that lies on a common scale."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from atlas.catalog import Catalog
from atlas.catalog.nearby import Near, Row
from atlas.ui.detail.near import distance
from atlas.ui.html import Child, Html, el, join, symbol
from atlas.ui.links import href
from atlas.ui.words import days, listed, number, told_day
from atlas.view import View
from atlas.vocabulary import BASIS

GEOMETRY: Final = (
    "This is geometry, not a finding of law: least distances on the ellipsoid to a shore drawn to 1 km. They say "
    "nothing about baselines, territorial seas or borders."
)
_SLOT: Final = "event.none"
JOINED: Final = "joined by us"
TOLD: Final = "points of the way told"


def position(catalog: Catalog, view: View, layer: str, row: Row, day: str | None = None) -> Html:
    """Give where it was, as a link to the map, and below it the day, if wanted, and what the place rests on."""
    if layer == "sighting":
        rests = f"{BASIS[row['basis']]}, ±{number(row['radius_km'])} km"
        return el("div", on_map(view, f"sighting.{row['id']}", row["place"]), el("small", join([day, rests], " · ")))
    places = [_place(catalog, row[end]) for end in ("from", "to")]
    rests = TOLD if row["told"] else JOINED
    return el(
        "div", on_map(view, f"leg.{row['id']}", f"{places[0]} to {places[1]}"), el("small", join([day, rests], " · "))
    )


def on_map(view: View, selection: str, label: Child) -> Html:
    """Give a link that chooses something on the map."""
    return el("a", label, href=_map_address(view).replace(_SLOT, selection), target="_self")


@lru_cache(maxsize=16)
def _map_address(view: View) -> str:
    """Give the address of the map with a gap for what is chosen: a list has hundreds of links that differ in that."""
    return href("", replace(view, selection=_SLOT))


def event(catalog: Catalog, view: View, row: Row) -> Html:
    """Give the event with its symbol, as a link to it."""
    found = catalog.event(row["event"])
    address = _event_address(view).replace(_SLOT, found["id"])
    return el(
        "div", symbol(found["kind"], 14), el("div", el("a", found["title"], href=address, target="_self")), cls="led"
    )


@lru_cache(maxsize=16)
def _event_address(view: View) -> str:
    """Give the address of an event's page with a gap for its id."""
    return href("event", view, id=_SLOT)


def when(layer: str, row: Row) -> str:
    """Give the day of a sighting, or the days of a leg."""
    return told_day(row, year=True) if layer == "sighting" else days(row["from_date"], row["to_date"])


def first_day(row: Row) -> str:
    """Give the day by which it is sorted."""
    return row.get("date") or row.get("from_date") or row.get("to_date") or ""


def how_far(near: Near) -> Html:
    """Give the distance with its error, and how close it was at the most."""
    most = el("small", f"at most {near.most_km:,.0f} km", cls="most")
    return el("div", distance({"km": near.km, "error_km": near.error_km}), most)


def bar(near: Near, scale: float) -> Html:
    """Draw the reach of a distance on a scale from the shore: a band for the error, a tick at the distance."""
    least, most, at = (min(100.0, 100 * km / scale) for km in (near.least_km, near.most_km, near.km))
    style = f"--least:{least:.1f}%;--reach:{most - least:.1f}%;--at:{at:.1f}%"
    beyond = "beyond" if near.most_km > scale else None
    return el("span", el("i"), el("b"), cls=" ".join(filter(None, ("reach", beyond))), style=style, aria_hidden="true")


def ends(scale: float) -> Html:
    """Give the head of the column of bars: the two ends of their scale."""
    return el("span", el("span", "0"), el("span", f"{scale:,.0f} km"), cls="ends")


def scale_of(rows: Iterable[Near]) -> float:
    """Give the end of the scale: a round number of kilometres that holds most of what is shown."""
    far = sorted(one.most_km for one in rows) or [100.0]
    wanted = far[int(0.7 * (len(far) - 1))]
    return next((float(step) for step in (50, 100, 150, 200, 300, 500, 750, 1000) if step >= wanted), 1500.0)


def claimed(row: Row) -> str | None:
    """Say who holds a coast and who claims it."""
    others = [who for who in row.get("claimed_by") or () if who != row.get("held_by")]
    if not others:
        return None
    return f"held by {row['held_by']}, claimed also by {listed(others)}"


def _place(catalog: Catalog, sighting: str) -> str:
    found = catalog.where_is(f"sighting.{sighting}")
    return str(found[1]["place"]) if found else "?"
