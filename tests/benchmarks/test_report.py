"""Targets and table: a verdict must not be better than the numbers."""

import pytest

from benchmarks.answers import API, PAGE, PEAK
from benchmarks.apps import ATLAS, DECK, EMPTY, OBJECTS
from benchmarks.report import cell, render
from benchmarks.samples import Results
from benchmarks.targets import (
    EXPORTS,
    K1,
    K10,
    K100,
    REAL,
    SECONDS,
    TARGETS,
    Target,
    above,
    most_answers,
    of,
    quantile,
    ratio,
    worst_export,
)


def results(*told: tuple[str, str, str, list[float]]) -> Results:
    """Make results of (app, world, measure, values)."""
    made = Results()
    for app, world, measure, values in told:
        for value in values:
            made.of(app, world).add(measure, value)
    return made


@pytest.mark.parametrize(
    ("value", "least", "words"),
    [
        (100, False, "met"),
        (101, False, "**missed** by 1%"),
        (150, False, "**missed** by 50%"),
        (100, True, "met"),
        (80, True, "**missed** by 20%"),
    ],
)
def test_a_verdict_says_by_how_much_a_target_is_missed(value: float, *, least: bool, words: str):
    assert Target("a thing", 100, " ms", lambda _: value, least=least).verdict(value) == words


def test_what_was_not_measured_is_neither_met_nor_missed():
    assert TARGETS
    for target in TARGETS:
        assert "not measured" in target.row(Results())


def test_the_worst_download_counts_and_each_has_a_row():
    found = results(
        ("events.csv", f"{EXPORTS} {REAL}", SECONDS, [0.1]), ("layers.zip", f"{EXPORTS} {REAL}", SECONDS, [3])
    )
    assert worst_export(SECONDS, REAL)(found) == 3
    assert worst_export(SECONDS, K10)(found) is None
    page = render(found, "1.0", 0.1, 7)
    assert "| events.csv | 0.10 | – | – |" in page
    assert "| layers.zip | 3.00 | – | – |" in page
    assert "**missed** by 50%" in page


def test_a_median_is_compared_and_of_several_sizes_the_worst():
    found = results((ATLAS.name, K1, "step", [10, 90, 20]), (ATLAS.name, K10, "step", [40]))
    assert of("step", K1)(found) == 20
    assert of("step", K1, K10, K100)(found) == 40


def test_a_ratio_and_a_difference_need_both_sides():
    found = results(
        (ATLAS.name, K1, "step", [50]), (OBJECTS.name, K1, "step", [1000]), (EMPTY.name, REAL, "server", [3])
    )
    assert ratio(of("step", K1), of("step", K1, app=OBJECTS.name))(found) == 1 / 20
    assert ratio(of("step", K10), of("step", K10, app=DECK.name))(found) is None
    assert above(of("step", K1), of("server", REAL, app=EMPTY.name))(found) == 47


def test_of_answers_the_slow_ones_count():
    assert quantile([5, 1, 9, 3]) == 9
    assert quantile(range(1, 101)) == 95
    found = results(
        (API, f"{API} {K10}", PAGE, [*range(1, 101)]),
        (API, f"{API} {K10}", PEAK, [321.4]),
        (ATLAS.name, K10, "step", [40]),
    )
    assert most_answers(PAGE, K10)(found) == 95
    assert most_answers(PAGE, K100)(found) is None
    page = render(found, "1.0", 0.1, 7)
    assert f"| {PAGE} | **50.5**, 95.0 |" in page
    assert f"| {PEAK} | **321** |" in page
    assert f"| {API} |" not in page


def test_a_cell_names_the_spread_and_fewer_runs():
    assert cell([3, 1, 2], usual=3) == "**2.0** (1.0–3.0)"
    assert cell([300, 100, 200], usual=7) == "**200** (100–300) ×3"
    assert cell([], usual=7) == "–"


def test_the_page_has_each_app_in_the_table_of_its_size_and_a_note_on_what_failed():
    found = results((ATLAS.name, K1, "step", [50]), (OBJECTS.name, K1, "step", [1000]), (DECK.name, K10, "jump", [70]))
    found.failed.append("clicks of something")
    page = render(found, "1.0", 0.1, 7)
    first, second = page.split(f"## {K1} events")[1].split(f"## {K10} events")
    assert f"| {ATLAS.name} | **50** (50–50) ×1 |" in first
    assert f"| {OBJECTS.name} |" in first
    assert f"| {DECK.name} | **70** (70–70) ×1 |" in second
    assert "* **Not measured**, clicks of something" in page
