"""One name, many spellings: each finds the others, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.catalog import default_catalog
from atlas.catalog.called import called
from atlas.spelling import findable, finds, words


@pytest.mark.parametrize(
    "spellings",
    [
        "Sovershenniy Sovershennyy Sovershenny Sovershennyi Совершенный",
        "Gromkiy Gromky Gromkii Громкий",
        "Panteleyev Panteleev Пантелеев",
        "Gremyashchiy Gremyashchy Gremyaschiy Гремящий",
        "Tsydenzhapov Tsidenzhapov Цыденжапов",
        "Pyotr Petr Пётр",
        "Boiky Boyky Бойкий",
        "Volkhov Volhov Волхов",
        "Varyag Variag Варяг",
        "Yelnya Elnya Ельня",
        "Vyaz'ma Vyazma Вязьма",
        "Nikolay Nikolai Николай",
        "Kamchatsky Kamchatskiy Камчатский",
        "Tributs Tributz Трибуц",
        "Xi'an Xian XI’AN",
        "Hachijō Hachijo",
        "Soya Sōya",
    ],
)
def test_each_spelling_finds_every_other(spellings: str):
    names = spellings.split()
    assert [(typed, name) for typed in names for name in names if not finds(typed, findable([name]))] == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Gromkiy", "Rezkiy"),
        ("Sovershenniy", "Soversheno"),
        ("vershenniy", "Sovershenniy"),
        ("33", "1335"),
        ("Xian", "Xining"),
        ("Rezkiy 335", "Rezkiy 343"),
        ("333", "3"),
        ("ye", "Elnya"),
        ("Anshan", "Ma'anshan"),
    ],
)
def test_what_is_another_name_is_not_found(typed: str, name: str):
    assert not finds(typed, findable([name]))


def test_every_word_counts_and_its_beginning_is_enough():
    hay = findable(["Gromkiy 335", "Miyako Strait (Okinawa - Miyako)", "南昌号"])
    for typed in ("grom", "okin MIYA", "335 gromky", "strait", "南昌", "昌", ""):
        assert finds(typed, hay), typed
    assert not finds("gromkiy tsugaru", hay)


def test_every_ship_is_found_by_each_of_its_names():
    catalog = default_catalog()
    missed = []
    for event, row in catalog.layers["events"].rows.items():
        hay = findable(called(catalog, event))
        for ship in filter(None, (catalog.ships.get(unit.get("ship") or "") for unit in row["units"])):
            names = [ship["name"], *ship["aliases"], *ship["names"].values(), ship["hull"] or ""]
            missed += [(event, name) for name in names if not finds(name, hay)]
    assert missed == []


@given(st.text(max_size=30))
def test_any_beginning_of_a_word_finds_it_whatever_its_case(text: str):
    hay = findable([text])
    for word in words(text):
        assert all(
            finds(word[:end].upper(), hay) or word[:end].upper().lower() != word[:end] for end in range(1, len(word))
        )
