"""Events by month and kind, and the address under which a browser finds them."""

import json
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from tiny import make_event, write_layers

from atlas.catalog import Catalog, default_catalog
from atlas.look import KINDS
from atlas.view import View
from atlas.view.months import address, by_month, path, written

APRIL_2012, JULY_2023 = (2012 - 1970) * 12 + 3, (2023 - 1970) * 12 + 6


def counts(catalog, view):
    """Give the months as {month: {kind: number}}."""
    rows = by_month(catalog, view)["months"]
    return {month: {kind: n for kind, n in zip(KINDS, row, strict=True) if n} for month, *row in rows}


def test_events_are_counted_in_the_month_in_which_they_began_whatever_the_range(catalog):
    view = replace(View.default(catalog), start=date(2023, 1, 1), end=date(2023, 1, 2))
    found = counts(catalog, view)
    assert sum(n for kinds in found.values() for n in kinds.values()) == len(catalog.events)
    assert found[JULY_2023] == {"port-call": 1, "naval-exercise": 1}
    assert found[APRIL_2012] == {"naval-exercise": 1}
    assert list(found) == sorted(found)


def test_every_other_filter_counts(catalog):
    everything = View.default(catalog)
    assert list(counts(catalog, replace(everything, kinds=("port-call",)))) == [JULY_2023]
    assert JULY_2023 not in counts(catalog, replace(everything, series="joint-sea"))
    assert counts(catalog, replace(everything, states="RU")) == {(2021 - 1970) * 12 + 9: {"transit": 1}}
    assert JULY_2023 in counts(catalog, replace(everything, confidence=("high",)))


def test_no_event_at_all_gives_no_month(catalog):
    assert by_month(catalog, replace(View.default(catalog), kinds=())) == {"months": []}


def test_days_before_1970_are_months_below_nought(tmp_path):
    old = Catalog.load(write_layers(tmp_path, make_event("old", "1969-12-31"), make_event("older", "1968-02-29")))
    assert list(counts(old, View.default(old))) == [-23, -1]


def test_the_real_events_are_all_counted_once_and_in_few_bytes(real):
    view = View.default(real)
    rows = by_month(real, view)["months"]
    assert sum(sum(row[1:]) for row in rows) == len(real.events)
    by_kind = dict(zip(KINDS, map(sum, zip(*(row[1:] for row in rows), strict=True)), strict=True))
    assert by_kind == real.kind_counts(view)
    assert len(written(real, view)) < 20 * len(real.events) + 200


def test_the_address_is_the_same_for_all_ranges_and_another_for_each_other_filter(catalog):
    everything = View.default(catalog)
    assert address(catalog, everything) == path(catalog)
    assert address(catalog, replace(everything, start=date(2020, 1, 1), selection="event.north-2023")) == path(catalog)
    others = [
        replace(everything, kinds=("transit",)),
        replace(everything, kinds=()),
        replace(everything, states="both"),
        replace(everything, series="joint-sea"),
        replace(everything, confidence=("low",)),
    ]
    assert len({address(catalog, view) for view in (everything, *others)}) == 1 + len(others)


def test_who_reads_the_address_counts_the_same(catalog):
    view = replace(View.default(catalog), kinds=("transit", "naval-exercise"), states="RU", confidence=("low", "high"))
    again, notices = View.from_query(parse_qs(urlsplit(address(catalog, view)).query), catalog)
    assert notices == []
    assert written(catalog, again) == written(catalog, view)
    assert json.loads(written(catalog, view)) == by_month(catalog, view)


def test_other_data_lie_at_another_path(catalog, tmp_path):
    same_day = Catalog.load(write_layers(tmp_path / "a", make_event("one", "2012-04-22")))
    same_month = Catalog.load(write_layers(tmp_path / "b", make_event("two", "2012-04-23")))
    assert len({path(catalog), path(same_day), path(same_month)}) == 3


@pytest.fixture(scope="session")
def real():
    return default_catalog()
