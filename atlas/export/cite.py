"""How a view is cited: the work, the version of its data, the link, the day it was read, whose reports it rests on."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final

from atlas.catalog import Catalog
from atlas.export import work
from atlas.export.credit import Credit
from atlas.view import View

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True)
class Citation:
    """What is cited; `cite_forms` writes it.

    Parameters
    ----------
    what : str
        The view as a sentence, with what is chosen in it.
    version : str
        Of the data, such as 2026.11.0.
    released, read : date
        When that version was released, and when it was read.
    link : str
        Where the view lies; relative (`?from=…`, or `./`) where the address of the site is not known.
    data : str
        Where the files of that version lie, as far as they are kept; relative as `link`.
    credit : Credit
        Whose reports the view rests on.
    """

    what: str
    version: str
    released: date
    read: date
    link: str
    data: str
    credit: Credit

    @classmethod
    def of(cls, catalog: Catalog, view: View, read: date, site: str = "") -> "Citation":
        """Cite a view.

        Parameters
        ----------
        catalog : Catalog
            The data.
        view : View
            What is cited.
        read : date
            When it was read.
        site : str
            Address of the site with a slash at its end; empty where it is not known, as in files made by a command.
        """
        edition = catalog.edition
        event = catalog.event_of(view.selection)
        chosen = f"; chosen: {catalog.event(event)['title']}" if event else ""
        query = view.link()
        return cls(
            what=f"{view.describe(catalog)}{chosen}",
            version=edition.version,
            released=edition.released,
            read=read,
            link=site + query if query != "?" else site or "./",
            data=f"{site or './'}data/{edition.version}/manifest.json",
            credit=Credit.of(catalog, view),
        )

    @property
    def title(self) -> str:
        """Title of what is cited: `Joint Sea Atlas: 11 air patrols, Jul 2019 to Dec 2025`."""
        return f"{work.TITLE}: {self.what}"

    @property
    def is_absolute(self) -> bool:
        """Whether the link leads there from anywhere."""
        return "://" in self.link

    @property
    def key(self) -> str:
        """Give a key for lists of literature: the same for the same view of the same version."""
        query = self.link.partition("?")[2]
        ending = f"-{sha256(query.encode()).hexdigest()[:8]}" if query else ""
        return f"joint-sea-atlas-{self.version.replace('.', '-')}{ending}"


def day(value: date) -> str:
    """Give a day in full: `26 November 2026`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
