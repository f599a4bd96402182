"""What is made once is kept, and not too much of it."""

from atlas.ui.kept import Kept


def test_a_thing_is_made_once_for_each_key():
    made: list[str] = []
    kept: Kept[str] = Kept(2)
    for key in ("a", "b", "a", "a"):
        assert kept.get(key, lambda key=key: made.append(key) or key.upper()) == key.upper()
    assert made == ["a", "b"]


def test_the_thing_not_asked_for_the_longest_goes_first():
    kept: Kept[int] = Kept(2)
    for key in ("a", "b", "a", "c"):
        kept.get(key, lambda: 1)
    assert kept.get("a", lambda: 2) == 1
    assert kept.get("b", lambda: 2) == 2
