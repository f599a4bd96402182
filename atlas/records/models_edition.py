"""The model of an edition: one version of the data."""

from typing import Annotated

from pydantic import StringConstraints

from atlas.records.fields import Day, Row, Text

Version = Annotated[str, StringConstraints(max_length=20, pattern=r"^20[0-9]{2}\.([1-9]|1[0-2])\.(0|[1-9][0-9]*)$")]
"""A version of the data: year, month, and a number that counts from 0 in each month."""


class Edition(Row):
    """One version of the data: all records and registers as they were on a day."""

    id: Version
    """The version: year and month of its release, and a number that counts from 0 in that month."""
    released: Day
    """Day of the release; no record of this version was changed later."""
    note: Text
    """What is to be known of this version as a whole; what changed in single events is told by their records."""

    @property
    def order(self) -> tuple[int, ...]:
        """The version as numbers, to sort by."""
        return tuple(map(int, self.id.split(".")))
