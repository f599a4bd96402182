"""The page laid out: what is taken along, then each way of taking it."""

from datetime import UTC, date, datetime
from typing import Final

import streamlit as st

from atlas.catalog import default_catalog
from atlas.ui import address, head
from atlas.ui.component import component
from atlas.ui.html import Html, el
from atlas.ui.kept import Kept
from atlas.ui.links import link, number
from atlas.ui.listing import heading
from atlas.ui.take.addresses import addresses
from atlas.ui.take.cite import cite
from atlas.ui.take.download import download
from atlas.ui.take.embed import SNIPPET, embed
from atlas.ui.take.figure import figure
from atlas.ui.take.taking import Taking, site_of

SECTIONS: Final[dict[str, str]] = {
    "download": "Download",
    "figure": "Figure",
    "cite": "Cite",
    "embed": "Embed",
    "addresses": "Feed, calendar and API",
}
_client = component("take")
_kept: Final[Kept[Html]] = Kept(64)


def show() -> None:
    """Lay out the page under the view of the address."""
    address.whole_run()
    catalog = default_catalog()
    view, notices = address.read()
    site, today = site_of(st.context.url), datetime.now(UTC).date()
    with st.container(key="sheet"):
        key = (catalog.version, view, site, today)
        st.html(_kept.get(key, lambda: made(Taking(catalog, view, site), today)))
        _client(key="take", data={"template": SNIPPET}, width=1, height=1)
    head.notices(notices)


def made(taking: Taking, today: date) -> Html:
    """Give the whole page as markup."""
    return Html(
        _top(taking) + download(taking) + figure(taking) + cite(taking, today) + embed(taking) + addresses(taking)
    )


def _top(taking: Taking) -> Html:
    catalog, view = taking.catalog, taking.view
    shown = catalog.count(view)
    counted = [
        number(shown, "events", taking.choice), " of ", number(len(catalog.events), "events", None), " events.",
    ]  # fmt: skip
    dek = [el("b", view.describe(catalog)), ": ", counted] if taking.is_part else [
        "All ", number(shown, "events", None), " events: no filter is set. Set some on the ", link("", view, "map"),
        " or in the ", link("events", view, "list"), ", and what you take along follows them.",
    ]  # fmt: skip
    ways = el("ul", [el("li", el("a", title, href=f"#{name}")) for name, title in SECTIONS.items()])
    kicker = link("", view, "← Map")
    return Html(heading("Take it with you", dek, kicker) + el("nav", ways, cls="take-ways", aria_label="On this page"))
