"""One strait: each passage, told or computed, and what is told of its width and law."""

from atlas.ui.straits import strait

strait.show()
