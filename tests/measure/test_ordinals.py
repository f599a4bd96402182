"""Numbers in a series: by hand, by the laws of counting, and against the numbers that the sources give."""

import json
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.measure.ordinals import Place, places

LAYERS = Path(__file__).parents[2] / "geodata" / "layers"
DAYS = st.dates(date(2005, 1, 1), date(2026, 12, 31))
SERIES = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=4), st.tuples(DAYS, st.integers(0, 40)), max_size=30
).map(lambda rows: {name: (start, start + timedelta(length)) for name, (start, length) in rows.items()})


def series(name: str) -> list[dict[str, Any]]:
    collection = json.loads((LAYERS / "events.geojson").read_text(encoding="utf-8"))
    return [row for feature in collection["features"] if (row := feature["properties"])["series"] == name]


def counted(name: str) -> dict[str, Place]:
    return places(
        {row["id"]: (date.fromisoformat(row["start"]), date.fromisoformat(row["end"])) for row in series(name)}
    )


def told(name: str, by: str) -> dict[str, int]:
    """Give the numbers that a state gives, by event."""
    own = {row["id"]: row["ordinal"] for row in series(name) if row["ordinal_by"] == by}
    return own | {row["id"]: other["n"] for row in series(name) for other in row["ordinal_other"] if other["by"] == by}


def test_two_stages_of_a_year_are_two_events_and_one_year():
    day = date.fromisoformat
    found = places(
        {
            "second": (day("2015-08-20"), day("2015-08-28")),
            "first": (day("2015-05-11"), day("2015-05-21")),
            "later": (day("2017-12-30"), day("2018-01-02")),
        }
    )
    assert found == {"first": Place(1, 1), "second": Place(2, 1), "later": Place(3, 2)}
    assert list(found) == ["first", "second", "later"]
    assert [place.fits(2) for place in found.values()] == [(), ("event",), ("year",)]
    assert [place.off(2) for place in found.values()] == [1, 0, -1]
    assert found["first"].fits(1) == ("event", "year")


def test_events_of_one_day_stand_in_the_order_of_their_last_days():
    day = date(2020, 1, 1)
    assert list(places({"b": (day, day), "c": (day, day), "a": (day, day)})) == ["a", "b", "c"]
    assert list(places({"a": (day, day + timedelta(3)), "b": (day, day)})) == ["b", "a"]
    assert places({}) == {}


@given(SERIES)
def test_the_numbers_run_from_one_and_years_never_run_ahead_of_events(days: dict[str, tuple[date, date]]):
    found = list(places(days).values())
    assert [place.event for place in found] == list(range(1, len(days) + 1))
    steps = [after.year - before.year for before, after in pairwise(found)]
    assert set(steps) <= {0, 1}
    assert all(place.year <= place.event for place in found)
    assert (found[-1].year if found else 0) == len({start.year for start, _ in days.values()})


@given(SERIES, st.randoms())
def test_the_order_in_which_events_are_listed_does_not_matter(days: dict[str, tuple[date, date]], chance: Any):
    names = list(days)
    chance.shuffle(names)
    assert places({name: days[name] for name in names}) == places(days)


@pytest.mark.parametrize(
    ("name", "by", "way", "least"),
    [
        ("joint-air-patrol", "CN", "event", 10),
        ("joint-naval-patrol", "CN", "event", 3),
        ("joint-naval-patrol", "RU", "year", 3),
        ("maritime-security-belt", "CN", "event", 1),
    ],
)
def test_the_list_gives_the_numbers_that_the_ministries_give(name: str, by: str, way: str, least: int):
    numbers = told(name, by)
    assert len(numbers) >= least
    found = counted(name)
    assert {event: getattr(found[event], way) for event in numbers} == numbers


def test_china_counted_joint_sea_by_stage_until_2022_and_by_year_since():
    found, numbers = counted("joint-sea"), told("joint-sea", "CN")
    assert {event[:14]: found[event].fits(number) for event, number in numbers.items()} == {
        "joint-sea-2021": ("event",),
        "joint-sea-2022": ("event",),
        "joint-sea-2025": ("year",),
        "joint-sea-2026": ("year",),
    }


def test_japan_counts_one_air_patrol_less_and_iran_two_exercises_more():
    found = counted("joint-air-patrol")
    assert {found[event].off(number) for event, number in told("joint-air-patrol", "JP").items()} == {-1}
    found = counted("maritime-security-belt")
    assert {found[event].off(number) for event, number in told("maritime-security-belt", "IR").items()} == {2}
