"""Links inside the atlas: to a page under a view, and from a number to the list that it counts."""

from urllib.parse import urlencode

from atlas.catalog import Catalog
from atlas.ui.html import Child, Html, el, text
from atlas.view import View


def page_address(path: str) -> str:
    """Give the address of a page, relative to any other; the map's path is empty."""
    return f"./{path}"


def href(path: str, view: View | None = None, **own: str | None) -> str:
    """Give the address of a page under a view.

    Parameters
    ----------
    path : str
        Path of the page, as in `atlas.web.pages`; the map's is empty.
    view : View, optional
        What the page shall show; without it, everything.
    **own : str or None
        What only that page knows, such as `id` or `q`; None is left out.

    Returns
    -------
    str
        Relative to any page of the atlas: `./event?id=joint-sea-2012&from=2012-01-01&v=1`.
    """
    pairs = {key: value for key, value in own.items() if value} | (view.to_query() if view else {})
    return f"{page_address(path)}?{urlencode(pairs)}" if pairs else page_address(path)


def link(path: str, view: View | None, *label: Child, cls: str | None = None, **own: str | None) -> Html:
    """Give a link to a page under a view; see `href`."""
    return el("a", *label, href=href(path, view, **own), cls=cls)


def carried(
    path: str,
    *label: Child,
    selection: str | None = None,
    count: int | None = None,
    cls: str | None = None,
    **own: str,
) -> Html:
    """Give a link that takes the view of the address when it is used, so that it can be made once for every view.

    Parameters
    ----------
    path : str
        Path of the page.
    *label : Child
        What stands in the link.
    selection : str, optional
        What shall be selected there.
    count : int, optional
        The number of things in the list there, where the label tells it; the list must not depend on the view.
    cls : str, optional
        Class of the link.
    **own : str
        What only that page knows.
    """
    pairs = {"sel": selection} if selection else {}
    address = f"{page_address(path)}?{urlencode(own | pairs)}" if own or pairs else page_address(path)
    return el("a", *label, href=address, data_carry=urlencode(pairs), data_count=count, cls=cls or (count and "num"))


def number(n: int, path: str, view: View | None, words: Child = None, **own: str | None) -> Html:
    """Give a count as a link to the list that it counts: every number in the atlas has such a home.

    Parameters
    ----------
    n : int
        The count; what counts nothing has no list and stays text.
    path, view, **own
        Where the list stands: it must hold exactly so many things.
    words : Child, optional
        What to show in place of the bare number, such as `12 events`; it should hold the number.

    Returns
    -------
    Html
        A link that bears its number as `data-count`, so that a test can follow it and count.
    """
    label = f"{n:,}" if words is None else words
    if not n:
        return el("span", label)
    return el("a", label, href=href(path, view, **own), cls="num", data_count=n)


def described(catalog: Catalog, view: View) -> Html:
    """Give the sentence of a view, the number that it begins with as a link to the list of these events."""
    told, _, rest = view.describe(catalog).partition(" ")
    return Html(number(catalog.count(view), "events", view, told) + text([" ", rest]))


def below(n: int, words: Child) -> Html:
    """Give a count that heads its own list as a link down to it (`ui.table`); see `number`."""
    return el("a", words, href="#list", target="_self", cls="num", data_count=n) if n else el("span", words)
