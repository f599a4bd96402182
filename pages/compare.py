"""Two views side by side."""

from atlas.ui import compare

compare.show()
