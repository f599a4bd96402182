"""One event whole: `?id=` names it."""

from atlas.ui import event

event.show()
