"""Sums: each is the number of events of its own view, whatever the view that is summed."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.catalog import Catalog, default_catalog
from atlas.look import KINDS
from atlas.view import View
from atlas.view.sums import by_sea, by_series, by_ship, by_states, by_year

REAL = default_catalog()
SPAN = [REAL.span[0], date(2015, 1, 1), date(2021, 7, 4), date(2025, 12, 30), REAL.span[1]]
VIEWS = st.builds(
    lambda days, fields: replace(View.default(REAL), start=min(days), end=max(days), **fields),
    st.lists(st.sampled_from(SPAN), min_size=2, max_size=2),
    st.fixed_dictionaries(
        {},
        optional={
            "kinds": st.lists(st.sampled_from(list(KINDS)), unique=True).map(tuple),
            "states": st.sampled_from(["all", "both", "CN", "RU"]),
            "series": st.sampled_from([None, "joint-sea", "joint-air-patrol"]),
            "areas": st.lists(st.sampled_from(["sea-of-japan", "qingdao", "pacific-ocean"]), unique=True).map(tuple),
            "ships": st.sampled_from([(), ("ru-varyag-011",), ("ru-pechenga", "cn-baotou-133")]),
            "confidence": st.sampled_from([("high",), ("high", "medium", "low")]),
        },
    ),
)


@settings(max_examples=60)
@given(VIEWS)
def test_each_sum_is_the_number_of_events_of_its_view(view: View):
    years = by_year(REAL, view)
    sums = [one for year in years for one in (year.whole, *year.kinds.values()) if one.n]
    sums += [*by_states(REAL, view), *by_sea(REAL, view), *by_series(REAL, view), *by_ship(REAL, view)]
    assert [one.n for one in sums] == [REAL.count(one.view) for one in sums]
    assert all(REAL.count(view) >= one.n for one in sums)


@settings(max_examples=30)
@given(VIEWS)
def test_kinds_make_up_their_year_and_states_make_up_the_whole(view: View):
    for year in by_year(REAL, view):
        assert sum(one.n for one in year.kinds.values()) == year.whole.n
        assert list(year.kinds) == list(KINDS)
    assert sum(one.n for one in by_states(REAL, view)) == REAL.count(view)
    assert sum(one.n for one in by_series(REAL, view)) <= REAL.count(view)


def test_what_ran_over_new_year_counts_in_both_years_and_only_there():
    years = {year.whole.name: year.whole.n for year in by_year(REAL, View.default(REAL))}
    over = [row for row in REAL.layers["events"].rows.values() if row["start"][:4] != row["end"][:4]]
    assert sum(years.values()) == len(REAL.columns.start) + len(over)
    assert years["2006"] == 0


def test_seas_stand_alone_the_most_first_and_a_bay_counts_for_its_sea(catalog: Catalog):
    sums = by_sea(catalog, View.default(catalog))
    assert {one.name: one.n for one in sums} == {"sea-of-japan": 3, "yellow-sea": 2}
    assert [one.n for one in sums] == [3, 2]


def test_areas_that_the_view_asks_for_stand_in_place_of_the_seas(catalog: Catalog):
    view = replace(View.default(catalog), areas=("qingdao",))
    assert [(one.name, one.n) for one in by_sea(catalog, view)] == [("qingdao", 2)]
