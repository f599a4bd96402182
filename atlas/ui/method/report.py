"""How to report an error: a text that names what is meant, to be copied, or opened where the atlas is kept."""

import os
from typing import Final
from urllib.parse import urlencode, urljoin, urlsplit

from atlas.catalog import Catalog
from atlas.catalog.facts import Facts
from atlas.ui.html import Html, el, outside, web_address
from atlas.ui.links import href, link
from atlas.ui.method.parts import chapter, prose
from atlas.ui.words import day
from atlas.view import View

ISSUES: Final = "ATLAS_ISSUES"
"""Environment variable with the address at which a new issue is written, if there is one."""
ASK: Final = (
    "Something is wrong, missing, or told too surely? Say what, what it should be, and where that can be read: a "
    "correction needs a source that can be cited, as every fact here does."
)
FORM: Final = """\
{title}

What is wrong:

What it should say:

Source (address, publisher, date):

---
{facts}
"""


def report(catalog: Catalog, view: View, about: str | None, url: str | None) -> Html:
    """Give the chapter.

    Parameters
    ----------
    catalog : Catalog
        The data.
    view : View
        What the reader came from.
    about : str or None
        Id of the event that the report is about; None for the atlas as a whole.
    url : str or None
        Address of this page as the reader's browser has it, for addresses that are whole.
    """
    event = catalog.layers["events"].rows.get(about or "")
    title, written = issue(catalog, view, event, url)
    where = web_address(os.environ.get(ISSUES))
    opened = outside(filled(where, title, written), "Open it as an issue ↗", cls="ways-out") if where else None
    target = (
        ["This report is about ", link("event", view, event["title"], id=event["id"]), ". "]
        if event
        else "On the page of an event, “Report an error” fills in which one is meant. "
    )
    return chapter(
        "report",
        prose(ASK, [target, "Copy this text, fill it in, and send it to who keeps this atlas." if not where else None]),
        el("pre", written, id="report-text", cls="copied-text", tabindex="0", aria_label="Text of a report"),
        el("p", el("button", "Copy the text", type="button", data_copy="report-text"), opened, cls="copying"),
    )


def issue(catalog: Catalog, view: View, event: Facts | None, url: str | None) -> tuple[str, str]:
    """Give title and text of a report."""
    title = f"Error in {event['title']}" if event else "Error in the atlas"
    page = href("event", view, id=event["id"]) if event else href("", view)
    facts = [
        f"Event: {event['id']}, last changed {day(event['modified'])}" if event else f"View: {view.describe(catalog)}",
        f"Address: {urljoin(url, page) if url and urlsplit(url).scheme in ('http', 'https') else page}",
        f"Data: version {catalog.edition.version}, {catalog.version}",
    ]
    return title, FORM.format(title=title, facts="\n".join(facts))


def filled(address: str, title: str, written: str) -> str:
    """Give the address of a new issue with title and text filled in."""
    body = written.partition("\n\n")[2]
    return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode({'title': title, 'body': body})}"
