"""The list of sightings that a number elsewhere leads to."""

from atlas.ui import listing
from atlas.ui.lists import sightings

listing.show(sightings.lay, sightings.COLUMNS, sightings.odd)
