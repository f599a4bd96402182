from pathlib import Path

import pytest

from tests.records.builders import TinyGeodata


@pytest.fixture
def geodata(tmp_path: Path) -> TinyGeodata:
    """A tiny geodata folder with nothing wrong in it, not yet written."""
    return TinyGeodata(tmp_path)
