"""The keys of a link, each told once: the reader of links knows them from here, and so does the README."""

from collections.abc import Mapping
from typing import Final

from atlas.look import DEFAULT_LAYERS, LAYERS
from atlas.view.dates import Dates
from atlas.view.filters import Filter, InSeries, Key, Kinds, States
from atlas.view.query import NONE, VERSION, dotted
from atlas.view.several import Areas, Passages, Ships
from atlas.view.sure import Basis, Joint, Sure

FILTERS: Final[tuple[type[Filter], ...]] = (Dates, Kinds, States, InSeries, Areas, Ships, Passages, Joint, Sure, Basis)
KEYS: Final[Mapping[str, Key]] = {key: told for one in FILTERS for key, told in one.keys.items()} | {
    "show": Key(f"layers switched on, any of: {', '.join(LAYERS)}; or `{NONE}`", dotted(DEFAULT_LAYERS), "seas.grid"),
    "sel": Key("what is chosen: `<layer>.<id>`", "nothing", "event.joint-sea-2012"),
    "at": Key("the map's centre and zoom: latitude, longitude, zoom", "the map fits itself", "35.10_131.60_5"),
    "v": Key("version of this table", VERSION, VERSION),
}


def link_table(keys: Mapping[str, Key] = KEYS) -> str:
    """Give keys as a table in Markdown: those of a View, or others."""
    rows = [f"| `{key}` | {told.holds} | {told.absent} | `{told.example}` |" for key, told in keys.items()]
    return "\n".join(["| key | holds | where it is absent | example |", "|---|---|---|---|", *rows])
