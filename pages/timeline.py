"""The events in time."""

from atlas.ui import listing, timeline

listing.show(timeline.lay)
