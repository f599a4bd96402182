"""The register of ships."""

from atlas.ui import listing, ships

listing.show(ships.lay, ships.COLUMNS)
