"""All straits: which were passed, how often, when and which way."""

from atlas.ui import listing
from atlas.ui.straits import overview

listing.show(overview.lay)
