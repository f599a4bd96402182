"""Two views in one link: it gives back what it was made from, nothing in it can break it, and no second one says the same."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.catalog import Catalog
from atlas.view import View
from atlas.view.keys import KEYS, link_table
from atlas.view.pair import FILTER_KEYS, PAIR_KEYS, Pair
from tests.view.asking import views
from tests.view.test_view import VALUES
from tools.server import ROOT


def read(catalog: Catalog, query: str) -> tuple[Pair, list[str]]:
    return Pair.from_query(parse_qs(query, keep_blank_values=True), catalog)


def written(pair: Pair) -> str:
    return urlencode(pair.to_query())


@st.composite
def pairs_of_views(draw, catalog):
    plain = View.default(catalog)
    usual = Pair.usual(plain)
    some = st.sampled_from([plain, usual.first, usual.second]) | views(catalog)
    return Pair(draw(some), draw(some))


@given(data=st.data())
def test_a_link_gives_back_both_views_and_is_the_only_one(catalog, data):
    pair = data.draw(pairs_of_views(catalog))
    again, notices = read(catalog, written(pair))
    assert (again, notices) == (pair, [])
    assert again.to_query() == pair.to_query()
    assert list(pair.to_query())[-1:] in ([], ["v"])


@given(data=st.data())
def test_swapping_twice_changes_nothing_and_once_takes_the_filters_across(catalog, data):
    pair = data.draw(pairs_of_views(catalog))
    swapped = pair.swapped()
    assert swapped.swapped() == pair
    assert swapped.filters == pair.filters[::-1]
    assert swapped.first.selection == pair.first.selection


SECOND = [f"b.{key}" for key in KEYS] + ["b", "b.", "b.b.from", "b.foo"]


@given(pairs=st.dictionaries(st.sampled_from([*KEYS, *SECOND, "embed"]) | st.text(), st.lists(VALUES, max_size=3)))
def test_whatever_a_link_holds_two_views_come_out_with_sentences_of_one_line(catalog, pairs):
    pair, notices = Pair.from_query(pairs, catalog)
    assert read(catalog, written(pair)) == (pair, [])
    for notice in notices:
        assert notice.isprintable()
        assert notice.endswith(".")


@given(query=st.text() | st.binary().map(quote))
def test_no_text_behind_the_question_mark_raises(catalog, query):
    pair, _ = read(catalog, query)
    assert read(catalog, written(pair)) == (pair, [])


def test_the_empty_link_compares_the_last_whole_year_with_the_year_before(catalog):
    pair, notices = read(catalog, "")
    assert notices == []
    assert catalog.span == (date(2012, 4, 22), date(2023, 7, 23))
    assert (pair.first.start, pair.first.end) == (date(2021, 1, 1), date(2021, 12, 31))
    assert (pair.second.start, pair.second.end) == (date(2022, 1, 1), date(2022, 12, 31))
    assert pair.to_query() == {}
    assert read(catalog, "sel=place.vladivostok&at=35.00_131.00_5&v=1")[0].filters == pair.filters


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (date(2019, 1, 1), date(2020, 12, 31), (2019, 2020)),
        (date(2019, 1, 2), date(2020, 12, 31), None),
        (date(2018, 5, 1), date(2020, 12, 30), None),
    ],
)
def test_a_span_without_two_whole_years_is_compared_with_itself(first, last, years):
    pair = Pair.usual(View((first, last), first, last))
    found = (pair.first.start.year, pair.second.start.year)
    assert found == (years or (first.year, first.year))
    assert years or pair.first == pair.second
    assert pair.to_query() == {}


def test_one_view_is_compared_with_everything_and_everything_with_itself_is_said(catalog):
    mine, notices = read(catalog, "kind=transit")
    assert notices == []
    assert mine.second.filters == View.default(catalog).filters
    whole = Pair(View.default(catalog), View.default(catalog))
    assert whole.to_query() == {"b": "all", "v": "1"}
    assert read(catalog, "b=all") == (whole, [])


def test_the_second_views_keys_stand_behind_those_of_the_first(catalog):
    plain = View.default(catalog)
    pair = Pair(
        replace(plain, states="both", layers=("grid",), selection="place.vladivostok"),
        replace(plain, start=date(2019, 1, 1), ships=("ru-gromkiy-335",), centre=(1.0, 2.0), zoom=3.0),
    )
    assert written(pair) == ("state=both&show=grid&sel=place.vladivostok&b.from=2019-01-01&b.ship=ru-gromkiy-335&v=1")


def test_what_cannot_be_read_of_the_second_view_is_named_as_the_link_has_it(catalog):
    pair, notices = read(
        catalog, "b.state=moon&b.from=2021-01-01&b.to=2020-01-01&b.at=1_2_3&b=some&b.kind=transit&b.kind=none"
    )
    assert pair.second.kinds == ("transit",)
    assert "b.state=`moon`" in " ".join(notices)
    assert "b.from and b.to in reverse" in " ".join(notices)
    assert "`b.at`" in " ".join(notices)
    assert "b=`some`; allowed: all." in " ".join(notices)


def test_two_spans_are_refused():
    one = View((date(2019, 1, 1), date(2020, 1, 1)), date(2019, 1, 1), date(2020, 1, 1))
    other = View((date(2019, 1, 1), date(2020, 1, 2)), date(2019, 1, 1), date(2020, 1, 1))
    with pytest.raises(ValueError, match="allowed: two that are equal"):
        Pair(one, other)


def test_the_docs_tell_every_key_with_an_example_that_can_be_read(catalog):
    assert link_table(PAIR_KEYS) in (ROOT / "docs" / "links.md").read_text(encoding="utf-8")
    assert set(FILTER_KEYS) == set(KEYS) - {"show", "sel", "at", "v"}
    for told in PAIR_KEYS.values():
        pair, notices = read(catalog, told.example)
        assert notices == []
        assert written(pair) == f"{told.example}&v=1"
