"""The ships of the register, each with its history."""

import pytest

from atlas.catalog import Catalog, default_catalog
from atlas.catalog.fleet import crews, history, names

REAL = default_catalog()


@pytest.mark.parametrize("ship", list(REAL.ships))
def test_a_ship_is_named_in_the_events_that_its_filter_finds(ship: str):
    columns, rows = REAL.columns, list(REAL.layers["events"].rows)
    found = {rows[place] for place in columns.ships.having([ship]).nonzero()[0]}
    told = history(REAL, ship)
    assert {event["id"] for event in told.events} == found == set(REAL.ships[ship]["events"])
    assert [event["start"] for event in told.events] == sorted(event["start"] for event in told.events)
    assert told.first is told.events[0]
    assert told.last["end"] == max(event["end"] for event in told.events)
    assert all(told.note(event["id"])["ship"] == ship for event in told.events)


def test_who_sails_beside_whom_is_the_same_from_both_sides():
    for ship in REAL.ships:
        for other, shared in history(REAL, ship).beside.items():
            assert history(REAL, other).beside[ship] == shared
            assert other != ship
            assert set(map(id, shared)) <= set(map(id, history(REAL, ship).events))
    counts = [len(shared) for shared in history(REAL, "ru-pechenga").beside.values()]
    assert counts == sorted(counts, reverse=True)


def test_passages_are_those_of_its_events_and_say_whether_they_name_it():
    told = history(REAL, "ru-gromkiy-335")
    events = {event["id"] for event in told.events}
    whole = [one.id for one in REAL.passings if one.event in events]
    assert sorted(one.id for one in (*told.passed, *told.about)) == sorted(whole)
    voyage = [one for one in REAL.passings if one.event == "gromkiy-sovershenniy-voyage-2023"]
    assert set(map(id, voyage)) <= set(map(id, told.passed))
    assert all("Grom" in one.who for one in told.passed)
    assert told.about
    assert not any("Grom" in one.who for one in told.about)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Gromky and Sovershennyy", True),
        ("Громкий (335)", True),
        ("three corvettes", False),
        ("Grom", False),
        (None, False),
        ("", False),
    ],
)
def test_a_ship_is_known_by_any_spelling_of_its_name(words: str | None, named: bool):  # noqa: FBT001
    assert names(words, REAL.ships["ru-gromkiy-335"]) is named


def test_a_ship_that_no_event_names_has_an_empty_history(catalog: Catalog):
    assert set(crews(catalog)) == {"ru-varyag", "cn-xian-153"}
    told = history(catalog, "ru-varyag")
    assert [event["id"] for event in told.events] == ["strait-passage", "visit-to-shanghai"]
    assert {other: len(shared) for other, shared in told.beside.items()} == {"cn-xian-153": 1}
    with pytest.raises(KeyError):
        history(catalog, "ru-nobody")
