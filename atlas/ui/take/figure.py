"""Figure: the view as a picture for print."""

from typing import Final

from atlas.ui.html import Html, el
from atlas.ui.take.parts import file_link, section
from atlas.ui.take.taking import Taking

FORMS: Final[dict[str, tuple[str, str]]] = {
    "png": ("PNG", "for documents and slides"),
    "svg": ("SVG", "to be drawn on, for the web"),
    "pdf": ("PDF", "for print, its fonts inside"),
}


def figure(taking: Taking) -> Html:
    """Give the section: a small picture that loads when it is seen, and the files."""
    words = taking.view.describe(taking.catalog)
    told = (
        "This view drawn for print: with its legend, scale and sources, the sentence as its caption, and the version."
    )
    picture = el("img", src=taking.address("preview.png"), alt=f"Map: {words}", width=1200, height=630, loading="lazy")
    files = [
        el(
            "li",
            file_link(taking.address(f"figure.{ending}"), name, f"Download the figure as {name}"),
            " ",
            el("span", use),
        )
        for ending, (name, use) in FORMS.items()
    ]
    body = el(
        "div",
        el("figure", picture, el("figcaption", "What a shared link shows; the figure adds legend, scale and sources.")),
        el("ul", files, cls="files"),
        cls="take-picture",
    )
    return section("figure", "Figure", told, body)
