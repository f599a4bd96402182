"""The version of the data: what the catalog tells of it, and what it refuses."""

from datetime import date

import pytest
from tiny import make_event, write_layers

from atlas.catalog import Catalog, Edition
from atlas.errors import LayerError


def test_the_catalog_tells_the_newest_version(tmp_path):
    rows = [{"id": "2026.12.1", "released": "2026-12-03", "note": "x"}, {"id": "2026.11.0", "released": "2026-11-26"}]
    catalog = Catalog.load(write_layers(tmp_path, make_event("a", "2020-01-01"), editions=rows))
    assert catalog.edition == Edition("2026.12.1", date(2026, 12, 3), "x")


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [{"id": "2026.11.0"}],
        [{"id": "2026.11.0", "released": "soon"}],
        [{"id": "2026.11", "released": "2026-11-26"}],
        [{"id": "../2026.11.0", "released": "2026-11-26"}],
    ],
)
def test_layers_without_a_version_are_refused(tmp_path, rows):
    write_layers(tmp_path, make_event("a", "2020-01-01"), editions=rows)
    with pytest.raises(LayerError, match=r"such as 2026-?.11.*run `make build`"):
        Catalog.load(tmp_path)
