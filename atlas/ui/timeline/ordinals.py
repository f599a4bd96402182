"""Numbers in a series: 'the sixth joint air patrol' as it follows from the list, beside what states say."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

import numpy as np

from atlas.catalog import Catalog
from atlas.catalog.numbered import Numbered, Told, numbered
from atlas.measure.ordinals import Way
from atlas.ui.detail.context import Context
from atlas.ui.detail.sources import behind
from atlas.ui.html import Html, el
from atlas.ui.links import link
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.words import count, listed, sentence, span, state
from atlas.view import View

INTRO: Final = (
    "The events of a series are counted here from the list, each as one (No.) and by calendar year (Years: two of one "
    "year count once). Beside that stand the numbers that states give them. Filters choose the series, but leave no "
    "event out of the count."
)
SOMEBODY: Final = "A source"
FITS: Final[dict[Way, str]] = {"event": "counts each event", "year": "counts years"}
# Without a way to count, it cannot be said what is right; so nothing here says that a number is wrong.
FIT_WORDS: Final[dict[tuple[Way, ...], str]] = {
    ("event", "year"): "fit, however one counts",
    ("event",): "fit the count of events",
    ("year",): "fit the count of years",
}


def section(catalog: Catalog, view: View) -> Html:
    """Give the section; the series are those that have an event under the view."""
    columns = catalog.columns
    have = np.unique(columns.series[view.mask(columns)])
    names = [columns.series_names[place] for place in have if place >= 0]
    told = [name for name in names if any(one.told for one in numbered(catalog, name))]
    told.sort(key=lambda name: -sum(len(one.told) for one in numbered(catalog, name)))
    silent = [catalog.series[name]["name"] for name in names if name not in told]
    if not names:
        return Html()
    rest = f"No number of a source is kept for {listed(silent)}." if silent else None
    return el(
        "section",
        el("h2", "Numbers in a series", cls="h2", id="numbers"),
        el("p", INTRO, cls="sub"),
        [_series(catalog, view, name) for name in told],
        el("p", rest, cls="sub rest") if rest else None,
        cls="ordinals",
    )


def _series(catalog: Catalog, view: View, name: str) -> Html:
    events, row = numbered(catalog, name), catalog.series[name]
    states = parties(events)
    columns = (
        Column("n", "No.", cls="n"),
        Column("event", "Event"),
        Column("years", "Years", cls="n"),
        *(Column(by or "source", _party(by), cls="told") for by in states),
    )
    rows = [_row(catalog, view, one, states) for one in events]
    return el(
        "section",
        el("h3", row["name"], cls="h3"),
        el("ul", [el("li", words) for words in findings(events)], cls="findings"),
        table(f"{row['name']}: {count(len(events), 'event')}", columns, rows, order="n", cls="numbers"),
        id=f"numbers-{name}",
    )


def parties(events: Sequence[Numbered]) -> list[str | None]:
    """Give who gives numbers: the state that gives most first, then what is told by a source alone."""
    told = [one.by for event in events for one in event.told]
    return sorted(set(told), key=lambda by: (by is None, -told.count(by), by or ""))


def findings(events: Sequence[Numbered]) -> list[str]:
    """Say in a sentence for each party which way of counting its numbers fit.

    Parameters
    ----------
    events : sequence of Numbered
        All of one series.

    Returns
    -------
    list of str
        Such as `Russia: 3 numbers fit the count of years.`
    """
    found = []
    for by in parties(events):
        told = [(event, one) for event in events for one in event.told if one.by == by]
        found.append(f"{_party(by)}: {listed(list(_groups(told)))}.")
    return found


def _groups(told: Sequence[tuple[Numbered, Told]]) -> list[str]:
    """Group numbers by what they fit; those that fit either way belong to whatever the others fit."""
    ways = {event.place.fits(one.n) for event, one in told} - {("event", "year")}
    only = next(iter(ways)) if len(ways) == 1 and () not in ways else None
    parts = []
    for fit, pairs in groupby(told, key=lambda pair: only or pair[0].place.fits(pair[1].n)):
        group = list(pairs)
        if fit:
            words = FIT_WORDS[fit] if len(group) > 1 else FIT_WORDS[fit].replace("fit", "fits", 1)
            parts.append(f"{count(len(group), 'number')} {words} ({_which(group)})")
        else:
            parts += [_apart(event, one) for event, one in group]
    return parts


def _which(group: Sequence[tuple[Numbered, Told]]) -> str:
    """Name the numbers and when they were given: `1–4 and 6–11, 2019–2026`."""
    years = sorted({event.event["start"][:4] for event, _ in group})
    return f"{runs([one.n for _, one in group])}, {'–'.join(dict.fromkeys((years[0], years[-1])))}"


def runs(numbers: Sequence[int]) -> str:
    """Give numbers, those that follow each other as a span: `1–4 and 6`."""
    spans: list[list[int]] = []
    for n in numbers:
        if spans and n == spans[-1][-1] + 1:
            spans[-1].append(n)
        else:
            spans.append([n])
    return listed([f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in spans])


def _apart(event: Numbered, one: Told) -> str:
    what = f" of {one.of}" if one.of else ""
    off = event.place.off(one.n)
    much = f"{abs(off)} {'more' if off > 0 else 'less'} than this list"
    return f"number {one.n}{what} in {event.event['start'][:4]} is {much}"


def _party(by: str | None) -> str:
    return state(by) if by else SOMEBODY


def _row(catalog: Catalog, view: View, one: Numbered, states: Sequence[str | None]) -> Row:
    event = one.event
    title = [link("event", view, event["title"], id=event["id"]), el("small", span(event))]
    return Row(
        (
            Cell(el("b", one.place.event), one.place.event),
            Cell(title, event["title"]),
            one.place.year,
            *(_told(catalog, one, by) for by in states),
        )
    )


def _told(catalog: Catalog, event: Numbered, by: str | None) -> Cell:
    numbers = [one for one in event.told if one.by == by]
    if not numbers:
        return Cell("–", "")
    return Cell([_number(catalog, event, one) for one in numbers], numbers[0].n)


def _number(catalog: Catalog, event: Numbered, one: Told) -> Html:
    fits, off = event.place.fits(one.n), event.place.off(one.n)
    note = None if "event" in fits else FITS["year"] if fits else f"{off:+d}".replace("-", "−")
    series = catalog.series[event.event["series"]]["name"]
    about = el("small", sentence(one.of)) if one.of and one.of.casefold() != series.casefold() else None
    return el(
        "div",
        el("b", one.n),
        el("span", note, cls="differs") if note else None,
        about,
        behind(Context(catalog), one.sources),
    )
