"""Told and computed crossings held against each other."""

import pytest

from atlas.build.agreement import compare
from atlas.build.told import seen_in_gate
from tests.build.water import GATES, event, located, maker, told


def straight(points, _wall):
    return points


EAST = [located(1, 130, 37), located(2, 133, 37, day="2023-07-03")]


def agreement(stops, *passages):
    whole = event(*passages)
    legs = maker(straight).legs_of(whole, stops)
    return compare([whole], {"trip": stops}, {"trip": legs}, GATES)


def passage(name, direction=None, day="2023-07-02", **fields):
    return {"passage": name, "direction": direction, "date": day, "who": "three ships", "sources": ["a"], **fields}


def test_a_told_passage_that_a_leg_shows_is_found_and_names_the_leg():
    (row,) = agreement(EAST, passage("north", "E")).rows
    assert (row["told"], row["computed"], row["how"], row["leg"]) == (True, True, "leg", "trip-r1-l01")
    assert row["id"] == "trip-c01"


def test_a_name_for_two_gates_is_found_by_either_and_the_row_names_the_gate():
    (row,) = agreement(EAST, passage("either", "NE")).rows
    assert (row["passage"], row["direction"], row["computed"]) == ("north", "NE", True)


@pytest.mark.parametrize(
    "wrong",
    [
        passage("south", "E"),
        passage("north", "W"),
        passage("north", "E", day="2023-07-05"),
        passage("north", "E", day="2023-06-29"),
    ],
    ids=["another strait", "the other way", "two days late", "two days early"],
)
def test_a_told_passage_that_does_not_fit_is_a_difference_and_so_is_the_crossing_left_over(wrong):
    found = agreement(EAST, wrong | {"explanation": "nothing is placed before the strait"})
    assert [(row["told"], row["computed"]) for row in found.rows] == [(True, False), (False, True)]
    assert found.share == 0
    lines = list(found.lines())
    assert lines[0].startswith("told crossings found: 0 of 1 (0 %)")
    assert any("told, not found: trip" in line and "nothing is placed" in line for line in lines)
    assert any("found, not told: trip-r1-l01: north E" in line for line in lines)


def test_a_day_before_or_after_the_leg_still_fits_and_no_day_fits_always():
    for day in ("2023-06-30", "2023-07-04", None):
        assert agreement(EAST, passage("north", "E", day=day)).share == 1


def test_one_crossing_answers_to_one_told_passage_only():
    found = agreement(EAST, passage("north", "E"), passage("north", "E"))
    assert (found.told, found.found) == (2, 1)


def test_there_and_back_answer_to_two_told_passages_each_by_its_own_way():
    stops = [*EAST, located(3, 130, 37, day="2023-07-05")]
    found = agreement(stops, passage("north", "W", day="2023-07-04"), passage("north", "E", day="2023-07-02"))
    assert [row["leg"] for row in found.rows] == ["trip-r1-l02", "trip-r1-l01"]


def test_a_sighting_in_the_gate_with_the_told_heading_counts_as_found():
    stops = [located(1, 131.45, 36.5, route=None, heading="NE", radius=20)]
    (row,) = agreement(stops, passage("north", "E", day="2023-07-01")).rows
    assert (row["computed"], row["how"], row["leg"], row["remark"]) == (
        True,
        "seen in the gate",
        None,
        "sighting trip-s01",
    )


@pytest.mark.parametrize(
    ("spot", "direction", "seen"),
    [
        (located(1, 131.45, 36.5, heading="E"), "E", True),
        (located(1, 131.45, 36.5, heading="W"), "E", False),
        (located(1, 131.45, 36.5, heading="N"), "E", False),
        (located(1, 131.45, 36.5), "E", False),
        (located(1, 131.45, 36.5), None, True),
        (located(1, 131.30, 36.5, heading="E"), "E", False),
        (located(1, 131.30, 36.5, heading="E", radius=20), "E", True),
        (located(1, 131.45, 36.5, heading="E", day="2023-07-04"), "E", False),
        (located(1, 131.45, 36.5, heading="E", day="2023-06-20", date_end="2023-07-03"), "E", True),
    ],
)
def test_what_counts_as_seen_in_the_gate(spot, direction, seen):
    assert seen_in_gate(told("north", direction), spot, GATES) is seen


def test_the_group_that_is_named_answers_first():
    stops = [*EAST, located(3, 130, 37, route=None)]
    other = [passage("north", "E", who="nobody we know")]
    assert agreement(stops, *other).share == 1


def test_without_any_told_passage_nothing_is_missing():
    found = agreement(EAST)
    assert found.share == 1
    assert [row["told"] for row in found.rows] == [False]
