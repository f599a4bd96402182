"""Streamlit's own scripts: the first reader gets them as they are, later ones packed and from memory."""

import asyncio

import brotli
import pytest

from atlas.web.packed import LARGEST, Packed

SCRIPT = "/static/js/index.DormvYxC.js"
CONTENT = b"export const one = 1;\n" * 100


class App:
    """A stand-in for Streamlit that counts how often it is asked."""

    def __init__(self, *pieces, status=200, headers=()):
        self.pieces, self.status, self.headers, self.asked = pieces or (CONTENT,), status, list(headers), 0

    async def __call__(self, _scope, _receive, send):
        self.asked += 1
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        for number, piece in enumerate(self.pieces, start=1):
            await send({"type": "http.response.body", "body": piece, "more_body": number < len(self.pieces)})


def ask_twice(app, path=SCRIPT, method="GET", headers=((b"accept-encoding", b"gzip, br"),)):
    """Ask through one middleware twice, the second time when nothing is being packed any more."""
    answers = []

    async def both():
        packed = Packed(app)
        for _ in range(2):
            sent = []

            async def send(message, sent=sent):
                sent.append(message)

            scope = {"type": "http", "method": method, "path": path, "headers": list(headers), "query_string": b""}
            await packed(scope, None, send)
            await asyncio.gather(*packed._packing)
            answers.append(
                (sent[0]["status"], dict(sent[0]["headers"]), b"".join(m.get("body", b"") for m in sent[1:]))
            )

    asyncio.run(both())
    return answers


def test_the_second_reader_gets_the_same_script_packed_and_the_app_is_not_asked_again():
    app = App(CONTENT[:700], CONTENT[700:])
    (_, _, first), (status, headers, second) = ask_twice(app)
    assert first == CONTENT
    assert (status, headers[b"content-encoding"]) == (200, b"br")
    assert headers[b"cache-control"] == b"public, max-age=31536000, immutable"
    assert brotli.decompress(second) == CONTENT
    assert app.asked == 1


def test_a_reader_who_takes_no_encoding_gets_it_plain():
    _, (_, headers, second) = ask_twice(App(), headers=())
    assert second == CONTENT
    assert b"content-encoding" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/story",
        "/static/js/index.js",
        "/static/media/Font.DormvYxC.woff2",
        "/static/js/../x.DormvYxC.js/y",
        "/_stcore/health",
    ],
)
def test_only_files_with_a_hash_in_their_name_are_kept(path):
    app = App()
    ask_twice(app, path)
    assert app.asked == 2


@pytest.mark.parametrize(
    "app",
    [
        App(status=404),
        App(status=206),
        App(headers=[(b"content-encoding", b"gzip")]),
        App(CONTENT, b"x" * LARGEST),
    ],
    ids=["missing", "a part", "packed already", "too large"],
)
def test_what_is_not_a_whole_plain_file_is_not_kept(app):
    ask_twice(app)
    assert app.asked == 2


def test_the_head_of_a_file_is_not_taken_for_the_file():
    app = App(b"")
    ask_twice(app, method="HEAD")
    assert app.asked == 2
