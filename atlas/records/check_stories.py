"""Stories: each step can be told apart and has something to show, and a contradicted claim shows both sides."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from atlas.errors import Problem
from atlas.records.container import Loaded, Records
from atlas.records.models_story import Step, StepView
from atlas.records.problems import did_you_mean
from atlas.records.walk import Found, home_of

_TABLES: Final = {"event": "events", "place": "places", "passage": "passages", "zone": "zones", "sea": "seas"}


def check_stories(loaded: Loaded) -> Iterator[Problem]:
    """Report what is wrong inside a story, step by step."""
    for story in loaded.records.stories.values():
        ids = Counter(step.id for step in story.steps)
        cover = Found(home_of("stories", story.id), story.id, "", story)
        yield from _chosen(cover, story.map, loaded)
        yield from _days(cover, story.map, story.map.sel, loaded.records)
        for number, step in enumerate(story.steps, 1):
            found = Found(home_of("stories", story.id), story.id, f"steps[{number}]", step)
            if ids[step.id] > 1:
                yield found.problem("id", step.id, "each id once in a story", "give this step another id")
            if not step.events and not step.places and not step.map.model_fields_set:
                todo = "say what there is to see"
                yield found.problem("map", "missing", "events, places or what the map shows", todo)
            only = f"event.{step.events[0]}" if len(step.events) == 1 else None
            yield from _evidence(found, step)
            yield from _chosen(found, step.map, loaded)
            yield from _days(found, step.map, step.map.sel or only, loaded.records)


def _evidence(found: Found, step: Step) -> Iterator[Problem]:
    """Check that a contradicted claim shows both sides, and that what speaks stands among the step's sources."""
    sides = {"evidence_for": step.evidence_for, "evidence_against": step.evidence_against}
    for field, rows in sides.items():
        if step.verdict == "contradicted" and not rows:
            todo = "add what the sources on this side tell"
            yield found.problem(field, "missing", "both sides of a contradicted claim", todo)
        told = {source for row in rows for source in row.sources}
        for source in sorted(told - set(step.sources)):
            yield found.problem("sources", f"without {source}", "all sources of the step's evidence", "add it")


def _chosen(found: Found, shown: StepView, loaded: Loaded) -> Iterator[Problem]:
    """Check that what is chosen on the map stands in the atlas."""
    if shown.sel is None:
        return
    layer, _, name = shown.sel.partition(".")
    table = _TABLES[layer]
    if name not in loaded.known[table] and table not in loaded.unread:
        todo = did_you_mean(name, loaded.known[table]) or f"add it to {home_of(table)}"
        yield found.problem("map.sel", shown.sel, f"{layer}. and an id of {home_of(table)}", todo)


def _days(found: Found, shown: StepView, chosen: str | None, records: Records) -> Iterator[Problem]:
    """Check that the days run forward, and that the event chosen is on one of them."""
    first, last = shown.from_, shown.to
    if first and last and last < first:
        allowed = f"{first} (the first day shown) or later"
        yield found.problem("map.to", str(last), allowed, "swap or correct the two")
        return
    event = records.events.get((chosen or "").removeprefix("event."))
    if event is None:
        return
    if last and event.start > last:
        yield found.problem("map.to", str(last), f"{event.start}, the first day of {event.id}, or later", "correct it")
    if first and event.end < first:
        yield found.problem("map.from", str(first), f"{event.end}, the last day of {event.id}, or before", "correct it")
