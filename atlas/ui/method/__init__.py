"""Data and method: what is counted, how positions are computed, what signs mean, how good the data is."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from atlas.catalog import Catalog, default_catalog
from atlas.ui import address, head
from atlas.ui.charts import Chart
from atlas.ui.charts import show as show_chart
from atlas.ui.html import Html
from atlas.ui.kept import Kept
from atlas.ui.later import stands
from atlas.ui.links import link
from atlas.ui.listing import heading
from atlas.ui.lists.told import unknown
from atlas.ui.method import history, legs, quality
from atlas.ui.method.counted import counted
from atlas.ui.method.dictionary import dictionary
from atlas.ui.method.names import names
from atlas.ui.method.parts import contents
from atlas.ui.method.positions import positions
from atlas.ui.method.report import report
from atlas.ui.method.signs import signs

TITLE: Final = "Data and method"
DEK: Final = (
    "How the atlas comes to what it shows: what it counts, computes and leaves open, how sure its data is, "
    "and where to say that something is wrong."
)


@dataclass(frozen=True)
class Made:
    """The page in its parts; it depends on the data alone. `folded` stands for `dictionary` until the page stands."""

    before: Html
    quality: Html
    charts: tuple[Chart, ...]
    names: Html
    folded: Html
    dictionary: Html
    after: Html


_kept: Final[Kept[Made]] = Kept(2)


def made(catalog: Catalog) -> Made:
    """Give the page, made once for all readers."""
    return _kept.get(catalog.version, lambda: _made(catalog))


def _made(catalog: Catalog) -> Made:
    before = (counted(catalog), positions(catalog), signs(), legs.legs(), legs.measures(catalog))
    after = (history.corrections(catalog), history.versions(catalog), history.licence())
    return Made(
        Html("".join(before)),
        quality.head(),
        quality.charts(catalog),
        names(catalog),
        dictionary(catalog, whole=False),
        dictionary(catalog),
        Html("".join(after)),
    )


def show() -> None:
    """Lay out the page."""
    catalog = default_catalog()
    view, notices = address.read()
    own = address.own()
    odd = unknown(own, {"about": "events"})
    with st.container(key="sheet"):
        st.html(heading(TITLE, DEK, [link("", view, "Map"), f" / {TITLE}"]))
        with st.container(key="method"):
            with st.container(key="contents"):
                st.html(contents())
            with st.container(key="chapters"):
                _chapters()
                st.html(report(catalog, view, own.get("about"), st.context.url))
    head.notices([*notices, *odd.values()], own=tuple(odd))


@st.fragment
def _chapters() -> None:
    page, now = made(default_catalog()), stands()
    st.html(page.before)
    with st.container(key="quality"):
        st.html(page.quality)
        for pair in (page.charts[:2], page.charts[2:]):
            for column, chart in zip(st.columns(2, gap="large"), pair, strict=True):
                with column:
                    show_chart(chart, drawn_now=now)
    st.html(page.names)
    st.html(page.dictionary if now else page.folded)
    st.html(page.after)
