"""The stories without a browser: cards, lists, numbers that lead to what they count, and what a link opens."""

import json
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest
from tiny import write_example

from atlas import catalog as rooms
from atlas.catalog import Catalog
from atlas.ui.story import asked
from atlas.ui.story.card import card
from atlas.ui.story.claims import claims, shelf
from atlas.ui.story.reading import Reading
from atlas.ui.story.stops import stops
from atlas.ui.story.verdicts import VERDICTS
from atlas.ui.story.walk import wanted
from atlas.view import View
from tests.ui.markup import Markup
from tests.ui.opened import MAIN

EVIDENCE = [{"what": "A paper says so.", "sources": ["tass-2012"]}]


def make_step(name: str, *events: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": name, "paragraph": "4a", "topic": "ships", "claim": f"They <b>sail</b>: {name}.", "verdict": "confirmed",
        "explanation": "So it was.", "evidence_for": [], "evidence_against": [], "events": list(events), "places": [],
        "sources": ["tass-2012"], "map": {},
    } | fields  # fmt: skip


def make_story(name: str, *steps: dict[str, Any]) -> dict[str, Any]:
    return {"id": name, "title": f"Story {name}", "lead": "It was told.", "map": {}, "steps": list(steps)}


ONE = make_story(
    "one",
    make_step("c-1", "first-flight"),
    make_step("c-2", "north-2023", verdict="contradicted", evidence_for=EVIDENCE, evidence_against=EVIDENCE),
    make_step("c-3", places=["vladivostok"], verdict="judgement", paragraph="headline 2"),
)
TWO = make_story("two", make_step("t-1", "first-flight", verdict=None, paragraph=None))


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Write a small world with these stories, and give its catalog."""

    def write(*stories: dict[str, Any]) -> Catalog:
        folder = write_example(tmp_path)
        (folder / "stories.json").write_text(json.dumps(stories), encoding="utf-8")
        monkeypatch.setenv("ATLAS_LAYERS", str(folder))
        monkeypatch.setattr(rooms, "_loaded", {})
        return rooms.default_catalog()

    return write


def reading(catalog: Catalog, name: str | None = None) -> Reading:
    return Reading(catalog, View.default(catalog), catalog.stories[name or next(iter(catalog.stories))])


def opened(**query: str) -> AppTest:
    app = AppTest.from_file(MAIN, default_timeout=30).run().switch_page("../../pages/story.py")
    for key, value in query.items():
        app.query_params[key.rstrip("_")] = value
    app.run()
    assert not app.exception
    return app


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def components(app: AppTest) -> dict[str, dict[str, Any]]:
    return {one.proto.component_name: json.loads(one.proto.json or "null") for one in app.get("bidi_component")}


def test_each_card_shows_claim_verdict_reason_all_sources_and_the_events(real: Catalog):
    read = reading(real)
    for place, step in enumerate(read.steps, 1):
        shown = Markup(card(read, place))
        words = [step["claim"], step["explanation"], VERDICTS[step["verdict"]][0]]
        words += [real.sources[source]["publisher"] for source in step["sources"]]
        words += [real.event(event)["title"] for event in step["events"]]
        assert [part for part in words if part not in shown.text] == [], step["id"]
        assert {real.sources[source]["url"] for source in step["sources"]} <= set(shown.links)


def test_the_list_holds_every_claim_with_the_same(real: Catalog):
    read = reading(real)
    shown = Markup(claims(read, "all"))
    for step in read.steps:
        for words in (step["claim"], step["explanation"]):
            assert words in shown.text, step["id"]
        assert f"./story?step={step['id']}" in shown.links
    assert claims(read, "all").count("<article") == len(read.steps) == 25


def test_a_contradicted_claim_shows_the_evidence_on_both_sides(real: Catalog):
    read = reading(real)
    contradicted = [place for place, step in enumerate(read.steps, 1) if step["verdict"] == "contradicted"]
    assert contradicted
    for place in contradicted:
        shown = card(read, place)
        for title, cls in (("What speaks for it", "for"), ("What speaks against it", "against")):
            rows = read.steps[place - 1][f"evidence_{cls}"]
            side = Markup(shown.partition(f'class="evidence evidence-{cls}"')[2].partition("</section>")[0])
            assert title in side.text
            assert [row["what"] for row in rows if row["what"] not in side.text] == []
            urls = {real.sources[source]["url"] for row in rows for source in row["sources"]}
            assert urls <= set(side.links)


def test_each_number_leads_to_as_many_claims_as_it_says(real: Catalog):
    read = reading(real)
    numbers = [part.partition(">")[0] for part in (card(read, 0) + shelf(real, read.view)).split("<a ")[1:]]
    numbers = [part for part in numbers if "data-count" in part]
    assert len(numbers) == 6
    for part in numbers:
        count = int(part.partition('data-count="')[2].partition('"')[0])
        link = unescape(part.partition('href="')[2].partition('"')[0])
        own = {key: values[-1] for key, values in parse_qs(urlsplit(link).query).items()}
        found = asked.read(own, real.stories)
        assert found.claims
        assert claims(read, found.claims).count("<article") == count


def test_links_keep_what_the_reader_has_chosen_on_other_pages(real: Catalog):
    view = replace(View.default(real), start=date(2021, 1, 1), states="both")
    shown = Markup(claims(Reading(real, view, reading(real).story), "all"))
    inside = [link for link in shown.links if link.startswith("./")]
    assert inside
    assert all("from=2021-01-01" in link and "state=both" in link for link in inside)


def test_all_text_is_escaped_and_the_view_opens_on_the_map(told):
    read = reading(told(ONE))
    assert "They &lt;b&gt;sail&lt;/b&gt;: c-1." in card(read, 1)
    links = [card(read, place).rpartition('href="')[2].partition('"')[0] for place in (1, 3)]
    assert (
        unescape(links[0])
        == "./?from=2019-07-13&to=2019-08-02&show=seas.places.straits.legs&sel=event.first-flight&v=1"
    )
    assert unescape(links[1]) == "./?show=seas.places.straits.legs&sel=place.vladivostok&v=1"


@pytest.mark.parametrize(
    ("own", "story", "place", "chosen", "bad"),
    [
        ({}, "one", 0, None, ()),
        ({"step": "c-2"}, "one", 2, None, ()),
        ({"claims": "contradicted"}, "one", 0, "contradicted", ()),
        ({"id": "two", "step": "c-2", "claims": "all"}, "one", 2, "all", ("id",)),
        ({"step": "<script>", "claims": "wrong"}, "one", 0, None, ("step", "claims")),
        ({"claims": "confirmed-with-correction"}, "one", 0, None, ("claims",)),
    ],
)
def test_whatever_a_link_holds_something_is_shown_and_the_rest_is_told(told, own, story, place, chosen, bad):
    found = asked.read(own, told(ONE).stories)
    assert (found.story["id"], found.place, found.claims, tuple(found.ignored)) == (story, place, chosen, bad)
    for key in bad:
        assert own[key] in found.ignored[key]
        assert "allowed: " in found.ignored[key]


def test_of_several_stories_the_link_names_one_and_without_it_they_are_listed(told):
    catalog = told(ONE, TWO)
    assert asked.read({}, catalog.stories).story is None
    assert asked.read({"id": "two"}, catalog.stories).story["id"] == "two"
    assert tuple(asked.read({"id": "three"}, catalog.stories).ignored) == ("id",)
    shown = Markup(shelf(catalog, View.default(catalog)))
    assert {"./story?id=one", "./story?id=two", "./story?id=two&claims=all"} <= set(shown.links)
    assert "Story one" in shown.text
    assert "1 step" in shown.text
    assert "./story?id=two&step=t-1" in Markup(claims(reading(catalog, "two"), "all")).links


def test_the_line_of_time_runs_from_the_first_day_shown_to_the_last(told):
    catalog = told(ONE)
    bar = stops(catalog, catalog.stories["one"]).bar
    ends = [(stop["from"], stop["to"]) for stop in bar["stops"]]
    assert ends[3][0] == 0  # nothing limits the third step: it shows all days there are
    assert max(end for _, end in ends) == 1
    assert all(0 <= first <= last <= 1 for first, last in ends)
    assert ends[1][0] < ends[2][0]
    assert [year for year, _ in bar["years"]] == list(range(2013, 2024))
    assert bar["stops"][2]["say"] == "2 of 3. Contradicted. They <b>sail</b>: c-2."


@pytest.mark.parametrize(
    ("did", "step"),
    [({"step": "c-2"}, "c-2"), ({"step": ""}, ""), ({"step": "t-1"}, None), ({"step": 3}, None), ("c-2", None), (None, None)],
)  # fmt: skip
def test_only_a_step_of_the_story_is_gone_to(told, did, step):
    assert wanted(did, {}, told(ONE)) == step


def test_a_link_opens_at_its_step_with_the_map_moved_there(told):
    catalog = told(ONE)
    app = opened(step="c-2", from_="2020-01-01")
    assert '<span class="verdict verdict-contradicted">Contradicted</span>' in html(app)
    assert "Story one" in html(app)
    parts = components(app)
    assert parts["atlas_walk"]["at"] == 2
    stop = stops(catalog, catalog.stories["one"]).all[2]
    state = json.loads(json.dumps(stop.state(catalog)))
    assert {key: parts["atlas_bridge"][key] for key in state} == state
    assert parts["atlas_bridge"]["sel"] == "event.north-2023"
    (south, west), (north, east) = parts["atlas_bridge"]["box"]
    assert ((south + north) / 2, (west + east) / 2) == pytest.approx((43, 132))
    assert parts["atlas_bridge"]["label"].startswith("North 2023. ")
    assert len(app.get("component_instance")) == 1
    assert app.query_params["from"] == "2020-01-01"


@pytest.mark.parametrize(
    ("query", "shown", "absent"),
    [
        ({}, "It was told.", "c-1"),
        ({"claims": "judgement"}, "1 of 3 claims", "c-1"),
        ({"step": "nonsense"}, "It was told.", "c-1"),
    ],
)
def test_cover_list_and_a_wrong_step(told, query, shown, absent):
    told(ONE)
    app = opened(**query)
    assert shown in html(app)
    assert absent not in html(app)
    notices = "\n".join(element.value for element in app.markdown)
    assert ("nonsense" in notices) == ("nonsense" in query.values())
    if "nonsense" in query.values():
        app.button(key="mend").click().run()
        assert "step" not in app.query_params


def test_without_a_story_the_page_says_so_and_with_several_it_lists_them(told):
    told()
    assert "No story has been told yet." in html(opened())
    told(ONE, TWO)
    shown = html(opened())
    assert "Story one" in shown
    assert "Story two" in shown
