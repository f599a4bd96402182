"""The middleware: it dresses Streamlit's own page and nothing else, whatever way that comes."""

import asyncio

import pytest

from atlas.web.head import general
from atlas.web.pages import DESCRIPTION, HIDDEN, PAGES, TITLE, Pages, dressed
from tools.server import ROOT

STREAMLIT = (
    '<html lang="en"><head><link rel="shortcut icon" href="./favicon.png" />\n'
    '<link\n rel="preload"\n href="./static/media/SourceSansVF.woff2"\n as="font" crossorigin />\n'
    "<title>Streamlit</title></head></html>"
)

MODULES = {"atlas/time": "assets/ui/time-1.js"}


class Plain:
    """The head of every page is that of the atlas; what differs from link to link is held in test_unfurl.py."""

    @staticmethod
    async def of(*_):
        return general(TITLE, DESCRIPTION)


def answer(*bodies, status=200, kind="text/html; charset=utf-8", method="GET", path="/story", headers=(), base=""):
    """Send a request through the middleware to an app that answers so; give what comes out and what went in."""
    seen, sent = [], []

    async def app(scope, _, send):
        seen.append(scope)
        await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", kind.encode())]})
        for number, body in enumerate(bodies, start=1):
            await send({"type": "http.response.body", "body": body, "more_body": number < len(bodies)})

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": method, "path": path, "headers": list(headers), "query_string": b""}
    pages = Pages(app, style="assets/page-1.css", modules=MODULES, base=base)
    pages.heads = Plain()
    asyncio.run(pages(scope, None, send))
    return sent, seen[0]


def body(sent):
    return b"".join(message.get("body", b"") for message in sent)


def test_a_page_in_pieces_is_put_together_and_dressed():
    page = STREAMLIT.encode()
    sent, _ = answer(page[:50], page[50:90], page[90:])
    assert body(sent).decode() == dressed(STREAMLIT, "assets/page-1.css", MODULES)
    assert [message["type"] for message in sent] == ["http.response.start", "http.response.body"]
    assert dict(sent[0]["headers"])[b"content-length"] == str(len(body(sent))).encode()


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"<html><title>The map's frame</title></html>", "text/html", 200),
        (STREAMLIT.encode(), "text/plain", 200),
        (STREAMLIT.encode(), "text/html", 404),
        (b"", "text/html", 200),
    ],
)
def test_anything_else_passes_as_it_is_but_for_the_headers(content, kind, status):
    sent, _ = answer(content, kind=kind, status=status)
    assert body(sent) == content
    assert sent[0]["status"] == status
    assert dict(sent[0]["headers"])[b"x-content-type-options"] == b"nosniff"


def test_a_header_that_is_there_stays():
    sent, _ = answer(b"x", kind="text/plain", path="/x.txt")
    names = [name for name, _ in sent[0]["headers"]]
    assert len(names) == len(set(names))


def test_streamlit_is_asked_for_the_whole_page_unpacked():
    asked = [(b"accept-encoding", b"br"), (b"if-none-match", b'"x"'), (b"range", b"bytes=0-1"), (b"cookie", b"a=b")]
    _, scope = answer(STREAMLIT.encode(), method="HEAD", headers=asked)
    assert scope["method"] == "GET"
    assert scope["headers"] == [(b"cookie", b"a=b")]


def test_requests_for_files_keep_their_headers():
    _, scope = answer(b"x", path="/static/a.js", method="HEAD", headers=[(b"if-none-match", b'"x"')])
    assert (scope["method"], scope["headers"]) == ("HEAD", [(b"if-none-match", b'"x"')])


def test_the_dress_leaves_nothing_of_streamlits_own():
    page = dressed(STREAMLIT, "assets/page-1.css", MODULES)
    assert "Streamlit" not in page.partition('<link rel="modulepreload"')[0]
    assert "SourceSans" not in page
    assert "favicon.png" not in page
    assert 'href="./assets/page-1.css"' in page


def test_the_page_names_what_the_map_will_ask_for_as_soon_as_it_is_made():
    ready = []
    page = Pages(None, style="assets/page-1.css", modules=MODULES, ahead=lambda: ready)
    assert "prefetch" not in dressed(STREAMLIT, page.style, page.modules, page.ahead())
    ready.append("data/columns-1.json")
    assert '<link rel="prefetch" href="./data/columns-1.json">' in dressed(
        STREAMLIT, page.style, page.modules, page.ahead()
    )


def test_a_websocket_passes_untouched():
    seen = []

    async def app(scope, receive, send):
        seen.append((scope, receive, send))

    scope = {"type": "websocket", "path": "/_stcore/stream"}
    asyncio.run(Pages(app, style="", modules={})(scope, "receive", "send"))
    assert seen == [(scope, "receive", "send")]


def test_the_page_says_where_its_modules_lie_before_any_script_runs():
    page = dressed(STREAMLIT, "assets/page-1.css", MODULES)
    assert '<script type="importmap">{"imports": {"atlas/time": "./assets/ui/time-1.js"}}</script>' in page


@pytest.mark.parametrize(
    "path", ["/story/x", "/foo", "/foo/bar", "/_stcore/nope", "/map", "/nothing.png", "/static/nope.js"]
)
@pytest.mark.parametrize("base", ["", "/atlas"])
def test_where_no_page_lies_the_answer_says_so_and_leads_to_the_pages(path, base):
    sent, _ = answer(STREAMLIT.encode(), path=base + path, base=base)
    assert sent[0]["status"] == 404
    assert dict(sent[0]["headers"])[b"cache-control"] == b"no-store"
    assert dict(sent[0]["headers"])[b"x-content-type-options"] == b"nosniff"
    told = body(sent).decode()
    assert "There is no such page" in told
    assert "Streamlit" not in told
    assert f'href="{base}/assets/page-1.css"' in told
    assert all(f'<a href="{base}/{page}">{title}</a>' in told for page, title in PAGES.items())


@pytest.mark.parametrize("path", ["/", "/story", "/story/"])
@pytest.mark.parametrize("base", ["", "/atlas"])
def test_where_a_page_lies_it_is_given(path, base):
    sent, _ = answer(STREAMLIT.encode(), path=base + path, base=base)
    assert sent[0]["status"] == 200
    assert b"import" in body(sent)


@pytest.mark.parametrize("path", ["/component/map/index.html", "/atlas/component/map/index.html"])
def test_a_components_own_page_passes(path):
    base = path.partition("/component")[0]
    sent, _ = answer(b"<html>frame</html>", path=path, base=base)
    assert (sent[0]["status"], body(sent)) == (200, b"<html>frame</html>")


def test_each_page_has_a_script_of_its_name_and_each_script_is_a_page():
    assert {path or "map" for path in PAGES | HIDDEN} == {script.stem for script in (ROOT / "pages").glob("*.py")}


def test_the_page_names_the_feed():
    link = '<link rel="alternate" type="application/atom+xml" title="New and corrected events" href="./feed.atom">'
    assert link in dressed(STREAMLIT, "assets/page-1.css", MODULES)


@pytest.mark.parametrize(("path", "base"), [("/api/events", ""), ("/sea/api/events", "sea")])
def test_what_programs_ask_for_passes_with_its_headers_though_it_has_no_ending(path, base):
    base = f"/{base}" if base else ""
    asked = [(b"accept-encoding", b"br"), (b"if-none-match", b'"a"')]
    sent, seen = answer(b"{}", kind="application/geo+json", path=path, headers=asked, base=base, method="HEAD")
    assert (seen["headers"], seen["method"]) == (asked, "HEAD")
    assert body(sent) == b"{}"
