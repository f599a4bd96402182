"""What a link says, read without trust: every value is checked, and what is ignored is told in plain sentences."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, Self

VERSION: Final = "1"
NONE: Final = "none"
STREAMLIT_KEYS: Final = frozenset({"embed", "embed_options"})
LONGEST = 40


def quoted(value: str) -> str:
    """Give a foreign text as a short code span: no sign in it can act as markdown or break the line."""
    plain = "".join(sign if sign.isprintable() and sign != "`" else " " for sign in value).strip()
    return f"`{plain[:LONGEST]}…`" if len(plain) > LONGEST else f"`{plain or ' '}`"


def listed(words: Iterable[str], last: str = "and") -> str:
    """Join words as a person would: `a`, `a and b`, `a, b and c`."""
    *head, tail = tuple(words)
    return f"{', '.join(head)} {last} {tail}" if head else tail


class Notice(str):
    """One plain sentence for a person; it knows its parts, for an answer that must name each.

    Parameters
    ----------
    sentence : str
        What is shown.
    keys : sequence of str
        The keys of the link that it is about.
    given : str
        What the link has there.
    allowed : str
        What may stand there.
    known : collection of str
        Every word or id that may stand there, where that is a list.
    harmless : bool
        Whether what is shown is exactly what was asked for all the same.
    """

    __slots__ = ("allowed", "given", "harmless", "keys", "known")
    keys: tuple[str, ...]
    given: str
    allowed: str
    known: Collection[str]
    harmless: bool

    def __new__(  # noqa: PLR0913 - the parts of one sentence
        cls,
        sentence: str,
        keys: Sequence[str],
        given: str = "",
        allowed: str = "",
        known: Collection[str] = (),
        *,
        harmless: bool = False,
    ) -> Self:
        """Make a text that has parts."""
        notice = super().__new__(cls, sentence)
        notice.keys, notice.given, notice.allowed = tuple(keys), given, allowed
        notice.known, notice.harmless = known, harmless
        return notice


class Query:
    """The pairs of a link, and the notices that reading them gives.

    Parameters
    ----------
    pairs : mapping of str to sequence of str
        Keys and their values in order, as a URL repeats them.
    before : str
        What stands before each key in the link: notices name it whole.
    """

    def __init__(self, pairs: Mapping[str, Sequence[str]], before: str = "") -> None:
        self.before = before
        several = {key: (values,) if isinstance(values, str) else tuple(values) for key, values in pairs.items()}
        self._pairs = {key: tuple(filter(None, values)) for key, values in several.items()}
        self.notices: list[Notice] = []

    def tell(  # noqa: PLR0913 - the parts of one sentence
        self, key: str, value: str, allowed: str, done: str, known: Collection[str] = (), *, harmless: bool = False
    ) -> None:
        """Keep one notice: which key (or two, `from..to`), which value, what is allowed, what was done."""
        sentence = f"This link has {self.before}{key}={quoted(value)}; allowed: {allowed}. {done}"
        self.notices.append(Notice(sentence, key.split(".."), value, allowed, known, harmless=harmless))

    def one(self, key: str) -> str | None:
        """Give the value of a key, the last where it stands several times; None where it is absent or empty."""
        values = self._pairs.get(key, ())
        if len(set(values)) > 1:
            often = f"{self.before}{key} {len(values)} times"
            sentence = f"This link has {often}; the last is taken, {quoted(values[-1])}."
            self.notices.append(Notice(sentence, (key,), " and ".join(values), "one value"))
        return values[-1] if values else None

    def one_of(self, key: str, known: Collection[str], default: str | None) -> str | None:
        """Give the value of a key if it is a known one, else the default and a notice."""
        value = self.one(key)
        if value is None or value in known:
            return default if value is None else value
        self.tell(key, value, ", ".join(known), "It was left out.", known)
        return default

    def some_of(self, key: str, known: Collection[str], default: Sequence[str]) -> tuple[str, ...]:
        """Give the known words of a dotted list (`a.b.c`, `none` for no word); a notice names the others."""
        values = self._pairs.get(key, ())
        words = [word for value in values for word in value.split(".") if word]
        strange = [word for word in words if word not in known and word != NONE]
        good = tuple(word for word in known if word in words)
        if strange:
            done = "It was left out." if good or NONE in words else "The usual ones are taken."
            self.tell(key, ".".join(strange), ", ".join(known), done, known)
        return good if good or NONE in words else tuple(default)

    def any_of(self, key: str, known: Collection[str], allowed: str) -> tuple[str, ...]:
        """Give the known ids of a dotted list, sorted, each once; a notice names the others and what is allowed."""
        ids = {one for value in self._pairs.get(key, ()) for one in value.split(".") if one}
        good, strange = sorted(ids.intersection(known)), sorted(ids.difference(known))
        if strange:
            self.tell(key, ".".join(strange), allowed, "It was left out.", known)
        return tuple(good)

    def finish(self, known: Collection[str]) -> list[Notice]:
        """Add notices for a foreign version and for unknown keys; give all notices."""
        version = self.one("v")
        if version not in (None, VERSION):
            self.tell("v", str(version), VERSION, f"It was read as version {VERSION}.")
        strange = [key for key in self._pairs if key not in known and key not in STREAMLIT_KEYS and key != "v"]
        if strange:
            few = list(map(quoted, strange[:5]))
            shown = [*few, f"{len(strange) - 5} more"] if len(strange) > 5 else few
            sentence = f"This link also holds {listed(shown)}, which the atlas does not know."
            self.notices.append(Notice(sentence, strange, allowed=", ".join(known), known=known))
        return self.notices


def dotted(words: Sequence[str]) -> str:
    """Write words as `some_of` reads them."""
    return ".".join(words) or NONE
