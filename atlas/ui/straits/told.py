"""Told and computed, side by side: where the sources and our ways agree, and openly where they do not."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from atlas.catalog import Catalog
from atlas.catalog.passings import Passing
from atlas.catalog.straits import Strait
from atlas.ui.html import Html, el, join, text
from atlas.ui.straits.links import NONE, Asked
from atlas.ui.straits.passages import passages
from atlas.ui.straits.words import channel, label
from atlas.ui.words import count
from atlas.view import View

INTRO: Final = (
    "Sources tell of passages; the ways that we join between sightings cross gates of their own accord. Each told "
    "passage is held against the ways and sightings of its event. Here is what comes out, all that differs, and why."
)
GROUPS: Final[dict[str, tuple[str, str]]] = {
    "leg": ("told, and crossed", "a way between two sightings goes through the gate, in the told days and direction"),
    "seen": ("told, and only seen there", "a sighting lies in the gate itself; no way can tell on which side it ends"),
    "missed": ("told, and not found", "neither a way nor a sighting of ours shows it"),
    "untold": ("computed, and not told", "a way crosses the gate, and no source here names the strait"),
}
LISTED: Final[dict[str, tuple[str, bool]]] = {
    "untold": ("Computed, and told by no source here", True),
    "missed": ("Told, and found by nothing of ours", True),
    "seen": ("Told, and only seen in the gate", False),
    "turned": ("Told and crossed, with two points of the compass", False),
}


def differences(catalog: Catalog, view: View, shown: Sequence[Passing]) -> Html:
    """Give the section: four numbers, what sources leave open, and a list for each kind of difference."""
    found = {how: Asked(how=how).of(catalog, view) for how in (*GROUPS, "turned")}
    told = [passing for passing in shown if passing.told]
    numbers = [
        el("li", el("b", Asked(how=how).number(len(found[how]), view)), el("strong", name), meaning)
        for how, (name, meaning) in GROUPS.items()
        if found[how] or how != "missed"
    ]
    lists = [
        el(
            "details",
            el("summary", el("h3", f"{name} ({len(found[how])})")),
            passages(
                catalog, view, found[how], f"{name}: {count(len(found[how]), 'passage')}", strait=True, brief=True
            ),
            open=opened,
            cls="differ",
        )
        for how, (name, opened) in LISTED.items()
        if found[how]
    ]
    return el(
        "section",
        el("h2", "Told and computed", cls="h2", id="told-and-computed"),
        el("p", INTRO, cls="sub"),
        el("ul", numbers, cls="verdicts"),
        _open(catalog, view, told),
        Html("".join(lists)),
        cls="told-computed",
    )


def _open(catalog: Catalog, view: View, told: Sequence[Passing]) -> Html | None:
    """Say what sources leave open and our ways fill: directions, and channels of a strait that has several."""
    said = [channels(catalog, view, whole, told) for whole in catalog.straits.values() if len(whole.gates) > 1]
    if n := sum(passing.way is None for passing in told):
        undirected = Asked(how="told", way=NONE).number(n, view, f"{count(n, 'passage')} told")
        said.append(el("p", "No direction is told of ", undirected, "; the list says how our way goes."))
    return el("div", said, cls="sub left-open") if text(said) else None


def channels(catalog: Catalog, view: View | None, whole: Strait, told: Sequence[Passing]) -> Html:
    """Say how many of the told passages of a strait name one of its channels, and which one our ways go through."""
    own = [passing for passing in told if passing.told and passing.whole == whole.id]
    if not own:
        return Html()
    named = sum(passing.strait != whole.id for passing in own)
    crossed = Counter(passing.gate for passing in own if passing.gate)
    sources = "none names" if not named else f"{named} name"
    lists = join(
        Asked(gate, "leg").number(crossed[gate], view, f"{channel(catalog.straits[gate].row)} {crossed[gate]}")
        for gate in whole.gates
    )
    told_of = Asked(whole.id, "told").number(len(own), view, f"{count(len(own), 'passage')} told")
    about = f" for the {label(whole.row)}, {sources} the channel. Our ways through it: "
    return el("p", "Of ", told_of, about, lists, ".")
