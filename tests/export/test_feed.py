"""The feed, read by feedparser: what is new and corrected, ids that never change, and no text that breaks the XML."""

from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree as ET

import feedparser
import pytest
from tiny import make_event, write_layers

from atlas.catalog import Catalog
from atlas.export import feed as atom
from atlas.export.feed import Place, feed
from atlas.export.history import changes
from atlas.view import View

PLACE = Place("https://atlas.example.org/sea/", "https://atlas.example.org/sea/feed.atom?kind=transit&v=1")
AWKWARD = "He said \"no\" & 'yes' <script>alert(1)</script> ]]> \x00\x0b\x1f\ufffe 演習 🚢"


def corrected(day, what, *sources):
    return {"date": day, "what": what, "sources": list(sources)}


@pytest.fixture(scope="module")
def catalog(tmp_path_factory):
    return Catalog.load(
        write_layers(
            tmp_path_factory.mktemp("layers"),
            make_event("plain", "2019-01-01", modified="2026-11-01"),
            make_event("silent", "2020-01-01", date_precision="month", modified="2026-11-20"),
            make_event(
                "awkward", "2021-01-01", "2021-01-09", kind="transit", title=AWKWARD, summary=AWKWARD,
                modified="2026-11-25", sources=["tass-2012", "lost"],
                corrections=[
                    corrected("2026-11-25", AWKWARD, "tass-2012"), corrected("2026-11-10", "was five"),
                    corrected("2026-11-25", "was six"),
                ],
            ),
            sources=[{"id": "tass-2012", "url": "https://example.org/1", "publisher": "<TASS> & others", "weak": False}],
        )
    )  # fmt: skip


def read(catalog, place=PLACE, **view):
    content = feed(catalog, replace(View.default(catalog), **view), place)
    ET.fromstring(content)  # noqa: S314 - our own
    parsed = feedparser.parse(content)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def test_what_is_new_and_corrected_is_told_the_newest_first(catalog):
    entries = read(catalog).entries
    assert [
        (one.updated[:10], one.title.partition(":")[0], one.links[0].href.partition("=")[2]) for one in entries
    ] == [
        ("2026-11-25", "Corrected", "awkward"),
        ("2026-11-20", "Revised", "silent"),
        ("2026-11-10", "Corrected", "awkward"),
        ("2026-11-01", "New", "awkward"),
        ("2026-11-01", "New", "silent"),
        ("2026-11-01", "New", "plain"),
    ]
    assert [one.published for one in entries] == [one.updated for one in entries]


def test_an_entry_leads_to_its_event_and_tells_what_was_corrected(catalog):
    first, silent, *_, new = read(catalog).entries
    assert [(link.rel, link.href) for link in first.links] == [
        ("alternate", "https://atlas.example.org/sea/event?id=awkward"),
        ("related", "https://atlas.example.org/sea/event/awkward.json"),
    ]
    told = first.content[0].value
    assert first.content[0].type == "application/xhtml+xml"
    assert "was six" in told
    assert "was five" not in told
    assert "&lt;TASS&gt; &amp; others" in told
    assert "Transit; China and Russia; 2021-01-01 to 2021-01-09" in told
    assert first.tags[0].term == "transit"
    assert "it does not say in what" in silent.content[0].value
    assert "2020-01 (only the month is known)" in silent.content[0].value
    assert "Corrected" not in new.content[0].value


def test_no_text_breaks_the_feed_and_none_of_it_becomes_markup(catalog):
    first = read(catalog).entries[0]
    assert "<script" not in first.content[0].value
    assert first.summary.startswith("He said \"no\" & 'yes' <script>alert(1)</script> ]]> \ufffd\ufffd\ufffd\ufffd ")
    assert first.summary.endswith("演習 🚢")


def test_ids_are_those_of_event_and_day_on_every_host(catalog):
    here = [one.id for one in read(catalog).entries]
    there = [
        one.id for one in read(catalog, Place("http://localhost:8501/", "http://localhost:8501/feed.atom")).entries
    ]
    assert here == there
    assert len({*here}) == len(here) == 6
    assert here[-1] == "urn:uuid:d911f634-2f6a-5c8b-8e07-5155ec5e9bd8"  # written down: readers know entries by it


def test_ids_of_what_stays_do_not_change_when_more_is_corrected(catalog):
    row = dict(catalog.event("awkward"))
    before = {one.urn for one in changes(row)}
    later = [*row["corrections"], corrected("2026-12-01", "was seven")]
    after = {one.urn for one in changes(row | {"corrections": later, "modified": "2026-12-01"})}
    assert before < after
    assert len(after) == len(before) + 1


def test_a_feed_says_what_it_holds_and_whose_it_is(catalog):
    told = read(catalog, kinds=("transit",)).feed
    assert told.title == "Joint Sea Atlas: 1 transit of China and Russia, Jan 2019 to Jan 2021"
    assert told.updated == "2026-11-25T00:00:00Z"
    assert {(link.rel, link.href) for link in told.links} == {
        ("self", PLACE.feed),
        ("alternate", "https://atlas.example.org/sea/events?kind=transit&v=1"),
    }
    assert told.id != read(catalog).feed.id
    assert "all 6 changes, the newest first" in read(catalog).feed.subtitle
    empty = read(catalog, kinds=())
    assert (empty.entries, empty.feed.updated) == ([], "2026-11-26T00:00:00Z")


def test_a_feed_is_bounded_and_says_so(catalog, monkeypatch):
    monkeypatch.setattr(atom, "MOST", 2)
    parsed = read(catalog)
    assert len(parsed.entries) == 2
    assert "the newest 2 of 6 changes" in parsed.feed.subtitle


def test_the_real_feed_can_be_read_and_has_each_correction(real):
    parsed = feedparser.parse(feed(real, View.default(real), PLACE))
    assert not parsed.bozo
    total = Counter(one.what for row in real.layers["events"].rows.values() for one in changes(row))
    shown = Counter(one.title.partition(":")[0].lower() for one in parsed.entries)
    assert shown["corrected"] == total["corrected"] > 0
    assert len(parsed.entries) == min(atom.MOST, total.total())
