"""What a step of a story shows: the view that its file tells, and for the rest the days and the place of its events."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Final

from atlas.catalog import Catalog
from atlas.look import DEFAULT_LAYERS
from atlas.view import View
from atlas.view.query import dotted

LAYERS_SHOWN: Final = tuple(layer for layer in DEFAULT_LAYERS if layer != "zones")
"""Air zones would draw the eye from what most steps are about; those that speak of one switch them on."""
MARGIN: Final = timedelta(days=10)
"""So many days are shown before the first and after the last of a step's events."""


def view_of(step: Mapping[str, Any], catalog: Catalog) -> View:
    """Give what the map shows at a step.

    Parameters
    ----------
    step : mapping
        A row of `steps` of a story.
    catalog : Catalog
        Knows the events and places.

    Returns
    -------
    View
        What `map` of the step says, by the keys of a link. Where it names no days those of the step's events, with
        `MARGIN` around; where it chooses nothing the only event, or the only place where there is no event.
    """
    return _view(step, step["events"], _choice(step), catalog)


def cover_of(story: Mapping[str, Any], catalog: Catalog) -> View:
    """Give what the map shows before the first step: what the story says, else the days of the events of all steps."""
    return _view(story, {name for step in story["steps"] for name in step["events"]}, {}, catalog)


def _view(row: Mapping[str, Any], events: Iterable[str], choice: dict[str, str], catalog: Catalog) -> View:
    told = {key: dotted(value) if isinstance(value, tuple) else str(value) for key, value in row["map"].items()}
    pairs = {"show": dotted(LAYERS_SHOWN)} | _days(events, catalog) | choice | told
    return View.from_query({key: (value,) for key, value in pairs.items()}, catalog)[0]


def _days(names: Iterable[str], catalog: Catalog) -> dict[str, str]:
    events = [found[1] for name in names if (found := catalog.where_is(f"event.{name}"))]
    if not events:
        return {}
    first, last = catalog.span
    start = min(date.fromisoformat(event["start"]) for event in events) - MARGIN
    end = max(date.fromisoformat(event["end"]) for event in events) + MARGIN
    return {"from": max(start, first).isoformat(), "to": min(end, last).isoformat()}


def _choice(step: Mapping[str, Any]) -> dict[str, str]:
    events, places = step["events"], step["places"]
    if len(events) == 1:
        return {"sel": f"event.{events[0]}"}
    return {"sel": f"place.{places[0]}"} if len(places) == 1 and not events else {}
