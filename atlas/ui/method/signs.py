"""The signs of the map and what they mean: the same drawings as in the map's own legend."""

from collections.abc import Sequence

from atlas.look import KINDS
from atlas.signs import HIGH, LAYERS, MARKS, WAYS, Sign
from atlas.ui.html import Html, el, symbol
from atlas.ui.method.parts import chapter, prose


def signs() -> Html:
    """Give the chapter."""
    kinds = [el("li", symbol(kind, 18), el("span", drawn.one)) for kind, drawn in KINDS.items()]
    return chapter(
        "signs",
        prose("A kind is told by shape and by colour, so that neither is needed alone."),
        el("ul", kinds, cls="sign-kinds"),
        el("h3", "Marks", cls="h3"),
        _list(MARKS),
        el("h3", "Ways between sightings", cls="h3"),
        _list(WAYS),
        el("h3", "Layers", cls="h3"),
        prose("Each can be switched on and off in the legend of the map; the link holds what is on."),
        _list(LAYERS),
    )


def _list(signs: Sequence[Sign]) -> Html:
    items = [el("li", picture(sign), el("div", el("b", sign.words), el("span", sign.more))) for sign in signs]
    return el("ul", items, cls="sign-list")


def picture(sign: Sign) -> Html:
    """Give the drawing of a sign: a mask, for Streamlit takes <svg> out of a page."""
    size = f"width:{sign.width}px;height:{HIGH}px"
    return el("i", cls="sign", style=f"{size};mask-image:url(./assets/sign/{sign.id}.svg)", aria_hidden="true")
