"""The two views in the address, and what writes to one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

import streamlit as st

from atlas.catalog import Catalog, default_catalog
from atlas.ui import address, bridge
from atlas.view import View
from atlas.view.pair import SHARED, Pair


def read() -> tuple[Pair, list[str]]:
    """Give both views of the address, and one sentence for each thing in it that was ignored."""
    held = tuple((key, tuple(values)) for key, values in address.pairs().items())
    pair, notices = _read(held, default_catalog())
    return pair, list(notices)


@lru_cache(maxsize=256)
def _read(pairs: tuple[tuple[str, tuple[str, ...]], ...], catalog: Catalog) -> tuple[Pair, tuple[str, ...]]:
    pair, notices = Pair.from_query(dict(pairs), catalog)
    return pair, tuple(notices)


def write(pair: Pair) -> None:
    """Write both views to the address, as one step of the browser's history; nothing where they stand there already."""
    address.put(address.pairs(), pair.to_query())


def mend(_: Sequence[str] = ()) -> None:
    """Write what could be read, so that what could not leaves the address; this page keeps nothing else there."""
    write(read()[0])


def close() -> None:
    """Select nothing; the maps stay where they are."""
    st.session_state[address.FIT] = False
    pair, _ = read()
    write(Pair(replace(pair.first, selection=None), pair.second))


@dataclass(frozen=True)
class Side(address.Side):
    """One of the two views.

    Parameters
    ----------
    name : str
        `a` or `b`: parts its map and its widgets from the other's.
    """

    @property
    def letter(self) -> str:
        """How the page calls it."""
        return self.name.upper()

    def of(self, pair: Pair) -> View:
        """Give its view."""
        return pair.second if self is SECOND else pair.first

    def put(self, pair: Pair, view: View) -> Pair:
        """Give the pair with another view on this side; layers, selection and place become those of both."""
        if self is not SECOND:
            return Pair(view, pair.second)
        shared = {name: getattr(view, name) for name in SHARED}
        return Pair(replace(pair.first, **shared), view)

    def change(self, **fields: Any) -> None:
        """Write its view with some fields changed."""
        pair, _ = read()
        write(self.put(pair, replace(self.of(pair), **fields)))

    def did(self, told: Mapping[str, Any]) -> None:
        """Write what the reader did on its map, its strip of time or its list of kinds; trusted in nothing."""
        pair, _ = read()
        wanted = bridge.changed(self.of(pair), told, default_catalog())
        if wanted is not None:
            st.session_state[address.FIT] = False
            write(self.put(pair, wanted))


FIRST: Final = Side("a")
SECOND: Final = Side("b")
BOTH: Final = (FIRST, SECOND)
