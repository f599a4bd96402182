"""A tiny HTML builder that escapes: whatever is not already `Html` is text, and text never becomes markup.

The facts are other people's words. No page writes a tag by hand, so no page can forget to escape one.
"""

import re
from collections.abc import Iterable
from html import escape
from typing import Final
from urllib.parse import urlsplit

NOT_IN_ADDRESS: Final = re.compile(r"[\s\x00-\x1f]")
VOID: Final = frozenset({"br", "hr", "img", "input", "wbr"})


class Html(str):
    """Markup that is safe to show as it is; only this module makes it from text."""

    __slots__ = ()


Child = str | int | float | Iterable["Child"] | None
"""What may stand inside an element: text, numbers, elements, lists of them, nothing."""


def text(child: Child) -> Html:
    """Give children as markup: `Html` as it is, lists one after the other, None as nothing, all else escaped."""
    if child is None:
        return Html()
    if isinstance(child, Html):
        return child
    if isinstance(child, str | int | float):
        return Html(escape(str(child), quote=True))
    return Html("".join(text(part) for part in child))


def el(name: str, *children: Child, **attributes: str | int | bool | None) -> Html:
    """Give one element.

    Parameters
    ----------
    name : str
        Name of the tag.
    *children : Child
        What stands inside, escaped unless it is `Html`.
    **attributes : str, int, bool or None
        Attributes; `cls` is written as class, `_` as `-`, True as an empty attribute; None and False are left out.
    """
    written = "".join(
        f' {_attribute(key)}="{"" if value is True else escape(str(value), quote=True)}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{text(children)}</{name}>")


def _attribute(key: str) -> str:
    return "class" if key == "cls" else key.replace("_", "-")


def join(children: Iterable[Child], between: str = ", ") -> Html:
    """Give the children that are not empty, with the same text between each two."""
    parts = [part for part in map(text, children) if part]
    return Html(text(between).join(parts))


def symbol(kind: str, size: int = 16) -> Html:
    """Give the symbol of a kind; it is drawn by a CSS mask, for Streamlit takes <svg> out of a page."""
    return el("i", cls=f"sym sym-{kind}", style=f"width:{size}px;height:{size}px", aria_hidden="true")


def web_address(url: str | None) -> str | None:
    """Give the address if it is http or https with a host, else None: nothing else may become a link."""
    if not url or NOT_IN_ADDRESS.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no IPv6 address
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def outside(url: str | None, *label: Child, **attributes: str | int | bool | None) -> Html:
    """Give a link that leaves the atlas, in a tab of its own; plain text where the address is not one of the web."""
    address = web_address(url)
    if address is None:
        return el("span", *label, **attributes)
    return el("a", *label, href=address, target="_blank", rel="noopener noreferrer", **attributes)
