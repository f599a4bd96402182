"""The verdicts on claims: their words, their sign, and how many of each a story holds."""

from collections import Counter
from typing import Final

from atlas.ui.html import Html, el
from atlas.ui.story.reading import Reading, Step
from atlas.ui.words import count

VERDICTS: Final[dict[str, tuple[str, str]]] = {
    "confirmed": ("Confirmed", "the sources bear it out"),
    "confirmed-with-correction": ("Confirmed, with a correction", "true at heart, but a detail is off"),
    "contradicted": ("Contradicted", "the sources say otherwise"),
    "judgement": ("Judgement", "an opinion or a forecast; it cannot be checked"),
}
ALL: Final = "all"


def verdicts_of(steps: tuple[Step, ...]) -> dict[str, int]:
    """Give the verdicts of a story's steps in their usual order, each with the number of its claims."""
    found = Counter(step["verdict"] for step in steps)
    return {verdict: found[verdict] for verdict in VERDICTS if found[verdict]}


def many(steps: tuple[Step, ...]) -> str:
    """Say how many claims there are; steps, where some only tell something."""
    return count(len(steps), "claim" if all(step["verdict"] for step in steps) else "step")


def sign(verdict: str | None) -> Html:
    """Give a verdict as a sign; nothing where a step has none."""
    return el("span", VERDICTS[verdict][0], cls=f"verdict verdict-{verdict}") if verdict else Html()


def tally(reading: Reading) -> Html:
    """Give how many claims have each verdict, each number a link to the claims that it counts."""
    rows = [
        el("li", el("b", reading.number(found, verdict)), el("strong", VERDICTS[verdict][0]), VERDICTS[verdict][1])
        for verdict, found in verdicts_of(reading.steps).items()
    ]
    return el("ul", rows, cls="verdicts", aria_label="Verdicts") if rows else Html()
