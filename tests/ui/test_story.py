"""The story of July 2023 on the real layers."""

from collections import Counter

from atlas.catalog import Catalog
from atlas.ui.story import VERDICTS, claim_text, intro, map_links, steps
from tests.ui.markup import Markup


def test_every_claim_shows_its_verdict_its_reason_and_all_its_sources(real: Catalog):
    for claim in steps(real):
        shown = Markup(claim_text(real, claim))
        told = [claim["claim"], claim["explanation"], VERDICTS[claim["verdict"]][0]]
        told += [real.sources[source]["publisher"] for source in claim["sources"]]
        assert [words for words in told if words not in shown.text] == [], claim["id"]
        assert {real.sources[source]["url"] for source in claim["sources"]} <= set(shown.links)


def test_the_verdicts_are_counted_on_top(real: Catalog):
    shown = Markup(intro(real)).text
    for verdict, number in Counter(claim["verdict"] for claim in steps(real)).items():
        assert f"{number}{VERDICTS[verdict][0]}" in shown


def test_each_link_of_a_claim_opens_the_map_on_an_event_that_its_view_shows(real: Catalog):
    for claim in steps(real):
        links = map_links(real, claim)
        assert len(links) == len(claim["events"] or claim["places"])
        for _, view in links:
            layer, row = real.where_is(view.selection)
            assert layer == "place" or row["id"] in real.shown(view).index
