from pathlib import Path

import pytest
from tiny import write_example

from atlas import catalog as rooms
from atlas.catalog import Catalog, default_catalog


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return Catalog.load(write_example(tmp_path_factory.mktemp("layers")))


@pytest.fixture(scope="session")
def real() -> Catalog:
    return default_catalog()


@pytest.fixture
def layers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small world, and the process looking at it."""
    folder = write_example(tmp_path)
    monkeypatch.setenv("ATLAS_LAYERS", str(folder))
    monkeypatch.setattr(rooms, "_loaded", {})
    return folder


@pytest.fixture
def world(layers: Path) -> Catalog:
    return Catalog.load(layers)
