"""The list of sources that a number elsewhere leads to."""

from atlas.ui import listing
from atlas.ui.lists import sources

listing.show(sources.lay, sources.COLUMNS, sources.odd)
