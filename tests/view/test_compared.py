"""The numbers of two views: each counts just what its own view lists, and none is lost."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny import make_event, write_layers

from atlas.catalog import Catalog
from atlas.look import KINDS
from atlas.view import View
from atlas.view.compared import BY, SEVERAL, compared, overlap, plain, whole
from atlas.view.pair import Pair
from tests.view.asking import views


@given(data=st.data())
def test_every_number_is_that_of_the_list_it_is_linked_to(catalog, data):
    pair = Pair(data.draw(views(catalog)), data.draw(views(catalog)))
    for by in BY:
        for line in compared(catalog, pair, by):
            assert line.first.n or line.second.n
            assert line.change == line.second.n - line.first.n
            for counted in (line.first, line.second):
                if counted.n:
                    mask = counted.view.mask(catalog.columns)
                    if counted.also:
                        kind, name = SEVERAL[by], counted.also.removeprefix(f"{SEVERAL[by].key}.")
                        mask &= kind((name,)).mask(catalog.columns)
                    assert mask.sum() == counted.n
                    assert counted.view == plain(counted.view)


@given(data=st.data())
def test_what_an_event_has_one_of_sums_to_all_events_and_the_overlap_does_too(catalog, data):
    pair = Pair(data.draw(views(catalog)), data.draw(views(catalog)))
    a, b = whole(catalog, pair)
    for by in ("kinds", "joint", "confidence"):
        lines = compared(catalog, pair, by)
        assert (sum(line.first.n for line in lines), sum(line.second.n for line in lines)) == (a.n, b.n)
    shared = overlap(catalog, pair)
    assert (len(shared.first) + len(shared.both), len(shared.second) + len(shared.both)) == (a.n, b.n)
    assert not set(shared.first) & set(shared.second)
    swapped = overlap(catalog, pair.swapped())
    assert (swapped.first, swapped.second, swapped.both) == (shared.second, shared.first, shared.both)


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Three transits: one of two ships, one of the first alone, one of the second alone."""
    both, one, two = ({"units": [{"ship": ship} for ship in ships]} for ships in (("x", "y"), ("x",), ("y",)))
    return Catalog.load(
        write_layers(
            tmp_path_factory.mktemp("ports"),
            make_event("both", "2020-01-01", kind="transit", **both),
            make_event("one", "2020-06-01", kind="transit", **one),
            make_event("two", "2021-06-01", kind="port-call", states=["CN"], **two),
            ships=[{"id": "x", "name": "Xi", "hull": None}, {"id": "y", "name": "Ypsilon", "hull": None}],
        )
    )


def test_ships_that_sailed_with_the_chosen_one_are_counted_beside_it(ports: Catalog):
    everything = View.default(ports)
    pair = Pair(replace(everything, ships=("x",)), everything)
    lines = {line.key: line for line in compared(ports, pair, "ships")}
    assert (lines["x"].first.n, lines["y"].first.n) == (2, 1)
    assert lines["x"].first.view == replace(everything, ships=("x",))
    assert (lines["y"].first.view, lines["y"].first.also) == (pair.first, "ship.y")
    assert lines["y"].second.view == replace(everything, ships=("y",))
    assert [(line.key, line.change) for line in compared(ports, pair, "ships")] == [("y", 1), ("x", 0)]


def test_lists_of_words_stand_in_their_order_and_empty_lines_are_left_out(ports: Catalog):
    year = replace(View.default(ports), start=date(2020, 1, 1), end=date(2020, 12, 31))
    lines = compared(ports, Pair(year, View.default(ports)), "kinds")
    assert [(line.name, line.first.n, line.second.n) for line in lines] == [("Transits", 2, 2), ("Port calls", 0, 1)]
    assert [line.key for line in lines] == [kind for kind in KINDS if kind in ("transit", "port-call")]
    assert [line.name for line in compared(ports, Pair(year, year), "states")] == ["China and Russia together"]
    assert set(SEVERAL) < set(BY)
