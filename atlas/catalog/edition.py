"""Which version of the data the built layers are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Self

VERSION: Final = re.compile(r"20\d\d\.(?:[1-9]|1[0-2])\.(?:0|[1-9]\d{0,5})", re.ASCII)


@dataclass(frozen=True)
class Edition:
    """One version of the data.

    Parameters
    ----------
    version : str
        Year and month of the release, and a number that counts from 0 in that month: `2026.11.0`.
    released : date
        Day of the release.
    note : str
        What is to be known of it as a whole.
    """

    version: str
    released: date
    note: str = ""

    @classmethod
    def newest(cls, rows: Mapping[str, Mapping[str, Any]]) -> Self:
        """Take the first row of the table `editions`.

        Raises
        ------
        ValueError
            If there is none, or if its version or its day is none.
        """
        row: Mapping[str, Any] = next(iter(rows.values()), {})
        version, released = row.get("id"), row.get("released")
        try:
            day = date.fromisoformat(str(released))
        except ValueError:
            raise ValueError(f"names {released!r} as the day of its version; a day such as 2026-11-26") from None
        if not isinstance(version, str) or not VERSION.fullmatch(version):
            raise ValueError(f"names {version!r} as its version; year.month.number such as 2026.11.0")
        return cls(version, day, str(row.get("note") or ""))
