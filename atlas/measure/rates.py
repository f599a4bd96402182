"""How often: counts of periods of unequal length made comparable.

Source: a Julian year has 365.25 days (IAU Style Manual, 1989). Error: none of its own; a count of few events is chance.
"""

from typing import Final

YEAR_DAYS: Final = 365.25
LEAST_DAYS: Final = 90


def per_year(n: int, days: int) -> float | None:
    """Give how many a year a count makes.

    Parameters
    ----------
    n : int
        What was counted in the period.
    days : int
        Length of the period, both ends inside.

    Returns
    -------
    float or None
        n / (days / 365.25), in counts a year (a Julian year); None for less than 90 days, which say nothing of a year.
        It is an average over the period, and says nothing of how the events lie in it.

    Raises
    ------
    ValueError
        If the count is negative or the period holds no day.
    """
    if n < 0 or days < 1:
        raise ValueError(f"the count is {n} of {days} days; allowed: a count from 0 and at least one day")
    return None if days < LEAST_DAYS else n * YEAR_DAYS / days
