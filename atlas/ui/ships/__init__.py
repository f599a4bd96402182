"""The pages of ships: the register of all of them, and the history of one."""

from atlas.ui.ships.page import show
from atlas.ui.ships.register import COLUMNS, lay

__all__ = ["COLUMNS", "lay", "show"]
