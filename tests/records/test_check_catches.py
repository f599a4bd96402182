"""Each rule of the check broken once: the line must name where, what and what to do."""

from typing import Any

import pytest

from tests.records.builders import GATE, SOURCE, SOURCES, TinyGeodata, make_event, make_sighting, make_step, make_story


def only(problems: list[str]) -> str:
    """Give the one problem line, or fail with all of them."""
    assert len(problems) == 1, "\n".join(problems) or "no problem found"
    return problems[0]


def route(*sightings: dict, kind: str = "transit") -> dict:
    """An event whose sightings are one route, in the order given."""
    rows = [{**row, "route": "joint-sea-2021-r1", "order": number} for number, row in enumerate(sightings, 1)]
    return make_event(kind=kind, routes=[{"id": "joint-sea-2021-r1", "who": "the ships"}], sightings=rows)


def test_the_tiny_geodata_has_no_problem(geodata: TinyGeodata) -> None:
    geodata.write()
    assert geodata.problems() == []


# ids ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "field", "wrong"),
    [
        ({"series": "joint-see"}, "series", "joint-see"),
        ({"part_of": "joint-sea-2020"}, "part_of", "joint-sea-2020"),
        ({"related": ["joint-sea-2020"]}, "related", "joint-sea-2020"),
        ({"units": [{"ship": "ru-gromky-335", "sources": SOURCES}]}, "units[1].ship", "ru-gromky-335"),
        ({"sightings": [make_sighting(at={"place": "vladivostock"})]}, "sightings[1].at.place", "vladivostock"),
        (
            {"sightings": [make_sighting(at={"km": 7, "bearing": "S", "of": "vladivostock"})]},
            "sightings[1].at.of",
            "vladivostock",
        ),
        ({"sightings": [make_sighting(at={"passage": "tsugar"})]}, "sightings[1].at.passage", "tsugar"),
        (
            {"sightings": [make_sighting(at={"sea": "sea-of-japn"}, radius_km=300)]},
            "sightings[1].at.sea",
            "sea-of-japn",
        ),
        ({"sightings": [make_sighting(near="vladivostock")]}, "sightings[1].near", "vladivostock"),
        ({"passages": [{"passage": "tsugar", "who": "all", "sources": SOURCES}]}, "passages[1].passage", "tsugar"),
    ],
)
def test_an_id_that_names_nothing_is_found(geodata: TinyGeodata, fields: dict, field: str, wrong: str) -> None:
    geodata.events = [make_event(**fields)]
    geodata.write()
    found = [line for line in geodata.problems() if f"{field} is {wrong}" in line]
    assert "records/joint-sea-2021.yaml: joint-sea-2021" in only(found)


def test_the_nearest_id_is_offered(geodata: TinyGeodata) -> None:
    geodata.stories = [make_story(make_step(places=["vladivostock"]))]
    geodata.write()
    assert "did you mean vladivostok?" in only(geodata.problems())


def test_a_source_that_is_not_registered_is_found(geodata: TinyGeodata) -> None:
    geodata.row("ships", sources=["tass-2021-10-14-b"])
    geodata.write()
    line = only(geodata.problems())
    assert "registry/ships.yaml: ru-gromkiy-335: sources is tass-2021-10-14-b" in line


def test_one_unreadable_registry_does_not_make_a_problem_of_every_name(geodata: TinyGeodata) -> None:
    geodata.write()
    geodata.put("registry/sources.yaml", b"sources: [")
    assert "registry/sources.yaml is no valid YAML" in only(geodata.problems())


def test_one_wrong_row_does_not_make_a_problem_of_every_place_that_names_it(geodata: TinyGeodata) -> None:
    geodata.row("ships", state="XX")
    geodata.write()
    assert "registry/ships.yaml: ru-gromkiy-335: state is XX" in only(geodata.problems())


def test_the_ids_of_a_record_that_is_wrong_elsewhere_are_checked_with_it(geodata: TinyGeodata) -> None:
    unit, at = (
        {"ship": "ru-gromky-335", "sources": ["tass-x", "No_Id"]},
        {"km": 7, "bearing": "S", "of": "vladivostock"},
    )
    geodata.events = [make_event(kind="walk", series="joint-see", units=[unit], sightings=[make_sighting(at=at)])]
    geodata.row("passages", width_km="?", parts=["tsugar"])
    geodata.write()
    lines = geodata.problems()
    told = ("kind is walk", "series is joint-see", "units[1].ship is ru-gromky-335", "units[1].sources is tass-x",
            "sightings[1].at.of is vladivostock", "parts is tsugar")  # fmt: skip
    for part in told:
        assert only([line for line in lines if part in line])
    assert only([line for line in lines if "No_Id" in line]), "what is no id is told once, as that"
    assert any("did you mean ru-gromkiy-335?" in line for line in lines)


def test_two_rows_with_one_id_are_found(geodata: TinyGeodata) -> None:
    geodata.registry["ships"]["ships"] *= 2
    geodata.write()
    assert "each id once" in only(geodata.problems())


@pytest.mark.parametrize("wrong", ["joint_sea_2021", "Joint-Sea", "joint--sea", "joint-sea-", "a b", "объект"])
def test_an_id_that_is_not_kebab_case_is_found(geodata: TinyGeodata, wrong: str) -> None:
    geodata.registry["ships"]["ships"].append({**geodata.row("ships"), "id": wrong})
    geodata.write()
    line = only(geodata.problems())
    assert f"id is {wrong}" in line
    assert "kebab-case" in line


def test_ids_that_differ_only_after_an_underscore_are_both_refused(geodata: TinyGeodata) -> None:
    geodata.registry["ships"]["ships"] += [{**geodata.row("ships"), "id": f"ru-karelia_{n}"} for n in (1, 2)]
    geodata.write()
    assert len(geodata.problems()) == 2


def test_a_file_not_named_after_its_id_is_found(geodata: TinyGeodata) -> None:
    geodata.write()
    (geodata.folder / "records/joint-sea-2021.yaml").rename(geodata.folder / "records/joint-sea-2022.yaml")
    assert any("the file's name without .yaml" in line for line in geodata.problems())


def test_an_unknown_route_an_empty_route_and_a_missing_order_are_found(geodata: TinyGeodata) -> None:
    sightings = [make_sighting(route="joint-sea-2021-r2", order=1), make_sighting(route="joint-sea-2021-r1")]
    geodata.events = [make_event(routes=[{"id": "joint-sea-2021-r1", "who": "all"}], sightings=sightings)]
    geodata.write()
    lines = "\n".join(geodata.problems())
    assert "sightings[1].route is joint-sea-2021-r2" in lines
    assert "sightings[2].order is missing" in lines
    assert "joint-sea-2021-r1 with orders []" in lines


# dates -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"end": "2021-10-13"}, "end is 2021-10-13; allowed: 2021-10-14"),
        ({"end": "2022-10-14"}, "end is 365 days after the start"),
        ({"start": "1921-10-14", "end": "1921-10-14"}, "start is 1921-10-14"),
        ({"start": "2026-12-01", "end": "2026-12-01"}, "end is 2026-12-01; allowed: 2026-11-22 (modified)"),
        ({"modified": "2026-11-21"}, "modified is 2026-11-21"),
        ({"corrections": [{"date": "2026-11-23", "what": "x"}]}, "corrections[1].date is 2026-11-23"),
        ({"sightings": [make_sighting(date="2012-10-14")]}, "sightings[1].date is 2012-10-14"),
        ({"sightings": [make_sighting(date_end="2021-10-14")]}, "sightings[1].date_end is 2021-10-14"),
        ({"sightings": [make_sighting(date=None)]}, "sightings[1].date_precision is day"),
        ({"sightings": [make_sighting(date_precision="unknown")]}, "sightings[1].date_precision is unknown"),
        (
            {"sightings": [make_sighting(date=None, date_precision="unknown", time="08:00")]},
            "sightings[1].time is 08:00",
        ),
        (
            {"passages": [{"passage": "tsugaru", "date": "2020-10-14", "who": "all", "sources": SOURCES}]},
            "passages[1].date is 2020-10-14",
        ),
        (
            {"responses": [{"state": "JP", "date": "2020-10-14", "what": "x", "sources": SOURCES}]},
            "responses[1].date is 2020-10-14",
        ),
    ],
)
def test_a_date_that_cannot_be_right_is_found(geodata: TinyGeodata, fields: dict, told: str) -> None:
    geodata.events = [make_event(**fields)]
    geodata.write()
    assert any(told in line for line in geodata.problems()), geodata.problems()


@pytest.mark.parametrize("wrong", ["2021-02-30", "2021-13", "2031-01-01", "1021-10-14"])
def test_a_source_of_no_day_or_of_the_future_is_found(geodata: TinyGeodata, wrong: str) -> None:
    geodata.row("sources", date=wrong)
    geodata.write()
    assert f"date is {wrong}" in only(geodata.problems())


# sources -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", ["units", "sightings", "passages", "responses", "claims"])
def test_a_fact_without_a_source_is_found(geodata: TinyGeodata, rows: str) -> None:
    row = {
        "units": {"ship": "ru-gromkiy-335"},
        "sightings": make_sighting(),
        "passages": {"passage": "tsugaru", "who": "all"},
        "responses": {"state": "JP", "what": "watched"},
        "claims": {"by": "TASS", "what": "a first"},
    }[rows]
    geodata.events = [make_event(**{rows: [{**row, "sources": []}]})]
    geodata.write()
    assert f"{rows}[1].sources is []; allowed: at least 1 of them" in only(geodata.problems())


def test_an_unused_source_is_found(geodata: TinyGeodata) -> None:
    geodata.registry["sources"]["sources"].append({**SOURCE, "id": "tass-b", "url": "https://example.org/2"})
    geodata.write()
    assert "registry/sources.yaml: tass-b is unused" in only(geodata.problems())


def test_an_address_that_stands_twice_is_found(geodata: TinyGeodata) -> None:
    geodata.registry["sources"]["sources"].append({**SOURCE, "id": "tass-b"})
    geodata.row("ships", sources=["tass-b"])
    geodata.write()
    assert "url is the address of tass-2021-10-14-a" in only(geodata.problems())


def test_a_copy_that_is_not_marked_as_weak_is_found(geodata: TinyGeodata) -> None:
    geodata.row("sources", kind="copy")
    geodata.write()
    assert "weak is false" in only(geodata.problems())


def test_a_row_source_that_the_event_does_not_list_is_found(geodata: TinyGeodata) -> None:
    geodata.registry["sources"]["sources"].append({**SOURCE, "id": "tass-b", "url": "https://example.org/2"})
    geodata.events = [make_event(sightings=[make_sighting(sources=["tass-b"])])]
    geodata.write()
    assert "sources is without tass-b" in only(geodata.problems())


def test_a_source_twice_in_a_list_and_a_ship_twice_in_an_event_are_found(geodata: TinyGeodata) -> None:
    unit = {"ship": "ru-gromkiy-335", "sources": SOURCES}
    geodata.events = [make_event(units=[unit, {**unit, "sources": SOURCES * 2}])]
    geodata.write()
    lines = "\n".join(geodata.problems())
    assert "units[2].sources is tass-2021-10-14-a 2 times" in lines
    assert "units is ru-gromkiy-335 2 times" in lines


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"states": ["RU", "CN", "RU"]}, "states is RU 2 times; allowed: each once"),
        ({"areas": ["Sea of Japan"] * 3}, "areas is Sea of Japan 3 times"),
        ({"adiz": ["KADIZ", "KADIZ"]}, "adiz is KADIZ 2 times"),
    ],
)
def test_what_stands_twice_in_a_list_is_found(geodata: TinyGeodata, fields: dict, told: str) -> None:
    geodata.events = [make_event(**fields)]
    geodata.write()
    assert told in only(geodata.problems())


# shapes ------------------------------------------------------------------------------------------------------------


SQUARE = [[130, 30], [131, 30], [131, 31], [130, 31]]


@pytest.mark.parametrize(
    ("table", "fields", "told"),
    [
        ("passages", {"gate": []}, "tsugaru: gate is neither a gate nor parts"),
        ("passages", {"gate": GATE[:1]}, "tsugaru: gate is one point; allowed: two ends that differ"),
        ("passages", {"gate": GATE[:1] * 2}, "tsugaru: gate is one point"),
        ("passages", {"gate": [], "parts": ["tsugaru"]}, "tsugaru: parts is tsugaru; allowed: passages that it is no part"),
        ("zones", {"vertices": [[130, 30], [130, 30]]}, "adiz-a: vertices is a corner twice"),
        ("zones", {"closed": True}, "adiz-a: vertices is 2 corners; allowed: 3 or more in a ring"),
        ("zones", {"closed": True, "vertices": [*SQUARE, SQUARE[1]]}, "adiz-a: vertices is a corner twice"),
        ("zones", {"closed": True, "vertices": [SQUARE[n] for n in (0, 2, 1, 3)]}, "a ring that crosses itself"),
        ("limits", {"points": [[130, 30], [130, 30]]}, "tsugaru-limit: points is a point twice"),
    ],
)  # fmt: skip
def test_a_shape_that_cannot_be_drawn_is_found(geodata: TinyGeodata, table: str, fields: dict, told: str) -> None:
    geodata.row(table, **fields)
    geodata.write()
    assert told in only(geodata.problems())


def test_passages_that_are_part_of_each_other_and_one_that_has_gate_and_parts_are_found(geodata: TinyGeodata) -> None:
    first = geodata.row("passages", parts=["other"])
    geodata.registry["passages"]["passages"].append(first | {"id": "other", "gate": [], "parts": ["tsugaru"]})
    geodata.write()
    lines = "\n".join(geodata.problems())
    assert "tsugaru: gate is both a gate and parts; allowed: one of the two" in lines
    assert "tsugaru: parts is other" in lines
    assert "other: parts is tsugaru" in lines


@pytest.mark.parametrize("ring", [SQUARE, [*SQUARE, SQUARE[0]]])
def test_a_ring_may_end_where_it_began_or_before(geodata: TinyGeodata, ring: list) -> None:
    geodata.row("zones", closed=True, vertices=ring)
    geodata.write()
    assert geodata.problems() == []


# areas -------------------------------------------------------------------------------------------------------------


def test_an_area_that_the_register_lacks_is_found_with_the_nearest_name(geodata: TinyGeodata) -> None:
    geodata.events = [make_event(areas=["Sea of Japan", "Sea of Japn"])]
    geodata.write()
    told = only(geodata.problems())
    assert "joint-sea-2021: areas[2] is Sea of Japn; allowed: a name in registry/areas.yaml" in told
    assert "did you mean Sea of Japan?" in told


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"id": "black-sea", "name": "Black Sea"}, "registry/areas.yaml: black-sea is unused"),
        ({"id": "japan-sea", "name": "Sea of Japan"}, "name is Sea of Japan; allowed: each name once"),
        (
            {"id": "bay", "name": "Bay", "wider": ["atlantis"]},
            "wider is atlantis; allowed: an id of registry/areas.yaml",
        ),
    ],
)
def test_areas_that_are_idle_doubled_or_in_none_are_found(geodata: TinyGeodata, more: dict, told: str) -> None:
    geodata.registry["areas"]["areas"].append(more)
    geodata.write()
    assert told in "\n".join(geodata.problems())


def test_areas_in_a_circle_are_found(geodata: TinyGeodata) -> None:
    geodata.row("areas", wider=["bay"])
    geodata.registry["areas"]["areas"].append({"id": "bay", "name": "Bay", "wider": ["sea-of-japan"]})
    geodata.write()
    lines = geodata.problems()
    assert len(lines) == 2
    assert all("areas that do not lie in this one" in line for line in lines)


# series ------------------------------------------------------------------------------------------------------------


def test_two_events_with_the_same_numbers_are_told(geodata: TinyGeodata) -> None:
    geodata.row("series", ordinals="rising")
    geodata.events = [make_event(id=name, ordinal=1) for name in ("joint-sea-2021", "joint-sea-copy")]
    geodata.write()
    lines = "\n".join(geodata.problems())
    assert "joint-sea-copy: ordinal is 1; allowed: more than 1" in lines
    assert "joint-sea-copy: series_index is 1; allowed: 2" in lines


def three(**ordinals: int) -> list[dict]:
    """Three events of the series, one a year; keywords y1, y2, y3 give ordinals."""
    years = [2021, 2022, 2023]
    return [
        make_event(
            id=f"joint-sea-{year}",
            series_index=number,
            ordinal=ordinals.get(f"y{number}"),
            start=f"{year}-10-14",
            end=f"{year}-10-17",
            sightings=[],
        )
        for number, year in enumerate(years, 1)
    ]


def test_a_gap_in_our_own_numbers_is_found(geodata: TinyGeodata) -> None:
    geodata.events = three()
    geodata.events[2]["series_index"] = 4
    geodata.write()
    assert "joint-sea-2023: series_index is 4; allowed: 3" in only(geodata.problems())


def test_our_own_numbers_follow_time(geodata: TinyGeodata) -> None:
    geodata.events = three()
    geodata.events[0]["series_index"], geodata.events[1]["series_index"] = 2, 1
    geodata.write()
    assert len(geodata.problems()) == 2


@pytest.mark.parametrize(
    ("rule", "ordinals", "told"),
    [
        ("consecutive", {"y1": 5, "y2": 6, "y3": 8}, "ordinal is 8; allowed: 7"),
        ("rising", {"y1": 5, "y3": 5}, "ordinal is 5; allowed: more than 5"),
        ("none", {"y2": 1}, "ordinal is 1; allowed: none in this series"),
    ],
)
def test_a_number_against_the_rule_of_its_series_is_found(
    geodata: TinyGeodata, rule: str, ordinals: dict[str, int], told: str
) -> None:
    geodata.row("series", ordinals=rule)
    geodata.events = three(**ordinals)
    geodata.write()
    assert told in only(geodata.problems())


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"ordinal_by": "CN", "ordinal_sources": SOURCES}, "ordinal_by is CN; allowed: who gives the ordinal"),
        ({"ordinal": 1, "ordinal_by": "CN"}, "ordinal_sources is missing; allowed: ordinal_by and ordinal_sources"),
        ({"ordinal": 1, "ordinal_sources": SOURCES}, "ordinal_by is missing; allowed: ordinal_by and ordinal_sources"),
    ],
)
def test_who_gives_a_number_stands_with_the_number_and_its_sources(
    geodata: TinyGeodata, given: dict[str, Any], told: str
) -> None:
    geodata.row("series", ordinals="rising")
    geodata.events = [make_event(**given)]
    geodata.write()
    assert told in only(geodata.problems())


def test_numbers_that_keep_the_rule_are_no_problem(geodata: TinyGeodata) -> None:
    geodata.row("series", ordinals="consecutive")
    geodata.events = three(y1=5, y3=7)
    geodata.write()
    assert geodata.problems() == []


def test_a_number_or_index_without_a_series_and_an_unused_series_are_found(geodata: TinyGeodata) -> None:
    geodata.events = [make_event(series=None, ordinal=3)]
    geodata.write()
    lines = "\n".join(geodata.problems())
    assert "series is missing" in lines
    assert "ordinal is 3; allowed: a number in a series" in lines
    assert "registry/series.yaml: joint-sea is unused" in lines


def test_a_loop_of_part_of_is_found_at_each_of_its_events(geodata: TinyGeodata) -> None:
    geodata.events = three()
    geodata.events[0]["part_of"], geodata.events[1]["part_of"] = "joint-sea-2022", "joint-sea-2021"
    geodata.events[2]["part_of"] = "joint-sea-2021"
    geodata.write()
    problems = geodata.problems()
    assert len(problems) == 2
    assert "joint-sea-2021 -> joint-sea-2022 -> joint-sea-2021" in problems[0]


def test_an_event_related_to_itself_is_found(geodata: TinyGeodata) -> None:
    geodata.events = [make_event(related=["joint-sea-2021"])]
    geodata.write()
    assert "related is joint-sea-2021; allowed: other events" in only(geodata.problems())


# positions, water, speed -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("at", [{"lon": 134, "lat": 40}, {"sea": "sea-of-japan"}])
def test_a_position_whose_radius_no_rule_gives_must_state_it(geodata: TinyGeodata, at: dict) -> None:
    geodata.events = [make_event(sightings=[make_sighting(at=at)])]
    geodata.write()
    assert "sightings[1].radius_km is missing" in only(geodata.problems())


@pytest.mark.parametrize(
    ("at", "wrong"), [({"lon": 181, "lat": 0}, "lon is 181"), ({"lon": 0, "lat": -91}, "lat is -91")]
)
def test_coordinates_out_of_range_are_found(geodata: TinyGeodata, at: dict, wrong: str) -> None:
    geodata.events = [make_event(sightings=[make_sighting(at=at, radius_km=5)])]
    geodata.write()
    assert f"sightings[1].at.{wrong}" in only(geodata.problems())


INLAND = {"lon": 137, "lat": 37}  # the middle of the island, some 88 km from its shore


def test_ships_on_land_are_found(geodata: TinyGeodata) -> None:
    geodata.events = [make_event(sightings=[make_sighting(at=INLAND, radius_km=50)])]
    geodata.write()
    assert "sightings[1].at is 88 km from water with a radius of 50 km" in only(geodata.problems())


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("naval-exercise", {"radius_km": 90}),
        ("naval-exercise", {"radius_km": 50, "on_land": True}),
        ("naval-exercise", {"radius_km": 50, "drawable": False}),
        ("naval-exercise", {"radius_km": 50, "explanation": "A lake, the source says."}),
        ("air-patrol", {"radius_km": 50}),
        ("ashore", {"radius_km": 50}),
        ("meeting", {"radius_km": 50}),
    ],
)
def test_what_may_lie_on_land_is_no_problem(geodata: TinyGeodata, kind: str, fields: dict) -> None:
    geodata.events = [make_event(kind=kind, sightings=[make_sighting(at=INLAND, **fields)])]
    geodata.write()
    assert geodata.problems() == []


def test_a_missing_land_layer_is_one_problem_that_says_what_to_run(geodata: TinyGeodata) -> None:
    geodata.land = None
    geodata.write()
    assert "layers/land-1km.geojson is missing" in only(geodata.problems())
    assert "make geography" in only(geodata.problems())


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "3", '{"features": [3]}', '{"features": []}', '{"features": [{"geometry": {"type": "Polygon", "coordinates": [[1, 2]]}}]}'],
)  # fmt: skip
def test_a_land_layer_of_junk_is_one_problem(geodata: TinyGeodata, text: str) -> None:
    (geodata.write() / "layers/land-1km.geojson").write_text(text)
    assert "layers/land-1km.geojson is unreadable" in only(geodata.problems())


def test_a_broken_land_layer_is_one_problem(geodata: TinyGeodata) -> None:
    geodata.land = {"type": "FeatureCollection"}
    geodata.write()
    assert "layers/land-1km.geojson is unreadable" in only(geodata.problems())


START = make_sighting(at={"lon": 140, "lat": 40}, radius_km=10)
THERE = make_sighting(at={"lon": 160, "lat": 40}, radius_km=10)


@pytest.mark.parametrize(
    ("kind", "first", "second", "told"),
    [
        # 20 degrees of longitude at 40 N are 1,704 km on the great circle, less two radii of 10 km.
        ("transit", {}, {}, "1684 km (less the radii) in at most 24.0 h from sightings[1]: 38 knots"),
        ("transit", {}, {"time": "12:00"}, "1684 km (less the radii) in at most 12.0 h"),
        ("transit", {"time": "20:00"}, {"time": "23:00-01:00"}, "1684 km (less the radii) in at most 5.0 h"),
        ("air-patrol", {"time": "09:00"}, {"time": "10:30"}, "in at most 1.5 h from sightings[1]: 1123 km/h"),
        ("transit", {"time": "09:00"}, {"time": "09:00"}, "in at most 0.0 h from sightings[1]: at once"),
        ("transit", {}, {"date": "2021-10-12"}, "24 h before sightings[1]"),
    ],
)
def test_a_speed_that_cannot_be_true_is_found(
    geodata: TinyGeodata, kind: str, first: dict, second: dict, told: str
) -> None:
    geodata.events = [route({**START, **first}, {**THERE, **second}, kind=kind)]
    geodata.write()
    line = only(geodata.problems())
    assert "sightings[2]" in line
    assert told in line


@pytest.mark.parametrize(
    "later",
    [
        {"date": "2021-10-15"},
        {"explanation": "The source says so."},
        {"radius_km": 370},
        {"date_precision": "month"},
        {"date_precision": "reported"},
    ],
)
def test_a_speed_that_can_be_true_or_is_explained_is_no_problem(geodata: TinyGeodata, later: dict) -> None:
    geodata.events = [route(START, {**THERE, **later})]
    geodata.write()
    assert geodata.problems() == []


def test_all_problems_of_all_files_come_at_once(geodata: TinyGeodata) -> None:
    geodata.events = [make_event(end="2021-10-13", joint="maybe", colour="red")]
    geodata.row("ships", state="XX")
    geodata.row("places", kind="habour")
    geodata.write()
    lines = "\n".join(geodata.problems())
    for told in ("joint is maybe", "colour is an unknown field", "state is XX", "kind is habour"):
        assert told in lines
