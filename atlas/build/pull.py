"""Ways over a grid pulled straight, as a string is pulled taut around capes: grids bend by 45 degrees, ships do not."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from atlas.measure.geodesy import LonLat, geodesic, length_km

Cost = Callable[[LonLat, LonLat], float]

_ROUNDS: Final = 12
_SETTLED: Final = 0.0005
_HALVINGS: Final = 6
_JOINT_KM: Final = 15
_SLIDES: Final = (0.5, 0.25, 0.06)


def pull(path: list[LonLat], cost: Cost) -> list[LonLat]:
    """Straighten a way.

    Parameters
    ----------
    path : list of (longitude, latitude)
        A way whose every step has a finite cost, unwrapped at the antimeridian.
    cost : callable
        What the straight line between two points costs, infinite where it is barred.

    Returns
    -------
    list of (longitude, latitude)
        The same ends and as few points between as are needed; no step is barred, and it costs no more than `path`.

    Notes
    -----
    First leap to the farthest point that the straight line reaches more cheaply than the path does; then, until nothing
    more is gained, put joints into long pieces (one wedged in a strait at one end could else not move at the other),
    cut off corners, move points, and leave out points.
    """
    priced = cache(cost)
    line = _leap(path, priced)
    total = _total(line, priced)
    for _ in range(_ROUNDS):
        line = _drop(_move(_cut(_jointed(line), priced), priced), priced)
        before, total = total, _total(line, priced)
        if before - total <= _SETTLED * total:
            break
    return line


def _total(line: list[LonLat], cost: Cost) -> float:
    """Add up what the steps of a line cost."""
    return sum(cost(here, there) for here, there in pairwise(line))


def _leap(path: list[LonLat], cost: Cost) -> list[LonLat]:
    """Keep a point, go on to a far later one to which a straight line costs no more than the path."""
    spent = [0.0]
    for here, there in pairwise(path):
        spent.append(spent[-1] + cost(here, there))
    kept, at = [path[0]], 0
    while at < len(path) - 1:
        reached, step = at + 1, len(path) - 1 - at
        while step:
            ahead = reached + step
            if ahead < len(path) and cost(path[at], path[ahead]) <= spent[ahead] - spent[at]:
                reached = ahead
            else:
                step //= 2
        kept.append(path[reached])
        at = reached
    return kept


def _jointed(line: list[LonLat]) -> list[LonLat]:
    """Put up to three points into each long piece, on the geodesic."""
    jointed = line[:1]
    for here, there in pairwise(line):
        jointed += geodesic(here, there, max(length_km([here, there]) / 4 + 0.001, _JOINT_KM))[1:]
    return jointed


def _cut(line: list[LonLat], cost: Cost) -> list[LonLat]:
    """Cut off each corner as far as that pays."""
    result = [line[0]]
    for corner, after in pairwise(line[1:]):
        before = result[-1]
        least, best = cost(before, corner) + cost(corner, after), [corner]
        for part in _halves():
            pair = [_between(corner, before, part), _between(corner, after, part)]
            price = _total([before, *pair, after], cost)
            if price < least:
                least, best = price, pair
        result += best
    return [*result, line[-1]] if len(line) > 1 else line


def _move(line: list[LonLat], cost: Cost) -> list[LonLat]:
    """Move each inner point, towards the straight line between its neighbours or along to one of them, if that pays."""
    result = list(line)
    for number in range(1, len(result) - 1):
        before, here, after = result[number - 1 : number + 2]
        foot = _foot(here, before, after)
        choices = [here, *(_between(here, foot, part) for part in _halves())]
        choices += [_between(here, end, part) for end in (before, after) for part in _SLIDES]
        result[number] = min(choices, key=lambda point: _total([before, point, after], cost))
    return result


def _drop(line: list[LonLat], cost: Cost) -> list[LonLat]:
    """Leave out points that save next to nothing."""
    result = list(line)
    number = 1
    while number < len(result) - 1:
        before, here, after = result[number - 1 : number + 2]
        if cost(before, after) <= _total([before, here, after], cost) * (1 + _SETTLED / 5):
            del result[number]
        else:
            number += 1
    return result


def _halves() -> Iterator[float]:
    """Give 1, 1/2, 1/4 and so on."""
    for power in range(_HALVINGS):
        yield 0.5**power


def _between(start: LonLat, end: LonLat, part: float) -> LonLat:
    """Give the point a part of the way from one point to another."""
    return start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])


def _foot(point: LonLat, start: LonLat, end: LonLat) -> LonLat:
    """Give the point of a straight line that is closest to another point, in degrees."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    along = (point[0] - start[0]) * dx + (point[1] - start[1]) * dy
    return _between(start, end, min(max(along / (dx * dx + dy * dy or 1), 0), 1))
