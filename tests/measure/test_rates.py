"""Counts a year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.measure.rates import LEAST_DAYS, per_year


def test_a_julian_year_of_events_is_as_many_a_year():
    assert per_year(1461, 1461) == pytest.approx(365.25)
    assert per_year(20, 366) == pytest.approx(19.959, abs=1e-3)
    assert per_year(0, 5000) == 0


def test_few_days_say_nothing_of_a_year():
    assert per_year(3, LEAST_DAYS - 1) is None
    assert per_year(3, LEAST_DAYS) is not None


@given(n=st.integers(0, 10**6), days=st.integers(LEAST_DAYS, 10**5), times=st.integers(1, 20))
def test_the_same_pace_over_a_longer_time_is_the_same_rate(n, days, times):
    assert per_year(n * times, days * times) == pytest.approx(per_year(n, days))


@pytest.mark.parametrize(("n", "days"), [(-1, 100), (1, 0), (1, -5)])
def test_what_cannot_be_is_refused(n, days):
    with pytest.raises(ValueError, match="allowed"):
        per_year(n, days)
