"""How the map looks in somebody else's page: the switches that the address of an embedded map holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from atlas.view.query import Query

ALLOWED: Final[dict[str, tuple[str, ...]]] = {
    "legend": ("on", "off"),
    "controls": ("on", "off"),
    "theme": ("light", "dark"),
}
"""Each key and what it may hold; `theme` is followed in the page's head, before Streamlit starts (atlas.web.embed)."""


@dataclass(frozen=True)
class Embedding:
    """What is shown beside the events.

    Parameters
    ----------
    legend : bool
        The legend, which opens by its button.
    controls : bool
        The buttons that zoom.
    """

    legend: bool = True
    controls: bool = True

    @classmethod
    def read(cls, own: Mapping[str, str], *, embedded: bool) -> tuple[Self, dict[str, str]]:
        """Read what the address holds; what cannot be followed is left out and told, by its key."""
        query = {key: Query({key: [own.get(key, "")]}) for key in ALLOWED}
        told = {key: query[key].one_of(key, allowed, None) for key, allowed in ALLOWED.items()}
        if not embedded:
            for key, value in told.items():
                if value:
                    query[key].tell(key, value, f"{key} beside embed=true", "It was left out.")
        notices = {key: " ".join(one.notices) for key, one in query.items() if one.notices}
        if not embedded:
            return cls(), notices
        return cls(told["legend"] != "off", told["controls"] != "off"), notices
