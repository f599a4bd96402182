"""Told and computed crossings held against each other: what agrees, what one has and the other lacks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from atlas.build.gates import Gates
from atlas.build.locate import Located
from atlas.build.routes import Leg
from atlas.build.told import days_off, of_group, seen_in_gate, shown
from atlas.measure.geodesy import compass
from atlas.records.models_event import Event
from atlas.records.models_facts import ToldPassage

Row = dict[str, Any]


@dataclass(frozen=True)
class Agreement:
    """How far the computed crossings agree with the told ones.

    Parameters
    ----------
    rows : list of dict
        One row for each told passage and for each computed crossing that nobody tells: `id event passage date direction
        who told computed how leg remark`; `how` is `leg` or `seen in the gate`, null where it is not found.
    """

    rows: list[Row]

    @property
    def told(self) -> int:
        """How many passages sources tell."""
        return sum(row["told"] for row in self.rows)

    @property
    def found(self) -> int:
        """How many of them the legs or a sighting in the gate show."""
        return sum(row["told"] and row["computed"] for row in self.rows)

    @property
    def share(self) -> float:
        """Part of the told passages that are found, 0 to 1."""
        return self.found / self.told if self.told else 1.0

    def lines(self) -> Iterator[str]:
        """Say it: one line with the figure, then one line a difference."""
        by_leg = sum(row["told"] and row["how"] == "leg" for row in self.rows)
        yield (
            f"told crossings found: {self.found} of {self.told} ({100 * self.share:.0f} %): "
            f"{by_leg} by a leg, {self.found - by_leg} by a sighting in the gate"
        )
        for row in self.rows:
            if row["told"] and not row["computed"]:
                way = " ".join(filter(None, (row["passage"], row["date"] or "no date", row["direction"])))
                yield f"  told, not found: {row['event']}: {way}: {row['remark'] or 'not explained in the record'}"
        extra = [row for row in self.rows if not row["told"]]
        yield f"found, not told: {len(extra)}"
        for row in extra:
            yield f"  found, not told: {row['leg']}: {row['passage']} {row['direction']}"


def compare(
    events: Iterable[Event], located: Mapping[str, Sequence[Located]], legs: Mapping[str, list[Leg]], gates: Gates
) -> Agreement:
    """Hold the told passages of each event against its legs.

    Parameters
    ----------
    events : iterable of Event
        The records.
    located, legs : mapping of str to list
        Sightings and legs of each event, by its id.
    gates : Gates
        The gates.

    Returns
    -------
    Agreement
        Each computed crossing answers to one told passage at most.
    """
    rows: list[Row] = []
    for event in events:
        rows += _compared(event, located[event.id], legs[event.id], gates)
    return Agreement(rows)


def _compared(event: Event, located: Sequence[Located], legs: list[Leg], gates: Gates) -> list[Row]:
    """Compare one event: first its told passages in their order, then what is left over."""
    used: set[tuple[int, int]] = set()
    rows = []
    for told in event.passages:
        match = _match(told, legs, gates, used)
        row = {
            "event": event.id,
            "passage": told.passage,
            "date": told.date.isoformat() if told.date else None,
            "direction": told.direction,
            "who": told.who,
            "told": True,
            "computed": True,
            "how": "leg",
            "leg": None,
            "remark": told.explanation,
        }
        if match is not None:
            used.add(match)
            leg, (gate, crossing) = legs[match[0]], legs[match[0]].crossed[match[1]]
            row |= {"passage": gate, "direction": told.direction or compass(crossing.direction), "leg": leg.id}
        elif found := next((spot for spot in located if seen_in_gate(told, spot, gates)), None):
            row |= {"how": "seen in the gate", "remark": f"sighting {found.id}"}
        else:
            row |= {"computed": False, "how": None}
        rows.append(row)
    for number, leg in enumerate(legs):
        for place, (gate, crossing) in enumerate(leg.crossed):
            if (number, place) not in used:
                rows.append(_untold(leg, gate, compass(crossing.direction)))
    return [{"id": f"{event.id}-c{number:02}", **row} for number, row in enumerate(rows, 1)]


def _match(told: ToldPassage, legs: list[Leg], gates: Gates, used: set[tuple[int, int]]) -> tuple[int, int] | None:
    """Find the crossing, by number of leg and of crossing, that a told passage means."""
    own = of_group(told, legs)
    for number in sorted(own, key=lambda number: days_off(told, legs[number])):
        for place in shown(told, legs[number], gates):
            if (number, place) not in used:
                return number, place
    return None


def _untold(leg: Leg, gate: str, direction: str) -> Row:
    """Make the row of a computed crossing that nobody tells; its day is known where the leg has one day only."""
    first, last = leg.dates
    return {
        "event": leg.event,
        "passage": gate,
        "date": first.isoformat() if first and first == last else None,
        "direction": direction,
        "who": leg.who,
        "told": False,
        "computed": True,
        "how": "leg",
        "leg": leg.id,
        "remark": None,
    }
