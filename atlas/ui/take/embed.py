"""Embed: the snippet that shows the map of this view in another page, with its switches and a preview."""

import json
from html import escape
from typing import Final

from atlas.ui.html import Html, el
from atlas.ui.take.parts import copied, section
from atlas.ui.take.taking import Taking

SNIPPET: Final = (
    '<iframe src="{src}" title="{title}" width="{width}" height="{height}" style="border:0;max-width:100%" '
    'loading="lazy" allowfullscreen></iframe>'
)
"""Filled in by client/take.js too, as switches are moved; it goes there as data: Streamlit strips such attributes."""
SIZES: Final[dict[str, tuple[str, str, str]]] = {
    "article": ("Article, 720 × 480", "720", "480"),
    "column": ("Column, 400 × 420", "400", "420"),
    "wide": ("As wide as the page, 560 high", "100%", "560"),
}
THEMES: Final[dict[str, str]] = {"": "As the reader's system", "light": "Light", "dark": "Dark"}
SWITCHES: Final[dict[str, str]] = {"legend": "Legend", "controls": "Zoom buttons"}


def embed(taking: Taking) -> Html:
    """Give the section; what a switch changes is written by the browser."""
    told = (
        "The map alone, with its sentence, its legend and the way back to the atlas. It loads when a reader scrolls to "
        "it, and asks no other host for anything."
    )
    source = taking.absolute("", embed="true")
    title = f"Joint Sea Atlas: {taking.view.describe(taking.catalog)}"
    code = copied("embed-code", snippet(source, title), "the snippet")
    form = el(
        "fieldset",
        el("legend", "What it shows", cls="hear"),
        _choice("size", "Size", {name: label for name, (label, _, _) in SIZES.items()}),
        _choice("theme", "Theme", THEMES),
        el("div", [_switch(name, label) for name, label in SWITCHES.items()], cls="embed-switches"),
        data_source=source,
        data_title=title,
        data_sizes=json.dumps({name: size for name, (_, *size) in SIZES.items()}),
    )
    preview = el("div", el("p", "The preview comes here.", cls="sub"), cls="embed-preview")
    return section("embed", "Embed", told, el("div", form, code, cls="embed-make"), preview)


def snippet(source: str, title: str, size: str = "article") -> str:
    """Give the markup that embeds the map of this address; whatever stands in it, it stays inside its attributes."""
    _, width, height = SIZES[size]
    return SNIPPET.format(src=escape(source), title=escape(title), width=width, height=height)


def _choice(name: str, label: str, options: dict[str, str]) -> Html:
    chosen = [el("option", words, value=value) for value, words in options.items()]
    return el("label", el("span", label), el("select", chosen, data_switch=name))


def _switch(name: str, label: str) -> Html:
    return el("label", el("input", type="checkbox", data_switch=name, checked=True), el("span", label))
