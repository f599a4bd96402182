"""The forms of the charts of the atlas. Colour repeats what a label beside the mark says; it never says it alone."""

from typing import Final

import altair as alt

from atlas.chart import Drawing, Form, rows, written
from atlas.chart.ink import Ink

LANE: Final = 38
"""Height of one lane of spans or bars, in CSS pixels."""
UNIT: Final = 6
"""Height of one event in a row of years, in CSS pixels."""
GAP: Final = 3.6
"""Room above the highest bar of such a row, for its number, in events."""
FOOT: Final = 30
"""Height of an axis below, in CSS pixels."""
EDGE: Final = 10
"""What Vega keeps free above and below a chart without an axis, in CSS pixels."""


def years(ink: Ink) -> Drawing:
    """Give bars by year in rows one below the other, all to one scale.

    A row of the data: `year`, `n`, `top` and `base` (in events from the top of the chart), `kind`, `what`, `href`. The
    parameters `names` and `bases` label the rows; `colours` gives each name of a kind its colour.
    """
    names, bases = alt.param(name="names", value=[]), alt.param(name="bases", value=[])
    left = alt.Axis(
        values=alt.ExprRef("bases"),
        labelExpr="names[indexof(bases, datum.value)]",
        labelBaseline="bottom",
        labelFontSize=12,
        labelColor=ink["ink"],
        labelLimit=150,
        gridColor=ink["rule"],
        ticks=False,
        domain=False,
    )
    base = alt.Chart(rows()).encode(
        x=alt.X("year:O", axis=alt.Axis(labelAngle=0, labelOverlap=True, ticks=False, domain=False)),
        href="href:N",
    )
    y = alt.Y("top:Q", axis=left, scale=alt.Scale(reverse=True, nice=False, zero=True))
    bars = base.mark_bar().encode(
        y=y,
        y2="base:Q",
        color=alt.Color("kind:N", legend=None, scale=_all_and_kinds(ink)),
        tooltip=[alt.Tooltip("what:N", title=" ")],
    )
    numbers = base.mark_text(dy=-6, fontSize=11).encode(y=y, text="n:N")
    return alt.layer(bars, numbers).add_params(names, bases)


def spans(ink: Ink) -> Drawing:
    """Give spans of days in named lanes: `lane`, `place` (of the lane), `start`, `end`, `kind`, `what`, `when`, `href`.

    The parameters `first` and `last` are the days at its ends, in milliseconds since 1970.
    """
    first, last = alt.param(name="first", value=0), alt.param(name="last", value=1)
    lane = alt.Y("place:O", axis=None, scale=alt.Scale(padding=0))
    time = alt.Scale(type="utc", domain=[alt.ExprRef("first"), alt.ExprRef("last")], nice=False)
    below = alt.Axis(labelOverlap=True, ticks=False, domain=False, grid=True, tickCount=10)
    bars = (
        alt.Chart(rows())
        .mark_bar(height=11, yOffset=9, strokeWidth=2.5, strokeJoin="round", clip=True)
        .encode(
            x=alt.X("start:T", scale=time, axis=below),
            x2="end:T",
            y=lane,
            color=alt.Color("kind:N", legend=None, scale=ink.kinds()),
            stroke=alt.Stroke("kind:N", legend=None, scale=ink.kinds()),
            href="href:N",
            tooltip=[alt.Tooltip("what:N", title="Event"), alt.Tooltip("when:N", title="Days")],
        )
    )
    floor = (
        _lanes().mark_rule(color=ink["rule"], yOffset=LANE / 2).encode(y=lane, x=alt.value(0), x2=alt.value("width"))
    )
    return alt.layer(floor, bars, _names(ink, lane)).add_params(first, last)


def bars(ink: Ink) -> Drawing:
    """Give one bar in each named lane: `lane`, `place` (of the lane), `n`, `what`, `href`."""
    lane = alt.Y("place:O", axis=None, scale=alt.Scale(padding=0))
    base = alt.Chart(rows()).encode(
        x=alt.X("n:Q", axis=None, scale=alt.Scale(nice=False, zero=True)), y=lane, href="href:N"
    )
    bar = base.mark_bar(height=11, yOffset=8, color=ink["accent"], minBandSize=1).encode(
        tooltip=[alt.Tooltip("what:N", title="Events"), alt.Tooltip("n:Q", title="Number")]
    )
    number = base.mark_text(align="left", dx=5, dy=8, fontSize=12, fontWeight=600, color=ink["ink"]).encode(text="n:N")
    return alt.layer(bar, number, _names(ink, lane))


def _lanes() -> alt.Chart:
    return alt.Chart(rows()).transform_aggregate(groupby=["lane", "place"])


def _names(ink: Ink, lane: alt.Y) -> alt.Chart:
    """Write the name of each lane above what stands in it: names of any length fit on a phone."""
    words: alt.Chart = _lanes().mark_text(align="left", dy=-7, fontSize=12, color=ink["ink"])
    return words.encode(y=lane, x=alt.value(0), text="lane:N")


def _all_and_kinds(ink: Ink) -> alt.Scale:
    kinds = ink.kinds()
    return alt.Scale(domain=["all", *kinds.domain], range=[ink["ink2"], *kinds.range])


FORMS: Final[tuple[Form, ...]] = (years, spans, bars)


def prepare() -> None:
    """Write every form in both themes, so that no reader waits for Altair."""
    for form in FORMS:
        written(form, "light")
        written(form, "dark")
