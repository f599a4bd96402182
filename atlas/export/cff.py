"""CITATION.cff of the repository: how the data are cited as a whole, in the Citation File Format 1.2.0."""

from typing import Final

import yaml

from atlas.catalog.edition import Edition
from atlas.export import work

NOTE: Final = "# Written by `python -m atlas citation`, from atlas/export/work.py and the newest version of the data.\n"


def cff(edition: Edition) -> str:
    """Give the text of CITATION.cff for a version of the data."""
    told = {
        "cff-version": "1.2.0",
        "title": work.TITLE,
        "message": work.HOW_TO_CITE,
        "type": "dataset",
        "version": edition.version,
        "date-released": edition.released,
        "abstract": work.ABSTRACT,
        "authors": [{"name": work.AUTHORS}],
        "license": work.LICENCE,
        "keywords": list(work.KEYWORDS),
    }
    return NOTE + yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=118)
