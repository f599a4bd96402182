"""The timeline: events by year and kind, the spans of each series, the numbers in a series, and sums."""

from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from atlas.catalog import Catalog
from atlas.ui.charts import Chart
from atlas.ui.charts import show as show_chart
from atlas.ui.html import Html
from atlas.ui.kept import Kept
from atlas.ui.later import stands
from atlas.ui.links import described
from atlas.ui.listing import heading
from atlas.ui.timeline import ordinals, series, sums, years
from atlas.view import View


@dataclass(frozen=True)
class Timeline:
    """What the page shows of a view."""

    years: Chart
    series: Chart
    ordinals: Html
    sums: tuple[Chart, ...]

    @classmethod
    def of(cls, catalog: Catalog, view: View) -> "Timeline":
        """Make it."""
        return cls(
            years.chart(catalog, view),
            series.chart(catalog, view),
            ordinals.section(catalog, view),
            sums.charts(catalog, view),
        )


_kept: Final[Kept[Timeline]] = Kept(64)


def lay(catalog: Catalog, view: View) -> None:
    """Lay out the page."""
    st.html(heading("Timeline", [described(catalog, view), "."]))
    if not catalog.count(view):
        return
    # Its links carry the filters and nothing of what is chosen on the map.
    whole = replace(view, selection=None, centre=None, zoom=None)
    page = _kept.get((catalog.version, whole), lambda: Timeline.of(catalog, whole))
    now = stands()
    show_chart(page.years, drawn_now=now)
    show_chart(page.series, drawn_now=now)
    st.html(page.ordinals + sums.HEAD)
    for column, chart in zip(st.columns(3, gap="large"), page.sums, strict=True):
        with column:
            show_chart(chart, drawn_now=now)
