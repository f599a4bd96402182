"""The catalog: the built layers, read once per process and shared by every session."""

import gc
import os
from pathlib import Path
from threading import Lock
from typing import Final

from atlas.catalog.catalog import SELECTABLE, Catalog, Choice
from atlas.catalog.columns import EventColumns
from atlas.catalog.edition import Edition
from atlas.catalog.facts import Facts

__all__ = [
    "SELECTABLE",
    "Catalog",
    "Choice",
    "Edition",
    "EventColumns",
    "Facts",
    "default_catalog",
    "layers_folder",
]

LAYERS: Final = "ATLAS_LAYERS"
YOUNG: Final = 10_000  # new objects before garbage is looked for: Python's 700 is every other run of a page, 1 ms each
_lock = Lock()
_loaded: dict[str | None, Catalog] = {}


def layers_folder() -> Path:
    """Give the folder of built layers: `ATLAS_LAYERS` where set, else geodata/layers/ of this checkout."""
    return Path(os.environ.get(LAYERS) or Path(__file__).parents[2] / "geodata" / "layers")


def default_catalog() -> Catalog:
    """Give the catalog of this process: the first caller loads it, the others wait; errors as of `Catalog.load`."""
    asked = os.environ.get(LAYERS)  # a path would be made anew at each of many calls
    with _lock:
        if asked not in _loaded:
            _loaded[asked] = Catalog.load(layers_folder())
            gc.collect()
            gc.freeze()  # the facts live as long as the process: later collections need not walk them
            gc.set_threshold(YOUNG)
        return _loaded[asked]
