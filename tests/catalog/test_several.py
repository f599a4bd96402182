"""Lists of names an event, as numbers: every list comes back, and a choice finds what has any of it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.catalog.several import Several, with_wider

NAMES = [f"n{number}" for number in range(8)]


@given(lists=st.lists(st.lists(st.sampled_from(NAMES))), chosen=st.lists(st.sampled_from([*NAMES, "unheard-of"])))
def test_a_choice_finds_the_events_that_have_any_of_the_names(lists, chosen):
    several = Several.of(NAMES, lists)
    assert several.having(chosen).tolist() == [bool(set(own) & set(chosen)) for own in lists]
    back = [several.places[one:two].tolist() for one, two in zip(several.first, several.first[1:], strict=False)]
    assert back == [sorted({NAMES.index(name) for name in own}) for own in lists]
    assert set(several.used) == {name for own in lists for name in own}


def test_a_name_that_is_not_known_is_left_out_and_has_no_place():
    several = Several.of(["a", "b"], [["b", None, "c"], []])
    assert several.having(["c"]).tolist() == [False, False]
    assert several.place("b") == 1
    with pytest.raises(KeyError):
        several.place("c")


def test_the_arrays_cannot_be_written_to():
    several = Several.of(["a"], [["a"]])
    for array in (several.first, several.places):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = np.int32(1)


def test_wider_names_follow_each_other_and_a_circle_ends():
    assert with_wider({"bay": ["gulf"], "gulf": ["sea"], "sea": [], "a": ["b"], "b": ["a"]}) == {
        "bay": {"bay", "gulf", "sea"},
        "gulf": {"gulf", "sea"},
        "sea": {"sea"},
        "a": {"a", "b"},
        "b": {"a", "b"},
    }
