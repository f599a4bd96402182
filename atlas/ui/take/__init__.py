"""What can be taken along: files, a figure, a citation, the map for another page, addresses for programs."""

from atlas.ui.take.page import show

__all__ = ["show"]
