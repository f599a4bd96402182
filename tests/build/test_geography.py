"""The committed land and sea layers: the areas measured once, valid, without gaps, and what the command gives."""

import itertools
import shutil
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import LineString, Point, Polygon

import atlas.build.geography.land
from atlas.build.geography import main
from atlas.build.geography.land import FRAME, REGION, area_km2, read_land, without_small_islands
from atlas.build.geography.seas import limit_line, part_seas
from atlas.errors import BuildError, RecordError
from atlas.records.reader import load

GEODATA = Path(__file__).parents[2] / "geodata"
LAYERS = ("land-1km", "land-5km", "land-world", "coasts", "seas")
AREAS_KM2 = {
    "sea-of-japan": 1_062_664,
    "east-china-sea": 758_599,
    "yellow-sea": 332_151,
    "bo-hai": 76_227,
    "taiwan-strait": 71_759,
    "inland-sea": 18_067,
    "sea-of-okhotsk": 1_595_719,
    "philippine-sea": 5_421_237,
}
"""What the S-23 limits gave on 1:10m land when they were first drawn and compared with published areas."""
CUT_BY_THE_REGION = {"sea-of-okhotsk", "philippine-sea"}
ROUNDING_DEGREES = 0.002
"""Shores of the sea layer have 3 decimals, of the land layer 4."""
RECORDS = load(GEODATA).records


@pytest.fixture(scope="module")
def land():
    return read_land("10m", FRAME)


@pytest.fixture(scope="module")
def large_land(land):
    return without_small_islands(land, 20, [])


def layer(name):
    return gpd.read_file(GEODATA / "layers" / f"{name}.geojson").set_index("id")


def sea_table(tmp_path, change):
    """A geodata folder with the registry's seas after a change of their text."""
    (tmp_path / "registry").mkdir()
    text = (GEODATA / "registry" / "seas.yaml").read_text(encoding="utf-8")
    changed = change(text)
    assert changed != text
    (tmp_path / "registry" / "seas.yaml").write_text(changed, encoding="utf-8")
    shutil.copy(GEODATA / "registry" / "coasts.yaml", tmp_path / "registry")
    return tmp_path


def test_the_committed_layers_are_what_the_command_gives(tmp_path, capsys):
    assert main(["--out", str(tmp_path)]) == 0
    for name in LAYERS:
        committed = (GEODATA / "layers" / f"{name}.geojson").read_bytes()
        assert (tmp_path / f"{name}.geojson").read_bytes() == committed, f"{name}: run make geography"
    assert sorted(path.stem for path in tmp_path.iterdir()) == sorted(LAYERS)
    assert "sea-of-japan: 1,062,664 km2" in capsys.readouterr().out


def test_the_areas_of_the_seas_are_those_measured_once():
    areas = layer("seas")["area_km2"].to_dict()
    assert areas == pytest.approx(AREAS_KM2, rel=0.01)


@pytest.mark.parametrize("name", sorted(AREAS_KM2.keys() - CUT_BY_THE_REGION))
def test_a_drawn_sea_has_the_area_that_it_tells(name):
    assert area_km2(layer("seas").geometry[name]) == pytest.approx(AREAS_KM2[name], rel=0.01)


@pytest.mark.parametrize("name", LAYERS)
def test_every_shape_read_back_is_valid_and_where_it_belongs(name):
    frame = layer(name)
    assert frame.crs.to_epsg() == 4326
    assert frame.is_valid.all()
    assert frame.index.is_unique
    bounds = (-180, -60, 180, 84) if name == "land-world" else REGION.bounds
    west, south, east, north = frame.total_bounds
    assert (west, south) >= bounds[:2]
    assert (east, north) <= bounds[2:]
    assert frame["source"].str.contains("Natural Earth").all()


@pytest.mark.parametrize("limit", RECORDS.limits.values(), ids=RECORDS.limits)
def test_a_limit_begins_and_ends_on_land_or_on_another_limit(limit, land):
    others = [LineString(other.points) for other in RECORDS.limits.values() if other.id != limit.id]
    for end in (Point(limit.points[0]), Point(limit.points[-1])):
        assert land.covers(end) or any(line.distance(end) < 1e-9 for line in others)


@pytest.mark.parametrize("limit", RECORDS.limits.values(), ids=RECORDS.limits)
def test_a_limit_that_is_lost_is_missed_with_a_sea_that_it_bounds(limit, large_land):
    rest = [other for other in RECORDS.limits.values() if other.id != limit.id]
    with pytest.raises(BuildError) as caught:
        part_seas(large_land, FRAME, RECORDS.seas, rest)
    told = str(caught.value)
    assert any(name in told for name in limit.between)


def test_a_limit_lies_on_the_border_of_the_seas_that_it_names(large_land):
    seas = part_seas(large_land, FRAME, RECORDS.seas, RECORDS.limits.values())
    for limit in RECORDS.limits.values():
        line = limit_line(limit)
        beside = {name for name, sea in seas.items() if sea.boundary.intersection(line).length > 0.05}
        assert set(limit.between) <= beside, limit.id


def test_seas_and_land_neither_overlap_nor_leave_gaps_along_the_shore():
    seas, shore = layer("seas").geometry, shapely.union_all(layer("land-1km").geometry)
    for name, sea in seas.items():
        assert area_km2(sea.intersection(shore)) < 0.002 * area_km2(sea), name
    edges = shapely.union_all([shore.boundary, REGION.boundary, *map(limit_line, RECORDS.limits.values())])
    shapely.prepare(edges)
    for name, sea in seas.items():
        vertices = shapely.points(shapely.get_coordinates(sea))
        apart = vertices[~shapely.dwithin(edges, vertices, ROUNDING_DEGREES)]
        assert len(apart) == 0, f"{name}: {[point.coords[0] for point in apart[:3]]}"


def test_seas_do_not_overlap_each_other():
    seas = list(layer("seas").geometry)
    for i, sea in enumerate(seas):
        for other in seas[:i]:
            assert area_km2(sea.intersection(other)) < 10


def test_simplified_shores_stay_near_the_true_ones(land):
    true = land.intersection(REGION)
    for name, share in (("land-1km", 0.005), ("land-5km", 0.01)):
        difference = shapely.union_all(layer(name).geometry).symmetric_difference(true)
        assert area_km2(difference) < share * area_km2(true), name


def test_the_islands_on_the_list_are_on_the_1_km_map():
    shapes = shapely.union_all(layer("land-1km").geometry)
    for island in RECORDS.islands.values():
        assert shapes.distance(Point(island.point)) < 0.06, island.name


@pytest.mark.parametrize(
    ("where", "on_land"),
    [
        ((37.6, 55.8), True),  # Moscow
        ((-100, 40), True),  # Kansas
        ((20.0, -33.0), True),  # the Cape
        ((-166.8, 53.6), True),  # Unalaska in the Aleutians
        ((179.0, 67.5), True),  # Chukotka on both sides of the antimeridian
        ((-175.0, 67.0), True),
        ((60.3, 24.6), False),  # Gulf of Oman
        ((19.0, 55.2), False),  # Baltic
        ((32.5, 34.0), False),  # Mediterranean
        ((18.0, -34.5), False),  # off the Cape
        ((118.5, -1.5), False),  # Makassar Strait
        ((100.5, 3.3), False),  # Malacca Strait
        ((-169.2, 66.0), False),  # Bering Strait
        ((34.0, 70.0), False),  # off Murmansk
        ((0, 0), False),  # Null Island
    ],
)
def test_the_coarse_world_has_land_and_sea_where_far_events_need_them(where, on_land):
    assert layer("land-world").contains(Point(where)).any() == on_land


def test_the_coarse_world_is_small_and_leaves_the_region_out():
    world = layer("land-world")
    assert area_km2(shapely.union_all(world.geometry).intersection(REGION)) == pytest.approx(0, abs=1)
    assert (GEODATA / "layers" / "land-world.geojson").stat().st_size < 250_000


def test_pieces_of_land_are_single_polygons_and_the_largest_come_first():
    for name in ("land-1km", "land-5km", "land-world"):
        frame = layer(name)
        assert all(isinstance(shape, Polygon) for shape in frame.geometry)
        assert list(frame.index[:2]) == [f"{name}-0001", f"{name}-0002"]
        areas = [area_km2(shape) for shape in frame.geometry]
        assert all(following <= area + 0.01 for area, following in itertools.pairwise(areas))


def test_a_limit_moved_off_its_cape_stops_the_command_and_leaves_the_layers_alone(tmp_path):
    geodata = sea_table(
        tmp_path, lambda text: text.replace("[140.9, 51.95]", "[141.5, 51.9]").replace("[141.1, 51.9], ", "")
    )
    (tmp_path / "layers").mkdir()
    (tmp_path / "layers" / "seas.geojson").write_text("as before")
    with pytest.raises(BuildError, match=r"tatar: its end .* sea-of-japan and sea-of-okhotsk run together"):
        main(["--geodata", str(geodata)])
    assert [path.read_text() for path in (tmp_path / "layers").iterdir()] == ["as before"]


def test_a_broken_table_of_seas_is_told_like_any_record(tmp_path):
    geodata = sea_table(tmp_path, lambda text: text.replace("seed: [135, 40]", "seed: [135, 400]"))
    with pytest.raises(RecordError, match=r"registry/seas\.yaml: sea-of-japan: seed"):
        main(["--geodata", str(geodata)])


def test_without_natural_earth_the_command_says_what_to_install(monkeypatch):
    monkeypatch.setattr(atlas.build.geography.land, "find_spec", lambda _: None)
    with pytest.raises(BuildError, match=r"pip install -r requirements-dev\.txt"):
        main([])


def test_a_scale_that_the_package_lacks_is_told():
    with pytest.raises(BuildError, match=r"no ne_1m_land\.shp"):
        read_land("1m", FRAME)
