"""The stops of a walk: the cover and each step, with what the map shows there and how the bar tells of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from atlas.catalog import Catalog
from atlas.ui.kept import Kept
from atlas.ui.story.verdicts import VERDICTS, many
from atlas.ui.words import days
from atlas.view import View
from atlas.view.box import Box, box_of
from atlas.view.steps import cover_of, view_of


@dataclass(frozen=True, eq=False)
class Stop:
    """One stop.

    Parameters
    ----------
    step : mapping or None
        The step; None for the cover.
    view : View
        What the map shows.
    box : Box
        The part of the earth that it shows.
    """

    step: Mapping[str, Any] | None
    view: View
    box: Box

    def state(self, catalog: Catalog) -> dict[str, Any]:
        """Give what the map is told (atlas/map/client/start.js)."""
        return self.view.map_state(catalog, fit=True) | {"box": self.box}

    def words(self, catalog: Catalog) -> str:
        """Say what the map shows: its text alternative."""
        found = catalog.where_is(self.view.selection)
        chosen = f"{found[1].get('title') or found[1]['name']}. " if found else ""
        return f"{chosen}{self.view.describe(catalog)}"

    @property
    def days(self) -> str:
        """The days shown, in words."""
        return days(self.view.start, self.view.end)


@dataclass(frozen=True, eq=False)
class Stops:
    """All stops of a story, the cover first."""

    all: tuple[Stop, ...]
    bar: Mapping[str, Any]
    """What the bar is told, but for the stop where the reader is (client/walk.js)."""


_kept: Final[Kept[Stops]] = Kept(64)


def stops(catalog: Catalog, story: Mapping[str, Any]) -> Stops:
    """Give the stops of a story; they are made once."""
    return _kept.get((catalog.version, story["id"]), lambda: _made(catalog, story))


def _made(catalog: Catalog, story: Mapping[str, Any]) -> Stops:
    cover = cover_of(story, catalog)
    places: list[Stop] = [Stop(None, cover, box_of(cover, (), catalog))]
    for step in story["steps"]:
        view = view_of(step, catalog)
        places.append(Stop(step, view, box_of(view, step["events"], catalog)))
    first = min(stop.view.start for stop in places).toordinal()
    last = max(stop.view.end for stop in places).toordinal()

    def along(day: date) -> float:
        return round((day.toordinal() - first) / max(1, last - first), 4)

    bar = {
        "story": story["id"],
        "many": many(story["steps"]),
        "stops": [
            {
                "id": stop.step["id"] if stop.step else "",
                "verdict": stop.step["verdict"] if stop.step else None,
                "say": _say(story, place, stop),
                "days": stop.days,
                "from": along(stop.view.start),
                "to": along(stop.view.end),
            }
            for place, stop in enumerate(places)
        ],
        "years": [
            [year, along(date(year, 1, 1))]
            for year in range(date.fromordinal(first).year + 1, date.fromordinal(last).year + 1)
        ],
    }
    return Stops(tuple(places), bar)


def _say(story: Mapping[str, Any], place: int, stop: Stop) -> str:
    """Give what whoever hears the page is told when the reader comes to a stop."""
    if stop.step is None:
        return f"{story['title']}: {many(story['steps'])}"
    verdict = stop.step["verdict"]
    told = f"{VERDICTS[verdict][0]}. " if verdict else ""
    return f"{place} of {len(story['steps'])}. {told}{stop.step['claim']}"
