"""Hours between sightings as far as dates and clocks tell them, and the speeds that follow."""

from datetime import date

import pytest

from atlas.measure.speeds import hours_between, knots, too_fast

ONE, TWO = date(2023, 7, 28), date(2023, 7, 29)


@pytest.mark.parametrize(
    ("left", "reached", "hours"),
    [
        ((ONE, "15:00"), (TWO, "03:30"), 12.5),
        ((ONE, "06:44-07:14"), (ONE, "07:49"), 0.5833),
        ((ONE, "23:00-01:00"), (TWO, "03:00"), 2),
        ((ONE, "08:00"), (TWO, None), 24),
        ((ONE, None), (TWO, None), 24),
        ((ONE, None), (ONE, None), None),
        ((ONE, "08:00"), (ONE, "08:00"), None),
        ((TWO, None), (ONE, None), None),
    ],
)
def test_hours_are_as_exact_as_what_is_told(left, reached, hours):
    assert hours_between(left, reached) == hours


def test_knots_are_nautical_miles_an_hour():
    assert knots(185.2, 10) == pytest.approx(10)
    assert knots(185.2, None) is None


def test_too_fast_is_above_30_knots_for_ships_and_1000_kilometres_an_hour_for_aircraft():
    assert not too_fast(30 * 1.852, 1, aircraft=False)
    assert too_fast(30.1 * 1.852, 1, aircraft=False)
    assert not too_fast(1000, 1, aircraft=True)
    assert too_fast(1001, 1, aircraft=True)
    assert not too_fast(1e6, None, aircraft=True)
