"""The view: a link gives back what it was made from, nothing in a link can break it, and its sentence is English."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny import make_event, write_layers

from atlas.catalog import Catalog
from atlas.look import DEFAULT_LAYERS, KINDS
from atlas.view import View
from atlas.view.keys import KEYS
from tests.view.asking import ask, views

HINTS = [
    "2020-01-01", "2023-07-20", "2035-01-01", "1990-12-31", "transit", "none", "transit.none.x", "CN", "both", "joint-sea",
    "yellow-sea", "qingdao.sea-of-japan", "ru-varyag", "tsushima.tsugaru", "announced", "place", "high.low",
    "event.joint-sea-2012", "35.10_131.60_5", "nan_0_0", "91_0_5", "-0.001_-180_0", "1", "2", "`", "[x](//evil.example)", "١", "\x00", "\u202e", "9" * 400, "1e999", "-", "...", "2020-01-01\n", "\ud800",
]  # fmt: skip
VALUES = st.sampled_from(HINTS) | st.text()


@given(data=st.data())
def test_a_link_gives_back_the_view_it_was_made_from(catalog, data):
    view = data.draw(views(catalog))
    again, notices = View.from_query(parse_qs(view.link()[1:]), catalog)
    assert again == view
    assert notices == []
    assert again.to_query() == view.to_query()


@given(data=st.data())
def test_two_views_that_show_the_same_have_one_link(catalog, data):
    view = data.draw(views(catalog))
    for field in ("kinds", "areas", "ships", "passages", "joint", "confidence", "layers"):
        chosen = getattr(view, field)
        assert replace(view, **{field: (*reversed(chosen), *chosen)}).link() == view.link()


@given(pairs=st.dictionaries(st.sampled_from([*KEYS, "embed", "foo"]) | st.text(), st.lists(VALUES, max_size=3)))
def test_whatever_a_link_holds_a_view_comes_out_with_sentences_of_one_line(catalog, pairs):
    view, notices = View.from_query(pairs, catalog)
    assert View.from_query(parse_qs(view.link()[1:]), catalog) == (view, [])
    assert view.describe(catalog)
    for notice in notices:
        assert notice.isprintable()
        assert notice.endswith(".")
        assert notice.count("`") % 2 == 0


@given(query=st.text() | st.binary().map(quote))
def test_no_text_behind_the_question_mark_raises(catalog, query):
    view, _ = View.from_query(parse_qs(query, keep_blank_values=True), catalog)
    assert View.from_query(parse_qs(view.link()[1:]), catalog) == (view, [])


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
        ("area", "atlantis", "ids of areas, such as east-china-sea"),
        ("ship", "Varyag", "ids of ships, such as ru-gromkiy-335"),
        ("strait", "none", "ids of straits, such as miyako"),
        ("joint", "perhaps", "announced, observed, separate"),
        ("sure", "certain", "high, medium, low"),
        ("basis", "guess", "coordinates, bearing-distance, place, sea, inferred"),
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
        ({"joint": ("perhaps",)}, "joint holds perhaps"),
        ({"basis": "guess"}, "basis is 'guess'; allowed: coordinates"),
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


def test_a_series_without_events_is_not_offered(tmp_path):
    write_layers(tmp_path, make_event("alone", "2020-01-01"))
    catalog = Catalog.load(tmp_path)
    assert ask(catalog, series="joint-sea")[0].series is None


def test_a_link_that_names_no_days_grows_with_the_data(tmp_path, catalog):
    longer = Catalog.load(write_layers(tmp_path, make_event("old", "2012-04-22"), make_event("later", "2030-01-01")))
    assert View.from_query(View.default(catalog).to_query(), longer)[0].end == date(2030, 1, 1)
