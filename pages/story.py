"""The page about the article of July 2023."""

from atlas.catalog import default_catalog
from atlas.ui import story

story.show(default_catalog())
