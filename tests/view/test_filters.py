"""Each filter: which events it chooses, what it says of itself, what it tells the map."""

import timeit
from dataclasses import fields, replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.catalog.several import Several
from atlas.look import KINDS
from atlas.view import View
from atlas.view.several import either
from atlas.vocabulary import BASIS
from tests.view.asking import ask, views


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"state": "both"}, ["joint-sea-2012", "first-flight", "visit-to-shanghai"]),
        ({"state": "CN"}, ["north-2023"]),
        ({"state": "RU"}, ["strait-passage"]),
        ({"series": "joint-sea"}, ["joint-sea-2012"]),
        ({"sure": "low.medium"}, ["first-flight", "strait-passage"]),
        ({"kind": "port-call.transit", "state": "both"}, ["visit-to-shanghai"]),
        ({"area": "qingdao"}, ["joint-sea-2012", "visit-to-shanghai"]),
        ({"area": "yellow-sea"}, ["joint-sea-2012", "visit-to-shanghai"]),
        ({"area": "sea-of-japan.qingdao"}, ["joint-sea-2012", "first-flight", "strait-passage", "visit-to-shanghai", "north-2023"]),
        ({"ship": "ru-varyag"}, ["strait-passage", "visit-to-shanghai"]),
        ({"ship": "cn-xian-153"}, ["visit-to-shanghai"]),
        ({"ship": "cn-xian-153.ru-varyag"}, ["strait-passage", "visit-to-shanghai"]),
        ({"ship": "cn-xian-153", "strait": "tsugaru"}, []),
        ({"strait": "tsugaru"}, ["strait-passage"]),
        ({"strait": "tsushima-east"}, ["first-flight"]),
        ({"strait": "tsushima"}, ["first-flight"]),
        ({"strait": "tsushima.tsugaru"}, ["first-flight", "strait-passage"]),
        ({"joint": "observed.separate"}, ["strait-passage", "visit-to-shanghai"]),
        ({"basis": "place"}, ["first-flight"]),
        ({"basis": "inferred"}, ["first-flight"]),
        ({"basis": "bearing-distance"}, []),
    ],
)  # fmt: skip
def test_each_filter_chooses_its_events(catalog, query, shown):
    assert list(catalog.shown(ask(catalog, **query)[0]).index) == shown


@given(data=st.data())
def test_the_mask_agrees_with_the_filters_written_out_row_by_row(catalog, data):
    view = data.draw(views(catalog))

    wider = {
        name: {area["name"], *(found["name"] for found in catalog.areas.values() if name in found["wider"])}
        for name, area in catalog.areas.items()
    }
    straits = catalog.layers["passages"].rows

    def passes_several(row):
        ships = {unit.get("ship") for unit in row["units"]}
        legs = catalog.legs_of(row["id"])
        passed = {one["passage"] for told in (row, *legs) for one in told["passages"]}
        passed |= {name for name, strait in straits.items() if passed & set(strait["parts"])}
        return (
            (not view.areas or any(wider[name] & set(row["areas"]) for name in view.areas))
            and (not view.ships or bool(ships & set(view.ships)))
            and (not view.passages or bool(passed & set(view.passages)))
        )

    def wanted(row):
        china, russia = "CN" in row["states"], "RU" in row["states"]
        return (
            row["start"] <= view.end.isoformat()
            and row["end"] >= view.start.isoformat()
            and row["kind"] in view.kinds
            and {"all": True, "both": china and russia, "CN": china and not russia, "RU": russia and not china}[
                view.states
            ]
            and view.series in (None, row["series"])
            and passes_several(row)
            and row["joint"] in view.joint
            and row["confidence"] in view.confidence
            and (
                view.basis is None
                or any(
                    list(BASIS).index(seen["basis"]) <= list(BASIS).index(view.basis)
                    for seen in catalog.sightings_of(row["id"])
                )
            )
        )

    rows = catalog.layers["events"].rows.values()
    assert view.mask(catalog.columns).tolist() == [wanted(row) for row in rows]
    assert catalog.count(view) == len(catalog.shown(view)) == int(np.sum([wanted(row) for row in rows]))


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({}, "5 events of China and Russia at sea and in the air, Apr 2012 to Jul 2023"),
        ({"from": "2019-01-01", "to": "2021-12-31"}, "2 events of China and Russia at sea and in the air, Jan 2019 to Dec 2021"),
        ({"from": "2019-01-02", "to": "2021-12-31"}, "2 events of China and Russia at sea and in the air, 2 Jan 2019 to 31 Dec 2021"),
        ({"from": "2023-07-01"}, "2 events of China and Russia at sea and in the air, Jul 2023"),
        ({"from": "2019-07-23", "to": "2019-07-23"}, "1 event of China and Russia at sea and in the air, 23 Jul 2019"),
        ({"kind": "transit"}, "1 transit of China and Russia, Apr 2012 to Jul 2023"),
        ({"kind": "naval-exercise"}, "2 naval exercises of China and Russia, Apr 2012 to Jul 2023"),
        ({"kind": "meeting", "state": "both"}, "No meetings of China and Russia together, Apr 2012 to Jul 2023"),
        ({"kind": "transit.air-patrol", "state": "RU"}, "1 event of Russia without China, Apr 2012 to Jul 2023, only air patrols and transits"),
        ({"kind": "none"}, "No events of China and Russia, Apr 2012 to Jul 2023, no kind is chosen"),
        ({"series": "joint-sea"}, "1 event of China and Russia at sea and in the air, Apr 2012 to Jul 2023, of the series Joint Sea"),
        ({"sure": "high.medium"}, "4 events of China and Russia at sea and in the air, Apr 2012 to Jul 2023, of high or medium confidence"),
        ({"sure": "none"}, "No events of China and Russia at sea and in the air, Apr 2012 to Jul 2023, no confidence is chosen"),
        ({"area": "yellow-sea"}, "2 events of China and Russia in the Yellow Sea, Apr 2012 to Jul 2023"),
        ({"area": "qingdao.sea-of-japan"}, "5 events of China and Russia in Qingdao or the Sea of Japan, Apr 2012 to Jul 2023"),
        ({"ship": "cn-xian-153.ru-varyag"}, "2 events of China and Russia with Xi'an (153) or Varyag, Apr 2012 to Jul 2023"),
        ({"strait": "tsushima"}, "1 event of China and Russia through the Tsushima Strait, Apr 2012 to Jul 2023"),
        ({"joint": "announced"}, "3 events of China and Russia at sea and in the air, Apr 2012 to Jul 2023, announced as joint"),
        ({"joint": "observed.separate"}, "2 events of China and Russia at sea and in the air, Apr 2012 to Jul 2023, seen together but not announced or not joint"),
        ({"joint": "none"}, "No events of China and Russia at sea and in the air, Apr 2012 to Jul 2023, neither joint nor separate is chosen"),
        ({"basis": "bearing-distance"}, "No events of China and Russia at sea and in the air, Apr 2012 to Jul 2023, with a bearing and distance stated or better"),
        ({"kind": "transit", "state": "RU", "ship": "ru-varyag", "strait": "tsugaru", "area": "sea-of-japan", "sure": "low", "from": "2021-10-01", "to": "2021-10-31"},
         "1 transit of Russia without China with Varyag through the Tsugaru Strait in the Sea of Japan, Oct 2021, of low confidence"),
    ],
)  # fmt: skip
def test_the_sentence_says_the_view_in_english(catalog, query, sentence):
    assert ask(catalog, **query)[0].describe(catalog) == sentence


def test_the_sentence_names_the_few_kinds_that_are_left_out(catalog):
    kinds = tuple(kind for kind in KINDS if kind not in ("port-call", "ashore", "meeting"))
    view = replace(View.default(catalog), kinds=kinds, start=date(2019, 1, 1))
    said = "3 events of China and Russia at sea and in the air, Jan 2019 to Jul 2023, without port calls, meetings and exercises ashore"
    assert view.describe(catalog) == said


def test_the_map_is_told_numbers_in_the_order_of_the_look(catalog):
    view, _ = ask(
        catalog, from_="2019-07-23", kind="naval-exercise.transit", state="RU", series="joint-sea", sure="low", show="seas.grid", sel="place.vladivostok"
    )  # fmt: skip
    assert view.map_state(catalog, theme="dark", fit=True) == {
        "from": 18100,
        "to": 19561,
        "kinds": 0b1001,
        "states": 3,
        "series": 1,
        "sure": 4,
        "layers": 0b1000001,
        "sel": "place.vladivostok",
        "theme": "dark",
        "fit": True,
    }


def test_the_map_is_told_places_in_the_lists_of_the_columns(catalog):
    view, _ = ask(
        catalog, area="qingdao.sea-of-japan", ship="cn-xian-153", strait="tsushima", joint="observed", basis="sea"
    )
    told = view.map_state(catalog)
    assert {
        field: [getattr(catalog.columns, field).names[place] for place in told[field]]
        for field in ("areas", "ships", "passages")
    } == {
        "areas": ["qingdao", "sea-of-japan"],
        "ships": ["cn-xian-153"],
        "passages": ["tsushima"],
    }
    assert (told["joint"], list(BASIS)[told["basis"]]) == (0b10, "sea")


def test_the_map_is_told_nothing_of_what_is_the_usual(catalog):
    assert View.default(catalog).map_state(catalog) == {"from": 15452, "to": 19561}


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["a"], "a"),
        (["a", "b", "c", "d"], "a, b, c or d"),
        (["a", "b", "c", "d", "e"], "a, b, c or 2 others"),
    ],
)
def test_many_names_are_said_shortly(names, said):
    assert either(names) == said


def test_a_link_with_an_unknown_ship_uses_the_others(catalog):
    view, [notice] = ask(catalog, ship="ru-varyag.no-such-ship")
    assert view.ships == ("ru-varyag",)
    assert "`no-such-ship`" in notice


def test_what_a_link_repeats_is_joined(catalog):
    view, notices = View.from_query({"ship": ["ru-varyag", "cn-xian-153", "ru-varyag"]}, catalog)
    assert view.ships == ("cn-xian-153", "ru-varyag")
    assert notices == []


def repeated(columns, times):
    """Give columns in which the same events stand many times over."""

    def tiled(values):
        if isinstance(values, Several):
            first = np.concatenate([[0], np.cumsum(np.tile(np.diff(values.first), times))])
            return Several(values.names, first, np.tile(values.places, times))
        return np.tile(values, times) if isinstance(values, np.ndarray) else values

    return replace(columns, **{one.name: tiled(getattr(columns, one.name)) for one in fields(columns)})


def test_each_filter_takes_a_millisecond_at_most_for_a_hundred_thousand_events(catalog):
    columns = repeated(catalog.columns, 20_000)
    whole = View(
        catalog.span, date(2019, 1, 1), date(2023, 7, 1), kinds=("transit", "air-patrol"), states="both", series="joint-sea",
        areas=("qingdao", "yellow-sea"), ships=("ru-varyag",), passages=("tsugaru",), joint=("separate",), confidence=("low",), basis="sea",
    )  # fmt: skip
    for one in whole.filters:
        one.mask(columns)  # the events of each name are sorted out once
        assert min(timeit.repeat(lambda: one.mask(columns), number=1, repeat=15)) < 0.001, one  # noqa: B023
    assert whole.mask(columns).sum() == 20_000 * catalog.count(whole)
    assert min(timeit.repeat(lambda: whole.mask(columns), number=1, repeat=15)) < 0.004
