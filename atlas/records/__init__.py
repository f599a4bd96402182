"""The records: what is kept by hand, and the door through which it comes in, where everything is checked."""

from atlas.records.check import read
from atlas.records.container import Records

__all__ = ["Records", "read"]
