"""The claims of a story as one list, in the order of the text, and the list of the stories."""

from collections.abc import Sequence

from atlas.catalog import Catalog
from atlas.ui.detail.context import Context
from atlas.ui.detail.sources import behind
from atlas.ui.html import Html, el, join
from atlas.ui.story.reading import Reading, Step
from atlas.ui.story.verdicts import ALL, VERDICTS, many, sign, verdicts_of
from atlas.ui.words import sentence
from atlas.view import View


def kicker(step: Step) -> Html:
    """Give the line above a claim: its verdict, where it stands in its text, and what it is about."""
    place = step["paragraph"]
    told = place if not place or place.startswith("headline") else f"paragraph {place}"
    return el("p", sign(step["verdict"]), el("span", join([sentence(told or ""), step["topic"]], " · ")), cls="para")


def sides(context: Context, step: Step) -> Html:
    """Give the evidence for a claim and against it, as far as there is any."""
    told = (("What speaks for it", "for"), ("What speaks against it", "against"))
    found = [_side(context, title, cls, rows) for title, cls in told if (rows := step[f"evidence_{cls}"])]
    return el("div", found, cls="both-sides") if found else Html()


def _side(context: Context, title: str, cls: str, rows: Sequence[Step]) -> Html:
    said = [el("li", el("p", row["what"]), behind(context, row["sources"])) for row in rows]
    return el("section", el("h3", title), el("ul", said), cls=f"evidence evidence-{cls}")


def claims(reading: Reading, chosen: str) -> Html:
    """Give the claims of a story as one list: `all`, or those of a verdict."""
    shown = [step for step in reading.steps if chosen in (ALL, step["verdict"])]
    whole = many(reading.steps)
    said = f"{whole}, in the order of the text" if chosen == ALL else f"{len(shown)} of {whole}"
    rows = [el("li", _claim(reading, step)) for step in shown]
    return Html(_which(reading, chosen) + el("p", said, cls="sub", role="status") + el("ol", rows, cls="claims"))


def _which(reading: Reading, chosen: str) -> Html:
    """Give the way to the claims of each verdict, to all, and to the walk."""
    names = {ALL: "All"} | {verdict: VERDICTS[verdict][0] for verdict in verdicts_of(reading.steps)}
    ways = [
        el("b", name, aria_current="true") if key == chosen else reading.link(name, claims=key)
        for key, name in names.items()
    ]
    walk = reading.link("Step by step, with the map", cls="walk-way")
    return el("nav", walk, el("span", join(ways, " · ")), cls="which", aria_label="Claims")


def _claim(reading: Reading, step: Step) -> Html:
    context = Context(reading.catalog)
    return el(
        "article",
        kicker(step),
        el("h2", step["claim"], cls="says"),
        el("p", step["explanation"], cls="why"),
        sides(context, step),
        behind(context, step["sources"]),
        el("p", reading.link("See it on the map", step=step["id"]), cls="on-map"),
        id=step["id"],
    )


def shelf(catalog: Catalog, view: View) -> Html:
    """Give the stories that there are, each with what it is about."""
    told = [el("li", _told(Reading(catalog, view, story))) for story in catalog.stories.values()]
    return el("ol", told, cls="shelf") if told else el("p", "No story has been told yet.", cls="dek")


def _told(reading: Reading) -> Html:
    return el(
        "article",
        el("h2", reading.link(reading.story["title"]), cls="h2"),
        el("p", reading.story["lead"], cls="why"),
        el("p", reading.number(len(reading.steps), ALL, many(reading.steps)), cls="sub"),
    )
