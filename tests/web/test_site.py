"""The running server: every file in every encoding, the page in our dress, and nothing from another host."""

import gzip
import json
import re
import time
from urllib.parse import unquote

import brotli
import pytest
from tiny import write_example
from web.wire import ask

from atlas import look, signs
from atlas import map as sea
from atlas.catalog import Catalog
from atlas.lettering import FACES
from tools.server import serve

HASHED = re.compile(r"-[0-9a-f]{12}\.")
FOR_EVER = "public, max-age=31536000, immutable"
OURS = re.compile(r'rel="(?:icon|preload|stylesheet)"[^>]* href="\./(assets/[^"]+)"')
DATA = ("columns", "land5", "land1", "landWorld", "seas")
# Words that look like addresses, but that no browser asks: namespaces, and the home page Leaflet names in its credit.
NAMES_ONLY = re.compile(
    r"https?://(www\.w3\.org/(\d{4}|TR)\b|leafletjs\.com|schema\.org/|creativecommons\.org/licenses/)"
)
OTHER_HOST = re.compile(r"""(?:https?:)?//(?=[\w-]+\.[a-z])[^\s"'`)<>]+""")


@pytest.fixture(scope="session")
def paths(layers, site):
    names = sea.urls(Catalog.load(layers))
    [style] = re.findall(r'rel="stylesheet" href="\./(assets/page[^"]+)"', ask(f"{site}/").body.decode())
    found = {
        style: "text/css; charset=utf-8",
        f"assets/{names['atlas']}": "text/javascript; charset=utf-8",
        f"assets/{names['map']}": "text/css; charset=utf-8",
        **{f"data/{names[key]}": "application/json" for key in DATA},
        **{f"assets/fonts/{face.file_name}": "font/woff2" for face in FACES},
        **{f"assets/sym/{kind}-{theme}.svg": "image/svg+xml" for kind in look.KINDS for theme in ("light", "dark")},
        **{f"assets/sign/{sign}.svg": "image/svg+xml" for sign in signs.ALL},
        "assets/favicon.svg": "image/svg+xml",
    }
    for path in found:
        ask(f"{site}/{path}")
    while b"og:image" not in ask(f"{site}/").body:
        time.sleep(0.1)
    return found  # from now on all is made, and the page stays as it is


def test_every_file_is_served_with_its_type_its_caching_and_a_tag(site, paths):
    for path, kind in paths.items():
        answer = ask(f"{site}/{path}")
        assert answer.status == 200, path
        assert answer.headers["content-type"] == kind, path
        assert answer.headers["cache-control"] == (FOR_EVER if HASHED.search(path) else "public, max-age=86400"), path
        assert answer.headers["x-content-type-options"] == "nosniff", path
        assert answer.headers["etag"], path
        assert answer.headers["content-encoding"] is None, path
        assert len(answer.body) == int(answer.headers["content-length"]) > 0, path


def test_every_file_comes_packed_as_the_reader_takes_it_and_unpacks_to_the_same(site, paths):
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}
    packed = set()
    for path in paths:
        plain = ask(f"{site}/{path}")
        for accepted, encoding in (("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip;q=0.5", "gzip")):
            answer = ask(f"{site}/{path}", Accept_Encoding=accepted)
            if answer.headers["content-encoding"] is None:
                assert answer.body == plain.body
                continue
            packed.add(path)
            assert answer.headers["content-encoding"] == encoding, path
            assert "Accept-Encoding" in answer.headers["vary"], path
            assert unpack[encoding](answer.body) == plain.body, path
            assert len(answer.body) < len(plain.body), path
    assert packed >= {path for path in paths if path.endswith((".js", ".css", "columns.json"))}
    assert not [path for path in packed if path.endswith((".woff2", ".png"))]


def test_who_has_a_file_is_told_that_nothing_has_changed(site, paths):
    for path in paths:
        tag = ask(f"{site}/{path}").headers["etag"]
        for known in (tag, f'"other", {tag}', "*"):
            answer = ask(f"{site}/{path}", If_None_Match=known)
            assert (answer.status, answer.body) == (304, b""), path
            assert answer.headers["etag"] == tag
        assert ask(f"{site}/{path}", If_None_Match='"other"').status == 200


def test_head_gives_the_headers_without_the_body(site, paths):
    for path in [*paths, ""]:
        whole, head = ask(f"{site}/{path}"), ask(f"{site}/{path}", "HEAD")
        assert (head.status, head.body) == (200, b"")
        for name in ("content-length", "content-type", "etag", "cache-control"):
            assert head.headers[name] == whole.headers[name], path


@pytest.mark.parametrize(
    "path",
    [
        "assets/atlas-000000000000.js", "assets/page-000000000000.css", "assets/fonts/sans-latin-000000000000.woff2",
        "assets/leaflet/leaflet-src.js", "assets/leaflet/", "assets/sym/parade-light.svg", "assets/", "data/",
        "data/columns-000000000000.json", "data/events.geojson", "data/%C3%A9",
    ],
)  # fmt: skip
def test_a_file_that_is_not_there_is_a_404_in_plain_words_that_nobody_keeps(site, path):
    answer = ask(f"{site}/{path}", Accept="text/html")
    assert answer.status == 404
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["cache-control"] == "no-store"
    assert b"load it again" in answer.body


@pytest.mark.parametrize(
    "path",
    ["assets/..%2fapp.py", "assets/%2e%2e/app.py", "data/..%2f..%2fetc%2fpasswd", "assets//etc/passwd", "assets/x%00y"],
)
def test_nobody_climbs_out_of_the_folders(site, path):
    assert ask(f"{site}/{path}").status in (400, 404)


def test_files_can_only_be_read(site):
    for method in ("POST", "PUT", "DELETE"):
        assert ask(f"{site}/assets/favicon.svg", method).status == 405


@pytest.mark.parametrize("path", ["", "?from=2019-01-01&v=1", "story"])
def test_each_page_has_our_title_description_icon_style_and_font(site, path):
    page = ask(f"{site}/{path}")
    text = page.body.decode()
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="en">' in text
    [title] = re.findall(r"<title>(.*?)</title>", text)
    assert title.endswith("Joint Sea Atlas")
    assert text.count('<meta name="description"') == 1
    assert "favicon.png" not in text
    assert "SourceSans" not in text
    ours = OURS.findall(text)
    assert len(ours) == 3
    for file in ours:
        assert ask(f"{site}/{file}").status == 200


@pytest.mark.parametrize("path", ["no-such-page", "story/x", "robots.txt", "_stcore/nope"])
def test_where_no_page_lies_our_own_says_so(site, path):
    page = ask(f"{site}/{path}")
    assert page.status == 404
    assert b"There is no such page" in page.body
    for file in re.findall(r'href="(/assets/[^"]+)"', page.body.decode()):
        assert ask(f"{site}{file}").status == 200


def test_a_page_lets_the_browser_fetch_ahead_what_the_map_will_ask_for(site, paths):
    ahead = re.findall(r'rel="prefetch" href="\./([^"]+)"', ask(f"{site}/").body.decode())
    assert set(ahead) <= set(paths)
    assert {re.sub(r"(-[0-9a-f]{12})?\.", ".", path) for path in ahead} == {
        "assets/atlas.js", "assets/map.css", "data/columns.json", "data/land-5km.json",
    }  # fmt: skip


@pytest.mark.usefixtures("paths")
@pytest.mark.usefixtures("paths")
def test_the_page_is_asked_for_each_time_and_sent_only_when_changed(site):
    page = ask(f"{site}/")
    assert page.headers["cache-control"] == "no-cache"
    assert ask(f"{site}/", If_None_Match=page.headers["etag"]).status == 304
    # Streamlit's own word on what has changed does not count: the dress may have.
    assert ask(f"{site}/", If_Modified_Since="Fri, 01 Jan 2100 00:00:00 GMT").status == 200
    assert ask(f"{site}/", Range="bytes=0-10").body == page.body
    assert gzip.decompress(ask(f"{site}/", Accept_Encoding="gzip").body) == page.body
    assert brotli.decompress(ask(f"{site}/", Accept_Encoding="br").body) == page.body


@pytest.mark.parametrize(
    "path", ["", "story", "_stcore/health", "_stcore/host-config", "assets/favicon.svg", "static/js/none.js"]
)
def test_every_answer_carries_the_headers_of_safety_and_may_be_embedded(site, path):
    headers = ask(f"{site}/{path}").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "geolocation=()" in headers["permissions-policy"]
    assert headers["x-frame-options"] is None


def test_nothing_we_serve_refers_to_another_host(site, paths):
    for path in [*paths, ""]:
        if path.endswith((".woff2", ".png")):
            continue
        text = NAMES_ONLY.sub("", unquote(ask(f"{site}/{path}").body.decode()))
        code = re.sub(r"(?m)^\s*(//|\*|/\*).*$|<!--[\s\S]*?-->", "", text)  # comments ask nobody
        assert OTHER_HOST.findall(code) == [], path


def test_what_programs_ask_for_passes_the_whole_server_untouched(site):
    for path in ("api/events", "event/first-flight.json", "feed.atom", "events.ics", "openapi.json"):
        plain = ask(f"{site}/{path}")
        packed = ask(f"{site}/{path}", Accept_Encoding="br")
        assert (plain.status, packed.headers["content-encoding"]) == (200, "br"), path
        assert brotli.decompress(packed.body) == plain.body, path
        unchanged = ask(f"{site}/{path}", If_None_Match=packed.headers["etag"])
        assert (unchanged.status, unchanged.body) == (304, b""), path
        assert ask(f"{site}/{path}", "OPTIONS").status == 204, path
    for path in ("api/events?kind=x", "api/nothing", "api", "event/none.json", "feed.atom?x=1"):
        assert ask(f"{site}/{path}").headers["content-type"] == "application/problem+json", path


def test_the_atlas_works_below_a_path(layers):
    with serve(env={"ATLAS_LAYERS": str(layers)}, base_path="/sea/atlas") as server:
        page = ask(f"{server.url}/").body.decode()
        files = OURS.findall(page)
        names = sea.urls(Catalog.load(layers))
        assert len(files) == 3
        for file in (*files, f"data/{names['columns']}"):
            assert ask(f"{server.url}/{file}").status == 200, file
        assert ask(f"{server.url}/assets/none.js").status == 404
        told = json.loads(ask(f"{server.url}/api/events?per_page=1").body)
        assert ask(told["features"][0]["properties"]["json"]).status == 200
        assert ask(next(one["href"] for one in told["links"] if one["rel"] == "next")).status == 200
        assert ask(f"http://{server.address}/assets/favicon.svg").status == 404


def test_a_server_without_layers_starts_and_says_that_it_has_no_data(tmp_path):
    broken = write_example(tmp_path)
    (broken / "events.geojson").unlink()
    with serve(env={"ATLAS_LAYERS": str(broken)}) as server:
        assert ask(f"{server.url}/").status == 200
        assert ask(f"{server.url}/assets/favicon.svg").status == 200
        answer = ask(f"{server.url}/data/columns-000000000000.json")
        assert answer.status == 503
        assert answer.headers["cache-control"] == "no-store"
        assert str(tmp_path) not in answer.body.decode()
        assert "make build" in server.read_log()
