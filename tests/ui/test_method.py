"""The page about data and method: it says of everything what it is, and its numbers are those of the data."""

import re

import pytest

from atlas.catalog import Catalog, default_catalog
from atlas.catalog.publishers import publisher, publishers
from atlas.look import KINDS
from atlas.signs import ALL
from atlas.ui import frame
from atlas.ui.method import quality
from atlas.ui.method.counted import COUNTED
from atlas.ui.method.dictionary import dictionary
from atlas.ui.method.parts import CHAPTERS, coded
from atlas.ui.method.positions import MEANS
from atlas.ui.method.report import ISSUES, report
from atlas.view import View
from atlas.vocabulary import BASIS
from atlas.web.pages import PAGES
from tests.ui.markup import Markup
from tests.ui.opened import opened, pairs

METHOD = "../../pages/method.py"


@pytest.fixture(scope="module")
def html() -> str:
    app = opened(METHOD, about="joint-sea-2021", state="both")
    return "\n".join(element.proto.body for element in app.get("html"))


def test_every_chapter_of_the_list_stands_once_under_its_anchor(html: str):
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert [name for name in ids if name in CHAPTERS] == list(CHAPTERS)
    assert {link.removeprefix("#") for link in Markup(html).links if link.startswith("#")} == {
        "main",
        "kinds",
        *CHAPTERS,
    }


def test_everything_that_is_shown_is_explained(html: str):
    assert (list(COUNTED), set(MEANS)) == (list(KINDS), set(BASIS))
    assert re.findall(r"sign/([a-z]+)\.svg", html) == list(ALL)
    text = Markup(html).text
    for words in (*COUNTED.values(), *(sign.more for sign in ALL.values())):
        assert words in text
    for row in default_catalog().tables["positions"].values():
        assert f"<code>{row['at']}</code>" in html
        assert str(coded(row["radius"])) in html


def test_the_dictionary_holds_each_property_of_each_layer(real: Catalog):
    told = str(dictionary(real))
    for name, layer in real.layers.items():
        part = told.partition(f"<code>layers/{name}.geojson</code>")[2].partition("</details>")[0]
        shown = re.findall(r'<th scope="row"><code>([^<]+)</code>', part)
        assert set(next(iter(layer.rows.values()))) <= set(shown), name
        assert "<td></td>" not in part


def test_the_numbers_of_quality_are_whole(real: Catalog):
    events, sightings = len(real.events), len(real.sightings)
    for bars, whole in (
        (quality.by_publishers(real), events),
        (quality.by_confidence(real), events),
        (quality.by_basis(real), sightings),
        (quality.by_agreement(real), len(real.passings)),
    ):
        assert sum(bar.n for bar in bars) == whole


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("Xinhua via People's Daily", "Xinhua"),
        ("J-Defense News (text of the Japan Joint Staff release)", "J-Defense News"),
        ("PLA Daily, Chinese text printed in full by PLA-Watch", "PLA Daily"),
        ("Dong-A Ilbo on ROK JCS", "Dong-A Ilbo"),
        ("Navy Recognition", "Navy Recognition"),
        ("(untitled)", "(untitled)"),
    ],
)
def test_a_publisher_is_counted_once_whatever_is_added_to_its_name(told: str, meant: str):
    assert publisher({"publisher": told}) == meant


def test_weak_sources_are_no_publishers(real: Catalog):
    for row in real.layers["events"].rows.values():
        strong = {name for name in row["sources"] if not real.is_weak(name)}
        assert bool(publishers(real, row)) == bool(strong)
        assert len(publishers(real, row)) <= len(strong)


def test_a_report_names_what_it_is_about_and_from_which_data(html: str, real: Catalog):
    written = html.partition('id="report-text"')[2].partition("</pre>")[0]
    assert "Event: joint-sea-2021, last changed" in written
    assert f"version {real.edition.version}, {real.version}" in written
    assert 'data-copy="report-text"' in html
    event = "\n".join(one.proto.body for one in opened("../../pages/event.py", id="joint-sea-2021").get("html"))
    assert "./method?about=joint-sea-2021#report" in event


def test_a_report_can_be_opened_where_the_atlas_is_kept_and_nowhere_else(
    real: Catalog, monkeypatch: pytest.MonkeyPatch
):
    def links(address: str | None) -> list[str]:
        monkeypatch.setenv(ISSUES, address or "")
        made = report(real, View.default(real), "joint-sea-2021", "https://atlas.example/base/method?x=1#report")
        assert "Address: https://atlas.example/base/event?id=joint-sea-2021" in made
        return [link for link in Markup(made).links if "issues" in link]

    (link,) = links("https://example.org/issues/new?labels=data")
    assert link.startswith("https://example.org/issues/new?labels=data&title=Error+in+")
    assert "What+is+wrong" in link
    assert links(None) == links("javascript:alert(1)//issues") == []


@pytest.mark.usefixtures("layers")
def test_an_event_that_is_not_there_is_named_and_a_small_world_has_the_page_too():
    app = opened(METHOD, about="no-such")
    assert "about=`no-such`" in "\n".join(element.value for element in app.markdown)
    app.button(key="mend").click().run()
    assert pairs(app) == {}


def test_the_header_says_where_one_is_and_names_the_stories_by_their_number(monkeypatch: pytest.MonkeyPatch):
    def current(path: str) -> set[tuple[str, str]]:
        frame._header.cache_clear()
        return set(re.findall(r'aria-current="(\w+)">([^<]+)</a>', frame._header(path, "", "")))

    assert current("timeline") == {("page", "Timeline")}
    assert [current(path) for path in ("event", "ship", "strait")] == [
        {("true", PAGES[page])} for page in ("events", "ships", "straits")
    ]
    assert current("sources") == set()
    assert PAGES["story"] in frame._header("", "", "")
    monkeypatch.setattr(Catalog, "stories", {"a": {}, "b": {}})
    assert current("story") == {("page", "Stories")}
    frame._header.cache_clear()
