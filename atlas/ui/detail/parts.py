"""The pieces that the panels are laid from: sections, facts in two columns, names in other scripts."""

from collections.abc import Iterable, Mapping

from atlas.ui.html import Child, Html, el, join, text
from atlas.ui.words import language

LANG: Mapping[str, str] = {"zh": "zh-Hans"}


def section(title: str, note: Child, *body: Child) -> Html:
    """Give a section with its heading and a short note at the right; nothing where there is nothing to show."""
    content = text(body)
    if not content:
        return Html()
    return el("section", el("h3", title, el("span", note) if text(note) else None, cls="sec"), content)


def facts(rows: Iterable[tuple[str, Child]]) -> Html:
    """Give facts as a list of two columns; rows without a value are left out."""
    written = [el("dt", label) + el("dd", value) for label, value in rows if text(value)]
    return el("dl", map(Html, written), cls="fact") if written else Html()


def local(words: str, lang: str) -> Html:
    """Give words in another language, marked as such for screen readers and fonts."""
    return el("span", words, lang=LANG.get(lang, lang))


def names_line(names: Mapping[str, str] | None) -> Html:
    """Give the names in other scripts on one line."""
    return (
        el("p", join((local(name, lang) for lang, name in (names or {}).items()), " · "), cls="names")
        if names
        else Html()
    )


def names_list(names: Mapping[str, str] | None) -> Html:
    """Give the names in other scripts, each with its language."""
    return facts((language(lang), local(name, lang)) for lang, name in (names or {}).items())


def note(*body: Child) -> Html:
    """Give a note in small print; nothing where there is no text."""
    content = text(body)
    return el("p", content, cls="note") if content else Html()


def title(words: str, when: Child = None) -> Html:
    """Give the panel's title and the line below it."""
    return Html(el("h2", words, cls="ttl") + (el("p", when, cls="when") if text(when) else Html()))


def tags(words: Iterable[str]) -> Html:
    """Give short words in boxes."""
    return el("p", [el("span", word, cls="tag") for word in words if word], cls="tags")
