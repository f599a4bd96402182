"""The map as a table: every event that the filters leave."""

from atlas.ui import events, listing

listing.show(events.lay, events.COLUMNS, events.odd, events.among)
