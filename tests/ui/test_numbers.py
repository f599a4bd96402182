"""Every number has a home: a count that is a link leads to a list of exactly so many things."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from urllib.parse import parse_qs, urlsplit

import pytest

from atlas.catalog import Catalog
from atlas.ui import coasts, events
from atlas.ui.coasts.asked import Asked as Near
from atlas.ui.events.narrow import Narrow
from atlas.ui.events.rows import listed
from atlas.ui.lists import sightings, sources
from atlas.ui.story.claims import claims
from atlas.ui.story.reading import Reading
from atlas.ui.straits import strait
from atlas.ui.straits.links import Asked
from atlas.view import View
from atlas.web.pages import HIDDEN, OWN_KEYS, PAGES
from tests.ui.listed import length, numbers
from tests.ui.opened import opened

Followed = Callable[[Catalog, View, Mapping[str, str]], int]
SAMPLES = 3
VISITED: dict[str, dict[str, str]] = {
    "": {"sel": "event.gromkiy-sovershenniy-voyage-2023", "state": "RU"},
    "events": {"strait": "miyako.tsushima", "from_": "2019-01-01", "begun": "2024"},
    "event": {"id": "joint-air-patrol-06-2023-06", "state": "both"},
    "ship": {"id": "ru-gromkiy-335"},
    "strait": {"id": "miyako"},
    "straits": {"kind": "air-patrol.transit", "from_": "2020-01-01"},
    "sightings": {"event": "joint-sea-2021"},
    "sources": {"kind": "air-patrol"},
    "take": {"kind": "air-patrol", "from_": "2019-01-01", "sel": "event.joint-sea-2021"},
}
"""The view under which each page is walked; those that are not named are walked as they open."""


def _strait(world: Catalog, view: View, own: Mapping[str, str]) -> int:
    return length(strait.made(world, view, Asked.read(own, world)[0])[2])


def _story(world: Catalog, view: View, own: Mapping[str, str]) -> int:
    (story,) = [row for name, row in world.stories.items() if name == own.get("id", name)]
    return claims(Reading(world, view, story), own["claims"]).count("<article")


LISTS: dict[str, Followed] = {
    "events": lambda world, view, own: length(events.page(world, view, Narrow.read(own)[0])),
    "sightings": lambda world, view, own: length(sightings.page(world, view, own)),
    "sources": lambda world, view, own: length(sources.page(world, view, own)),
    "strait": _strait,
    "story": _story,
    "coasts": lambda world, view, own: length(coasts.page(world, view, Near.read(own, world)[0])),
}


def read(world: Catalog, href: str) -> tuple[str, View, dict[str, str]]:
    """Read an address as its page does: nothing in it may be strange."""
    parts = urlsplit(href)
    path = parts.path.removeprefix("./")
    pairs = parse_qs(parts.query, strict_parsing=bool(parts.query))
    own = {key: pairs.pop(key)[-1] for key in OWN_KEYS.get(path, ()) if key in pairs}
    view, notices = View.from_query(pairs, world)
    assert notices == [], href
    return path, view, own


@pytest.fixture(scope="module")
def found() -> dict[str, list[tuple[str, int]]]:
    """Give all counts of all pages that are links, by page."""
    walked: dict[str, list[tuple[str, int]]] = {}
    for path in PAGES | HIDDEN:
        app = opened(f"../../pages/{path or 'map'}.py", **VISITED.get(path, {}))
        made = "\n".join(element.proto.body for element in app.get("html"))
        heads, walked[path] = [], []
        for href, n in numbers(made):
            (heads if href == "#list" else walked[path]).append((href, n))
        assert all(n == length(made) for _, n in heads), path
    return walked


def test_the_pages_are_full_of_numbers_that_are_links(found: dict[str, list[tuple[str, int]]]):
    assert [path for path in ("", "events", "event", "ships", "ship", "straits", "strait", "coasts", "timeline", "story", "sightings", "sources", "method") if not found[path]] == []  # fmt: skip


@pytest.mark.parametrize("path", PAGES | HIDDEN)
def test_a_number_is_the_length_of_the_list_it_leads_to(
    path: str, found: dict[str, list[tuple[str, int]]], real: Catalog
):
    """Each link to a list of events is followed; of the others, which cost more, some of each form."""
    wrong, forms = [], defaultdict(set)
    for href, number in dict.fromkeys(found[path]):
        to, view, own = read(real, href)
        if to == "events":
            n = len(listed(real, view, Narrow.read(own)[0]))
        else:
            form = forms[to, tuple(sorted(own))]
            if len(form) >= SAMPLES:
                continue
            form.add(href)
            n = LISTS[to](real, view, own)
        if n != number:
            wrong.append((href, number, n))
    assert wrong == []


def test_the_page_of_events_shows_what_its_list_holds(found: dict[str, list[tuple[str, int]]], real: Catalog):
    links = list(dict.fromkeys(found["events"] + found["timeline"]))[::9]
    for href, number in links:
        to, view, own = read(real, href)
        assert LISTS[to](real, view, own) == number, href
    assert len(links) > 10


def test_a_ship_that_sailed_beside_those_of_the_filter_has_its_list_too(real: Catalog):
    _, view, own = read(real, "./events?ship=ru-gromkiy-335&also=ship.ru-sovershenniy-333&v=1")
    both = [row for row in real.layers["events"].rows.values() if {"ru-gromkiy-335", "ru-sovershenniy-333"} <= {unit.get("ship") for unit in row["units"]}]  # fmt: skip
    assert len(both) > 3
    assert LISTS["events"](real, view, own) == len(both)
    assert "also with Sovershenniy" in events.page(real, view, Narrow.read(own)[0])


def test_no_count_in_the_sentence_the_column_or_the_panel_is_bare():
    """A number of things stands in a link, unless it heads the very list of them or opens it."""
    app = opened(sel="event.joint-sea-2021", from_="2019-01-01")
    made = "\n".join(element.proto.body for element in app.get("html"))
    rest = re.sub(r"<a .*?</a>|<summary.*?</summary>|<h1.*?</h1>|aria-label=\"[^\"]*\"", "", made, flags=re.DOTALL)
    bare = re.findall(r"\b\d[\d,]*(?:</b>|</span>)? ?(?:of|events?|sightings?|sources?)\b", rest)
    assert bare == []


@pytest.mark.parametrize("path", ["timeline", "ships", "coasts", "straits"])
def test_a_count_in_running_text_leads_to_what_it_counts_too(path: str):
    """Only what heads its own list is bare: the ships of the register, the events of the list."""
    app = opened(f"../../pages/{path}.py")
    made = "\n".join(element.proto.body for element in app.get("html"))
    prose = re.findall(r'<p class="(?:dek|sub)">.*?</p>|<aside>.*?</aside>|class="sub left-open">.*?</div>', made, re.DOTALL)  # fmt: skip
    assert any("<a " in part for part in prose)
    bare = re.sub(r"<a .*?</a>", "", "\n".join(prose), flags=re.DOTALL)
    assert re.findall(r"\b\d[\d,]* (?:events?|legs?|sightings?|passages?)\b", bare) == []
