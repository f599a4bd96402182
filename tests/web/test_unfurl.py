"""What a messenger's robot does with a shared link: it fetches the page, reads the tags of its head, fetches the picture."""

import asyncio
import io
from html.parser import HTMLParser

import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from tiny import make_event, write_layers
from web.asgi import got

from atlas.catalog import default_catalog
from atlas.web import head
from atlas.web.figure import Pictures
from atlas.web.head import MOST_KEPT, Heads
from atlas.web.limits import Limits
from atlas.web.pages import DESCRIPTION, HIDDEN, PAGES, TITLE, Pages

BARE = '<html lang="en"><head><meta charset="UTF-8" /><title>Streamlit</title></head><body></body></html>'


class Robot(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.title, self.tags, self.links, self.seen = "", {}, {}, []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        self.seen.append(tag)
        if tag == "meta" and "content" in told:
            assert told.get("property", told.get("name")) not in self.tags
            self.tags[told.get("property", told.get("name"))] = told["content"]
        if tag == "link":
            self.links[told["rel"]] = told["href"]

    def handle_data(self, data):
        if self.lasttag == "title" and not self.title:
            self.title = data


async def streamlit(_):
    return HTMLResponse(BARE)


@pytest.fixture(scope="module")
def app():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(head, "PATIENCE", 60)  # a busy machine may take longer than a reader would wait
        yield made_app()


def made_app():
    default_catalog()
    pictures = Pictures("/sea", Limits())
    dress = Middleware(Pages, style="assets/page-1.css", modules={}, base="/sea")
    return Starlette(routes=[*pictures.routes, Route("/{path:path}", streamlit)], middleware=[dress])


def read(app, target, **headers):
    answer = got(app, target, **headers)
    assert answer.status == 200
    return Robot(answer.body.decode())


@pytest.mark.parametrize(
    ("target", "title", "described", "canonical", "pictured"),
    [
        ("/sea/", "", "events of China and Russia at sea and in the air", "", "preview.png?data="),
        (
            "/sea/?kind=air-patrol&state=both&at=35.00_130.00_5&theme=dark",
            "air patrols of China and Russia together",
            "air patrols of China and Russia together",
            "?kind=air-patrol&state=both&at=35.00_130.00_5&v=1",
            "preview.png?kind=air-patrol&state=both&at=35.00_130.00_5&v=1&data=",
        ),
        (
            "/sea/?sel=event.gromkiy-sovershenniy-voyage-2023",
            "Voyage of the Russian corvettes Gromkiy",
            "Transit of Russia, 2023-05 to 2023-07",
            "?sel=event.gromkiy-sovershenniy-voyage-2023&v=1",
            "preview.png?sel=event.gromkiy-sovershenniy-voyage-2023&v=1&data=",
        ),
        (
            "/sea/event?id=joint-sea-2012&from=2012-01-01",
            "Joint Sea / Maritime Cooperation 2012",
            "Naval exercise of China and Russia, 2012-04-22 to 2012-04-27",
            "event?id=joint-sea-2012",
            "preview.png?sel=event.joint-sea-2012&v=1&data=",
        ),
        (
            "/sea/ship?id=ru-gromkiy-335",
            "Gromkiy (335)",
            "with Gromkiy (335)",
            "ship?id=ru-gromkiy-335",
            "ship=ru-gromkiy",
        ),
        (
            "/sea/strait?id=miyako",
            "Miyako Strait",
            "through the Miyako Strait",
            "strait?id=miyako",
            "sel=passage.miyako",
        ),
        ("/sea/story", "July 2023, claim by claim", "In the middle of July 2023", "story", "from=2023-05-15"),
        (
            "/sea/story?id=july-2023&step=claim-04",
            "July 2023",
            "Claim: On a Sunday",
            "story?id=july-2023&step=claim-04",
            "from=2023-07-10",
        ),
        ("/sea/timeline?kind=transit", "Timeline: ", "transits of", "timeline?kind=transit&v=1", "kind=transit&v=1"),
        ("/sea/compare", "Compare: ", "A: ", "compare", "from=20"),
        ("/sea/method?kind=transit", "Data and method", "An atlas of", "method", "preview.png?data="),
        ("/sea/event?id=no-such", "Event", "An atlas of", "event", "preview.png?data="),
    ],
)
def test_every_shared_link_says_what_it_shows_and_has_a_picture_of_just_that(
    app, target, title, described, canonical, pictured
):
    robot, tags = (found := read(app, target)), found.tags
    assert robot.title == (f"{tags['og:title']} · {TITLE}" if title else TITLE)
    assert title in tags["og:title"]
    assert described in tags["description"]
    assert tags["description"] == tags["og:description"] == tags["twitter:description"]
    assert len(tags["description"]) <= 280
    assert tags["twitter:card"] == "summary_large_image"
    site = "https://atlas.example.org/sea/"
    assert robot.links["canonical"] == tags["og:url"] == f"{site}{canonical}"
    assert tags["og:image"].startswith(f"{site}preview.png?")
    assert pictured in tags["og:image"]
    assert tags["og:image"] == tags["twitter:image"]
    again = read(app, tags["og:url"].removeprefix("https://atlas.example.org"))
    assert again.tags == tags  # the address that a link gives as its own says the same


def test_the_picture_of_a_link_is_there_and_of_the_size_that_is_told(app):
    tags = read(app, "/sea/?sel=event.joint-sea-2012&from=2012-01-01&to=2012-12-31").tags
    answer = got(app, tags["og:image"].removeprefix("https://atlas.example.org"))
    assert answer.headers["content-type"] == tags["og:image:type"]
    picture = Image.open(io.BytesIO(answer.body))
    assert picture.size == (int(tags["og:image:width"]), int(tags["og:image:height"])) == (1200, 630)


@pytest.mark.parametrize("page", ["", "event", "ship", "strait", "story", "compare", "timeline", "sources"])
@pytest.mark.parametrize(
    "query",
    [
        'id="><script>alert(1)</script>&kind="><img src=x>&sel=event."><b>&step=\'"><i>',
        "id=%00%ff%c3%28&q=%00",
        "id=" + "a" * 20_000,
        "&".join(f"k{n}=%22%3E" for n in range(2000)),
        "id=%E2%80%AE%22%20onload%3D%22&b.kind=%3C/title%3E%3Cscript%3E",
    ],
)
def test_nothing_that_a_link_holds_gets_into_the_page_but_as_text(app, page, query):
    robot = read(app, f"/sea/{page}?{query}")
    assert {
        tag for tag in robot.seen if tag not in ("html", "head", "body", "meta", "title", "link", "script")
    } == set()
    assert robot.seen.count("script") <= 3  # the import map, the theme of embedded maps, the description of the data
    assert all("onload" not in value for value in robot.tags.values())
    assert len(robot.tags["og:image"]) < 500


@pytest.mark.parametrize("host", ['atlas"><script>', "a b", "évil.example", "a.example/evil", "a@b", "x" * 10 + "\\"])
def test_a_host_that_is_none_is_not_repeated(app, host):
    try:
        answer = got(app, "/sea/", host=host)
    except UnicodeEncodeError:
        pytest.skip("no server passes that on")
    robot = Robot(answer.body.decode())
    assert robot.tags["og:image"].startswith("./preview.png?")
    assert "canonical" not in robot.links
    assert host not in answer.body.decode()


def test_the_head_describes_the_data_where_one_lands_and_the_page_says_it_has_not_changed(app):
    answer = got(app, "/sea/", accept_encoding="br, gzip")
    assert answer.headers["content-encoding"] == "br"
    assert got(app, "/sea/", if_none_match=answer.headers["etag"]).status == 304
    assert got(app, "/sea/?kind=transit").headers["etag"] != answer.headers["etag"]
    page = got(app, "/sea/").body.decode()
    assert page.count('<script type="application/ld+json">{"@context":"https://schema.org/"') == 1
    assert "ld+json" not in got(app, "/sea/timeline").body.decode()


def test_the_heads_that_are_kept_are_bounded(monkeypatch):
    monkeypatch.setattr(head, "PATIENCE", 60)
    heads = Heads(TITLE, DESCRIPTION, PAGES | HIDDEN)

    async def ask_many():
        for n in range(MOST_KEPT + 20):
            scope = {"type": "http", "query_string": f"q={n}".encode(), "headers": [], "path": "/", "scheme": "http"}
            assert "og:image" in await heads.of(Request(scope), "events")

    asyncio.run(ask_many())
    assert len(heads._kept) == MOST_KEPT


def test_without_data_a_page_has_the_head_of_the_atlas(tmp_path, monkeypatch):
    monkeypatch.setenv("ATLAS_LAYERS", str(tmp_path / "nowhere"))
    app = Starlette(routes=[Route("/{path:path}", streamlit)], middleware=[Middleware(Pages, style="", modules={})])
    monkeypatch.setattr(head, "PATIENCE", 60)
    robot = read(app, "/?kind=transit")
    assert (robot.title, robot.tags["description"]) == (TITLE, DESCRIPTION)


def test_what_the_data_hold_gets_into_the_page_as_text_too(tmp_path, monkeypatch):
    title = "\"><script>alert(1)</script>'<b>&amp;"
    event = make_event("odd", "2020-01-01", title=title, summary="</title><script>alert(2)</script>")
    monkeypatch.setenv("ATLAS_LAYERS", str(write_layers(tmp_path / "layers", event)))
    monkeypatch.setattr(head, "PATIENCE", 60)
    app = Starlette(routes=[Route("/{path:path}", streamlit)], middleware=[Middleware(Pages, style="", modules={})])
    for target in ("/event?id=odd", "/?sel=event.odd"):
        robot = read(app, target)
        assert robot.tags["og:title"] == title
        assert "<script>alert(2)" in robot.tags["description"]
        assert robot.seen.count("script") == read(app, target.replace("odd", "no-such")).seen.count("script")
        assert "b" not in robot.seen
