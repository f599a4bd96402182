"""What can be taken along, without a browser: each way follows the view, and every address on the page is answered."""

import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.routing import Router
from streamlit.testing.v1 import AppTest
from tiny import make_event, write_layers
from web.wire import ask_inside

from atlas.catalog import Catalog
from atlas.export.formats import FORMATS
from atlas.ui.take.embed import SIZES, snippet
from atlas.ui.take.page import SECTIONS, made
from atlas.ui.take.taking import Taking, site_of
from atlas.view import View
from atlas.web.routes import Site
from tests.ui.markup import Markup
from tests.ui.opened import opened
from tools.server import ROOT

SITE = "https://atlas.example.org/atlas/"
TODAY = date(2026, 11, 27)


class Elements(HTMLParser):
    """Every element's name and attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, dict(attrs)))


def page(world: Catalog, **query: str) -> str:
    view, notices = View.from_query({key: [value] for key, value in query.items()}, world)
    assert notices == []
    return made(Taking(world, view, SITE), TODAY)


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def test_this_view_and_everything_stand_beside_each_other_with_their_counts(world: Catalog):
    told = Markup(page(world, kind="air-patrol"))
    assert "1 of 5 events." in told.text
    assert "This view1 event" in told.text
    assert "Everything5 events" in told.text
    files = {link for link in told.links if link.startswith("./export/")}
    for form in FORMATS.values():
        for scope in form.scopes:
            assert {f"./export/{scope}.{form.suffix}{query}" for query in ("", "?kind=air-patrol&v=1")} <= files
    everything = Markup(page(world))
    assert "no filter is set" in everything.text
    assert "This view1 event" not in everything.text
    assert 'data-label="This view"' not in page(world)
    assert not [link for link in everything.links if link.startswith("./export/") and "?" in link]


def test_what_only_shows_does_not_choose_but_goes_along_where_it_is_seen(world: Catalog):
    links = Markup(page(world, kind="air-patrol", sel="event.first-flight", at="35.00_130.00_5")).links
    shown = {urlsplit(link).path: set(parse_qs(urlsplit(link).query)) for link in links if "sel=" in link}
    assert shown["./figure.pdf"] == {"kind", "sel", "at", "v"}
    assert "./cite.bib" in shown
    assert not [path for path in shown if path.startswith("./export/")]


def test_the_addresses_for_programs_are_whole_and_follow_the_filters(world: Catalog):
    text = Markup(page(world, kind="air-patrol", sel="event.first-flight")).text
    for address in (
        "feed.atom?kind=air-patrol&v=1", "events.ics?kind=air-patrol&v=1", "api/events?kind=air-patrol&v=1",
        "event/first-flight.json", "data/latest/manifest.json", "?kind=air-patrol&sel=event.first-flight&v=1",
    ):  # fmt: skip
        assert SITE + address in text
    assert "event/" not in Markup(page(world)).text


def test_each_thing_to_copy_has_its_button_and_each_way_its_section(world: Catalog):
    elements = Elements(page(world, sel="event.first-flight")).all
    names = [attributes["id"] for _, attributes in elements if "id" in attributes]
    assert len(names) == len(set(names))
    copies = [attributes["data-copy"] for tag, attributes in elements if "data-copy" in attributes and tag == "button"]
    assert set(copies) <= set(names)
    assert len(copies) == 10
    assert set(SECTIONS) <= set(names)


def test_the_snippet_holds_one_frame_whose_attributes_nothing_ends(tmp_path):
    evil = 'Off "Cape" & <script>alert(1)</script> {src}'
    event = make_event("first", "2020-01-01", title=evil)
    world = Catalog.load(write_layers(tmp_path, event))
    taking = Taking(world, replace(View.default(world), selection="event.first"), SITE)
    source, title = taking.absolute("", embed="true"), evil
    ((tag, attributes),) = Elements(snippet(source, title, "wide")).all
    assert (tag, attributes["src"], attributes["title"]) == ("iframe", source, title)
    assert attributes["width"] == "100%"
    assert parse_qs(urlsplit(str(attributes["src"])).query) == {"sel": ["event.first"], "v": ["1"], "embed": ["true"]}
    (form,) = [attributes for tag, attributes in Elements(made(taking, TODAY)).all if tag == "fieldset"]
    assert json.loads(str(form["data-sizes"])).keys() == SIZES.keys()
    assert str(form["data-source"]) == source
    assert "<script" not in made(taking, TODAY)


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://atlas.example.org/atlas/take", SITE),
        ("https://atlas.example.org/atlas/take/", SITE),
        ("http://127.0.0.1:8501/take", "http://127.0.0.1:8501/"),
        (None, "./"),
        ("javascript:alert(1)", "./"),
    ],
)
def test_the_site_is_where_the_readers_browser_says(url: str | None, site: str):
    assert site_of(url) == site


@pytest.mark.usefixtures("layers")
def test_the_page_opens_under_its_view_and_names_what_it_cannot_read():
    app = opened("../../pages/take.py", kind="air-patrol", colour="blue")
    assert "Take it with you" in html(app)
    assert "1 air patrol" in html(app)
    assert "colour" in "\n".join(element.value for element in app.markdown)
    assert not app.selectbox
    assert not app.checkbox


@pytest.mark.usefixtures("layers")
@pytest.mark.parametrize(
    ("path", "query", "pairs"),
    [
        ("map", {"kind": "air-patrol"}, {"kind": ["air-patrol"]}),
        ("events", {"kind": "air-patrol", "q": "x"}, {"kind": ["air-patrol"]}),
        ("event", {"id": "first-flight", "v": "1"}, {"v": ["1"], "sel": ["event.first-flight"]}),
    ],
)
def test_each_page_leads_there_with_its_view_and_that_of_an_event_with_it(path, query, pairs):
    elements = Elements(html(opened(f"../../pages/{path}.py", **query))).all
    (link,) = [attributes for _, attributes in elements if attributes.get("class") == "take-along"]
    address = urlsplit(str(link["href"]))
    assert (address.path, parse_qs(address.query)) == ("./take", pairs)


def test_every_address_on_the_page_is_answered(real: Catalog):
    """Those of files by their links, those of programs by what is there to be copied; a query of each is followed."""
    query = {"kind": "air-patrol", "sel": "event.joint-air-patrol-06-2023-06", "show": "grid"}
    view = View.from_query({key: [value] for key, value in query.items()}, real)[0]
    taking = Taking(real, view, "http://127.0.0.1/")
    told = Markup(made(taking, TODAY))
    links = {link.removeprefix("./").partition("?")[0]: link.removeprefix("./") for link in told.links}
    files = [link for path, link in links.items() if "." in path]
    copied = [part.removeprefix(taking.site) for part in told.words if part.startswith(taking.site)]
    programs = [part for part in copied if part.partition("?")[0]]
    assert len(files) > 20
    assert len(programs) == 5
    site = Router(Site(ROOT / "atlas/ui/styles", ROOT / "atlas/ui/client").routes)
    answers = {path: ask_inside(site, taking.site + path, "HEAD").status for path in (*files, *programs)}
    assert {path: status for path, status in answers.items() if status != 200} == {}
