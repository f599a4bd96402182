"""What the chapters of the page are made of: a chapter under its anchor, prose, and Markdown's code spans."""

from typing import Final

from atlas.ui.html import Child, Html, el, text

CHAPTERS: Final[dict[str, str]] = {
    "counted": "What is counted, and what is not",
    "positions": "How a position is computed",
    "signs": "What each sign means",
    "legs": "How a leg is drawn",
    "measures": "Straits, coasts and zones",
    "quality": "Data quality at a glance",
    "names": "Disputed names",
    "dictionary": "Data dictionary",
    "corrections": "Corrections",
    "versions": "Versions and files",
    "licence": "Licence",
    "report": "Report an error",
}
"""The chapters in their order: anchor and heading."""


def chapter(name: str, *body: Child) -> Html:
    """Give a chapter with its heading, which links to itself."""
    heading = el("h2", el("a", CHAPTERS[name], href=f"#{name}", target="_self"), cls="h2", id=name, tabindex="-1")
    return el("section", heading, *body, cls="chapter")


def prose(*paragraphs: Child) -> Html:
    """Give paragraphs, without the empty ones."""
    return Html("".join(el("p", one, cls="prose") for one in paragraphs if text(one)))


def coded(words: str) -> Html:
    """Give a line of Markdown in which nothing but `code` is marked."""
    parts = words.split("`")
    if len(parts) % 2 == 0:  # a mark that nothing closes is text
        return text(words)
    return text([el("code", part) if place % 2 else part for place, part in enumerate(parts)])


def contents() -> Html:
    """Give the list of chapters."""
    items = [el("li", el("a", title, href=f"#{name}", target="_self")) for name, title in CHAPTERS.items()]
    return el("nav", el("h2", "On this page"), el("ol", items), cls="contents", aria_label="On this page")
