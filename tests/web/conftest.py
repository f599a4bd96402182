"""A real server on the tiny example, one for all tests of this room."""

import json

import pytest
from tiny import make_feature, write_example

from tools.server import serve


@pytest.fixture(scope="session")
def layers(tmp_path_factory):
    folder = write_example(tmp_path_factory.mktemp("layers"))
    shore = [[130 + step / 100, 40 + step % 7 / 10] for step in range(400)]
    for land in ("land-1km", "land-5km", "land-world"):
        feature = make_feature({"id": land}, {"type": "LineString", "coordinates": shore})
        content = {"type": "FeatureCollection", "features": [feature]}
        (folder / f"{land}.geojson").write_text(json.dumps(content), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def site(layers):
    with serve(env={"ATLAS_LAYERS": str(layers)}) as server:
        yield server.url
