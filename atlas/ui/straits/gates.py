"""The map of gates: what it is told, and the same in words."""

from collections.abc import Sequence
from typing import Any, Final

from atlas.catalog import Catalog
from atlas.catalog.straits import Strait
from atlas.catalog.tally import Tally
from atlas.look import DEFAULT_LAYERS
from atlas.ui.links import href
from atlas.ui.straits.links import PAGE
from atlas.ui.straits.words import label, toward
from atlas.ui.words import count, listed
from atlas.view import View, layer_bits

NOTE: Final = (
    "A circle's area is the number of passages told; none is smaller than that of four. Arrows say how many went each "
    "way. Gate lines are approximate. A circle leads to its strait."
)
LAYERS: Final = tuple(layer for layer in DEFAULT_LAYERS if layer in ("seas", "straits"))
MARGIN: Final = (1.2, 2.0)
"""Degrees of latitude and longitude round a gate, as far as the map of one strait reaches."""
REGION: Final = ((22.0, 118.0), (48.5, 152.5))


def state(catalog: Catalog, view: View, counted: Sequence[Tally]) -> dict[str, Any]:
    """Give what the map of all gates is told: no event, but the counts of each strait and where its circle leads.

    Parameters
    ----------
    catalog : Catalog
        Knows the straits.
    view : View
        What links keep.
    counted : sequence of Tally
        One circle each.

    Returns
    -------
    dict
        As client/start.js names it.
    """
    rows = list(catalog.layers["passages"].rows)
    told = view.map_state(catalog) | {"kinds": 0, "layers": layer_bits(LAYERS), "fit": True, "box": REGION}
    return told | {"open": href(PAGE, view), "counts": [_count(catalog, tally, rows) for tally in counted]}


def _count(catalog: Catalog, tally: Tally, rows: Sequence[str]) -> dict[str, Any]:
    strait = catalog.straits[tally.strait]
    return {
        "id": strait.id,
        "passage": [rows.index(gate) for gate in strait.gates],
        "n": tally.all,
        "ways": [[round(way.direction), n] for way, n in zip(strait.ways, tally.ways, strict=False)],
        "lines": _lines(strait, tally),
    }


def _lines(strait: Strait, tally: Tally) -> list[str]:
    """Say what a circle shows: the strait, how many passages, and how many each way."""
    air = f", {tally.aircraft} by aircraft" if tally.aircraft else ""
    ways = [f"{n} {toward(way)}" for way, n in zip(strait.ways, tally.ways, strict=False) if n]
    unknown = [f"{tally.no_way} with no direction told"] if tally.no_way else []
    return [label(strait.row), f"{count(tally.all, 'passage')} told{air}", *ways, *unknown]


def said(catalog: Catalog, counted: Sequence[Tally]) -> str:
    """Say what the map shows."""
    straits = [f"{label(catalog.straits[tally.strait].row)} {tally.all}" for tally in counted]
    return f"Map of straits by passages told: {listed(straits)}."


def box(strait: Strait) -> list[list[float]] | None:
    """Give the corners of the map of one strait: its gates with what lies around them; None without a gate."""
    points = [point for gate in strait.gates.values() for point in gate]
    if not points:
        return None
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return [
        [min(lats) - MARGIN[0], min(lons) - MARGIN[1]],
        [max(lats) + MARGIN[0], max(lons) + MARGIN[1]],
    ]
