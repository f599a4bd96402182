"""Which list of the page an address asks for, and links to these lists: every number of the page leads to one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from atlas.catalog import Catalog, default_catalog
from atlas.catalog.nearby import Layer, Lies, Near, Nearby, Row, measured
from atlas.ui.html import Child, Html
from atlas.ui.links import link, number
from atlas.view import View
from atlas.view.query import Query

PAGE: Final = "coasts"
OF: Final[dict[str, tuple[Layer, str]]] = {"sightings": ("sighting", "Sightings"), "legs": ("leg", "Legs of ships")}
WHERE: Final[dict[str, str]] = {
    "inside": "Inside",
    "partly": "Partly inside",
    "unclear": "Cannot be told",
    "outside": "Outside",
}
IN: Final = ("inside", "partly")
NOTHING: Final = "none"
"""In place of a coast: the list of what is measured to none."""
KEYS: Final = ("coast", "zone", "of", "where")


@dataclass(frozen=True)
class Asked:
    """One list; the whole page where neither a coast nor a zone is named.

    Parameters
    ----------
    coast, zone : str or None
        Id of the coast, or of the zone; the coast may be `NOTHING`.
    of : str
        One of `OF`.
    where : str or None
        Of a zone: one of `WHERE`, `in` for inside or partly inside; None for all.
    """

    coast: str | None = None
    zone: str | None = None
    of: str = "sightings"
    where: str | None = None

    @classmethod
    def read(cls, own: Mapping[str, str], catalog: Catalog) -> tuple[Self, dict[str, str]]:
        """Read what the address asks for; whatever cannot be meant is left out and told, by its key."""
        known = {
            "coast": (*measured(catalog), NOTHING),
            "zone": catalog.layers["zones"].rows,
            "of": OF,
            "where": (*WHERE, "in"),
        }
        query = {key: Query({key: [own.get(key, "")]}) for key in KEYS}
        told = {key: query[key].one_of(key, tuple(known[key]), None) for key in KEYS}
        if told["coast"] and told["zone"]:
            query["zone"].tell("zone", told["zone"], "a coast or a zone", "The coast is shown.")
            told["zone"] = None
        if told["where"] and not told["zone"]:
            query["where"].tell("where", told["where"], "where beside a zone", "It was left out.")
            told["where"] = None
        asked = cls(told["coast"], told["zone"], told["of"] or "sightings", told["where"])
        return asked, {key: " ".join(one.notices) for key, one in query.items() if one.notices}

    def near(self, found: Nearby) -> Sequence[Near]:
        """Give the list of a coast: sightings by the surest closeness, legs by the distance of our line."""
        rows = [one for one in found.coasts.get(self.coast or "", ()) if one.layer == OF[self.of][0]]
        return rows if self.of == "sightings" else sorted(rows, key=lambda one: (one.km, one.row["id"]))

    def lies(self, found: Nearby) -> Sequence[Lies]:
        """Give the list of a zone."""
        rows = [one for one in found.zones.get(self.zone or "", ()) if one.layer == OF[self.of][0]]
        return [one for one in rows if self.where in (None, one.where) or (self.where == "in" and one.where in IN)]

    def left_out(self, found: Nearby) -> Sequence[Row]:
        """Give the list of what is measured to no coast."""
        return found.unmeasured if self.of == "sightings" else found.flights

    def number(self, n: int, view: View | None, words: Child = None) -> Html:
        """Give a count as a link to this list."""
        return number(n, PAGE, view, words, **self._own())

    def link(self, view: View | None, *label: Child) -> Html:
        """Give a link to this list."""
        return link(PAGE, view, *label, **self._own())

    def _own(self) -> dict[str, str | None]:
        plain = self.of == "sightings"
        return {"coast": self.coast, "zone": self.zone, "of": None if plain else self.of, "where": self.where}


def odd(own: Mapping[str, str]) -> dict[str, str]:
    """Name, by key, what the address holds for this page and it cannot follow."""
    return Asked.read(own, default_catalog())[1]
