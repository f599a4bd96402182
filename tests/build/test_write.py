"""Layers and tables: valid GeoJSON, the same bytes each time, nothing wrong written in silence."""

import itertools
import json
import math

import geopandas as gpd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import GeometryCollection, LineString, MultiPoint, Point, Polygon, box, shape

from atlas.build.write import beside, feature, read_layer, write_layer, write_table
from atlas.errors import BuildError, LayerError


def geometry_of(geometry, decimals=4):
    return shape(feature("x", geometry, {}, decimals)["geometry"])


def star(west, south, radii):
    """A polygon around a centre, one corner for each radius: never crosses itself."""
    turn = 2 * math.pi / len(radii)
    return Polygon([(west + r * math.cos(i * turn), south + r * math.sin(i * turn)) for i, r in enumerate(radii)])


stars = st.builds(star, st.floats(-170, 200), st.floats(-60, 60), st.lists(st.floats(0.5, 20), min_size=4, max_size=12))
tracks = st.lists(st.tuples(st.floats(150, 210), st.floats(-60, 60)), min_size=2, max_size=12, unique=True)


def test_a_layer_has_one_feature_a_line_and_the_id_first_among_the_properties(tmp_path):
    path = tmp_path / "places.geojson"
    write_layer(path, [feature(name, Point(129.7, 33.1), {"names": {"ja": "佐世保"}, "gone": None}) for name in "ab"])
    lines = path.read_bytes().decode().split("\n")
    assert lines[0] == '{"type":"FeatureCollection","features":['
    assert lines[1] == (
        '{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[129.7,33.1]},'
        '"properties":{"id":"a","names":{"ja":"佐世保"},"gone":null}},'
    )
    assert lines[-2:] == ["]}", ""]


def test_geopandas_reads_back_what_was_written(tmp_path):
    features = [
        feature("point", Point(129.71234, 33.16), {"km": 12.5, "tags": ["a"], "note": "Bo Hai / 渤海"}),
        feature("line", LineString([(178, 50), (182, 52)]), {"km": None, "tags": [], "note": None}),
        feature("area", box(120, 20, 130, 30), {"km": 1.0, "tags": None, "note": ""}),
        feature("nowhere", None, {"km": 2.0, "tags": None, "note": ""}),
    ]
    write_layer(tmp_path / "mixed.geojson", features)
    frame = gpd.read_file(tmp_path / "mixed.geojson")
    assert frame.crs.to_epsg() == 4326
    assert list(frame["id"]) == ["point", "line", "area", "nowhere"]
    assert list(frame.columns) == ["id", "km", "tags", "note", "geometry"]
    assert frame.geometry[0].equals(Point(129.7123, 33.16))
    assert frame.geometry[1].geom_type == "MultiLineString"
    assert frame.geometry[2].equals(box(120, 20, 130, 30))
    assert frame.geometry[3] is None
    assert frame["note"][0] == "Bo Hai / 渤海"
    assert read_layer(tmp_path / "mixed.geojson") == json.loads(json.dumps(features))


def test_the_same_polygon_given_from_another_corner_or_turned_round_gives_the_same_bytes():
    ring = [(120, 30), (125, 30), (125, 35), (122, 38), (120, 35)]
    turned = [Polygon(ring[i:] + ring[:i]) for i in range(5)] + [Polygon(ring[::-1])]
    assert len({json.dumps(feature("x", polygon, {})) for polygon in turned}) == 1


def test_a_line_keeps_its_direction_and_its_own_crossings():
    eight = [(120, 30), (122, 32), (120, 32), (122, 30)]
    assert list(geometry_of(LineString(eight)).coords) == eight


@pytest.mark.parametrize(
    "line", [[(178, 50), (182, 52)], [(178, 50), (-178, 52)], [(-182, 50), (-178, 52)], [(538, 50), (542, 52)]]
)
def test_a_line_over_the_antimeridian_is_cut_there_whichever_way_it_was_given(line):
    west, east = geometry_of(LineString(line)).geoms
    assert list(west.coords) == [(178, 50), (180, 51)]
    assert list(east.coords) == [(-180, 51), (-178, 52)]


def test_a_line_that_touches_the_antimeridian_is_not_cut():
    assert list(geometry_of(LineString([(170, 50), (180, 51), (175, 52)])).coords) == [(170, 50), (180, 51), (175, 52)]


def test_a_line_with_a_corner_on_the_antimeridian_is_cut_at_the_corner():
    assert [list(part.coords) for part in geometry_of(LineString([(170, 50), (180, 51), (-175, 52)])).geoms] == [
        [(170, 50), (180, 51)],
        [(-180, 51), (-175, 52)],
    ]


def test_a_point_past_the_antimeridian_is_turned_back():
    assert geometry_of(Point(190, 5)).equals(Point(-170, 5))
    assert geometry_of(MultiPoint([(180, 5), (-190, 6)])).equals(MultiPoint([(180, 5), (170, 6)]))


@pytest.mark.parametrize("turn", [0, -360])
def test_a_polygon_over_the_antimeridian_keeps_its_area_and_its_hole(turn):
    hole = [(176, 52), (184, 52), (184, 54), (176, 54)]
    given_there = Polygon(box(170, 50, 190, 60).exterior.coords, [[(x + turn, y) for x, y in hole]])
    cut = geometry_of(given_there)
    assert cut.geom_type == "MultiPolygon"
    assert cut.is_valid
    assert cut.area == pytest.approx(20 * 10 - 8 * 2)
    assert cut.bounds == (-180, 50, 180, 60)


@given(stars)
def test_polygons_come_out_valid_inside_the_world_and_counter_clockwise(polygon):
    cut = geometry_of(polygon)
    assert cut.is_valid
    assert cut.bounds[0] >= -180
    assert cut.bounds[2] <= 180
    assert cut.area == pytest.approx(polygon.area, abs=0.02)
    for part in shapely.get_parts(cut):
        assert part.exterior.is_ccw
        assert not any(ring.is_ccw for ring in part.interiors)


@given(tracks)
def test_cut_lines_keep_their_length_and_join_end_to_end(track):
    line = LineString(track)
    if line.length < 0.01:
        return
    pieces = list(shapely.get_parts(geometry_of(line, 5)))
    assert sum(piece.length for piece in pieces) == pytest.approx(line.length, abs=0.001)
    for piece, following in itertools.pairwise(pieces):
        assert abs(piece.coords[-1][0]) == 180
        assert (-piece.coords[-1][0], piece.coords[-1][1]) == following.coords[0]


@given(stars)
def test_the_same_feature_gives_the_same_text_and_survives_a_second_writing(polygon):
    once = feature("x", polygon, {})
    assert json.dumps(once) == json.dumps(feature("x", polygon, {}))
    assert json.dumps(once) == json.dumps(feature("x", shape(once["geometry"]), {}))


@pytest.mark.parametrize(
    ("geometry", "words"),
    [
        (Point(float("nan"), 1), "off|leaves the globe|empty"),
        (Point(10, 91), "leaves the globe"),
        (Polygon(), "empty"),
        (Polygon([(0, 0), (2, 2), (2, 0), (0, 2)]), "invalid"),
        (Polygon([(0, 80), (120, 80), (-120, 80)]), "pole"),
        (GeometryCollection([Point(1, 1)]), "GeometryCollection"),
        (box(1, 1, 1.000001, 1.000001), "nothing is left"),
    ],
)
def test_a_geometry_that_cannot_be_drawn_is_refused_by_name(geometry, words):
    with pytest.raises(BuildError, match=f"mark-7: .*({words})"):
        feature("mark-7", geometry, {})


def test_more_decimals_than_any_source_has_are_refused():
    with pytest.raises(BuildError, match="0 to 5"):
        feature("x", Point(1, 1), {}, decimals=6)


@pytest.mark.parametrize(
    ("properties", "words"),
    [
        ([{"a": 1}, {"b": 1}], "differ in the properties a, b"),
        ([{"a": float("nan")}, {"a": 1}], "f0: .*finite"),
        ([{"a": {1}}, {"a": 1}], "f0: .*set"),
        ([{"a": "\ud800"}, {"a": 1}], "Unicode"),
    ],
)
def test_properties_that_are_no_stable_json_are_refused_and_leave_no_file(tmp_path, properties, words):
    features = [feature(f"f{number}", None, row) for number, row in enumerate(properties)]
    with pytest.raises(BuildError, match=words):
        write_layer(tmp_path / "x.geojson", features)
    assert not (tmp_path / "x.geojson").exists()


def test_an_id_that_stands_twice_is_refused(tmp_path):
    with pytest.raises(BuildError, match="the id a stands twice"):
        write_layer(tmp_path / "x.geojson", [feature("a", None, {}), feature("a", None, {})])
    with pytest.raises(BuildError, match="the id a stands twice"):
        write_table(tmp_path / "x.json", [{"id": "a"}, {"id": "a"}])


def test_a_table_is_a_list_of_objects_one_a_line(tmp_path):
    write_table(tmp_path / "ships.json", [{"id": "cn-1", "name": "西宁"}, {"id": "cn-2", "name": None}])
    text = (tmp_path / "ships.json").read_text(encoding="utf-8")
    assert text == '[\n{"id":"cn-1","name":"西宁"},\n{"id":"cn-2","name":null}\n]\n'


@pytest.mark.parametrize("content", [b"", b"[]", b'{"type":"x"}', b"\xff"])
def test_a_file_that_is_no_layer_is_named(tmp_path, content):
    (tmp_path / "seas.geojson").write_bytes(content)
    with pytest.raises(LayerError, match=r"seas\.geojson: is no GeoJSON"):
        read_layer(tmp_path / "seas.geojson")


def test_a_layer_that_is_missing_says_what_to_run(tmp_path):
    with pytest.raises(LayerError, match="missing; run python -m atlas"):
        read_layer(tmp_path / "seas.geojson")


def _write_and_fail(room):
    (room / "a").write_text("new")
    write_layer(room / "no-such-folder" / "b.geojson", [])


def test_files_written_beside_move_only_if_all_went_well(tmp_path):
    (tmp_path / "a").write_text("old")
    with pytest.raises(BuildError, match="nothing was changed"), beside(tmp_path) as room:
        _write_and_fail(room)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]
    with beside(tmp_path) as room:
        (room / "a").write_text("new")
    assert (tmp_path / "a").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def _write_two(room):
    (room / "a.json").touch()
    (room / "b.json").touch()


def test_a_folder_that_takes_no_files_is_told_in_one_line_and_nothing_moves(tmp_path):
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / ("x" * 300)):
        with pytest.raises(BuildError, match="cannot be written to"), beside(folder):
            pass
    (tmp_path / "out/b.json").mkdir(parents=True)
    with pytest.raises(BuildError, match=r"holds folders named b\.json"), beside(tmp_path / "out") as room:
        _write_two(room)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b.json"]
