"""More filters: sent when opened, told when closed, taken off one by one or all at once."""

from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from atlas.catalog import Catalog, default_catalog
from atlas.ui import mapview
from atlas.ui.more import BASIS, CONFIDENCE, FIELDS, GROUP, JOINT, SEVERAL, active, options, without
from atlas.view import View
from atlas.vocabulary import BASIS as KNOWN_BASIS
from atlas.vocabulary import CONFIDENCE as KNOWN_CONFIDENCE
from atlas.vocabulary import JOINT as KNOWN_JOINT
from tests.ui.opened import opened, pairs

EVERYTHING = {
    "areas": ("qingdao", "yellow-sea"),
    "passages": ("tsushima",),
    "ships": ("cn-xian-153",),
    "series": "joint-sea",
    "joint": ("observed", "separate"),
    "confidence": ("high",),
    "basis": "place",
}


def unfolded(**query: str) -> AppTest:
    app = opened(**query)
    app.session_state[GROUP] = True
    return app.run()


def test_every_word_of_the_vocabulary_has_a_name():
    assert (list(JOINT), list(CONFIDENCE), list(BASIS)) == (
        list(KNOWN_JOINT),
        list(KNOWN_CONFIDENCE),
        list(KNOWN_BASIS),
    )


@pytest.mark.usefixtures("layers")
def test_the_group_is_sent_only_when_it_is_open_and_stays_so():
    app = opened()
    assert [*app.multiselect, *app.selectbox] == []
    app = unfolded()
    assert [box.label for box in app.multiselect] == ["Area", "Strait passed", "Ship"]
    app.multiselect(key="ships").set_value(["ru-varyag"]).run()
    assert app.multiselect(key="ships").value == ["ru-varyag"]


@pytest.mark.usefixtures("layers")
def test_each_widget_writes_its_key_and_shows_what_the_address_says():
    app = unfolded()
    app.multiselect(key="areas").set_value(["yellow-sea", "qingdao"]).run()
    app.multiselect(key="passages").set_value(["tsugaru"]).run()
    app.multiselect(key="ships").set_value(["ru-varyag", "cn-xian-153"]).run()
    app.selectbox(key="series").set_value("joint-sea").run()
    app.button_group(key="joint").set_value(["announced"]).run()
    app.button_group(key="confidence").set_value(["low", "high"]).run()
    app.selectbox(key="basis").set_value("place").run()
    written = {
        "series": "joint-sea", "area": "qingdao.yellow-sea", "ship": "cn-xian-153.ru-varyag", "strait": "tsugaru",
        "joint": "announced", "sure": "high.low", "basis": "place", "v": "1",
    }  # fmt: skip
    assert pairs(app) == written
    again = unfolded(**written)
    assert again.multiselect(key="areas").value == ["qingdao", "yellow-sea"]
    assert again.selectbox(key="basis").value == "place"
    again.selectbox(key="basis").set_value("any").run()
    again.multiselect(key="areas").set_value([]).run()
    assert pairs(again) == {key: value for key, value in written.items() if key not in ("area", "basis")}


@pytest.mark.usefixtures("layers")
def test_what_is_on_is_told_where_the_group_is_closed_and_comes_off_one_by_one():
    app = opened(strait="tsushima", ship="ru-varyag", sure="high.medium", kind="transit")
    told = app.button_group(key="active")
    assert told.label == "3 more filters"
    assert told.value == ["passages.tsushima", "ships.ru-varyag", "confidence"]
    told.set_value(["passages.tsushima", "confidence"]).run()
    assert pairs(app) == {"kind": "transit", "strait": "tsushima", "sure": "high.medium", "v": "1"}
    assert app.button_group(key="active").label == "2 more filters"
    app.button(key="take-off").click().run()
    assert pairs(app) == {"kind": "transit", "v": "1"}
    assert "active" not in [group.key for group in app.button_group]


@pytest.mark.usefixtures("layers")
def test_nothing_is_told_where_the_group_is_open_or_nothing_in_it_is_on():
    for app in (unfolded(ship="ru-varyag"), opened(kind="transit", state="both")):
        assert "active" not in [group.key for group in app.button_group]


def test_each_field_of_the_group_is_told_and_can_be_taken_off(tiny: Catalog):
    usual = View.default(tiny)
    assert set(EVERYTHING) == set(FIELDS)
    for field, value in EVERYTHING.items():
        view = replace(usual, **{field: value})
        chips = active(tiny, view)
        assert {chip.partition(".")[0] for chip in chips} == {field}
        assert replace(view, **without(view, [])) == usual
        assert replace(view, **without(view, list(chips))) == view


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("areas", ("qingdao", "yellow-sea"), ["Qingdao", "Yellow Sea"]),
        ("passages", ("tsushima",), ["Tsushima Strait"]),
        ("ships", ("cn-xian-153",), ["Xi'an (153)"]),
        ("series", "joint-sea", ["Joint Sea"]),
        ("joint", ("observed", "separate"), ["Seen together or separate"]),
        ("joint", (), ["Neither joint nor separate"]),
        ("confidence", ("high", "medium"), ["High or medium confidence"]),
        ("confidence", (), ["No confidence"]),
        ("basis", "place", ["Place named or better"]),
        ("basis", "inferred", ["Any position, be it inferred"]),
    ],
)
def test_what_is_on_is_told_in_few_words(tiny: Catalog, field: str, value: Any, said: list[str]):
    assert list(active(tiny, replace(View.default(tiny), **{field: value})).values()) == said


@pytest.mark.parametrize("field", SEVERAL)
def test_no_two_things_to_choose_have_one_name(field: str):
    names = options(default_catalog(), SEVERAL[field][0])
    assert len(set(names.values())) == len(names) > 10


def test_a_ship_is_found_by_name_hull_number_and_own_script():
    names = options(default_catalog(), SEVERAL["ships"][0])
    assert names["ru-gromkiy-335"] == "Gromkiy (335) Громкий"


@pytest.mark.usefixtures("layers")
def test_a_choice_in_the_column_runs_the_page_once(monkeypatch: pytest.MonkeyPatch):
    app, runs = opened(), []
    show = mapview.show
    monkeypatch.setattr(mapview, "show", lambda *told, **more: (runs.append(told), show(*told, **more)))
    app.button_group(key="states").set_value("both").run()
    assert pairs(app) == {"state": "both", "v": "1"}
    assert len(runs) == 1
