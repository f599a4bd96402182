"""Routes to legs: the sightings of one group, joined two by two in their order."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from atlas.build.gates import Gates
from atlas.build.locate import Located
from atlas.build.router import Router
from atlas.errors import BuildError
from atlas.measure.crossings import Crossing
from atlas.measure.geodesy import LonLat, geodesic, length_km, run_on
from atlas.measure.speeds import hours_between
from atlas.records.models_event import Event


@dataclass(frozen=True)
class Leg:
    """The way from one drawable sighting of a group to the next.

    Parameters
    ----------
    id : str
        `<route>-l01` by its place in the route.
    event, route, who : str
        Ids of event and route; which ships or aircraft.
    order : int
        Place in the route, from 1.
    start, end : Located
        Its two sightings.
    skipped : tuple of Located
        Sightings of the route between them that cannot be drawn: the real way led by them.
    line : list of (longitude, latitude)
        Degrees, unwrapped at the antimeridian; two equal points where both sightings have one position.
    air : bool
        Whether it is flown.
    crossed : list of (passage, Crossing)
        Gates it crosses, in its order.
    gap : (from, to) or None
        Kilometres from its start between which nobody knows the way, so that it has no line there; see `overland`.
    """

    id: str
    event: str
    route: str
    who: str
    order: int
    start: Located
    end: Located
    skipped: tuple[Located, ...]
    line: list[LonLat]
    air: bool
    crossed: list[tuple[str, Crossing]]
    gap: tuple[float, float] | None = None

    @property
    def told(self) -> bool:
        """Whether a source tells this way: one end is told as a part of the way, and is not inferred."""
        return any(end.sighting.role == "waypoint" and end.basis != "inferred" for end in (self.start, self.end))

    @property
    def dates(self) -> tuple[date | None, date | None]:
        """Day on which the group left the first sighting, and day of the second; None where not told."""
        return self.start.sighting.date_end or self.start.sighting.date, self.end.sighting.date

    @property
    def km(self) -> float:
        """Length in kilometres."""
        return length_km(self.line)

    @property
    def hours(self) -> float | None:
        """Hours between its sightings; None where the days are not known, or where a way round is left out."""
        left, reached = self.dates
        if self.skipped or left is None or reached is None or not (_dated(self.start) and _dated(self.end)):
            return None
        stayed = self.start.sighting.date_end is not None
        return hours_between((left, None if stayed else self.start.sighting.time), (reached, self.end.sighting.time))


@dataclass(frozen=True)
class LegMaker:
    """What makes legs.

    Parameters
    ----------
    gates : Gates
        Gates that legs may cross.
    router : Router
        Finds the way of ships; aircraft fly the geodesic.
    """

    gates: Gates
    router: Router

    def legs_of(self, event: Event, located: list[Located]) -> list[Leg]:
        """Make the legs of all routes of an event, the shortest way each.

        Parameters
        ----------
        event : Event
            The record.
        located : list of Located
            All its sightings.

        Returns
        -------
        list of Leg
            In the order of routes and sightings.

        Raises
        ------
        BuildError
            Where no water joins two sightings; names them.
        """
        legs = []
        for route in event.routes:
            stops = sorted((s for s in located if s.sighting.route == route.id), key=lambda s: s.sighting.order or 0)
            drawn = [number for number, stop in enumerate(stops) if stop.drawable]
            for order, (here, there) in enumerate(pairwise(drawn), 1):
                leg = Leg(
                    id=f"{route.id}-l{order:02}",
                    event=event.id,
                    route=route.id,
                    who=route.who,
                    order=order,
                    start=stops[here],
                    end=stops[there],
                    skipped=tuple(stops[here + 1 : there]),
                    line=[],
                    air=event.kind == "air-patrol",
                    crossed=[],
                )
                legs.append(self.led(leg, []))
        return legs

    def led(self, leg: Leg, through: list[LonLat]) -> Leg:
        """Give a leg its line, through some points between its ends.

        Raises
        ------
        BuildError
            Where no water joins its sightings; names them.
        """
        points = [leg.start.point, *through, leg.end.point]
        try:
            line = _flown(points) if leg.air else self.router(points, None) if len({*points}) > 1 else points
        except BuildError as error:
            raise BuildError(f"{leg.start.id} to {leg.end.id}: {error}") from error
        return self._with(leg, line)

    def led_off(self, leg: Leg, points: list[LonLat], gate: str, *, leaves: bool) -> Leg | None:
        """Give a leg a line through some points that does not come back through a gate; None where there is none.

        For ships the gate is a wall, but for the piece to the point beyond it: the first of two pieces if the leg
        leaves the strait, else the last.
        """
        if leg.air:
            return self.led(leg, points[1:-1])
        pieces = list(pairwise(points))
        free = None if len(pieces) == 1 else 0 if leaves else len(pieces) - 1
        line: list[LonLat] = []
        try:
            for number, piece in enumerate(pieces):
                way = run_on(
                    [*line[-1:], *self.router(list(piece), None if number == free else self.gates.lines[gate])]
                )
                line += way[1:] if line else way
        except BuildError:
            return None
        return self._with(leg, [point for number, point in enumerate(line) if not number or point != line[number - 1]])

    def _with(self, leg: Leg, line: list[LonLat]) -> Leg:
        """Give a leg a line and the gates that it crosses."""
        return replace(leg, line=line, crossed=self.gates.crossed(line))


def _flown(points: list[LonLat]) -> list[LonLat]:
    """Give the geodesics through some points."""
    line = points[:1]
    for here, there in pairwise(points):
        line += run_on([line[-1], *geodesic(here, there)[1:]])[1:]
    return line


def _dated(located: Located) -> bool:
    """Tell whether a sighting's day is the day it happened, not a stand-in."""
    return located.sighting.date_precision == "day"
