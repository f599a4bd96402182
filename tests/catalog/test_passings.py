"""Passages one by one, on a small world with one of each sort, and on the real one against its layers."""

from collections import Counter

import pytest
from tiny import make_event, make_feature, make_leg, make_sighting, write_layers

from atlas.catalog import Catalog, default_catalog
from atlas.catalog.tally import tallies

STRAIT = {"type": "LineString", "coordinates": [[129.0, 34.0], [129.0, 35.0]]}
CHANNEL = {"type": "LineString", "coordinates": [[129.5, 34.0], [129.5, 35.0]]}


def told(strait, date=None, direction=None, **more):
    return {
        "passage": strait,
        "date": date,
        "direction": direction,
        "who": "two ships",
        "sources": ["tass-2012"],
        **more,
    }


def crossing(name, event, strait, *, told=True, leg=None, remark=None, direction=None):
    return {
        "id": name,
        "event": event,
        "passage": strait,
        "date": None,
        "direction": direction,
        "who": "two ships",
        "told": told,
        "computed": bool(leg or remark),
        "how": "leg" if leg else "seen in the gate" if remark else None,
        "leg": leg,
        "remark": remark,
    }


@pytest.fixture(scope="module")
def world(tmp_path_factory) -> Catalog:
    passages = [
        told("wide", "2021-05-01", "E"),
        told("narrow", "2021-05-03", "N"),
        told("narrow", None, None, explanation="Nobody saw it."),
        told("wide", "2021-05-15", "W"),
        told("no-such-strait", "2021-05-15", "W"),
    ]
    folder = write_layers(
        tmp_path_factory.mktemp("layers"),
        make_event("voyage", "2021-04-28", "2021-05-20", kind="transit", passages=passages),
        make_event("flight", "2019-07-23", kind="air-patrol", passages=[told("narrow", "2019-07-23", "W")]),
        sightings=[
            make_sighting("voyage-s01", "voyage", 1, date="2021-05-01"),
            make_sighting("voyage-s02", "voyage", 2, date="2021-05-03", radius_km=60, sources=["b"]),
            make_sighting("voyage-s03", "voyage", 3, date="2021-05-15", date_precision="month", sources=["b", "c"]),
        ],
        routes=[
            make_leg("voyage-l01", "voyage", 1, kind="ship", passages=[{"passage": "east", "direction": "NE"}]),
            make_leg(
                "voyage-l02",
                "voyage",
                2,
                kind="ship",
                passages=[{"passage": "east", "direction": "W"}],
                from_date="2021-05-03",
                to_date=None,
                **{"from": "voyage-s02", "to": "voyage-s03"},
            ),
        ],
        passages=[
            make_feature({"id": "wide", "name": "Wide Strait", "parts": ["east"], "connects": []}),
            make_feature({"id": "east", "name": "Wide Strait, east", "parts": [], "connects": []}, CHANNEL),
            make_feature({"id": "narrow", "name": "Narrow Strait", "parts": [], "connects": []}, STRAIT),
        ],
        crossings=[
            crossing("voyage-c01", "voyage", "east", leg="voyage-l01", direction="E"),
            crossing("voyage-c02", "voyage", "narrow", remark="sighting voyage-s02"),
            crossing("voyage-c03", "voyage", "narrow"),
            crossing("voyage-c04", "voyage", "wide"),
            crossing("voyage-c05", "voyage", "wide"),
            crossing("voyage-c06", "voyage", "east", told=False, leg="voyage-l02", direction="W"),
        ],
    )
    return Catalog.load(folder)


def test_each_sort_is_known_as_what_it_is(world: Catalog):
    assert [(one.id, one.how) for one in world.passings] == [
        ("voyage-c01", "leg"),
        ("voyage-c02", "seen"),
        ("voyage-c03", "told"),
        ("voyage-c04", "told"),
        ("voyage-c06", "untold"),
        ("flight-narrow", "told"),
    ]


def test_what_is_told_stays_as_told_beside_what_our_way_does(world: Catalog):
    first = world.passings[0]
    assert (first.strait, first.whole, first.gate) == ("wide", "wide", "east")
    assert (first.direction, first.course, first.way) == ("E", "NE", 0)
    assert first.sources == ("tass-2012",)


def test_a_direction_that_nobody_tells_is_not_filled_with_ours(world: Catalog):
    unknown = world.passings[2]
    assert (unknown.direction, unknown.way, unknown.explanation) == (None, None, "Nobody saw it.")


def test_a_direction_along_the_gate_goes_neither_way(world: Catalog):
    assert (world.passings[1].direction, world.passings[1].way) == ("N", None)


def test_the_sighting_in_the_gate_is_named_with_its_distance_and_doubt(world: Catalog):
    near = world.passings[1].near
    assert (near.sighting, near.radius_km) == ("voyage-s02", 60)
    assert near.km == pytest.approx(45.9, abs=0.1)


def test_one_that_is_only_computed_lies_between_its_sightings_and_rests_on_their_sources(world: Catalog):
    untold = world.passings[4]
    assert (untold.first, untold.last, untold.year, untold.day) == ("2021-05-03", None, None, None)
    assert (untold.strait, untold.whole, untold.way, untold.course) == ("east", "wide", 1, "W")
    assert untold.sources == ("b", "c")


def test_a_day_is_known_no_better_than_the_best_sighting_of_it(world: Catalog):
    assert [one.precision for one in world.passings] == ["day", "day", "unknown", "month", "day", "day"]


def test_one_without_a_day_lies_within_the_days_of_its_event(world: Catalog):
    unknown = world.passings[2]
    assert (unknown.first, unknown.last, unknown.year, unknown.day) == ("2021-04-28", "2021-05-20", 2021, None)


def test_aircraft_are_told_from_ships_by_the_leg_and_else_by_the_kind(world: Catalog):
    assert [one.by_air for one in world.passings] == [False, False, False, False, False, True]


def test_passages_are_counted_as_told_and_channels_for_their_strait(world: Catalog):
    wide, narrow = sorted(tallies(world.passings, world.layers["events"].rows), key=lambda tally: tally.all)
    assert (wide.strait, wide.all, wide.ways, wide.no_way, wide.last) == ("wide", 2, (1, 1), 0, "2021-05-15")
    assert (narrow.strait, narrow.ways, narrow.no_way, narrow.ships, narrow.aircraft) == ("narrow", (0, 1), 2, 2, 1)
    assert (narrow.years, narrow.kinds) == (Counter({2021: 2, 2019: 1}), Counter({"transit": 2, "air-patrol": 1}))


def test_the_strait_passed_most_often_comes_first(world: Catalog):
    assert [tally.strait for tally in tallies(world.passings, world.layers["events"].rows)] == ["narrow", "wide"]


def test_nothing_told_is_nothing_counted(world: Catalog):
    assert tallies([one for one in world.passings if not one.told], world.layers["events"].rows) == []


def test_on_the_real_layers_each_told_and_each_computed_passage_stands_once():
    real = default_catalog()
    events = real.layers["events"].rows.values()
    assert sum(one.told for one in real.passings) == sum(len(event["passages"]) for event in events)
    found = Counter({"leg": 0, "seen": 0, "told": 0, "untold": 0}) + Counter(
        "untold" if not row["told"] else {"leg": "leg", "seen in the gate": "seen", None: "told"}[row["how"]]
        for row in real.crossings.values()
    )
    assert Counter(one.how for one in real.passings) == found
    assert {one.id for one in real.passings} == set(real.crossings)


def test_on_the_real_layers_a_told_passage_has_the_strait_direction_and_sources_of_its_record():
    real = default_catalog()
    for event in real.layers["events"].rows.values():
        own = [one for one in real.passings if one.event == event["id"] and one.told]
        assert [(one.strait, one.direction, one.sources, one.who) for one in own] == [
            (row["passage"], row["direction"], row["sources"], row["who"]) for row in event["passages"]
        ]


def test_on_the_real_layers_tallies_add_up_in_every_way():
    real = default_catalog()
    counted = tallies(real.passings, real.layers["events"].rows)
    assert sum(tally.all for tally in counted) == sum(one.told for one in real.passings)
    for tally in counted:
        assert tally.all == tally.ships + tally.aircraft == sum(tally.ways) + tally.no_way
        assert tally.all == sum(tally.years.values()) == sum(tally.kinds.values())
