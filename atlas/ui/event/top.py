"""The head of the page: the way to it, its neighbours, the title, and the event in one sentence."""

from dataclasses import replace

from atlas.catalog.kin import Place, place_in_series, place_in_time
from atlas.look import KINDS
from atlas.ui.detail.about import marks, states
from atlas.ui.detail.context import Row
from atlas.ui.detail.parts import names_line, tags
from atlas.ui.event.context import PageContext
from atlas.ui.html import Child, Html, el, join, symbol
from atlas.ui.links import link, number
from atlas.ui.words import count, series, span
from atlas.view import View


def top(ctx: PageContext, event: Row) -> Html:
    """Give the head of the page of an event."""
    ways = join([link("", ctx.view, "Map"), link("events", ctx.view, "Events")], " / ")
    return el(
        "header",
        el("div", el("p", ways, cls="crumbs"), neighbours(ctx, event, titles=False), cls="event-way"),
        el("p", symbol(event["kind"], 18), KINDS[event["kind"]].one, cls="kind"),
        el("h1", event["title"], cls="h1", id="main", tabindex="-1"),
        names_line(event["names"]),
        el("p", sentence(ctx, event), cls="when"),
        tags(marks(ctx, event)),
        el("p", event["summary"], cls="dek"),
        cls="detail event-top",
    )


def sentence(ctx: PageContext, event: Row) -> Html:
    """Say an event in one sentence: who, when, and how much of it is known; each number leads to what it counts."""
    ships = sum(1 for unit in event["units"] or () if unit.get("ship"))
    known = [
        _counted(event["sightings"], "sighting", "seen"),
        _counted(len(ctx.catalog.legs_of(event["id"])), "leg between them", "legs", "legs between them"),
        _counted(len(event["passages"] or ()), "told passage of a strait", "straits", "told passages of straits"),
        _counted(ships, "ship by name", "who", "ships by name"),
        _counted(len(event["sources"] or ()), "source", "sources"),
    ]
    return Html(join([states(event), span(event)]) + ": " + join(known) + ".")


def _counted(n: int, one: str, section: str, many: str | None = None) -> Child:
    return el("a", count(n, one, many), href=f"#{section}", target="_self") if n else None


def neighbours(ctx: PageContext, event: Row, *, titles: bool) -> Html:
    """Give the way to the event before and the one after in the series, or in time where the event is in none."""
    place, whole = place_in_series(ctx.catalog, event["id"]), None
    if place:
        row: Row = ctx.catalog.series.get(event["series"]) or {}
        whole = row.get("name") or series(event["series"])
    else:
        place = place_in_time(ctx.catalog, event["id"])
    listed = replace(View.default(ctx.catalog), series=event["series"] if whole else None)
    here = [
        f"{place.number} of ",
        number(place.count, "events", listed),
        f" in {whole}" if whole else " events by date",
    ]
    return el(
        "nav",
        _way(ctx, place, titles=titles, back=True),
        el("span", here, cls="here"),
        _way(ctx, place, titles=titles, back=False),
        cls="steps titled" if titles else "steps",
        aria_label=f"Neighbours {'in the series' if whole else 'in time'}",
    )


def _way(ctx: PageContext, place: Place, *, titles: bool, back: bool) -> Html:
    name = place.previous if back else place.following
    word = "Previous" if back else "Next"
    if name is None:
        return el("span", f"No {'earlier' if back else 'later'} one", cls="none")
    row = ctx.catalog.event(name)
    about = el("b", row["title"]) + el("small", span(row)) if titles else el("span", f": {row['title']}", cls="hear")
    arrow = el("i", "←" if back else "→", aria_hidden="true")
    shown = (arrow, word) if back else (word, arrow)
    return ctx.link("event", name, *shown, Html(about), cls="back" if back else "on")
