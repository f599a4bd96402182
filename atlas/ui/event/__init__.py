"""The page of one event: all that is known of it, how well, and from whom."""

from atlas.ui.event.page import show

__all__ = ["show"]
