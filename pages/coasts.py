"""Closest approach: how close, to which coast, with what error; and in whose zones."""

from atlas.ui import coasts, listing
from atlas.ui.coasts.asked import odd
from atlas.ui.coasts.lists import COLUMNS

listing.show(coasts.lay, COLUMNS, odd)
