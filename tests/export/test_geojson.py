"""GeoJSON, read by geojson-pydantic and GDAL and held against the rules of RFC 7946."""

import json
from itertools import pairwise

import pyogrio
import pytest
from export.conftest import taken
from geojson_pydantic import FeatureCollection
from shapely.geometry import shape

from atlas.export.formats import PLACED
from atlas.export.geojson import write_geojson
from atlas.export.tables_beside import TABLES


def written(chosen, name):
    return b"".join(write_geojson(chosen, TABLES[name]))


def positions(coordinates):
    """Give all positions of a geometry, however deep they lie."""
    if isinstance(coordinates[0], (int, float)):
        yield coordinates
    else:
        for inner in coordinates:
            yield from positions(inner)


@pytest.mark.parametrize("world", ["real", "strange"])
@pytest.mark.parametrize("name", PLACED)
def test_it_is_what_the_rfc_asks_for(name, world, request):
    catalog = request.getfixturevalue(world)
    chosen = taken(catalog)
    content = written(chosen, name)
    collection = json.loads(content)
    FeatureCollection.model_validate(collection)
    assert "crs" not in collection
    assert len(collection["features"]) == chosen.counts[name] > 0
    ids = [feature["id"] for feature in collection["features"]]
    assert len(set(ids)) == len(ids)
    layer = catalog.layers[name]
    for feature in collection["features"]:
        told, here = feature["properties"], layer.rows[feature["id"]]
        assert {key: told[key] for key in here} == json.loads(json.dumps(here))  # nothing is lost, renamed or joined
        geometry, drawn = feature["geometry"], layer.frame.geometry[feature["id"]]
        if geometry is None:
            assert drawn is None
            continue
        assert shape(geometry).equals(drawn)
        for place in positions(geometry["coordinates"]):
            assert len(place) == 2
            assert -180 <= place[0] <= 180
            assert -90 <= place[1] <= 90
        lines = {"LineString": [geometry["coordinates"]], "MultiLineString": geometry["coordinates"]}
        for line in lines.get(geometry["type"], ()):
            steps = [abs(one[0] - next_[0]) for one, next_ in pairwise(line)]
            assert max(steps) < 180  # nothing runs round the earth: lines are cut at the antimeridian


def test_it_says_what_it_is_and_holds_its_sources(real):
    chosen = taken(real, "kind=air-patrol&v=1")
    found = json.loads(written(chosen, "events"))
    assert found["atlas"]["version"] == real.edition.version
    assert found["atlas"]["view"] == chosen.sentence
    assert found["atlas"]["link"] == chosen.link
    assert (
        found["atlas"]["choice"]
        == f"A part of the atlas: {chosen.count} of {chosen.total} events, those that the filters leave."
    )
    known = {source["id"] for source in found["sources"]}
    assert known == {source for feature in found["features"] for source in feature["properties"]["sources"]}
    assert json.loads(written(taken(real), "events"))["atlas"]["choice"].startswith("The whole atlas: all 99 events")


@pytest.mark.parametrize("name", PLACED)
def test_gdal_reads_it(name, strange, tmp_path):
    path = tmp_path / f"{name}.geojson"
    path.write_bytes(written(taken(strange), name))
    frame = pyogrio.read_dataframe(path).set_index("id")
    told = strange.layers[name].frame
    assert frame.crs.to_epsg() == 4326
    assert list(frame.index) == list(told.index)
    assert frame.geometry.isna().tolist() == told.geometry.isna().tolist()
    if name == "events":
        assert frame["title"].tolist() == told["title"].tolist()
        assert frame["names"].iloc[0] == told["names"].iloc[0]
        assert frame["start"].iloc[0].isoformat()[:10] == "2012-04-22"


def test_an_empty_view_is_an_empty_collection(strange):
    for name in PLACED:
        found = json.loads(written(taken(strange, "kind=none&v=1"), name))
        FeatureCollection.model_validate(found)
        assert (found["features"], found["sources"]) == ([], [])
