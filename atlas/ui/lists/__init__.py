"""The lists behind the counts: what is no page of the header, but what a number in the atlas leads to."""

from collections.abc import Mapping
from typing import Final

from atlas.ui.later import stands

FIRST: Final = 60
"""Rows that come with the first screen of a long list; it fills two large ones."""


def most(own: Mapping[str, str]) -> int | None:
    """Give how many rows come now: all once the page stands, or where the address asks for a search or an order."""
    return None if stands() or own.get("q") or own.get("sort") else FIRST
