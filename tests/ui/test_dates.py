"""The strip of time."""

from dataclasses import replace
from datetime import date

from atlas.catalog import Catalog
from atlas.ui.dates import Scale, chosen_range, histogram, monthly
from atlas.view import View
from tests.ui.markup import Markup


def test_the_bars_count_the_events_by_the_month_they_began_whatever_the_dates(tiny: Catalog):
    view = replace(View.default(tiny), start=date(2023, 1, 1))
    bars = monthly(tiny, view)
    assert sum(kinds.total() for kinds in bars.values()) == 5
    assert bars[date(2023, 7, 1)] == {"port-call": 1, "naval-exercise": 1}


def test_the_bars_follow_every_other_filter(tiny: Catalog):
    assert list(monthly(tiny, replace(View.default(tiny), kinds=("transit",)))) == [date(2021, 10, 1)]


def test_the_bars_say_the_kinds_to_those_who_do_not_see_the_colours(tiny: Catalog):
    assert 'title="Jul 2023: 1 naval exercise, 1 port call"' in histogram(tiny, View.default(tiny))


def test_moving_the_range_changes_the_range_and_not_the_bars(tiny: Catalog):
    all_days = View.default(tiny)
    some = replace(all_days, end=date(2020, 1, 1))
    assert histogram(tiny, some) == histogram(tiny, all_days)
    assert chosen_range(some) != chosen_range(all_days)


def test_no_event_at_all_gives_an_empty_strip(tiny: Catalog):
    assert Markup(histogram(tiny, replace(View.default(tiny), kinds=()))).tags <= {"div", "span"}


def test_the_scale_is_the_sliders_and_keeps_within_it():
    scale = Scale(date(2020, 1, 1), date(2020, 1, 11))
    assert [scale.at(date(2020, 1, day)) for day in (1, 6, 11)] == [0, 50, 100]
    assert scale.at(date(2030, 1, 1)) == 100
    assert Scale(date(2020, 1, 1), date(2020, 1, 1)).at(date(2020, 1, 1)) == 0
