"""The view: a link gives back what it was made from, nothing in a link can break it, and its sentence is English."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny import make_event, write_layers

from atlas.catalog import Catalog
from atlas.look import DEFAULT_LAYERS, KINDS, LAYERS
from atlas.view import STATES, View
from atlas.vocabulary import CONFIDENCE

KEYS = ["from", "to", "kind", "state", "series", "sure", "show", "sel", "at", "v", "embed", "foo"]
HINTS = [
    "2020-01-01", "2023-07-20", "2035-01-01", "1990-12-31", "transit", "none", "transit.none.x", "CN", "both", "joint-sea",
    "event.joint-sea-2012", "35.10_131.60_5", "nan_0_0", "91_0_5", "-0.001_-180_0", "1", "2", "`", "[x](//evil.example)", "١",
]  # fmt: skip
VALUES = st.sampled_from(HINTS) | st.text()


def ask(catalog, **pairs):
    return View.from_query({key.rstrip("_"): [value] for key, value in pairs.items()}, catalog)


@st.composite
def views(draw, catalog):
    first, last = catalog.span
    days = st.dates(first, last)
    start, end = sorted((draw(days), draw(days)))
    place = draw(st.none() | st.tuples(st.floats(-90, 90), st.floats(-1000, 1000), st.floats(0, 20)))
    return View(
        catalog.span,
        start,
        end,
        kinds=tuple(draw(st.lists(st.sampled_from(list(KINDS))))),
        states=draw(st.sampled_from(list(STATES))),
        series=draw(st.sampled_from([None, *catalog.columns.series_names])),
        confidence=tuple(draw(st.lists(st.sampled_from(list(CONFIDENCE))))),
        layers=tuple(draw(st.lists(st.sampled_from(list(LAYERS))))),
        selection=draw(st.sampled_from([None, "event.north-2023", "place.vladivostok", "leg.first-flight-r1-l01"])),
        centre=place and place[:2],
        zoom=place and place[2],
    )


@given(data=st.data())
def test_a_link_gives_back_the_view_it_was_made_from(catalog, data):
    view = data.draw(views(catalog))
    again, notices = View.from_query(parse_qs(view.link()[1:]), catalog)
    assert again == view
    assert notices == []
    assert again.to_query() == view.to_query()


@given(pairs=st.dictionaries(st.sampled_from(KEYS) | st.text(), st.lists(VALUES, max_size=3)))
def test_whatever_a_link_holds_a_view_comes_out_with_sentences_of_one_line(catalog, pairs):
    view, notices = View.from_query(pairs, catalog)
    assert View.from_query(parse_qs(view.link()[1:]), catalog) == (view, [])
    assert view.describe(catalog)
    for notice in notices:
        assert notice.isprintable()
        assert notice.endswith(".")
        assert notice.count("`") % 2 == 0


def test_an_empty_link_shows_everything_and_the_default_view_needs_no_pair(catalog):
    view, notices = View.from_query({}, catalog)
    assert view == View.default(catalog)
    assert (view.kinds, view.layers, view.selection, notices) == (tuple(KINDS), DEFAULT_LAYERS, None, [])
    assert view.to_query() == {}
    assert view.link() == "?"


def test_a_link_is_short_and_names_its_version(catalog):
    view = replace(
        View.default(catalog),
        start=date(2019, 1, 1),
        kinds=("transit", "air-patrol"),
        states="both",
        selection="event.first-flight",
        centre=(35.1, 131.6),
        zoom=5,
    )
    assert (
        view.link()
        == "?from=2019-01-01&kind=air-patrol.transit&state=both&sel=event.first-flight&at=35.10_131.60_5&v=1"
    )


def test_no_kind_no_level_and_no_layer_can_be_linked(catalog):
    view = replace(View.default(catalog), kinds=(), confidence=(), layers=())
    assert view.to_query() == {"kind": "none", "sure": "none", "show": "none", "v": "1"}
    assert ask(catalog, kind="none", sure="none", show="none") == (view, [])
    assert catalog.count(view) == 0


def test_a_value_given_as_plain_text_is_read_like_a_list_of_one(catalog):
    assert View.from_query({"state": "CN"}, catalog)[0].states == "CN"


@pytest.mark.parametrize("pairs", [{"from": ["9999-12-31"]}, {"to": ["0001-01-01"]}])
def test_one_day_beyond_all_events_is_not_told_as_reversed_days(catalog, pairs):
    view, notices = View.from_query(pairs, catalog)
    assert view == View.default(catalog)
    assert len(notices) == 1
    assert "reverse" not in notices[0]
    assert "All days are shown." in notices[0]


def test_reversed_days_are_put_in_order_and_told(catalog):
    view, notices = ask(catalog, from_="2021-01-01", to="2020-01-01")
    assert (view.start, view.end) == (date(2020, 1, 1), date(2021, 1, 1))
    assert notices == ["This link has its days in reverse; 2020-01-01 to 2021-01-01 is shown."]


def test_days_beyond_the_span_are_drawn_in_and_told(catalog):
    view, [notice] = ask(catalog, from_="1999-01-01", to="2020-01-01")
    assert (view.start, view.end) == (catalog.span[0], date(2020, 1, 1))
    assert "2012-04-22 to 2023-07-23" in notice


def test_a_range_wholly_outside_the_span_shows_all_days_rather_than_one(catalog):
    view, [notice] = ask(catalog, from_="1999-01-01", to="2000-01-01")
    assert (view.start, view.end) == catalog.span
    assert "All days are shown." in notice


@pytest.mark.parametrize(
    ("key", "value", "allowed"),
    [
        ("from", "yesterday", "a day such as 2023-07-20"),
        ("to", "2023-02-30", "a day such as 2023-07-20"),
        ("kind", "parade", "naval-exercise, naval-patrol"),
        ("state", "cn", "all, both, CN, RU"),
        ("series", "joint-land", "joint-air-patrol, joint-sea"),
        ("sure", "certain", "high, medium, low"),
        ("show", "tiles", "seas, places, straits"),
        ("sel", "event.nobody", "such as event.joint-sea-2012"),
        ("at", "35,131,5", "latitude_longitude_zoom"),
        ("at", "99_131_5", "latitude_longitude_zoom"),
        ("at", "35_131_21", "zoom up to 20"),
        ("v", "2", "allowed: 1."),
    ],
)
def test_a_value_that_cannot_be_read_is_named_with_what_is_allowed_and_the_rest_is_used(catalog, key, value, allowed):
    good = {"kind": ["transit"], "state": ["both"]}
    view, [notice] = View.from_query(good | {key: [value]}, catalog)
    assert f"{key}=`{value}`" in notice
    assert allowed in notice
    assert view.kinds == (tuple(KINDS) if key == "kind" else ("transit",))
    assert view.states == ("all" if key == "state" else "both")


def test_a_good_kind_stays_beside_an_unknown_one(catalog):
    view, [notice] = ask(catalog, kind="transit.parade")
    assert view.kinds == ("transit",)
    assert "`parade`" in notice


def test_unknown_keys_are_named_once_and_those_of_streamlit_are_left_alone(catalog):
    _, notices = ask(catalog, foo="1", bar="2", embed="true", embed_options="dark_theme")
    assert notices == ["This link also holds `foo` and `bar`, which the atlas does not know."]


def test_many_unknown_keys_make_one_short_notice(catalog):
    [notice] = View.from_query({f"key{number}": ["x"] for number in range(500)}, catalog)[1]
    assert "495 more" in notice
    assert len(notice) < 200


def test_a_key_given_several_times_takes_the_last_and_says_so(catalog):
    view, [notice] = View.from_query({"state": ["CN", "RU"]}, catalog)
    assert view.states == "RU"
    assert "`RU`" in notice


def test_foreign_text_in_a_notice_is_short_and_cannot_act_as_markdown(catalog):
    _, [notice] = ask(catalog, sel="`[click](https://evil.example)`\n# " + "x" * 10_000)
    assert notice.count("`") == 2
    assert "\n" not in notice
    assert len(notice) < 250


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"start": date(1999, 1, 1)}, "within 2012-04-22 to 2023-07-23"),
        ({"start": date(2020, 1, 2), "end": date(2020, 1, 1)}, "days in order"),
        ({"kinds": ("parade",)}, "kinds holds parade"),
        ({"layers": ("tiles",)}, "layers holds tiles"),
        ({"confidence": ("sure",)}, "allowed: high, medium, low"),
        ({"states": "JP"}, "allowed: all, both, CN, RU"),
        ({"zoom": 5.0}, "together"),
        ({"centre": (35.0, float("nan")), "zoom": 5.0}, "the place is"),
    ],
)
def test_a_view_that_makes_no_sense_cannot_be_made(catalog, changes, says):
    with pytest.raises(ValueError, match=says):
        replace(View.default(catalog), **changes)


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2012-04-22", "2012-04-22", ["joint-sea-2012"]),
        ("2012-04-27", "2019-07-22", ["joint-sea-2012"]),
        ("2012-04-28", "2019-07-22", []),
        ("2023-07-11", "2023-07-19", ["visit-to-shanghai"]),
        ("2023-07-11", "2023-07-20", ["visit-to-shanghai", "north-2023"]),
    ],
)
def test_an_event_is_in_when_its_days_overlap_the_range(catalog, start, end, shown):
    view, _ = ask(catalog, from_=start, to=end)
    assert list(catalog.shown(view).index) == shown


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"state": "both"}, ["joint-sea-2012", "first-flight", "visit-to-shanghai"]),
        ({"state": "CN"}, ["north-2023"]),
        ({"state": "RU"}, ["strait-passage"]),
        ({"series": "joint-sea"}, ["joint-sea-2012"]),
        ({"sure": "low.medium"}, ["first-flight", "strait-passage"]),
        ({"kind": "port-call.transit", "state": "both"}, ["visit-to-shanghai"]),
    ],
)
def test_each_filter_chooses_its_events(catalog, query, shown):
    assert list(catalog.shown(ask(catalog, **query)[0]).index) == shown


@given(data=st.data())
def test_the_mask_agrees_with_the_filters_written_out_row_by_row(catalog, data):
    view = data.draw(views(catalog))

    def wanted(row):
        china, russia = "CN" in row["states"], "RU" in row["states"]
        return (
            row["start"] <= view.end.isoformat()
            and row["end"] >= view.start.isoformat()
            and row["kind"] in view.kinds
            and {"all": True, "both": china and russia, "CN": china and not russia, "RU": russia and not china}[
                view.states
            ]
            and view.series in (None, row["series"])
            and row["confidence"] in view.confidence
        )

    rows = catalog.layers["events"].rows.values()
    assert view.mask(catalog.columns).tolist() == [wanted(row) for row in rows]
    assert catalog.count(view) == len(catalog.shown(view)) == int(np.sum([wanted(row) for row in rows]))


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({}, "5 events of China and Russia at sea and in the air, Apr 2012 to Jul 2023"),
        ({"from": "2019-01-01", "to": "2021-12-31"}, "2 events of China and Russia at sea and in the air, Jan 2019 to Dec 2021"),
        ({"from": "2019-01-02", "to": "2021-12-31"}, "2 events of China and Russia at sea and in the air, 2 Jan 2019 to 31 Dec 2021"),
        ({"from": "2023-07-01"}, "2 events of China and Russia at sea and in the air, Jul 2023"),
        ({"from": "2019-07-23", "to": "2019-07-23"}, "1 event of China and Russia at sea and in the air, 23 Jul 2019"),
        ({"kind": "transit"}, "1 transit of China and Russia, Apr 2012 to Jul 2023"),
        ({"kind": "naval-exercise"}, "2 naval exercises of China and Russia, Apr 2012 to Jul 2023"),
        ({"kind": "meeting", "state": "both"}, "No meetings of China and Russia together, Apr 2012 to Jul 2023"),
        ({"kind": "transit.air-patrol", "state": "RU"}, "1 event of Russia without China, Apr 2012 to Jul 2023, only air patrols and transits"),
        ({"kind": "none"}, "No events of China and Russia, Apr 2012 to Jul 2023, no kind is chosen"),
        ({"series": "joint-sea"}, "1 event of China and Russia at sea and in the air, Apr 2012 to Jul 2023, of the series Joint Sea"),
        ({"sure": "high.medium"}, "4 events of China and Russia at sea and in the air, Apr 2012 to Jul 2023, of high or medium confidence"),
        ({"sure": "none"}, "No events of China and Russia at sea and in the air, Apr 2012 to Jul 2023, no confidence is chosen"),
    ],
)  # fmt: skip
def test_the_sentence_says_the_view_in_english(catalog, query, sentence):
    assert ask(catalog, **query)[0].describe(catalog) == sentence


def test_the_sentence_names_the_few_kinds_that_are_left_out(catalog):
    kinds = tuple(kind for kind in KINDS if kind not in ("port-call", "ashore", "meeting"))
    view = replace(View.default(catalog), kinds=kinds, start=date(2019, 1, 1))
    said = "3 events of China and Russia at sea and in the air, Jan 2019 to Jul 2023, without port calls, meetings and exercises ashore"
    assert view.describe(catalog) == said


def test_the_map_is_told_numbers_in_the_order_of_the_look(catalog):
    view, _ = ask(
        catalog, from_="2019-07-23", kind="naval-exercise.transit", state="RU", series="joint-sea", sure="low", show="seas.grid", sel="place.vladivostok"
    )  # fmt: skip
    assert view.map_state(catalog, theme="dark", fit=True) == {
        "from": 18100,
        "to": 19561,
        "kinds": 0b1001,
        "states": 3,
        "series": 1,
        "sure": 4,
        "layers": 0b1000001,
        "sel": "place.vladivostok",
        "theme": "dark",
        "fit": True,
    }
    assert View.default(catalog).map_state(catalog)["series"] == -1


def test_a_series_without_events_is_not_offered(tmp_path):
    write_layers(tmp_path, make_event("alone", "2020-01-01"))
    catalog = Catalog.load(tmp_path)
    assert ask(catalog, series="joint-sea")[0].series is None


def test_a_link_that_names_no_days_grows_with_the_data(tmp_path, catalog):
    longer = Catalog.load(write_layers(tmp_path, make_event("old", "2012-04-22"), make_event("later", "2030-01-01")))
    assert View.from_query(View.default(catalog).to_query(), longer)[0].end == date(2030, 1, 1)
