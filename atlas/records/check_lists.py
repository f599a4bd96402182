"""Lists of words: nothing stands in one twice, for each is counted, drawn or linked once."""

from collections import Counter
from collections.abc import Iterator

from atlas.errors import Problem
from atlas.records.container import Records
from atlas.records.problems import shown
from atlas.records.walk import every_row


def check_lists(records: Records) -> Iterator[Problem]:
    """Report every text that stands in one list more than once."""
    for found in every_row(records):
        for field, value in found.row:
            texts = [text for text in value if isinstance(text, str)] if isinstance(value, tuple) else []
            for text, times in Counter(texts).items():
                if times > 1:
                    yield found.problem(field, f"{shown(text)} {times} times", "each once in a list", "remove one")
