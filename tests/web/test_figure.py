"""The addresses of figures and previews: what they refuse, what they keep, and that a messenger always gets a picture."""

import asyncio
import io
import json

import pytest
from PIL import Image
from starlette.applications import Starlette
from web.asgi import ask, got

from atlas.export.figure import letters
from atlas.web import figure
from atlas.web.asset import Asset
from atlas.web.figure import MOST_WAITING, Pictures
from atlas.web.kept import Kept
from atlas.web.limits import Limits


@pytest.fixture(scope="module")
def pictures():
    return Pictures("/sea", Limits())


@pytest.fixture(scope="module")
def app(pictures):
    return Starlette(routes=pictures.routes)


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("kind=submarine", "kind"),
        ("widht=120", "widht"),
        ("width=12", "width"),
        ("width=180.5", "width"),
        ("at=here", "at"),
        ("sel=event.no-such-event", "sel"),
        ("from=2021-02-31", "from"),
    ],
)
@pytest.mark.parametrize("form", ["png", "pdf"])
def test_what_cannot_be_followed_is_a_problem_that_names_it(app, query, named, form):
    answer = got(app, f"/sea/figure.{form}?{query}")
    assert answer.status == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert [fault["parameter"] for fault in json.loads(answer.body)["errors"]] == [named]


def test_a_figure_is_served_with_type_name_tag_and_open_to_all_and_is_drawn_once(app, pictures):
    target = "/sea/figure.svg?kind=meeting&width=80&theme=dark"
    answer = got(app, target)
    assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["content-disposition"].startswith('inline; filename="joint-sea-atlas-20')
    assert b"https://atlas.example.org/sea/?kind=meeting&amp;v=1" in answer.body
    before = len(pictures.figures)
    again = got(app, target, if_none_match=answer.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    head = got(app, target, method="HEAD", accept_encoding="br")
    assert (head.status, head.body, head.headers["content-encoding"]) == (200, b"", "br")
    assert len(pictures.figures) == before
    assert got(app, target, method="POST").status == 405
    assert got(app, target.replace("svg", "gif")).status == 404


def test_names_that_no_font_can_write_are_told_in_a_header(app, monkeypatch):
    monkeypatch.setattr(letters, "others", tuple)
    answer = got(app, "/sea/figure.pdf?sel=event.joint-air-patrol-02-2020-12&width=80")
    assert answer.headers["content-type"] == "application/pdf"
    assert "The name in Japanese is left out" in answer.headers["x-figure-warnings"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "kind=submarine&at=here&sel=%00",
        '"><script>alert(1)</script>',
        "kind=%ff%fe",
        "&".join(f"a{n}=1" for n in range(300)),
        "from=" + "9" * 9000,
        "at=90_180_20",
        "at=-89.9_0_0",
    ],
)
def test_a_preview_never_fails_for_what_a_link_holds(app, query):
    answer = got(app, f"/sea/preview.png?{query}")
    assert (answer.status, answer.headers["content-type"]) == (200, "image/png")
    assert Image.open(io.BytesIO(answer.body)).size == (1200, 630)


def test_links_that_show_the_same_share_one_preview(app, pictures):
    one = got(app, "/sea/preview.png?kind=coast-guard")
    before = len(pictures.previews)
    other = got(app, "/sea/preview.png?v=1&kind=coast-guard&kind=nonsense&data=2026&theme=dark")
    assert other.headers["etag"] == one.headers["etag"]
    assert len(pictures.previews) == before


def test_readers_who_ask_at_once_have_it_drawn_once(monkeypatch):
    drawn = []

    def draw(view):
        drawn.append(view)
        return Asset(b"picture", ".png", "no-cache")

    monkeypatch.setattr(figure, "_preview", draw)
    app = Starlette(routes=Pictures("", Limits()).routes)

    async def crowd():
        return await asyncio.gather(*(ask(app, "/preview.png?kind=ashore") for _ in range(MOST_WAITING)))

    assert {answer.body for answer in asyncio.run(crowd())} == {b"picture"}
    assert len(drawn) == 1


def test_where_too_many_wait_a_messenger_gets_the_whole_atlas_and_a_person_is_asked_to_come_back(
    pictures, app, monkeypatch
):
    pictures.prepare()
    usual = got(app, "/sea/preview.png").body
    monkeypatch.setattr(pictures, "_waiting", MOST_WAITING)
    answer = got(app, "/sea/preview.png?kind=encounter")
    assert (answer.status, answer.headers["cache-control"], answer.body) == (200, "no-store", usual)
    late = got(app, "/sea/figure.png?kind=encounter")
    assert (late.status, late.headers["retry-after"]) == (503, "5")


def test_what_is_kept_is_bounded_in_number_and_in_bytes():
    kept = Kept(3, 100)
    for n in range(5):
        kept.put(n, Asset(b"x" * 30, ".png", ""))
    assert [n for n in range(5) if kept.get(n)] == [2, 3, 4]
    kept.get(2)
    kept.put(5, Asset(b"x" * 50, ".png", ""))
    assert [n for n in range(6) if kept.get(n)] == [2, 5]
    kept.put(6, Asset(b"x" * 101, ".png", ""))
    assert kept.get(6) is None
    kept.put(5, Asset(b"x" * 10, ".png", ""))
    assert (len(kept), kept.size) == (2, 40)
