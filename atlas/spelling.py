"""Spellings: one form for all the ways in which a name is written, so that a search finds it by any of them.

Russian names come in many Latin spellings (Sovershenniy, Sovershennyy, Sovershenny), Chinese ones with and without
apostrophe, Japanese ones with and without macron. A word has two forms: plain (no accents, no capitals, no
apostrophes) and folded, by rules that hold for transliterations and nothing else. A search finds a word that begins
with what is typed, in either form; nothing is guessed.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_LATIN: Final = "a b v g d e zh z i k l m n o p r s t u f kh ts ch sh shch - y - e yu ya"
CYRILLIC: Final[dict[str, str]] = {
    letter: latin.strip("-") for letter, latin in zip("абвгдежзиклмнопрстуфхцчшщъыьэюя", _LATIN.split(), strict=True)
}
"""Letters after their marks are taken off: й is read as и, ё as е."""
RULES: Final[tuple[tuple[str, str], ...]] = (
    ("y(?=e)", ""),  # Panteleyev, Panteleev; Yelnya, Elnya
    ("(?<=[a-z])yo", "e"),  # Pyotr, Petr
    ("y|j$", "i"),  # Bystry, Bistri; Rezky, Rezkij
    ("kh", "h"),  # Volkhov, Volhov
    ("tz", "ts"),  # Tributz, Tributs
    ("sch", "shch"),  # Gremyaschiy, Gremyashchiy
    (r"([a-z])(?=\1)", ""),  # Gromkiy, Gromky; Sovershennyy, Sovershenniy
)
"""Patterns and what stands in their place, one after the other; Python and JavaScript read them alike."""
APOSTROPHES: Final = "['’‘ʼʹʻ`´]"
DEEP: Final = 3
"""Letters that must be typed before the folded form is looked for: shorter ones would find too much."""


def words(text: str) -> list[str]:
    """Give the words of a text in their plain form."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign)[0] != "M")
    bare = re.sub(APOSTROPHES, "", bare.lower())
    return [word for word in re.split(r"[\W_]+", bare) if word]


def folded(word: str) -> str:
    """Give the one form of a plain word: `sovershennyy`, `sovershenny` and `совершенный` give `soversheni`."""
    word = "".join(CYRILLIC.get(sign, sign) for sign in word)
    for pattern, instead in RULES:
        word = re.sub(pattern, instead, word)
    return word


def findable(texts: Iterable[str | None]) -> str:
    """Give every word of some texts in both forms, each once, with a blank before each: what a search looks through."""
    return _findable(tuple(texts))


@lru_cache(maxsize=8192)
def _findable(texts: tuple[str | None, ...]) -> str:
    plain = {word for text in texts if text for word in words(text)}
    return "".join(f" {word}" for word in sorted(plain | {folded(word) for word in plain}))


def finds(query: str, hay: str) -> bool:
    """Say whether each word of a query begins a word of what `findable` gave; of other scripts it may stand inside."""
    return all(any(_stands(form, hay) for form in _forms(word)) for word in words(query))


def _forms(word: str) -> tuple[str, ...]:
    return (word, folded(word)) if len(word) >= DEEP else (word,)


def _stands(form: str, hay: str) -> bool:
    return (form if ord(form[0]) > 0x2E80 else f" {form}") in hay
