"""A chart on a page: its heading, the drawing, and its data one click away."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import streamlit as st

from atlas.chart import Form, Rows, drawn
from atlas.ui import frame
from atlas.ui.html import Child, Html, el, text

FOLDED: Final = 40
"""Height of the line that opens the table, with the gap above it, in CSS pixels."""


@dataclass(frozen=True)
class Chart:
    """What there is to show; it depends on nothing but catalog and view, so it may be kept for the next reader.

    Parameters
    ----------
    name : str
        Its name on its page, in letters, digits and `-`; part of the keys of its elements.
    form : callable
        Draws it, see `atlas.chart.forms`.
    rows : sequence of mapping
        What is drawn; where there are none, only the heading and `says` stand.
    height : int
        In CSS pixels.
    title : str
        Its heading.
    says : str
        What the drawing shows, in words: its text alternative.
    data : Html
        The same numbers as a table (`ui.table.table`), each a link to what it counts: for who cannot see or point.
    note : Child, optional
        A line below the heading: what is counted, and how.
    level : int
        Level of the heading.
    params : mapping of str to object
        Values of the form's parameters.
    """

    name: str
    form: Form
    rows: Rows
    height: int
    title: str
    says: str
    data: Html
    note: Child = None
    level: int = 2
    params: Mapping[str, Any] = field(default_factory=dict)


def show(chart: Chart, *, drawn_now: bool = True) -> None:
    """Lay out a chart.

    Parameters
    ----------
    chart : Chart
        What is shown.
    drawn_now : bool
        Whether the drawing and its table come with this run; else only its heading, and the room that they take: what
        draws it (Vega, 0.8 MB, 0.25 MB as sent) would hold up the page (`ui.later`).
    """
    with st.container(key=f"chart-{chart.name}"):
        st.html(head(chart))
        if not chart.rows:
            return
        if not drawn_now:
            st.html(el("div", cls="chart-wait", style=f"height:{chart.height + FOLDED}px"))
            return
        spec = drawn(chart.form, frame.theme(), chart.rows, chart.height, **chart.params)
        st.vega_lite_chart(spec=spec, theme=None, width="stretch", key=f"vega-{chart.name}", alt=chart.says)
        st.html(el("details", el("summary", "The numbers as a table"), chart.data, cls="chart-data"))


def head(chart: Chart) -> Html:
    """Give the heading of a chart and the line below it."""
    note = chart.note if chart.rows else chart.says
    return Html(
        el(f"h{chart.level}", chart.title, cls=f"h{chart.level}") + (el("p", note, cls="sub") if text(note) else "")
    )
