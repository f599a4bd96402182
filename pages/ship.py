"""One ship whole: `?id=` names it."""

from atlas.ui import ships

ships.show()
