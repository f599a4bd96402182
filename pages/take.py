"""What can be taken along: files, a figure, a citation, the map for another page, addresses for programs."""

from atlas.ui import take

take.show()
