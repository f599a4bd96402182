"""Closest approach: ranked by what is sure, every number leads to its list, and it says that it is geometry."""

import re
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest
from tiny import make_event, make_feature, make_leg, make_sighting, write_layers

from atlas.catalog import Catalog
from atlas.catalog.nearby import Near, measured, nearby, surely
from atlas.ui.coasts import page
from atlas.ui.coasts.asked import KEYS, NOTHING, OF, WHERE, Asked, odd
from atlas.ui.coasts.lists import NO_LINE, ON_LAND, TOO_VAGUE
from atlas.ui.coasts.says import bar, scale_of
from atlas.ui.detail import panel
from atlas.ui.straits.links import Asked as Passages
from atlas.view import View
from tests.ui.markup import Markup
from tests.ui.opened import opened

NUMBER = re.compile(r'<a href="([^"]*)"[^>]*class="num"[^>]*data-count="(\d+)"')
SOME = (
    {},
    {"kinds": ("air-patrol",)},
    {"start": date(2022, 1, 1), "end": date(2022, 12, 31)},
    {"states": "RU", "passages": ("miyako",)},
)
NEAR = {"coast": "island", "from": [129.5, 34.5], "to": [129.4, 34.4]}
COASTS = (
    {"id": "island", "name": "Island <b>", "kind": "disputed", "held_by": "A", "claimed_by": ["A", "B"], "error_km": 2, "note": "n"},
    {"id": "lee", "name": "Lee", "kind": "landward", "error_km": 2, "note": "n"},
)  # fmt: skip


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def query_of(address: str) -> tuple[str, dict[str, str]]:
    parts = urlsplit(address.replace("&amp;", "&"))
    return parts.path, {key: values[-1] for key, values in parse_qs(parts.query).items()}


def rows_of(markup: str) -> int:
    """Count the rows of the one table of a list."""
    return markup.split("<tbody>", 1)[1].count("<tr") if "<tbody>" in markup else 0


def lengths(real: Catalog, markup: str) -> list[tuple[str, int, int]]:
    """Follow every number of a page: its address, what it says, and how many rows its list has."""
    found = []
    for address, told in NUMBER.findall(markup):
        path, query = query_of(address)
        keys = KEYS if path == "./coasts" else ("id", "how")
        own = {key: query.pop(key) for key in keys if key in query}
        view, notices = View.from_query({key: [value] for key, value in query.items()}, real)
        if path == "./coasts":
            asked, wrong = Asked.read(own, real)
            length = rows_of(page(real, view, asked))
        else:
            assert path == "./strait", address
            passages, wrong = Passages.read(own, real)
            length = len(passages.of(real, view))
        assert not [*notices, *wrong], address
        found.append((address, int(told), length))
    return found


@pytest.mark.parametrize("fields", SOME, ids=str)
def test_every_number_of_the_overview_leads_to_a_list_as_long(real: Catalog, fields):
    found = lengths(real, page(real, replace(View.default(real), **fields), Asked()))
    assert len(found) > 10
    assert [row for row in found if row[1] != row[2]] == []


def test_every_number_of_a_list_leads_to_one_as_long(real: Catalog):
    view = View.default(real)
    found = lengths(real, page(real, view, Asked("taiwan")) + page(real, view, Asked(zone="adiz-kadiz")))
    assert len(found) > 4
    assert [row for row in found if row[1] != row[2]] == []


@pytest.mark.parametrize("fields", SOME, ids=str)
def test_what_is_measured_is_that_of_the_events_shown(real: Catalog, fields):
    view = replace(View.default(real), **fields)
    shown, found = set(real.shown(view).index), nearby(real, view)
    rows = [near for every in found.coasts.values() for near in every]
    assert {near.row["event"] for near in rows} <= shown
    sightings = [row for name in shown for row in real.sightings_of(name)]
    legs = [row for name in shown for row in real.legs_of(name)]
    assert len(rows) == sum(len(row["closest"] or ()) for row in (*sightings, *legs))
    assert {row["id"] for row in found.flights} == {row["id"] for row in legs if row["kind"] == "air"}
    assert {row["id"] for row in found.unmeasured} == {row["id"] for row in sightings if row["closest"] is None}


@pytest.mark.parametrize("of", OF)
def test_what_is_measured_to_nothing_has_a_list_of_its_own_with_the_reason(real: Catalog, of: str):
    view = View.default(real)
    overview, listing = page(real, view, Asked()), page(real, view, Asked(NOTHING, of=of))
    n = len(Asked(NOTHING, of=of).left_out(nearby(real, view)))
    assert n > 20
    assert (Asked(NOTHING, of=of).number(n, view, f"{n} {of}")) in overview
    assert rows_of(listing) == n
    told = Markup(listing).text
    reasons = {word: told.count(word) for word in (TOO_VAGUE, ON_LAND, NO_LINE)}
    assert sum(reasons.values()) == n
    if of == "sightings":
        vague = [row for row in nearby(real, view).unmeasured if not row["drawable"]]
        assert (
            reasons[TOO_VAGUE]
            == len(vague)
            == sum(not row["drawable"] for row in real.layers["sightings"].rows.values())
        )


def test_a_vague_position_near_a_coast_ranks_behind_a_sharp_one_further_off():
    vague, sharp = (
        Near("sighting", {"id": name}, "island", km, error) for name, km, error in (("a", 5, 300), ("b", 40, 10))
    )
    assert sorted((vague, sharp), key=surely) == [sharp, vague]
    assert (vague.least_km, vague.most_km, sharp.least_km) == (0, 305, 30)


def test_sightings_rank_by_the_surest_and_legs_by_our_line(real: Catalog):
    found = nearby(real, View.default(real))
    for coast in measured(real):
        most = [near.most_km for near in Asked(coast).near(found)]
        assert most == sorted(most)
        lines = [near.km for near in Asked(coast, of="legs").near(found)]
        assert lines == sorted(lines)
        assert len(most) > 10
        assert {near.layer for near in Asked(coast, of="legs").near(found)} == {"leg"}


def test_the_overview_says_what_it_is_names_every_coast_and_both_claimants(real: Catalog):
    told = Markup(page(real, View.default(real), Asked())).text
    assert "geometry, not a finding of law" in told
    for row in measured(real).values():
        assert row["name"] in told
    assert "China" not in [row["name"] for row in measured(real).values()]
    assert "held by Japan, claimed also by China and Taiwan" in told
    assert "held by South Korea, claimed also by Japan and North Korea" in told
    assert "held by Russia, claimed also by Japan" in told
    assert "61 legs of flights, whose line nobody knows" in told
    for row in real.layers["zones"].rows.values():
        assert row["name"] in told
    assert "declared by South Korea" in told


def test_a_channel_that_no_source_names_is_not_told_as_passed(real: Catalog):
    """All sources say Tsushima; the channel is what our way took, and its shores are nearer than the strait's."""
    told = {one.strait for one in Passages("tsushima", how="told").of(real, View.default(real))}
    markup = page(real, View.default(real), Asked()).split('class="tbl by-strait"')[1].split("</table>")[0]
    named = re.findall(r'href="\./strait\?id=([\w-]+)"[^>]*>[^<\d]', markup)
    assert told == {"tsushima"}
    assert "tsushima" in named
    assert "tsushima-east" not in named
    assert named[0] == "tsugaru"


def test_the_heads_of_its_tables_are_heads(real: Catalog):
    for asked in (Asked(), Asked("japan"), Asked("japan", of="legs"), Asked(zone="adiz-taiwan")):
        markup = page(real, View.default(real), asked)
        assert markup.count("<table") == markup.count("<caption") >= 1
        assert markup.count('scope="row"') == sum(
            body.count("<tr") for body in re.findall(r"<tbody>(.*?)</tbody>", markup, re.DOTALL)
        )


def test_a_bar_reaches_from_the_least_to_the_most_and_stays_on_its_scale():
    near = Near("sighting", {"id": "a"}, "island", 40, 20)
    assert "--least:20.0%;--reach:40.0%;--at:40.0%" in bar(near, 100)
    beyond = bar(Near("sighting", {"id": "a"}, "island", 400, 20), 100)
    assert "--least:100.0%;--reach:0.0%;--at:100.0%" in beyond
    assert "beyond" in beyond
    assert scale_of([near]) == 100
    assert scale_of([]) == 100


def made_up(folder) -> Catalog:
    """A world with one coast, one zone, one sighting near both and one flight."""
    zone = make_feature(
        {"id": "z", "name": "Zone <i>", "state": "KR", "effective": "1969 (told differently)", "note": "n"}
    )
    return Catalog.load(
        write_layers(
            folder,
            make_event("one", "2020-01-01"),
            sightings=[
                make_sighting(
                    "one-s01", "one", 1, place="<script>x</script>", who="<img src=x>",
                    closest=[NEAR | {"km": 12.34, "error_km": 27.0}],
                    zones=[{"zone": "z", "where": "unclear", "why": "border", "km": 3.0}],
                ),
                make_sighting("one-s02", "one", 2, closest=None, zones=None),
            ],
            routes=[make_leg("one-l01", "one", 1)],
            zones=[zone],
            coasts=COASTS,
        )
    )  # fmt: skip


def test_foreign_words_are_shown_and_do_nothing(tmp_path):
    world = made_up(tmp_path)
    view = View.default(world)
    for asked in (Asked(), Asked("island"), Asked(zone="z")):
        markup = page(world, view, asked)
        assert "<script>" not in markup
        assert "<img" not in markup
        assert "&lt;script&gt;" in markup or asked == Asked()
    assert "12 ± 27 km" in Markup(page(world, view, Asked("island"))).text


def test_the_panel_tells_the_closest_coasts_and_the_zones_in_one_line_each(tmp_path):
    world = made_up(tmp_path)
    told = {}
    for selection in ("sighting.one-s01", "sighting.one-s02", "leg.one-l01"):
        found = panel(world, replace(View.default(world), selection=selection))
        assert found is not None
        told[selection] = Markup(found.body).text
    assert "Island <b> 12 ± 27 km" in told["sighting.one-s01"]
    assert "cannot be told: South Korea’s" in told["sighting.one-s01"]
    assert "not a finding of law" in told["sighting.one-s01"]
    assert "Closest coasts" not in told["sighting.one-s02"]
    assert "no line of this flight is known" in told["leg.one-l01"]
    zone = panel(world, replace(View.default(world), selection="zone.z"))
    assert zone is not None
    assert 'href="./coasts?zone=z"' in zone.body


def test_nothing_near_is_said_and_not_left_empty(tiny: Catalog):
    assert "<table" not in page(tiny, View.default(tiny), Asked())
    assert "1 leg of flights, whose line nobody knows" in Markup(page(tiny, View.default(tiny), Asked())).text


def test_what_the_address_cannot_mean_is_told_and_the_rest_is_used():
    assert odd({"coast": "japan", "of": "legs"}) == {}
    assert odd({"zone": "adiz-kadiz", "where": "in"}) == {}
    for own, word in (
        ({"coast": "atlantis"}, "coast=`atlantis`"),
        ({"coast": "china"}, "coast=`china`"),
        ({"zone": "moon"}, "zone=`moon`"),
        ({"coast": "japan", "zone": "adiz-kadiz"}, "The coast is shown"),
        ({"coast": "japan", "of": "x"}, "sightings, legs"),
        ({"coast": "japan", "where": "inside"}, "beside a zone"),
        ({"zone": "adiz-kadiz", "where": "x"}, "inside, partly"),
    ):
        ((key, told),) = odd(own).items()
        assert key in own
        assert word in told
    assert set(OF) == {"sightings", "legs"}
    assert set(WHERE) == {"inside", "partly", "unclear", "outside"}


def test_the_page_follows_the_filters_and_its_own_keys(real: Catalog):
    app = opened("../../pages/coasts.py", kind="air-patrol", coast="dokdo-takeshima")
    shown = html(app)
    assert "Closest approach: Dokdo/Takeshima" in shown
    expected = len(Asked("dokdo-takeshima").near(nearby(real, replace(View.default(real), kinds=("air-patrol",)))))
    assert rows_of(shown) == expected > 10
    strange = opened("../../pages/coasts.py", coast="atlantis")
    assert "Closest approach" in html(strange)
    assert any("atlantis" in element.value for element in strange.markdown)
