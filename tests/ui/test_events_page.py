"""The events page: the list that the filters leave, what narrows it, and what it says of the selection."""

import json
from dataclasses import replace
from datetime import date

import pytest

from atlas.catalog import Catalog
from atlas.look import KINDS
from atlas.ui.events import Narrow, odd, page
from atlas.ui.events.facets import HEADS, choices
from atlas.ui.events.rows import listed
from atlas.view import View
from tests.ui.listed import length
from tests.ui.markup import Markup
from tests.ui.opened import opened, pairs

EVENTS = "../../pages/events.py"


def test_the_table_holds_exactly_the_events_of_the_view_the_last_first(tiny: Catalog):
    everything = View.default(tiny)
    assert listed(tiny, everything, Narrow()) == [
        "north-2023", "visit-to-shanghai", "strait-passage", "first-flight", "joint-sea-2012",
    ]  # fmt: skip
    for view in (everything, replace(everything, states="both"), replace(everything, kinds=("air-patrol",))):
        assert length(page(tiny, view, Narrow())) == tiny.count(view)


def test_each_row_leads_to_its_event_its_sightings_and_its_mark_under_the_same_view(real: Catalog):
    view = replace(
        View.default(real), start=date(2019, 1, 1), selection="place.vladivostok", zoom=5.0, centre=(35.0, 131.0)
    )
    links = Markup(page(real, view, Narrow())).links
    rest = "&from=2019-01-01&at=35.00_131.00_5&v=1"
    assert f"./event?id=joint-sea-2021&sel=event.joint-sea-2021{rest}" in links
    assert f"./sightings?event=joint-sea-2021&sel=event.joint-sea-2021{rest}" in links
    assert f"./?sel=event.joint-sea-2021{rest}" in links
    assert not any("(view)" in link for link in links)


def test_a_row_says_who_where_and_what_is_not_known_of_the_dates(real: Catalog):
    made = page(real, View.default(real), Narrow())
    row = made[made.index('<tr id="row-gromkiy-sovershenniy-voyage-2023"') :].partition("</tr>")[0]
    told = Markup(row).text
    assert "May 2023 to 11 Jul 2023" in told
    assert "first day not told" in told
    assert "Sea of Japan, Tsushima Strait, East China Sea and 6 more" in told
    assert " sovershenny" in row
    assert " soversheni" in row


def test_the_selected_event_is_marked_and_named_also_where_the_filters_leave_it_out(tiny: Catalog):
    view = replace(View.default(tiny), selection="event.first-flight")
    assert '<tr id="row-first-flight" aria-current="true"' in page(tiny, view, Narrow())
    away = page(tiny, replace(view, states="RU"), Narrow())
    assert "aria-current" not in away.partition("<tbody>")[2]
    assert "First flight</b>, which is not among those below" in away


@pytest.mark.parametrize(
    ("own", "left"),
    [
        ({"begun": "2023"}, ["north-2023", "visit-to-shanghai"]),
        ({"begun": "2012-04"}, ["joint-sea-2012"]),
        ({"place": "none"}, ["visit-to-shanghai"]),
        ({"begun": "2023", "place": "none"}, ["visit-to-shanghai"]),
        ({"publishers": "0"}, []),
        ({"publishers": "1+", "begun": "2012"}, ["joint-sea-2012"]),
        ({"part": "only"}, []),
    ],
)
def test_what_only_this_page_knows_narrows_the_list_and_is_said(tiny: Catalog, own: dict[str, str], left: list[str]):
    narrow, strange = Narrow.read(own)
    assert strange == {}
    assert listed(tiny, View.default(tiny), narrow) == left
    assert narrow.pairs() == own
    assert f"Of these, only those {narrow.words}." in page(tiny, View.default(tiny), narrow)


@pytest.mark.usefixtures("layers")
def test_what_it_cannot_follow_is_named_and_taken_out_and_the_rest_stays():
    strange = {"begun": "2023-13", "place": "x", "source": "x", "publishers": "many", "part": "no", "also": "ship.x"}
    assert set(odd(strange)) == set(strange)
    app = opened()
    app.switch_page(EVENTS)
    for key, value in {"begun": "soon", "q": "gromky", "sort": "-colour", "colour": "blue", "state": "RU"}.items():
        app.query_params[key] = value
    app.run()
    notice = "\n".join(element.value for element in app.markdown)
    assert all(word in notice for word in ("begun=`soon`", "sort=`-colour`", "`colour`"))
    assert "`q`" not in notice
    app.button(key="mend").click().run()
    assert pairs(app) == {"q": "gromky", "state": "RU", "v": "1"}


@pytest.mark.usefixtures("layers")
def test_the_counts_of_kinds_are_of_what_the_own_keys_of_the_page_leave():
    app = opened()
    app.switch_page(EVENTS)
    for key, value in {"begun": "2023", "also": "ship.ru-varyag"}.items():
        app.query_params[key] = value
    app.run()
    (state,) = [one.proto.json for one in app.get("bidi_component") if one.proto.component_name == "atlas_bridge"]
    counts = dict(zip(KINDS, json.loads(state)["page"]["counts"], strict=True))
    assert {kind: n for kind, n in counts.items() if n} == {"port-call": 1}


@pytest.mark.parametrize("field", HEADS)
def test_each_number_of_a_facet_is_the_length_of_the_list_it_leads_to(real: Catalog, field: str):
    everything = View.default(real)
    for view in (everything, replace(everything, kinds=("transit", "naval-patrol"), passages=("tsushima",))):
        for narrow in (Narrow(), Narrow(begun="2024")):
            for one in choices(real, view, narrow, field):
                assert one.number == len(listed(real, replace(view, **{field: one.value}), narrow)), one


def test_a_chosen_facet_is_said_and_taken_off_by_its_link(real: Catalog):
    made = page(real, replace(View.default(real), passages=("miyako",)), Narrow())
    assert (
        '<a href="./events" data-with="q sort" aria-current="true" title="Take it off"><span>Miyako Strait</span>'
        in made
    )
