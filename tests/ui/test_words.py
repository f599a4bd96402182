"""Dates, numbers and codes in words."""

from datetime import date

import pytest

from atlas.catalog import Catalog
from atlas.ui import words


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2021-10-17", "17 Oct 2021"),
        (date(2021, 1, 2), "2 Jan 2021"),
        ("2021-10", "Oct 2021"),
        ("2021", "2021"),
        (None, "undated"),
    ],
)
def test_a_day_is_said_as_far_as_it_is_known(value: str | date | None, said: str):
    assert words.day(value) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2021-10-17", "2021-10-17", "17 Oct 2021"),
        ("2021-10-17", None, "17 Oct 2021"),
        ("2021-10-17", "2021-10-23", "17–23 Oct 2021"),
        ("2021-10-30", "2021-11-02", "30 Oct – 2 Nov 2021"),
        ("2021-12-28", "2022-01-03", "28 Dec 2021 – 3 Jan 2022"),
    ],
)
def test_a_range_names_month_and_year_once(first: str, last: str | None, said: str):
    assert words.days(first, last) == said


@pytest.mark.parametrize(
    ("start", "end", "precision", "said"),
    [
        ("2021-10-17", "2021-10-23", "day", "17–23 Oct 2021"),
        ("2023-05-15", "2023-05-20", "month", "May 2023 (day not told)"),
        ("2023-05-15", "2023-07-11", "month", "May 2023 to 11 Jul 2023 (first day not told)"),
    ],
)
def test_an_event_of_which_only_the_month_is_known_shows_no_first_day(start: str, end: str, precision: str, said: str):
    assert words.span({"start": start, "end": end, "date_precision": precision}) == said


@pytest.mark.parametrize(
    ("precision", "said"),
    [
        ("day", "27 Jun"),
        ("week", "week of 27 Jun"),
        ("month", "Jun 2023"),
        ("reported", "by 27 Jun"),
        ("inferred", "about 27 Jun"),
        ("unknown", "no day"),
    ],
)
def test_the_day_of_a_sighting_is_no_more_exact_than_told(precision: str, said: str):
    assert words.told_day({"date": "2023-06-27", "date_end": None, "date_precision": precision}) == said


def test_a_sighting_without_a_date_has_no_day():
    assert words.told_day({"date": None, "date_precision": "day"}) == "no day"


@pytest.mark.parametrize(
    ("value", "said"), [(3, "3"), (3.04, "3"), (14.25, "14.2"), (1338.4, "1,338"), (250.6, "251"), (0, "0")]
)
def test_numbers_carry_no_more_decimals_than_they_need(value: float, said: str):
    assert words.number(value) == said


def test_counts_agree_with_their_noun():
    assert words.count(1, "event") == "1 event"
    assert words.count(1200, "event") == "1,200 events"
    assert words.count(2, "strait passed", "straits passed") == "2 straits passed"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("N", "north"),
        ("SW", "south-west"),
        ("NNE", "north-north-east"),
        ("WSW", "west-south-west"),
        (None, None),
        ("up", "up"),
    ],
)
def test_compass_points_are_written_out(code: str | None, said: str | None):
    assert words.heading(code) == said


def test_words_are_listed_as_a_person_would():
    assert words.listed([]) == ""
    assert words.listed(["a"]) == "a"
    assert words.listed(["a", "b", "c"]) == "a, b and c"


def test_durations_of_two_days_and_more_are_said_in_days():
    assert words.hours(20.5) == "20.5 h"
    assert words.hours(72) == "3 days"


def test_codes_that_nobody_knows_stand_as_they_are():
    assert words.state("XX") == "XX"
    assert words.language("tlh") == "tlh"
    assert words.series("joint-air-patrol") == "Joint air patrol"
    assert words.series("mosi") == "MOSI"


def test_no_sign_in_a_label_means_anything_to_markdown():
    assert words.plain("**a** [b](c) :red[d]\n# e") == r"\*\*a\*\* \[b\]\(c\) \:red\[d\] \# e"


def test_every_language_of_a_source_or_a_name_has_a_name(real: Catalog):
    tables = [*(layer.rows for layer in real.layers.values()), *real.tables.values()]
    told = {row["lang"] for row in real.sources.values() if row.get("lang")}
    told |= {lang for rows in tables for row in rows.values() for lang in row.get("names") or ()}
    assert [lang for lang in sorted(told) if words.language(lang) == lang] == []
