"""How close the sightings and legs of a view came to the coasts, and in which zones they lie, as the build measured."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import numpy as np

from atlas.catalog import Catalog, Choice

Row = Mapping[str, Any]
Layer = Literal["sighting", "leg"]


@dataclass(frozen=True)
class Near:
    """How close one sighting or leg came to one coast.

    Parameters
    ----------
    layer : str
        sighting or leg.
    row : mapping
        Its properties.
    coast : str
        Id of the coast.
    km, error_km : float
        Least geodesic distance, and how far it may be off.
    """

    layer: Layer
    row: Row
    coast: str
    km: float
    error_km: float

    @property
    def least_km(self) -> float:
        """Least distance that the error leaves room for; never below 0."""
        return max(0.0, self.km - self.error_km)

    @property
    def most_km(self) -> float:
        """Greatest distance that the error leaves room for: it came at least this close."""
        return self.km + self.error_km


@dataclass(frozen=True)
class Lies:
    """How one sighting or leg lies to one zone; see `atlas.measure.zones` for the words."""

    layer: Layer
    row: Row
    zone: str
    where: str
    why: str | None
    km: float


@dataclass(frozen=True)
class Nearby:
    """Everything that was measured under a view, each list in its order of rank.

    Parameters
    ----------
    coasts : mapping of str to tuple of Near
        By coast: those first that surely came closest.
    zones : mapping of str to tuple of Lies
        By zone: inside first, then partly, unclear, outside; within each the latest first.
    flights : tuple of mapping
        Legs of flights, whose line nobody knows, so that only their sightings are measured; the latest first.
    unmeasured : tuple of mapping
        Sightings that are too vague to draw or on land; the latest first.
    """

    coasts: Mapping[str, tuple[Near, ...]]
    zones: Mapping[str, tuple[Lies, ...]]
    flights: tuple[Row, ...]
    unmeasured: tuple[Row, ...]


def nearby(catalog: Catalog, view: Choice) -> Nearby:
    """Give what was measured of the events that a view shows.

    Parameters
    ----------
    catalog : Catalog
        The built layers.
    view : Choice
        Chooses the events; their sightings and legs are taken whole.
    """
    return _of(catalog, view.mask(catalog.columns).tobytes())


def surely(near: Near) -> tuple[float, float, str]:
    """Give the key by which closeness is ranked: by the greatest distance that the error leaves room for.

    A vague position would lead any list by its mere distance: somewhere in a sea may be close to every coast of it.
    """
    return near.most_km, near.km, near.row["id"]


@lru_cache(maxsize=64)
def _of(catalog: Catalog, mask: bytes) -> Nearby:
    chosen = np.frombuffer(mask, dtype=np.bool_)
    events = {name for name, shown in zip(catalog.layers["events"].rows, chosen, strict=True) if shown}
    rows = [(layer, row) for layer, row in _rows(catalog) if row["event"] in events]
    near = sorted((one for layer, row in rows for one in _near(layer, row)), key=surely)
    lies = [one for layer, row in rows for one in _lies(layer, row)]
    lies.sort(key=lambda one: _day(one.row), reverse=True)
    lies.sort(key=lambda one: _ORDER.index(one.where) if one.where in _ORDER else len(_ORDER))
    rest = sorted(
        ((layer, row) for layer, row in rows if row.get("closest") is None), key=lambda one: _day(one[1]), reverse=True
    )
    return Nearby(
        {name: tuple(one for one in near if one.coast == name) for name in measured(catalog)},
        {name: tuple(one for one in lies if one.zone == name) for name in catalog.layers["zones"].rows},
        tuple(row for layer, row in rest if layer == "leg"),
        tuple(row for layer, row in rest if layer == "sighting"),
    )


_ORDER = ("inside", "partly", "unclear", "outside")


def measured(catalog: Catalog) -> dict[str, Row]:
    """Give the coasts to which distances are told, by id, in the order of the register."""
    return {name: row for name, row in catalog.coasts.items() if row["kind"] != "landward"}


def _rows(catalog: Catalog) -> Iterator[tuple[Layer, Row]]:
    for row in catalog.layers["sightings"].rows.values():
        yield "sighting", row
    for row in catalog.layers["routes"].rows.values():
        yield "leg", row


def _near(layer: Layer, row: Row) -> Iterator[Near]:
    for told in row.get("closest") or ():
        yield Near(layer, row, told["coast"], told["km"], told["error_km"])


def _lies(layer: Layer, row: Row) -> Iterator[Lies]:
    for told in row.get("zones") or ():
        yield Lies(layer, row, told["zone"], told["where"], told["why"], told["km"])


def _day(row: Row) -> str:
    return row.get("date") or row.get("to_date") or row.get("from_date") or ""
