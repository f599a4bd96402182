from urllib.parse import parse_qs

import pytest
from export.strange import strange_world

from atlas.catalog import Catalog, default_catalog
from atlas.export.taken import Taken
from atlas.view import View

SITE = "https://atlas.example.org/sea/"


def taken(catalog, query="", site=SITE):
    """Take what a link asks for."""
    view, notices = View.from_query(parse_qs(query), catalog)
    assert not notices
    return Taken(catalog, view, site)


@pytest.fixture(scope="session")
def strange(tmp_path_factory):
    return Catalog.load(strange_world(tmp_path_factory.mktemp("strange")))


@pytest.fixture(scope="session")
def real():
    return default_catalog()
