"""The card of a stop: the claim with verdict, reason, evidence and sources; before the first the story's own words."""

from typing import Final

from atlas.look import KINDS
from atlas.ui.detail.context import Context, Row
from atlas.ui.detail.parts import section
from atlas.ui.detail.sources import backed, source_list
from atlas.ui.html import Html, el, join, symbol
from atlas.ui.kept import Kept
from atlas.ui.links import link
from atlas.ui.story.claims import kicker, sides
from atlas.ui.story.reading import Reading, Step
from atlas.ui.story.stops import Stop, stops
from atlas.ui.story.verdicts import ALL, many, tally
from atlas.ui.words import span

_cards: Final[Kept[Html]] = Kept(256)


def card(reading: Reading, place: int) -> Html:
    """Give the card of a stop; 0 is the cover."""
    key = (reading.catalog.version, reading.story["id"], reading.view, place)
    return _cards.get(key, lambda: _made(reading, place))


def _made(reading: Reading, place: int) -> Html:
    stop = stops(reading.catalog, reading.story).all[place]
    body = _step(reading, stop.step) if stop.step else _cover(reading)
    return el("article", body, _on_map(reading, stop), cls="stop")


def _cover(reading: Reading) -> Html:
    whole = reading.number(len(reading.steps), ALL, f"All {many(reading.steps)} as one list")
    return Html(
        el("p", reading.story["lead"], cls="why")
        + tally(reading)
        + el("p", "Step through it with the arrow keys or the buttons above. ", whole, cls="sub")
    )


def _step(reading: Reading, step: Step) -> Html:
    context = Context(reading.catalog)
    return Html(
        kicker(step)
        + el("h2", step["claim"], cls="says")
        + el("p", step["explanation"], cls="why")
        + sides(context, step)
        + section("Sources", backed(context, step["sources"]), source_list(context, step["sources"]))
    )


def _on_map(reading: Reading, stop: Stop) -> Html:
    """Give what the map beside shows: the events that the step is about, and the way to the same on the map page."""
    names = stop.step["events"] if stop.step else ()
    rows = [_event(reading, found[1]) for name in names if (found := reading.catalog.where_is(f"event.{name}"))]
    way = el("p", link("", stop.view, "Open this view on the map page"), cls="on-map")
    return section("On the map", None, el("ul", rows, cls="rows"), way) if rows else way


def _event(reading: Reading, event: Row) -> Html:
    whole = link("event", reading.view, event["title"], id=event["id"])
    about = KINDS[event["kind"]].one
    return el("li", symbol(event["kind"], 15), el("div", whole, el("small", join([about, span(event)], " · "))))
