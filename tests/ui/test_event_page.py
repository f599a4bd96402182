"""The page of one event: every fact of its record, its days, its kin, and links that lead somewhere."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from tiny import make_event, make_leg, make_sighting, write_layers

from atlas.catalog import Catalog
from atlas.ui.detail.context import Context
from atlas.ui.detail.leg import speed
from atlas.ui.detail.said import linked
from atlas.ui.event.context import PageContext
from atlas.ui.event.days import axis, dated, days_line
from atlas.ui.event.page import changed, made
from atlas.ui.event.ways import legs
from atlas.ui.side import whole
from atlas.ui.words import count, position
from atlas.view import View
from atlas.web.pages import HIDDEN, OWN_KEYS, PAGES
from tests.ui.markup import Markup
from tests.ui.opened import opened, pairs
from tests.ui.test_pages import data_of, html

VOYAGE = "gromkiy-sovershenniy-voyage-2023"


def page_of(catalog: Catalog, event: str, **view: object) -> Markup:
    shown = replace(View.default(catalog), **view)
    page = made(PageContext.of(catalog, shown, event), catalog.event(event))
    return Markup(page.top + page.below_map + page.side + page.rest)


def test_the_page_of_every_event_tells_every_fact_of_its_record(real: Catalog):
    for name, event in real.layers["events"].rows.items():
        page = page_of(real, name)
        told = [event["title"], event["summary"], event["confidence_reason"], *event["names"].values(), *event["areas"]]
        for seen in real.sightings_of(name):
            told += [seen[key] for key in ("place", "as_stated", "who", "time", "note", "explanation") if seen[key]]
            told.append(f"±{seen['radius_km']:,g} km" if seen["radius_km"] else "")
        for near in (*real.sightings_of(name), *real.legs_of(name)):
            told += [f"{one['km']:,.0f} ± {one['error_km']:,.0f} km" for one in (near["closest"] or ())[:3]]
        told += [row["what"][1:] for row in (*event["responses"], *event["claims"], *event["landings"])]
        told += [row["by"][1:] for row in event["claims"]]
        told += [Markup(linked(Context(real), words)).text for words in event["conflicts"]]
        told += [real.sources[source]["publisher"] for source in event["sources"]]
        told += [real.ships[row["ship"]]["name"] if row.get("ship") else row["label"] for row in event["units"]]
        told += [real.event(other)["title"] for other in (*event["related"], event["part_of"]) if other]
        told += [row["what"] for row in event["corrections"]] or ["No correction is noted"]
        assert [words for words in told if words not in page.text] == [], name
        assert {real.sources[source]["url"] for source in event["sources"]} <= set(page.links)


def test_every_link_inside_the_atlas_leads_to_something_there_and_every_count_to_what_it_counts(real: Catalog):
    for name in real.layers["events"].rows:
        page = page_of(real, name)
        for link in page.links:
            if link.startswith("#"):
                assert f'id="{link[1:]}"' in page.source, (name, link)
            elif link.startswith("./"):
                path, _, query = link[2:].partition("?")
                asked = {key: values[-1] for key, values in parse_qs(query).items()}
                assert path in ("", *PAGES | HIDDEN)
                assert path != "event" or real.where_is(f"event.{asked['id']}")
                assert path != "ship" or asked["id"] in real.ships
                assert path != "coasts" or asked["coast"] in real.coasts
                assert path != "strait" or real.where_is(f"passage.{asked['id']}")
                assert "sel" not in asked or real.where_is(asked["sel"])
                assert (
                    View.from_query({key: [asked[key]] for key in asked if key not in OWN_KEYS.get(path, ())}, real)[1]
                    == []
                )
        rows = page.source.partition('id="seen"')[2].partition("</table>")[0].count("<tr") - 1
        assert rows == real.event(name)["sightings"]
        assert count(rows, "sighting") in page.text


def test_the_links_keep_the_view_and_the_one_to_the_map_widens_it_as_far_as_the_event_needs(real: Catalog):
    page = page_of(real, VOYAGE, start=date(2024, 1, 1), states="CN", selection=f"event.{VOYAGE}")
    others = [link for link in page.links if link.startswith("./event?") and VOYAGE not in link]
    assert others
    assert all("from=2024-01-01" in link and "state=CN" in link and "sel=" not in link for link in others)
    (on_map,) = [link for link in page.links if link.startswith("./?") and link.endswith(f"sel=event.{VOYAGE}&v=1")]
    assert "from=2023-05-15" in on_map
    assert "state=" not in on_map


@pytest.fixture
def voyage(tmp_path: Path) -> Catalog:
    """One ship's voyage: two sightings of a day, one of a week, one of a month alone, one without a day, one too vague."""
    seen = [
        make_sighting("v-s01", "v", 1, date="2023-06-01", date_precision="month", place="A", radius_km=70),
        make_sighting("v-s02", "v", 2, date="2023-06-03", place="B", radius_km=3, who="two ships"),
        make_sighting("v-s03", "v", 3, date="2023-06-03", place="C", who="two ships"),
        make_sighting("v-s04", "v", 4, date="2023-06-05", date_end="2023-06-11", date_precision="week", place="D"),
        make_sighting("v-s05", "v", 5, date=None, date_precision="unknown", place="E"),
        make_sighting("v-s06", "v", 6, date="2023-06-13", place="F", basis="sea", radius_km=600, drawable=False),
    ]
    straits = [{"passage": "x", "date": "2023-06-01", "direction": None, "who": None, "sources": []}]
    return Catalog.load(
        write_layers(
            tmp_path,
            make_event("v", "2023-06-01", "2023-06-13", sightings=6, title="<b>V</b>", passages=straits),
            make_event("one", "2023-06-20", sightings=2),
            make_event("none", "2023-06-21"),
            sightings=[*seen, *(make_sighting(f"one-s0{n}", "one", n, date="2023-06-20") for n in (1, 2))],
            routes=[make_leg("v-r1-l01", "v", 1, km=9.8, hours=0.25, knots=21.2, kind="ship", skipped=["v-s02"], to="v-s03")],
        )
    )  # fmt: skip


def test_the_line_has_a_dot_for_each_day_told_and_says_what_it_leaves_out(voyage: Catalog):
    spans = dated(voyage.sightings_of("v"))
    assert [(one.first.day, one.last.day, len(one.rows)) for one in spans] == [(3, 3, 2), (5, 11, 1), (13, 13, 1)]
    context = PageContext.of(voyage, View.default(voyage), "v")
    line = days_line(context, voyage.event("v"))
    assert re.findall(r'<li(?: class="\w+")? title="[^"]*" style="([^"]*)"', line) == [
        "left:0.00%", "left:20.00%;width:60.00%", "left:100.00%",
    ]  # fmt: skip
    assert "3–13 Jun 2023. 2 sightings without a day told are not shown." in Markup(line).text
    assert "2 sightings, all of 20 Jun 2023." in days_line(context, voyage.event("one"))
    assert "no sighting to show" in days_line(context, voyage.event("none"))


def test_the_axis_is_lettered_at_no_more_than_seven_places_within_the_days():
    first = date(2023, 1, 31)
    for length in (1, 6, 7, 20, 60, 170, 400, 3000):
        last = date.fromordinal(first.toordinal() + length)
        ticks = list(axis(first, last))
        assert 1 <= len(ticks) <= 7
        assert ticks == sorted(set(ticks))
        assert first <= ticks[0]
        assert ticks[-1] <= last


def test_a_row_says_where_how_sure_and_by_whom_and_nothing_more_exactly_than_it_is_known(voyage: Catalog):
    page = page_of(voyage, "v")
    assert "<b>V</b>" not in page.source
    table = page.source.partition('id="seen"')[2].partition("</table>")[0]
    rows = [Markup(row).text for row in table.split("<tr")[2:]]
    assert "Jun 2023" in rows[0]
    assert "1 Jun" not in rows[0]
    assert "34.5° N, 129.5° E" in rows[0]
    assert "34.50° N, 129.50° E±3 kmtwo ships" in rows[1]
    assert "the same" in rows[2]
    assert "no day" in rows[4]
    assert "±600 kmtoo vague to draw" in rows[5]
    assert "° N" not in rows[5]
    passed = page.source.partition('id="straits"')[2].partition("</section>")[0]
    assert ">Jun 2023 · direction not told<" in passed, "the day of a month is a stand-in"
    legs = Markup(page.source.partition('id="legs"')[2].partition("</table>")[0]).text
    assert "A to CJun 2023 to 3 Jun 2023" in legs
    assert "10 km21.2 knotsin 15 minno strait" in legs
    assert "1 vague sighting between left out" in legs


@pytest.mark.parametrize(
    ("point", "told"),
    [
        ((122.49, 24.04, 15), "24.0° N, 122.5° E"),
        ((-179.96, -3.2, 4), "3.20° S, 179.96° W"),
        ((185.0, 52, 40), "52.0° N, 175.0° W"),
    ],
)
def test_a_point_has_no_more_decimals_than_its_radius_allows(point: tuple[float, float, float], told: str):
    assert position(*point) == told


def test_a_part_that_is_chosen_is_marked_in_its_table_and_on_the_line(voyage: Catalog):
    page = page_of(voyage, "v", selection="sighting.v-s03").source
    (row,) = re.findall(r'<tr aria-current="true">.*?</tr>', page)
    assert ">C</a>" in row
    assert page.count('class="chosen"') == 1
    assert "aria-current" not in page_of(voyage, "v", selection="sighting.one-s01").source
    assert (
        ">A to C</a>"
        in re.findall(r'<tr aria-current="true">.*?</tr>', page_of(voyage, "v", selection="leg.v-r1-l01").source)[0]
    )


def test_a_click_on_the_map_chooses_only_parts_of_the_event_and_keeps_the_filters(voyage: Catalog):
    view = replace(View.default(voyage), states="both")
    chosen = replace(view, selection="sighting.v-s03")
    assert changed(view, {"sel": "sighting.v-s03"}, voyage, "v") == chosen
    assert changed(chosen, {"sel": "event.v"}, voyage, "v") == view
    assert changed(chosen, {"sel": "sighting.one-s01"}, voyage, "v") == view
    assert changed(chosen, {"layers": ["grid"]}, voyage, "v") == replace(chosen, layers=("grid",))
    for nonsense in ({}, {"sel": "sighting.v-s99"}, {"sel": 1}, {"all": True}, {"range": [0, 1]}):
        assert changed(chosen, nonsense, voyage, "v") is None


@pytest.mark.usefixtures("layers")
def test_the_map_is_told_this_event_alone_whatever_the_filters_say():
    app = opened("../../pages/event.py", id="first-flight", kind="transit", to="2013-01-01", show="grid")
    told = data_of(app, "bridge")
    assert told["only"] == [1]
    assert told["sel"] == "event.first-flight"
    assert told["fit"] is True
    assert "kinds" not in told
    assert '<h1 class="h1" id="main" tabindex="-1">First flight</h1>' in html(app)
    assert "kind=transit" in html(app)
    assert pairs(app)["id"] == "first-flight"
    assert not app.markdown, "nothing in the address is unknown"
    app = opened("../../pages/event.py", id="first-flight", sel="sighting.first-flight-s02")
    assert data_of(app, "bridge")["sel"] == "sighting.first-flight-s02"


@pytest.mark.usefixtures("layers")
def test_an_unknown_id_or_none_gives_one_line_and_the_way_to_the_list():
    shown = html(opened("../../pages/event.py", id="first-fligth<b>", kind="transit"))
    assert "The atlas has no event with the id “first-fligth&lt;b&gt;”." in shown
    assert "./event?id=first-flight&amp;kind=transit" in shown
    assert '<a href="./events?kind=transit&amp;v=1">Go to the list of events</a>' in shown
    shown = html(opened("../../pages/event.py"))
    assert "This link lacks the id of an event." in shown
    assert 'href="./events"' in shown


def test_the_panel_leads_to_the_page_of_its_event(voyage: Catalog):
    for selection in ("event.v", "sighting.v-s01", "leg.v-r1-l01"):
        assert 'href="./event?id=v"' in whole(voyage, selection)
    for selection in (None, "event.no-such", "place.vladivostok", "nonsense"):
        assert whole(voyage, selection) == ""


def test_an_aircraft_seen_on_two_days_has_no_speed_and_a_ship_has(real: Catalog):
    """Twenty-four hours for 200 km would be a bomber at walking pace."""
    rows = {row["id"]: row for row in real.layers["routes"].rows.values() if row["hours"]}
    over_night = {name: row for name, row in rows.items() if row["from_date"] != row["to_date"]}
    flown = {name for name, row in over_night.items() if row["kind"] == "air"}
    assert flown
    assert {name for name, row in rows.items() if speed(row) is None} == flown
    (event,) = {over_night[name]["event"] for name in flown if "patrol-06" in name}
    told = Markup(legs(PageContext.of(real, View.default(real), event), real.event(event))).text
    assert "on two daysin 24 h" in told
