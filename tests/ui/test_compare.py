"""The page of two views by behaviour: each side shows and writes its own view, and the link holds both."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from streamlit.testing.v1 import AppTest
from tiny import make_event, write_layers

from atlas import catalog as rooms
from atlas.catalog import Catalog
from atlas.catalog.columns import days
from atlas.ui.compare import numbers, sides, words
from atlas.ui.events.narrow import Narrow
from atlas.ui.events.rows import listed
from atlas.view import View
from atlas.view.compared import BY, compared
from atlas.view.pair import Pair
from atlas.web.pages import NARROWING
from tests.ui.markup import Markup
from tests.ui.opened import opened, pairs

PAGE = "../../pages/compare.py"
LINK = re.compile(r'<a href="\./events\?([^"]*)"[^>]*data-count="(\d+)"')


def compare(query: Mapping[str, str]) -> AppTest:
    return opened(PAGE, **query)


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def told(app: AppTest, component: str) -> dict[str, dict[str, Any]]:
    """Give what our components of one name were told, by the map they belong to."""
    mine = [one.proto for one in app.get("bidi_component") if one.proto.component_name == f"atlas_{component}"]
    return {data["map"]: data for data in (json.loads(proto.json) for proto in mine)}


def shown(app: AppTest, world: Catalog) -> Pair:
    pair, notices = Pair.from_query({key: [value] for key, value in pairs(app).items()}, world)
    assert notices == []
    return pair


def test_each_map_is_told_its_own_view_and_each_strip_its_own_counts(world: Catalog):
    app = compare({"kind": "transit", "b.kind": "air-patrol", "b.to": "2019-12-31", "show": "grid"})
    a, b = (told(app, "bridge")[name] for name in "ab")
    assert (a["kinds"], b["kinds"]) == (0b1000, 0b100)
    assert (a["to"], b["to"]) == (days(world.span[1]), days(date(2019, 12, 31)))
    assert a["layers"] == b["layers"]
    assert (a["fit"], "fit" in b, a["heard"], b["heard"]) == (True, False, True, True)
    assert "kind=transit" in a["page"]["months"]
    assert "kind=air-patrol" in b["page"]["months"]
    assert a["label"].startswith("Map A: ")
    assert set(told(app, "time")) == {"a", "b"}
    scripts = [json.loads(one.proto.json_args)["script"] for one in app.get("component_instance")]
    assert all('"together": "pair"' in script and '"address": true' in script for script in scripts)


@pytest.mark.usefixtures("layers")
def test_filters_are_sent_when_they_are_opened_and_write_to_their_own_side():
    app = compare({"kind": "transit"})
    assert not app.multiselect
    assert [group.label for group in app.expander] == ["Filters of A · 1 on", "Filters of B"]


@pytest.mark.parametrize(
    ("side", "fields", "query"),
    [
        ("b", {"states": "RU"}, {"kind": "transit", "b.state": "RU", "v": "1"}),
        ("a", {"states": "RU"}, {"kind": "transit", "state": "RU", "v": "1"}),
        ("a", {"kinds": View.__dataclass_fields__["kinds"].default}, {"b": "all", "v": "1"}),
        ("b", {"selection": "place.vladivostok"}, {"kind": "transit", "sel": "place.vladivostok", "v": "1"}),
    ],
)
def test_what_is_chosen_on_one_side_leaves_the_other(
    tiny: Catalog, side: str, fields: dict[str, Any], query: dict[str, str]
):
    pair = Pair(replace(View.default(tiny), kinds=("transit",)), View.default(tiny))
    one = {"a": sides.FIRST, "b": sides.SECOND}[side]
    assert one.put(pair, replace(one.of(pair), **fields)).to_query() == query


def test_swapped_presets_and_a_way_out_are_links_to_pairs(world: Catalog):
    app = compare({"kind": "transit", "from": "2021-01-01"})
    mine = shown(app, world)
    (heading,) = [body for element in app.get("html") if (body := element.proto.body) == words.heading(world, mine)]
    links = [link for link in Markup(heading).links if link.startswith("./compare")]
    found = [Pair.from_query(parse_qs(urlsplit(link).query), world) for link in links]
    assert [notices for _, notices in found] == [[]] * len(links)
    read = [pair for pair, _ in found]
    assert mine.swapped() in read
    before = replace(mine.first, start=date(2018, 6, 12), end=date(2020, 12, 31))
    assert Pair(before, mine.first) in read
    years = (replace(mine.first, start=date(year, 1, 1), end=date(year, 12, 31)) for year in (2021, 2022))
    assert Pair(*years) in read
    assert mine not in read
    nothing = html(compare({"area": "yellow-sea", "to": "2012-04-22", "b.kind": "none"}))
    assert "No event matches these filters." in nothing
    assert "Show everything" in nothing


@pytest.mark.usefixtures("layers")
def test_what_cannot_be_read_is_named_and_leaves_the_address_when_that_is_closed():
    app = compare({"kind": "transit", "b.state": "moon", "b.sel": "event.x", "colour": "blue"})
    notice = "\n".join(element.value for element in app.markdown)
    assert all(word in notice for word in ("b.state=`moon`", "`b.sel`", "`colour`"))
    app.button(key="mend").click().run()
    assert pairs(app) == {"kind": "transit", "v": "1"}


def test_a_selection_that_one_side_keeps_out_is_told_on_the_other_alone(world: Catalog):
    app = compare({"kind": "air-patrol", "b.kind": "transit", "sel": "event.first-flight"})
    assert told(app, "bridge")["a"]["sel"] == "event.first-flight"
    assert "sel" not in told(app, "bridge")["b"]
    other = told(compare({"kind": "transit", "b.kind": "air-patrol", "sel": "event.first-flight"}), "bridge")
    assert ["fit" in other[name] for name in "ab"] == [False, True]
    assert "in A" in html(app)
    app.button(key="close").click().run()
    assert shown(app, world).first.selection is None
    assert pairs(app) == {"kind": "air-patrol", "b.kind": "transit", "v": "1"}


def test_every_linked_number_counts_its_list(real: Catalog):
    plain = View.default(real)
    pair = Pair(replace(plain, ships=("ru-gromkiy-335",)), replace(plain, start=date(2022, 1, 1), states="RU"))
    found = LINK.findall(numbers.tables(real, pair) + words.side(real, pair, sides.FIRST))
    assert len(found) > 60
    assert any("also=ship." in query for query, _ in found)
    for query, n in found:
        asked = parse_qs(unquote(query).replace("&amp;", "&"))
        narrow, odd = Narrow.read({key: asked.pop(key)[0] for key in NARROWING if key in asked})
        view, notices = View.from_query(asked, real)
        assert (notices, odd) == ([], {})
        assert len(listed(real, view, narrow)) == int(n)
    assert str(numbers.tables(real, pair)).count("<caption") >= len([by for by in BY if compared(real, pair, by)])


def test_the_two_views_in_a_sentence(tmp_path, monkeypatch):
    folder = write_layers(
        tmp_path,
        make_event("first", "2018-03-01", kind="transit"),
        make_event("second", "2019-03-01", kind="transit"),
        make_event("third", "2020-02-01", "2021-02-01", kind="meeting"),
    )
    monkeypatch.setenv("ATLAS_LAYERS", str(folder))
    monkeypatch.setattr(rooms, "_loaded", {})
    world = Catalog.load(folder)
    everything = View.default(world)
    transits = replace(everything, kinds=("transit",))
    year = replace(everything, start=date(2019, 1, 1), end=date(2019, 12, 31))

    def said(first: View, second: View) -> str:
        pair = Pair(first, second)
        return words.told(words.overlap(world, pair), pair)

    assert said(transits, everything) == "B has 1 more than A; 2 are in both."
    assert (
        said(transits, replace(everything, kinds=("transit", "encounter")))
        == "B has as many as A; they are the same events."
    )
    assert said(year, everything).startswith("B has 2 more than A; 1 is in both. The two periods are not equally long")
    assert (
        said(year, replace(transits, start=date(2020, 1, 1), end=date(2020, 12, 31)))
        == "B has 1 fewer than A; none is in both."
    )
    assert said(year, year) == "A and B are the same view: set other days or filters on one side."
    assert "1 a year · 365 days" in words.side(world, Pair(year, year), sides.FIRST)
    few = replace(everything, start=date(2019, 3, 1), end=date(2019, 3, 9))
    assert "a year" not in words.side(world, Pair(few, year), sides.FIRST)


def test_differences_bear_their_sign():
    assert [numbers.change(n) for n in (3, 0, -1200)] == ["+3", "0", "−1,200"]
