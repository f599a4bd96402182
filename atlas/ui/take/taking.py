"""What is taken along: a view, and the addresses under which the site gives it in other forms."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode, urlsplit, urlunsplit

from atlas.catalog import Catalog
from atlas.look import DEFAULT_LAYERS
from atlas.view import View

PAGE = "take"


@dataclass(frozen=True)
class Taking:
    """A view to be taken along.

    Parameters
    ----------
    catalog : Catalog
        The data.
    view : View
        All of it: filters, layers, what is chosen, where the map stands.
    site : str
        Address of the site as the reader's browser knows it, with a slash at its end; `./` where that is not known.
    """

    catalog: Catalog
    view: View
    site: str = "./"

    @property
    def choice(self) -> View:
        """The view by its filters alone: it says which events are taken."""
        return replace(self.view, selection=None, centre=None, zoom=None, layers=DEFAULT_LAYERS)

    @property
    def all(self) -> View:
        """The view that leaves nothing out."""
        return View.default(self.catalog)

    @property
    def is_part(self) -> bool:
        """Whether a filter leaves something out."""
        return self.choice != self.all

    def address(self, path: str, view: View | None = None, **more: str) -> str:
        """Give an address of the site under a view (by default the whole of this one), relative to any page."""
        pairs = (self.view if view is None else view).to_query() | more
        return f"./{path}?{urlencode(pairs)}" if pairs else f"./{path}"

    def absolute(self, path: str, view: View | None = None, **more: str) -> str:
        """Give the same for use outside of the site."""
        return self.site + self.address(path, view, **more).removeprefix("./")


def site_of(url: str | None) -> str:
    """Give the address of the site from that of this page in the reader's browser; `./` where there is none."""
    parts = urlsplit(url or "")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return "./"
    path = parts.path.rstrip("/").removesuffix(f"/{PAGE}")
    return urlunsplit((parts.scheme, parts.netloc, f"{path}/", "", ""))
