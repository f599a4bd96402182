import pytest
from tiny import write_example

from atlas.catalog import Catalog, default_catalog


@pytest.fixture(scope="session")
def catalog(tmp_path_factory):
    return Catalog.load(write_example(tmp_path_factory.mktemp("layers")))


@pytest.fixture(scope="session")
def real() -> Catalog:
    return default_catalog()
