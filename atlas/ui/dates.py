"""The strip of time: bars of events by month and kind, and a slider lying over them as a brush."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import numpy as np
import streamlit as st

from atlas.catalog import Catalog
from atlas.look import KINDS
from atlas.ui.filters import chosen_days
from atlas.ui.html import Html, el
from atlas.ui.kept import Kept
from atlas.ui.words import count, month
from atlas.view import View
from atlas.vocabulary import KIND

MOST_YEARS: Final = 12
_histograms: Final[Kept[Html]] = Kept(64)


def show(catalog: Catalog, view: View) -> None:
    """Lay out the strip below the map."""
    st.session_state["dates"] = (view.start, view.end)
    with st.container(key="time"):
        st.html(chosen_range(view))
        st.html(histogram(catalog, view))
        st.slider(
            "Dates",
            *view.span,
            key="dates",
            step=timedelta(days=1),
            format="D MMM YYYY",
            label_visibility="collapsed",
            on_change=chosen_days,
            args=("dates",),
        )


def chosen_range(view: View) -> Html:
    """Give the ground below the bars of the chosen days, and the veil over all others."""
    scale = Scale(*view.span)
    after = view.end + timedelta(days=1)
    return el(
        "div",
        el("b", cls="sel", style=scale.box(view.start, after)),
        el("b", cls="veil", style=scale.box(view.span[0], view.start)),
        el("b", cls="veil", style=scale.box(after, view.span[1])),
        cls="range",
        aria_hidden="true",
    )


def histogram(catalog: Catalog, view: View) -> Html:
    """Give the bars: events under every filter but the dates, by the month in which they began.

    A box stands for the events of one kind in one month, the lines in it part single events. The chosen range is no
    part of it, so that moving the range leaves the bars as they are.
    """
    all_days = replace(view, start=view.span[0], end=view.span[1], selection=None, centre=None, zoom=None, layers=())
    return _histograms.get((catalog.version, all_days), lambda: _drawn(catalog, all_days))


def _drawn(catalog: Catalog, view: View) -> Html:
    bars = monthly(catalog, view)
    top = max((sum(kinds.values()) for kinds in bars.values()), default=0)
    scale = Scale(*view.span)
    months = [_month(first, kinds, top, scale) for first, kinds in sorted(bars.items())]
    lines = [_line(value, top) for value in _ticks(top)]
    years = [_year(year, scale) for year in range(view.span[0].year + 1, view.span[1].year + 1)]
    label = f"Events begun in each month, stacked by kind; at most {count(top, 'event')} in a month"
    return el(
        "div",
        el("div", lines, months, cls="bars", role="img", aria_label=label),
        el("div", years, cls="yrs", aria_hidden="true"),
        cls="hist",
    )


def monthly(catalog: Catalog, view: View) -> dict[date, Counter[str]]:
    """Count the events by kind and by the first day of the month in which they began; dates do not filter here."""
    rows = list(catalog.layers["events"].rows.values())
    bars: dict[date, Counter[str]] = {}
    for index in np.flatnonzero(view.mask(catalog.columns, without="dates")):
        row = rows[index]
        bars.setdefault(date.fromisoformat(row["start"]).replace(day=1), Counter())[row["kind"]] += 1
    return bars


class Scale:
    """Days as shares of the strip's width, the same as the slider's.

    Parameters
    ----------
    first, last : date
        The days at the two ends.
    """

    def __init__(self, first: date, last: date) -> None:
        self.first = first
        self.days = max((last - first).days, 1)

    def at(self, day: date) -> float:
        """Give the place of a day in percent, kept within the strip."""
        return min(max((day - self.first).days / self.days * 100, 0.0), 100.0)

    def box(self, start: date, end: date) -> str:
        """Give left and width of a range as CSS."""
        left = self.at(start)
        return f"left:{left:.2f}%;width:{self.at(end) - left:.2f}%"


def _month(first: date, kinds: Counter[str], top: int, scale: Scale) -> Html:
    """Give the bar of a month; its boxes stand on each other in the order of the kinds."""
    boxes = [el("i", style=f"flex:{n};--n:{n};--c:var(--{kind})") for kind in KINDS if (n := kinds[kind])]
    words = ", ".join(count(n, *KIND[kind]) for kind in KINDS if (n := kinds[kind]))
    height = f"height:{kinds.total() / top * 100:.1f}%"
    return el("u", boxes, title=f"{month(first)}: {words}", style=f"{scale.box(first, _next_month(first))};{height}")


def _ticks(top: int) -> list[int]:
    step = max(2, -(-top // 6) * 2) if top > 6 else 2
    return list(range(step, top + 1, step))


def _line(value: int, top: int) -> Html:
    last = value == _ticks(top)[-1]
    label = f"{value} events begun in a month" if last else str(value)
    return el("b", el("span", label), cls="y", style=f"bottom:{value / top * 100:.1f}%")


def _year(year: int, scale: Scale) -> Html:
    step = -(-round(scale.days / 365.25) // MOST_YEARS)
    named = (year % step) == (1 if step > 1 else 0)
    return el("span", str(year) if named else None, style=f"left:{scale.at(date(year, 1, 1)):.2f}%")


def _next_month(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)
