"""The records: what is kept by hand, and the door through which it comes in, where everything is checked."""

from atlas.records.container import Records
from atlas.records.reader import read

__all__ = ["Records", "read"]
