"""The article of July 2023, claim by claim: what it said, what the records say, and the way to see it on the map."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

import streamlit as st

from atlas.catalog import Catalog
from atlas.ui import frame
from atlas.ui.detail.context import Context
from atlas.ui.detail.sources import behind
from atlas.ui.html import Html, el
from atlas.ui.words import count, plain, sentence
from atlas.view import View

VERDICTS: Final[dict[str, tuple[str, str]]] = {
    "confirmed": ("Confirmed", "the sources bear it out"),
    "confirmed-with-correction": ("Confirmed, with a correction", "true at heart, but a detail is off"),
    "contradicted": ("Contradicted", "the sources say otherwise"),
    "judgement": ("Judgement", "an opinion or a forecast; it cannot be checked"),
}
INTRO: Final = """
In the middle of July 2023 a news article told its readers that Chinese and Russian warships were exercising together
in the Sea of Japan. It set the exercise among bomber flights, talks and a voyage of two Russian corvettes past Taiwan
and Japan.
We took the text apart into single claims, told here in our own words, and held each against the records of this atlas.
Most hold. Where a detail is off, or the sources say otherwise, it is said so, with the reason and the sources.
"""
MARGIN: Final = timedelta(days=10)


def show(catalog: Catalog) -> None:
    """Lay out the story."""
    with st.container(key="page"):
        st.html(intro(catalog))
        for claim in steps(catalog):
            with st.container(key=f"claim-{claim['id']}"):
                st.html(claim_text(catalog, claim))
                _on_map(catalog, claim)


def steps(catalog: Catalog) -> tuple[Mapping[str, Any], ...]:
    """Give the steps of the only story; none where there is no story."""
    return tuple(step for story in catalog.stories.values() for step in story["steps"])


def intro(catalog: Catalog) -> Html:
    """Give title, introduction and the count of verdicts."""
    found = Counter(row["verdict"] for row in steps(catalog))
    tally = [
        el("li", el("b", found[verdict]), el("strong", name), meaning)
        for verdict, (name, meaning) in VERDICTS.items()
        if found[verdict]
    ]
    return Html(
        el("h1", "July 2023, claim by claim", cls="h1", id="main", tabindex="-1")
        + el("p", INTRO, cls="dek")
        + el("ul", tally, cls="verdicts", aria_label=f"Verdicts on {count(len(steps(catalog)), 'claim')}")
    )


def claim_text(catalog: Catalog, claim: Mapping[str, Any]) -> Html:
    """Give one claim: where it stands, the verdict, the claim, why, and the sources."""
    verdict = VERDICTS.get(claim["verdict"], (sentence(claim["verdict"]), ""))[0]
    context = Context(catalog)
    where = claim["paragraph"] if claim["paragraph"].startswith("headline") else f"paragraph {claim['paragraph']}"
    return el(
        "article",
        el(
            "p",
            el("span", verdict, cls=f"verdict verdict-{claim['verdict']}"),
            el("span", f"{sentence(where)} · {claim['topic']}"),
            cls="para",
        ),
        el("h2", claim["claim"], cls="says"),
        el("p", claim["explanation"], cls="why"),
        behind(context, claim["sources"]),
        id=claim["id"],
    )


def _on_map(catalog: Catalog, claim: Mapping[str, Any]) -> None:
    """Give one link to the map for each event of a claim, or for its place where it has no event."""
    for title, view in map_links(catalog, claim):
        label = f":gray[Show on the map:] {plain(title)}"
        st.page_link(frame.script(""), label=label, query_params=view.to_query())


def map_links(catalog: Catalog, claim: Mapping[str, Any]) -> list[tuple[str, View]]:
    """Give the views that show what a claim is about, each with the title of what it shows.

    Parameters
    ----------
    catalog : Catalog
        Knows the events and places.
    claim : mapping
        One claim of the article.

    Returns
    -------
    list of tuple of str and View
        For each event a view of its days and some days around, with the event selected; for a claim without an event
        one of each place.
    """
    events = [found[1] for name in claim["events"] if (found := catalog.where_is(f"event.{name}"))]
    if events:
        return [(row["title"], around(catalog, row)) for row in events]
    places = [found[1] for name in claim["places"] if (found := catalog.where_is(f"place.{name}"))]
    everything = View.default(catalog)
    return [(row["name"], replace(everything, selection=f"place.{row['id']}")) for row in places]


def around(catalog: Catalog, event: Mapping[str, Any]) -> View:
    """Give the view of an event's days, a few more at each end, with the event selected."""
    first, last = catalog.span
    start, end = date.fromisoformat(event["start"]) - MARGIN, date.fromisoformat(event["end"]) + MARGIN
    return replace(View.default(catalog), start=max(start, first), end=min(end, last), selection=f"event.{event['id']}")
