"""The stories: claims about what happened, held against the records."""

from atlas.ui import story

story.show()
