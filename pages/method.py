"""Data and method: what is counted, how it is computed, how good it is, and where to say that it is wrong."""

from atlas.ui import method

method.show()
