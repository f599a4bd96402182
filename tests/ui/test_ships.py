"""The register of ships and the page of one: each number is the length of its list, each ship is found and whole."""

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest
from tiny import make_event, write_layers

from atlas import catalog as rooms
from atlas.catalog import Catalog
from atlas.catalog.fleet import history
from atlas.spelling import finds
from atlas.ui.ships import page, register
from atlas.view import View
from tests.ui.markup import Markup
from tests.ui.opened import opened, pairs

NUMBER = re.compile(r'<a href="(\./events\?[^"]*)"[^>]*data-count="(\d+)"')


def numbers(html: str, catalog: Catalog) -> list[tuple[int, int]]:
    """Give each number that is a link, and how many events its list holds."""
    found = []
    for href, n in NUMBER.findall(html):
        view, notices = View.from_query(parse_qs(urlsplit(unescape(href)).query), catalog)
        assert notices == []
        found.append((int(n), catalog.count(view)))
    return found


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize(
    ("fields", "ships"),
    [
        ({}, 133),
        ({"start": date(2023, 7, 1), "end": date(2023, 7, 31)}, 14),
        ({"ships": ("ru-gromkiy-335", "cn-baotou-133"), "kinds": ("naval-exercise", "transit")}, 2),
        ({"kinds": ("air-patrol",)}, 0),
    ],
)
def test_each_number_of_the_register_is_that_of_its_list(real: Catalog, fields: dict, ships: int):
    made = register.made(real, replace(View.default(real), **fields))
    found = numbers(made.partition("<tbody")[2], real)
    assert len(found) == ships
    assert all(told == counted > 0 for told, counted in found)
    assert f"{ships} ships are named in" in Markup(made).text


def test_the_register_leads_to_all_ships_where_it_shows_some(real: Catalog):
    made = register.made(real, replace(View.default(real), kinds=("air-patrol",)))
    assert "133 other ships of the register are not named in them: show all 133." in Markup(made).text
    assert '<a href="./ships"' in made
    assert "<table" not in made


@pytest.mark.parametrize("typed", ["Sovershennyy", "совершенный", "333", "steregush", "russia"])
def test_a_ship_is_found_by_any_spelling(real: Catalog, typed: str):
    made = register.made(real, View.default(real))
    (hay,) = re.findall(r'<tr data-find="([^"]*)"><th scope="row"[^>]*data-key="Sovershenniy"', made)
    assert finds(typed, hay)
    assert not finds("varyag", hay)


def test_first_and_last_seen_are_those_of_the_view(real: Catalog):
    view = replace(View.default(real), start=date(2022, 1, 1), end=date(2022, 12, 31), ships=("ru-varyag-011",))
    words = Markup(register.made(real, view)).text
    shown = [row for row in history(real, "ru-varyag-011").events if row["start"][:4] == "2022"]
    assert (shown[0]["start"], shown[-1]["end"]) == ("2022-01-18", "2022-12-27")
    assert "18 Jan 2022" in words
    assert "27 Dec 2022" in words


def test_every_ship_has_its_page_and_each_number_on_it_is_that_of_its_list(real: Catalog):
    everything = View.default(real)
    for name in real.ships:
        made = page.made(real, history(real, name), everything)
        found = numbers(made.top + made.side, real)
        assert found
        assert all(told == counted for told, counted in found), name
        assert found[0][0] == sum(told for told, _ in found[1 : 1 + made.top.count("data-count") - 1])
        assert len(made.chart.rows) == found[0][0]


def test_the_ships_beside_it_show_each_event_that_they_share(real: Catalog):
    told = history(real, "ru-gromkiy-335")
    made = page.made(real, told, View.default(real)).rest
    rows = re.findall(r"<summary>(\d+) events?</summary><ul class=\"plain\">(.*?)</ul>", made)
    assert len(rows) == len(told.beside)
    assert all(int(n) == items.count("<li>") for n, items in rows)
    assert int(rows[0][0]) == 6


def test_the_page_hands_the_filters_on_but_shows_the_ship_whole(real: Catalog):
    view = replace(View.default(real), start=date(2023, 1, 1), states="RU")
    told = history(real, "ru-gromkiy-335")
    made = page.made(real, told, view)
    assert "Named in 13 events" in Markup(made.top).text
    assert '<a href="./ships?from=2023-01-01&amp;state=RU&amp;v=1"' in made.top
    assert all("state=RU" in row["href"] for row in made.chart.rows)


def test_the_map_is_told_the_events_of_the_ship_and_what_it_shows():
    app = opened("../../pages/ship.py", id="ru-gromkiy-335", sel="event.joint-sea-2025")
    (told,) = [
        json.loads(one.proto.json) for one in app.get("bidi_component") if one.proto.component_name == "atlas_bridge"
    ]
    assert len(told["only"]) == 13
    assert told["sel"] == "event.joint-sea-2025"
    assert told["label"].startswith("Map of the events that name Gromkiy 335")
    assert 'aria-current="true"' in html(app)
    assert len(app.get("vega_lite_chart")) == 1


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"id": "ru-gromky-335"}, ["no ship with the id “ru-gromky-335”", "Gromkiy 335"]),
        ({"id": "<img src=x>"}, ["no ship with the id “&lt;img src=x&gt;”", "Go to the register of ships"]),
        ({}, ["This link lacks the id of a ship.", "Go to the register of ships"]),
    ],
)
def test_a_ship_that_is_not_there_is_named_and_the_way_on_is_shown(asked: dict[str, str], told: list[str]):
    app = opened("../../pages/ship.py", **asked)
    assert all(words in html(app) for words in told)
    assert not app.get("vega_lite_chart")


def test_words_of_the_register_are_words_and_a_ship_without_an_event_has_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    evil = {
        "id": "ru-evil",
        "name": "<script>x</script>",
        "names": {"ru": "<b>"},
        "state": "RU",
        "type": "<i>",
        "aliases": ["<u>"],
    }
    event = make_event("first", "2021-10-18", units=[{"ship": "ru-evil", "note": "<em>"}])
    folder = write_layers(tmp_path, event, ships=[evil, {"id": "cn-idle", "name": "Idle", "state": "CN"}])
    monkeypatch.setenv("ATLAS_LAYERS", str(folder))
    monkeypatch.setattr(rooms, "_loaded", {})
    app = opened("../../pages/ship.py", id="ru-evil")
    assert not Markup(html(app)).tags & {"script", "b", "u", "em"}
    app = opened("../../pages/ship.py", id="cn-idle")
    assert "A ship of China that no event names." in html(app)
    app = opened("../../pages/ships.py")
    assert "1 other ship of the register is not named in them" in html(app)
    assert not Markup(html(app)).tags & {"script", "u", "em"}


def test_what_the_register_cannot_be_sorted_by_is_named():
    app = opened("../../pages/ships.py", sort="colour", q="gromkiy")
    assert "colour" in "\n".join(element.value for element in app.markdown)
    assert pairs(app)["q"] == "gromkiy"
