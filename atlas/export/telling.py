"""An event in a few plain sentences, for whoever reads it outside of the atlas: in a feed, in a calendar."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from atlas.catalog import Catalog
from atlas.view.query import listed
from atlas.vocabulary import CONFIDENCE, JOINT, KIND, STATE

MOST_NAMED: Final = 6


def when(row: Mapping[str, Any]) -> str:
    """Say when an event was, and so that no day looks known that is not.

    Parameters
    ----------
    row : mapping
        Properties of the event; `start` and `end` are ISO 8601.
    """
    start, end = row["start"], row["end"]
    if row.get("date_precision") == "month":
        if start[:7] == end[:7]:
            return f"{start[:7]} (only the month is known)"
        return f"{start[:7]} to {end[:7]} (only the months are known)"
    return str(start) if start == end else f"{start} to {end}"


def who(row: Mapping[str, Any]) -> str:
    """Name the states whose forces took part."""
    return listed(STATE.get(code, code) for code in row["states"]) if row["states"] else ""


def head(row: Mapping[str, Any]) -> str:
    """Say in one line what an event is: kind, states, days, areas, whether it was joint, confidence."""
    parts = (KIND[row["kind"]][0].capitalize(), who(row), when(row), ", ".join(row.get("areas") or ()))
    return f"{'; '.join(filter(None, parts))}. {JOINT[row['joint']]}. {CONFIDENCE[row['confidence']]}."


def publishers(catalog: Catalog, sources: Iterable[str]) -> str:
    """Name the publishers of sources, each once; of very many the first few and how many more."""
    known = catalog.sources
    names = list(dict.fromkeys(str(known[one].get("publisher") or one) for one in sources if one in known))
    if len(names) > MOST_NAMED:
        names = [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} others"]
    return "; ".join(names)
