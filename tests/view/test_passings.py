"""Which passages a view shows: those of its events, on its days."""

from dataclasses import replace
from datetime import date

from atlas.catalog import default_catalog
from atlas.view import View
from atlas.view.passings import passings_of

real = default_catalog()
everything = View.default(real)


def test_a_view_of_everything_shows_every_passage():
    assert passings_of(real, everything) == real.passings


def test_filters_of_events_hold_for_their_passages():
    flights = passings_of(real, replace(everything, kinds=("air-patrol",)))
    assert flights
    assert {real.event(one.event)["kind"] for one in flights} == {"air-patrol"}


def test_of_a_long_voyage_only_the_passages_of_the_days_are_shown():
    voyage = "gromkiy-sovershenniy-voyage-2023"
    of_june = replace(everything, start=date(2023, 6, 1), end=date(2023, 6, 30))
    assert [one.strait for one in passings_of(real, of_june) if one.event == voyage and one.told] == ["miyako"]
    of_all = [one.strait for one in real.passings if one.event == voyage and one.told]
    assert of_all == ["tsushima", "miyako", "kuba-taisho"]


def test_one_that_may_lie_within_the_days_is_shown():
    patrol = "joint-naval-patrol-2026"
    for day, shown in [(date(2026, 7, 13), True), (date(2026, 7, 20), True), (date(2026, 7, 12), False)]:
        view = replace(everything, start=day, end=day)
        assert any(one.event == patrol for one in passings_of(real, view)) == shown
