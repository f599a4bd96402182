"""What the address asks of the stories: which of them, which step, or which claims as a list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from atlas.ui.story.verdicts import ALL, verdicts_of
from atlas.view.query import quoted

Stories = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Asked:
    """What a link names.

    Parameters
    ----------
    story : mapping or None
        The story; None where there is none, or where there are several and the link names none of them.
    place : int
        Place of the step among all, from 1; 0 for the cover.
    claims : str or None
        `all` or a verdict where the claims shall stand as a list; None for the walk.
    ignored : mapping of str to str
        For each key that could not be read one plain sentence.
    """

    story: Mapping[str, Any] | None
    place: int = 0
    claims: str | None = None
    ignored: Mapping[str, str] = field(default_factory=dict)


def read(own: Mapping[str, str], stories: Stories) -> Asked:
    """Read the keys `id`, `step` and `claims`; whatever they hold, something comes out."""
    ignored: dict[str, str] = {}

    def known(key: str, allowed: Iterable[str], instead: str) -> str | None:
        value, words = own.get(key), list(allowed)
        if value is None or value in words:
            return value
        told = ", ".join(words) if len(words) <= 10 else f"{words[0]} to {words[-1]}"
        ignored[key] = f"This link has {key}={quoted(value)}; allowed: {told or 'none'}. {instead}"
        return None

    name = known("id", stories, "The stories that there are stand here.")
    story = stories[name] if name else next(iter(stories.values())) if len(stories) == 1 else None
    if story is None:
        return Asked(None, ignored=ignored)
    steps = [step["id"] for step in story["steps"]]
    step = known("step", steps, "The story begins at its beginning.")
    claims = known("claims", (ALL, *verdicts_of(story["steps"])), "The story itself stands here.")
    return Asked(story, 0 if step is None else steps.index(step) + 1, claims, ignored)
