"""The ships of the register, each with its history: events that name it, straits passed, ships named beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from atlas.catalog import Catalog, Facts
from atlas.catalog.passings import Passing
from atlas.spelling import findable, finds


@dataclass(frozen=True)
class History:
    """What the records tell of one ship.

    Parameters
    ----------
    ship : Facts
        Its row in the register.
    events : tuple of Facts
        Those that name it among their units, in order of time.
    beside : dict of str to tuple of Facts
        Ids of the other ships named in these events, and the events they share: the most first, then by name.
    passed, about : tuple of Passing
        Passages of straits in these events, in order of time: those whose words for the group name the ship, and those
        of groups that it may have been in, or not.
    """

    ship: Facts
    events: tuple[Facts, ...]
    beside: Mapping[str, tuple[Facts, ...]]
    passed: tuple[Passing, ...]
    about: tuple[Passing, ...]

    @property
    def first(self) -> Facts | None:
        """The event that began first."""
        return self.events[0] if self.events else None

    @property
    def last(self) -> Facts | None:
        """The event that ended last."""
        return max(self.events, key=lambda row: row["end"], default=None)

    def note(self, event: str) -> Facts | None:
        """Give the row in which an event names the ship: note and sources."""
        rows = next((row["units"] for row in self.events if row["id"] == event), ())
        return next((row for row in rows if row.get("ship") == self.ship["id"]), None)


@lru_cache(maxsize=16)
def crews(catalog: Catalog) -> Mapping[str, tuple[Facts, ...]]:
    """Give the events that name each ship among their units, in order of time; ships that none names are left out."""
    found: dict[str, list[Facts]] = {}
    events = sorted(catalog.layers["events"].rows.values(), key=lambda row: (row["start"], row["end"], row["id"]))
    for event in events:
        for ship in dict.fromkeys(unit.get("ship") for unit in event.get("units") or ()):
            if ship in catalog.ships:
                found.setdefault(ship, []).append(event)
    return {ship: tuple(rows) for ship, rows in found.items()}


@lru_cache(maxsize=1024)
def history(catalog: Catalog, ship: str) -> History:
    """Give the history of a ship; raise KeyError if there is none of that id."""
    row = catalog.ships[ship]
    events = crews(catalog).get(ship, ())
    passings = [(one, names(one.who, row)) for one in _passings(catalog, events)]
    return History(
        row,
        events,
        _beside(catalog, ship, events),
        tuple(one for one, named in passings if named),
        tuple(one for one, named in passings if not named),
    )


def _beside(catalog: Catalog, ship: str, events: tuple[Facts, ...]) -> Mapping[str, tuple[Facts, ...]]:
    found: dict[str, list[Facts]] = {}
    for event in events:
        for other in dict.fromkeys(unit.get("ship") for unit in event["units"]):
            if other != ship and other in catalog.ships:
                found.setdefault(other, []).append(event)
    order = sorted(found, key=lambda other: (-len(found[other]), catalog.ships[other]["name"], other))
    return {other: tuple(found[other]) for other in order}


def _passings(catalog: Catalog, events: tuple[Facts, ...]) -> list[Passing]:
    starts = {event["id"]: event["start"] for event in events}
    found = [one for one in catalog.passings if one.event in starts]
    return sorted(found, key=lambda one: (one.last or one.first or starts[one.event], one.id))


def names(words: str | None, ship: Mapping[str, object]) -> bool:
    """Say whether some words name a ship, in any spelling of its names."""
    aliases = ship.get("aliases")
    spellings = [str(ship["name"]), *(str(one) for one in (aliases if isinstance(aliases, tuple | list) else ()))]
    return bool(words) and any(finds(name, findable([words])) for name in spellings)
