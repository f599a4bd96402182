"""The filter of dates: which days are shown."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, Self

import numpy as np

from atlas.catalog import Catalog, EventColumns
from atlas.catalog.columns import days
from atlas.view.filters import Key, Mask
from atlas.view.query import Notice, Query

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Dates:
    """Events whose days overlap a range; both ends are inside, and `span` is the range that lets all through."""

    field: ClassVar[str] = "dates"
    keys: ClassVar[Mapping[str, Key]] = {
        "from": Key("first day shown", "the first day of all events", "2019-01-01"),
        "to": Key("last day shown; an event is in if its days overlap the range", "the last day", "2023-07-31"),
    }
    several: ClassVar[bool] = False
    start: date
    end: date
    span: tuple[date, date]

    @classmethod
    def choices(cls, _: Catalog) -> tuple[str, ...]:
        """Give nothing: any day may stand there."""
        return ()

    @classmethod
    def read(cls, query: Query, span: tuple[date, date]) -> Self:
        """Read the range of a link; what lies outside the span is drawn in, reversed days are put in order."""
        first, last = cls._day(query, "from"), cls._day(query, "to")
        # An end that the link leaves open never makes its days run in reverse.
        first, last = first or min(span[0], last or span[0]), last or max(span[1], first or span[1])
        start, end = sorted((first, last))
        limits = f"{span[0]} to {span[1]}"
        if (start, end) != (first, last):
            whose = f"{query.before}from and {query.before}to" if query.before else "its days"
            sentence = f"This link has {whose} in reverse; {start} to {end} is shown."
            query.notices.append(Notice(sentence, ("from", "to"), f"{first}..{last}", "days in order"))
        if start > span[1] or end < span[0]:
            query.tell("from..to", f"{start}..{end}", limits, "All days are shown.")
            return cls(*span, span)
        if start < span[0] or end > span[1]:
            outside = f"{start}..{end}"
            start, end = max(start, span[0]), min(end, span[1])
            done = f"{start} to {end} is shown, and no event is missed by that."
            query.tell("from..to", outside, limits, done, harmless=True)
        return cls(start, end, span)

    @staticmethod
    def _day(query: Query, key: str) -> date | None:
        value = query.one(key)
        try:
            return None if value is None else date.fromisoformat(value)
        except ValueError:
            query.tell(key, str(value), "a day such as 2023-07-20", "It was left out.")
            return None

    def mask(self, columns: EventColumns) -> Mask:
        """Choose events that begin before the range ends and end after it begins."""
        begun = np.asarray(columns.start <= days(self.end))  # none begins after the span, and none ends before it
        return begun if self.start == self.span[0] else begun & (columns.end >= days(self.start))

    def pairs(self) -> dict[str, str]:
        """Give `from` and `to`, each only where it is not an end of the span."""
        ends = {"from": (self.start, self.span[0]), "to": (self.end, self.span[1])}
        return {key: day.isoformat() for key, (day, usual) in ends.items() if day != usual}

    def words(self, _: Catalog) -> str:
        """Give the range in months where it is made of whole ones (`Jan 2019 to Jul 2026`), else in days."""
        whole = self.start in (self.start.replace(day=1), self.span[0]) and self.end in (
            self.end.replace(day=monthrange(self.end.year, self.end.month)[1]),
            self.span[1],
        )
        ends = [f"{'' if whole else f'{day.day} '}{MONTHS[day.month - 1]} {day.year}" for day in (self.start, self.end)]
        return " to ".join(dict.fromkeys(ends))

    def state(self, _: EventColumns) -> dict[str, Any]:
        """Give the range in days since 1970-01-01; the map is told it always."""
        return {"from": days(self.start), "to": days(self.end)}
