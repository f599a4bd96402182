"""Where a sighting lies and where an event's mark stands."""

import pytest

from atlas.build.locate import in_box, mark_of
from tests.build.water import located


def test_the_mark_stands_on_the_exercise_area_though_another_point_is_sharper():
    assert mark_of([located(1, 130, 35, radius=5), located(2, 132, 42, radius=90, role="exercise-area")]) == (132, 42)


def test_without_an_exercise_area_the_sharpest_point_of_the_region_goes_before_one_far_away():
    far, near, blurred = located(1, 20, 55, radius=5), located(2, 130, 35, radius=20), located(3, 131, 36, radius=60)
    assert mark_of([far, blurred, near]) == (130, 35)
    assert mark_of([far]) == (20, 55)


def test_what_cannot_be_drawn_makes_no_mark():
    assert mark_of([located(1, 130, 35, drawable=False, role="exercise-area")]) is None
    assert mark_of([]) is None


def test_of_two_equal_points_the_first_is_taken():
    assert mark_of([located(1, 130, 35), located(2, 131, 36)]) == (130, 35)


@pytest.mark.parametrize(
    ("point", "inside"), [((105, 10), True), ((165, 60), True), ((104.9, 30), False), ((-170, 50), False)]
)
def test_the_region_reaches_from_105_to_165_east_and_10_to_60_north(point, inside):
    assert in_box(point) is inside
