"""The kin of events: parts and wholes, what records tell, the same ships, and the way along a series."""

from pathlib import Path

import pytest
from tiny import make_event, write_layers

from atlas.catalog import Catalog
from atlas.catalog.kin import Place, Relative, place_in_series, place_in_time, relatives


def ships(*names: str) -> list[dict[str, str]]:
    return [{"ship": name} for name in names]


@pytest.fixture
def world(tmp_path: Path) -> Catalog:
    sea = {"series": "joint-sea"}
    return Catalog.load(
        write_layers(
            tmp_path,
            make_event("third", "2021-10-14", "2021-10-17", **sea, series_index=3, units=ships("a", "b", "c")),
            make_event("first", "2019-05-01", "2019-05-04", **sea, series_index=1, units=ships("c", "x", "a")),
            make_event("second", "2019-12-30", **sea, series_index=2, units=[{"type": "tug", "count": 1}]),
            make_event("patrol", "2021-10-17", "2021-10-23", related=["third"]),
            make_event("visit", "2021-10-16", part_of="third"),
            make_event("drill", "2021-10-31", "2021-10-31", date_precision="month", units=ships("b")),
            make_event("later", "2021-11-02", units=ships("b")),
            make_event("alone", "2022-01-01", units=ships("z")),
        )
    )


def test_the_kin_of_an_event_are_its_parts_what_records_name_and_where_its_ships_were(world: Catalog):
    usual = {"whole": False, "part": False, "told": False, "ships": ()}
    assert relatives(world, "third") == [
        Relative("first", "before", **usual | {"ships": ("a", "c")}),
        Relative("visit", "at the same time", **usual | {"part": True}),
        Relative("patrol", "at the same time", **usual | {"told": True}),
        Relative("drill", "at the same time", **usual | {"ships": ("b",)}),  # some day of October
        Relative("later", "after", **usual | {"ships": ("b",)}),
    ]
    assert [(one.event, one.whole) for one in relatives(world, "visit")] == [("third", True)]
    assert relatives(world, "alone") == []


def test_who_is_before_is_after_for_the_other_and_kinship_goes_both_ways(real: Catalog):
    turned = {"before": "after", "after": "before"}
    kin = {name: {one.event: one for one in relatives(real, name)} for name in real.layers["events"].rows}
    assert any(kin.values())
    for name, others in kin.items():
        assert name not in others
        for other, one in others.items():
            back = kin[other][name]
            assert back.order == turned.get(one.order, one.order)
            assert set(back.ships) == set(one.ships)
            assert (back.part, back.whole, back.told) == (one.whole, one.part, one.told)


def test_a_series_is_walked_in_order_of_time(world: Catalog):
    assert place_in_series(world, "second") == Place(2, 3, "first", "third")
    assert place_in_series(world, "first") == Place(1, 3, None, "second")
    assert place_in_series(world, "third") == Place(3, 3, "second", None)
    assert place_in_series(world, "alone") is None
    assert place_in_time(world, "visit") == Place(4, 8, "third", "patrol")


def test_our_own_number_in_a_series_is_the_place_in_it(real: Catalog):
    for name, row in real.layers["events"].rows.items():
        place = place_in_series(real, name)
        assert (place and place.number) == row["series_index"]
