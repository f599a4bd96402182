"""Legs led the way sources tell: through a told strait, and out of a strait on the side where the group was heading."""

from dataclasses import dataclass
from typing import Final

from atlas.build.gates import Gates
from atlas.build.routes import Leg, LegMaker
from atlas.build.told import days_off, of_group, seen_in_gate, shown, within
from atlas.errors import BuildError
from atlas.measure.geodesy import GEOD, LonLat, apart, length_km, point_along
from atlas.records.models_facts import ToldPassage
from atlas.vocabulary import BEARINGS

_BEYOND_KM: Final = (15, 60, 120, 240)
_CLEAR_KM: Final = 10
_LOOK_KM: Final = 40
_MOST_ROUND: Final = 1.5


def lead(told: ToldPassage, legs: list[Leg], maker: LegMaker) -> None:
    """Lead the legs of an event as one told passage asks; legs that agree with it stay as they are.

    Parameters
    ----------
    told : ToldPassage
        The passage.
    legs : list of Leg
        All legs of the event; those that are led otherwise are replaced in place.
    maker : LegMaker
        What made them.

    Notes
    -----
    A sighting in the strait itself may by its blur lie on either side of the gate. If a direction is told, the leg that
    ends there comes from before the gate, and the leg that starts there leaves behind it and does not come back through
    it (unless that is half as far again or more: then they did come back, though nobody tells it). Otherwise, where no
    leg of the group shows the passage, the one whose days hold the told day goes through the middle of the gate.
    """
    own = of_group(told, legs)
    at_gate = False
    for number in own:
        for leaves, end in ((True, legs[number].start), (False, legs[number].end)):
            if seen_in_gate(told, end, maker.gates):
                at_gate = True
                legs[number] = _on_the_told_side(told, legs[number], maker, leaves=leaves)
    if not at_gate and not any(shown(told, legs[number], maker.gates) for number in own):
        _through(told, legs, own, maker)


@dataclass(frozen=True)
class _Side:
    """The side of a gate on which a leg that starts or ends in the strait should lie."""

    gate: str
    gates: Gates
    toward: float
    leaves: bool

    def km_beyond(self, point: LonLat) -> float:
        """Measure how far a point lies on that side; negative on the other."""
        return self.gates.km_beyond(self.gate, point, self.toward)

    def holds(self, leg: Leg) -> bool:
        """Tell whether a leg crosses the gate the told way on balance, or does not cross it and lies on that side."""
        crossed = [crossing for name, crossing in leg.crossed if name == self.gate]
        ahead = self.toward if self.leaves else self.toward + 180
        balance = sum(1 if apart(crossing.direction, ahead) < 90 else -1 for crossing in crossed)
        reach = min(max(_LOOK_KM, length_km(self.gates.lines[self.gate]) / 2), leg.km)
        away = point_along(leg.line, reach if self.leaves else leg.km - reach)
        return balance > 0 or (not crossed and self.km_beyond(away) > -_CLEAR_KM)


def _on_the_told_side(told: ToldPassage, leg: Leg, maker: LegMaker, *, leaves: bool) -> Leg:
    """Lead a leg that starts or ends in a strait so that it leaves behind the gate or comes from before it."""
    if told.direction is None or leg.start.point == leg.end.point:
        return leg
    spot, far = (leg.start.point, leg.end.point) if leaves else (leg.end.point, leg.start.point)
    gate = min(maker.gates.parts[told.passage], key=lambda name: maker.gates.km_from(name, spot))
    course = BEARINGS.index(told.direction) * 22.5
    toward = min(maker.gates.across(gate), key=lambda square: apart(square, course)) + (0 if leaves else 180)
    side = _Side(gate, maker.gates, toward, leaves)
    if side.holds(leg):
        return leg
    for reach in _BEYOND_KM if leg.air else _BEYOND_KM[:1]:
        lon, lat, _ = GEOD.fwd(*maker.gates.middle(gate), toward, reach * 1000)
        ends = [spot, far] if side.km_beyond(spot) > _CLEAR_KM else [spot, (float(lon), float(lat)), far]
        way = maker.led_off(leg, ends if leaves else ends[::-1], gate, leaves=leaves)
        if way is not None and way.km < _MOST_ROUND * leg.km + 2 * reach and side.holds(way):
            return way
    return leg


def _through(told: ToldPassage, legs: list[Leg], own: list[int], maker: LegMaker) -> None:
    """Lead the leg whose days hold the told day through the told strait, by its shorter gate if it has two."""
    if told.date is None:
        return
    for number in sorted(own, key=lambda number: days_off(told, legs[number])):
        leg = legs[number]
        if None in leg.dates or leg.start.point == leg.end.point or not within(told.date, *leg.dates):
            continue
        ways = []
        for gate in maker.gates.parts[told.passage]:
            try:
                ways.append(maker.led(leg, [maker.gates.middle(gate)]))
            except BuildError:
                continue  # no water leads there: the agreement will tell that the passage is not found
        if through := [way for way in ways if shown(told, way, maker.gates)]:
            legs[number] = min(through, key=lambda way: way.km)
            return
