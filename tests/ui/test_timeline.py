"""The timeline: each number and each bar is the length of the list that it opens."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from atlas.catalog import Catalog, default_catalog
from atlas.catalog.numbered import numbered
from atlas.ui.charts import head
from atlas.ui.lists import FIRST
from atlas.ui.timeline import Timeline, ordinals
from atlas.ui.timeline.ordinals import findings, runs
from atlas.view import View
from tests.ui.listed import length
from tests.ui.markup import Markup
from tests.ui.opened import opened

NUMBER = re.compile(r'<a href="([^"]*)"[^>]*data-count="(\d+)"')


def view_of(href: str, catalog: Catalog) -> View:
    view, notices = View.from_query(parse_qs(urlsplit(href).query), catalog)
    assert notices == []
    return view


@pytest.fixture(params=["all", "some"])
def page(real: Catalog, request: pytest.FixtureRequest) -> Timeline:
    everything = View.default(real)
    some = replace(
        everything, start=date(2021, 3, 1), end=date(2026, 1, 10), states="both", confidence=("high", "medium")
    )
    return Timeline.of(real, everything if request.param == "all" else some)


def test_each_number_of_a_table_is_that_of_its_list(real: Catalog, page: Timeline):
    tables = (page.years.data, *(chart.data for chart in page.sums))
    for table in tables:
        links = NUMBER.findall(table)
        assert links
        assert [int(n) for _, n in links] == [real.count(view_of(unescape(href), real)) for href, _ in links]


def test_each_bar_opens_as_many_events_as_it_shows(real: Catalog, page: Timeline):
    bars = [row for row in page.years.rows if row["n"]] + [row for chart in page.sums for row in chart.rows]
    assert len(bars) > 20
    for row in bars:
        assert row["href"].startswith("./events?")
        assert real.count(view_of(row["href"], real)) == int(row["n"]) == int(row["what"].split()[0])


def test_the_bars_of_a_row_are_as_high_as_their_number_and_no_row_reaches_into_another(page: Timeline):
    bases = page.years.params["bases"]
    rows = page.years.rows
    assert sorted({row["base"] for row in rows}) == bases
    assert all(row["base"] - row["top"] == int(row["n"] or 0) for row in rows)
    for above, base in zip([0, *bases], bases, strict=False):
        assert min(row["top"] for row in rows if row["base"] == base) - above > 2


def test_each_event_is_a_span_in_its_lane_as_long_as_it_lasted(real: Catalog, page: Timeline):
    rows = {row["what"]: row for row in page.series.rows}
    patrol = rows["Third Russia-China joint naval patrol of the Pacific"]
    assert (patrol["start"], patrol["end"]) == ("2023-07-28", "2023-08-20")
    assert patrol["lane"] == "Joint naval patrols"
    assert patrol["href"].startswith("./event?id=joint-naval-patrol-2023")
    lanes = dict.fromkeys(row["lane"] for row in sorted(page.series.rows, key=lambda row: row["place"]))
    assert {row["lane"]: row["place"] for row in rows.values()} == {lane: place for place, lane in enumerate(lanes)}
    own = {row["lane"]: real.event(parse_qs(urlsplit(row["href"]).query)["id"][0])["series"] for row in rows.values()}
    assert all(lane.endswith("in no series") == (series is None) for lane, series in own.items())


def test_charts_have_words_and_a_table_each(page: Timeline):
    for chart in (page.years, page.series, *page.sums):
        assert len(chart.says) > 40
        assert "<caption>" in chart.data
        assert chart.title in Markup(head(chart)).text
    assert re.search(r"Most in 202[3-6]: \d\d?\. By kind: exercises \d", page.years.says)


def test_the_sixth_joint_air_patrol_is_the_sixth_however_few_events_are_shown(real: Catalog):
    view = replace(View.default(real), start=date(2023, 6, 1), end=date(2023, 6, 30))
    shown = Markup(ordinals.section(real, view))
    assert "Joint air patrols: 11 events" in shown.text
    assert "Joint naval patrols" not in shown.text
    sixth = numbered(real, "joint-air-patrol")[5]
    assert (sixth.event["id"], sixth.place.event, sixth.place.year) == ("joint-air-patrol-06-2023-06", 6, 5)
    assert [(one.by, one.n) for one in sixth.told] == [("CN", 6)]


def test_what_states_count_is_said_in_a_sentence_each(real: Catalog):
    said = {name: findings(numbered(real, name)) for name in real.columns.series_names}
    assert "China: 10 numbers fit the count of events (1–4 and 6–11, 2019–2026)." in said["joint-air-patrol"]
    assert (
        "Japan: number 9 of joint bomber flights near Japan in 2025 is 1 less than this list."
        in said["joint-air-patrol"]
    )
    assert "Russia: 3 numbers fit the count of years (3–5, 2023–2025)." in said["joint-naval-patrol"]
    assert said["joint-sea"][0] == (
        "China: 2 numbers fit the count of events (10–11, 2021–2022) and 2 numbers fit the count of years (11–12, 2025–2026)."
    )
    assert said["mosi"] == []
    assert runs([1, 2, 4]) == "1–2 and 4"


def test_each_number_that_differs_is_marked_and_has_its_sources(real: Catalog):
    html = ordinals.section(real, replace(View.default(real), series="joint-naval-patrol"))
    assert '<b>5</b><span class="differs">counts years</span>' in html
    assert html.count('class="differs"') == 1
    assert "TASS" in html
    html = ordinals.section(real, replace(View.default(real), series="joint-air-patrol"))
    assert '<b>9</b><span class="differs">−1</span>' in html


def test_the_page_follows_the_filters_and_says_what_it_shows():
    app = opened("../../pages/timeline.py")
    assert len(app.get("vega_lite_chart")) == 5
    assert all(chart.proto.alt for chart in app.get("vega_lite_chart"))
    app = opened("../../pages/timeline.py", series="joint-air-patrol", colour="blue")
    assert {tuple(chart.proto.alt.rsplit(": ", 1)) for chart in app.get("vega_lite_chart")} >= {
        ("Bars of the number of events by state", "China and Russia together 11."),
        ("Bars of the number of events by series", "Joint air patrols 11."),
    }
    assert "colour" in "\n".join(element.value for element in app.markdown)


@pytest.mark.usefixtures("layers")
def test_nothing_found_is_said_and_nothing_is_drawn():
    app = opened("../../pages/timeline.py", from_="2015-01-01", to="2015-01-02")
    html = "\n".join(element.proto.body for element in app.get("html"))
    assert "No event matches these filters." in html
    assert len(app.get("vega_lite_chart")) == 0


def test_charts_and_the_rest_of_a_long_list_come_once_the_page_stands():
    def shown(page: str) -> AppTest:
        app = opened(f"../../pages/{page}.py")
        app.session_state["stood"] = ""
        return app.run()

    app = shown("timeline")
    made = "\n".join(element.proto.body for element in app.get("html"))
    assert len(app.get("vega_lite_chart")) == 0
    assert made.count('class="chart-wait"') == 5
    assert "atlas_stands" in [one.proto.component_name for one in app.get("bidi_component")]
    app.session_state["stood"] = "timeline"
    app.run()
    assert len(app.get("vega_lite_chart")) == 5
    assert "atlas_stands" not in [one.proto.component_name for one in app.get("bidi_component")]

    for page, rows in (("sources", len(default_catalog().sources)), ("sightings", len(default_catalog().sightings))):
        app = shown(page)
        made = "\n".join(element.proto.body for element in app.get("html"))
        assert length(made) == FIRST < rows
        assert f'data-count="{rows}"' in made.partition("</h1>")[0]
        app.query_params["sort"] = "-date"
        assert length("\n".join(element.proto.body for element in app.run().get("html"))) == rows


def test_a_view_without_an_event_of_a_series_has_its_sums_all_the_same():
    app = opened("../../pages/timeline.py", ship="ru-gromkiy-335", strait="miyako", from_="2020-01-01")
    shown = "".join(element.proto.body for element in app.get("html"))
    assert "Sums" in shown
    assert "Numbers in a series" not in shown
