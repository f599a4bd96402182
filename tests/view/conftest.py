import pytest
from hypothesis import settings
from tiny import write_example

from atlas.catalog import Catalog

# Two busy cores make a quick example slow now and then; how quick filters are is a test of its own.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def catalog(tmp_path_factory):
    return Catalog.load(write_example(tmp_path_factory.mktemp("layers")))
