"""A story as somebody reads it: its links keep what the reader has chosen on other pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from atlas.catalog import Catalog
from atlas.ui.html import Child, Html
from atlas.ui.links import link, number
from atlas.view import View

Step = Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Reading:
    """A story, and what its pieces need.

    Parameters
    ----------
    catalog : Catalog
        Knows sources, events and places.
    view : View
        What the address shows on other pages; links hand it on.
    story : mapping
        The row of the story.
    """

    catalog: Catalog
    view: View
    story: Mapping[str, Any]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps in their order."""
        steps: tuple[Step, ...] = self.story["steps"]
        return steps

    @property
    def name(self) -> str | None:
        """The id, where a link has to say which of several stories is meant."""
        return str(self.story["id"]) if len(self.catalog.stories) > 1 else None

    def link(self, *label: Child, step: str | None = None, claims: str | None = None, cls: str | None = None) -> Html:
        """Give a link to a step of the story, to some of its claims as a list, or to its cover."""
        return link("story", self.view, *label, cls=cls, id=self.name, step=step, claims=claims)

    def number(self, n: int, claims: str, words: Child = None) -> Html:
        """Give a number of claims as a link to them."""
        return number(n, "story", self.view, words, id=self.name, claims=claims)
