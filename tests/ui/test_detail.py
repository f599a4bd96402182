"""The detail panel of everything that can be selected in the real layers, and of strange facts in made-up ones."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from tiny import make_event, make_feature, make_leg, make_sighting, write_layers

from atlas.catalog import Catalog, layers_folder
from atlas.ui.detail import panel
from atlas.ui.detail.sightings import ways
from atlas.ui.lists.sources import page as sources_page
from atlas.view import View
from tests.ui.markup import Markup

ATTACK = "<img src=x onerror=alert(1)>'\"&<script>alert(2)</script>${alert(3)}`</p>"
TAGS = {
    "a", "abbr", "article", "b", "code", "dd", "details", "div", "dl", "dt", "h2", "h3", "i", "li", "ol", "p", "section",
    "small", "span", "summary", "time", "ul",
}  # fmt: skip


def ids(layer: str) -> list[str]:
    """Give the ids of a built layer; none where it is not built, which another test reports."""
    path = layers_folder() / f"{layer}.geojson"
    return [row["properties"]["id"] for row in json.loads(path.read_text("utf-8"))["features"]] if path.exists() else []


def body(catalog: Catalog, selection: str, view: View | None = None) -> Markup:
    found = panel(catalog, replace(view or View.default(catalog), selection=selection))
    assert found is not None
    return Markup(found.kicker + found.body)


def publishers(catalog: Catalog, names: list[str]) -> set[str]:
    return {catalog.sources[name]["publisher"] for name in names}


def linked(real: Catalog, words: str) -> str:
    """Give a text as the page tells it: where it names the id of an event, that stands there by its title."""
    for name, row in real.layers["events"].rows.items():
        words = re.sub(rf"(?<![\w-]){name}(?![\w-])", row["title"], words)
    return words


@pytest.mark.parametrize("name", ids("events"))
def test_the_panel_of_an_event_holds_every_fact_of_it(name: str, real: Catalog):
    event, shown = real.event(name), body(real, f"event.{name}")
    told = [event["title"], event["summary"], event["confidence_reason"], *event["names"].values(), *event["areas"]]
    told += [row["place"] for row in real.sightings_of(name)]
    told += [row["what"][1:] for row in (*event["responses"], *event["claims"], *event["landings"])]
    told += [row["by"][1:] for row in event["claims"]]
    told += [row["where"][1:] for row in event["airspace"]]
    told += [linked(real, words) for words in event["conflicts"]]
    told += [*event["adiz"], *publishers(real, event["sources"])]
    told += [real.ships[row["ship"]]["name"] if row.get("ship") else row["label"] for row in event["units"]]
    told += [real.where_is(f"passage.{row['passage']}")[1]["name"] for row in event["passages"]]
    told += [real.event(other)["title"] for other in (*event["related"], event["part_of"]) if other]
    missing = [words for words in told if words not in shown.text]
    assert missing == []


@pytest.mark.parametrize("name", ids("events"))
def test_every_source_of_an_event_is_a_link(name: str, real: Catalog):
    links = set(body(real, f"event.{name}").links)
    assert {real.sources[source]["url"] for source in real.event(name)["sources"]} <= links


@pytest.mark.parametrize("layer", ["sightings", "routes", "places", "passages", "seas", "zones"])
def test_every_row_of_a_layer_has_a_panel_with_its_sources(layer: str, real: Catalog):
    kind = {"routes": "leg", "passages": "passage"}.get(layer, layer.removesuffix("s"))
    for name, row in real.layers[layer].rows.items():
        shown = body(real, f"{kind}.{name}")
        told = [row.get("name"), row.get("place"), row.get("note"), row.get("names_note"), row.get("as_stated")]
        told += publishers(real, row.get("sources") or [])
        missing = [words for words in told if words and words[1:] not in shown.text]
        assert missing == [], name


BACKED = [
    (("good", "fair"), "2 sources", None),
    (("good",), "1 source only", "one"),
    (("copy",), "1 source, weak", "weak"),
    (("copy", "blog"), "2 sources, all weak", "weak"),
    (("good", "copy"), "2 sources, 1 weak", None),
]


@pytest.mark.parametrize(("names", "words", "dot"), BACKED)
def test_every_fact_says_how_many_sources_stand_behind_it_and_which_are_weak(
    tmp_path: Path, names: tuple[str, ...], words: str, dot: str | None
):
    said = [{"by": "Japan", "state": "JP", "date": None, "what": "Watched", "sources": list(names)}]
    weak = {"good": False, "fair": False, "copy": True, "blog": True}
    layers = write_layers(
        tmp_path,
        make_event("e", "2019-07-23", responses=said, claims=said, sources=list(weak), date_sources=["good", "fair"]),
        sightings=[make_sighting("e-s01", "e", 1, sources=list(names))],
        sources=[
            {"id": name, "url": f"https://{name}.example", "publisher": name, "weak": weak[name]} for name in weak
        ],
    )
    shown = body(Catalog.load(layers), "event.e")
    summaries = [Markup(found).text for found in re.findall("<summary>(.*?)</summary>", shown.source)]
    assert summaries.count(words) == (4 if words == "2 sources" else 3), "sighting, response, claim (and the dates)"
    assert re.findall('<i class="(one|weak|none)"', shown.source) == ([dot] if dot else [])
    assert shown.text.count("4 sources, 2 weak") == 1


def test_a_source_shows_its_archived_copy_and_when_it_was_last_read_wherever_it_is_shown(tmp_path: Path):
    copy = "https://archive.example.org/1/https://kept.example"
    sources = [
        {"id": "kept", "publisher": "Kept", "archive_url": copy, "checked": "2026-11-20"},
        {"id": "read", "publisher": "Read", "archive_url": None, "checked": "2026-11-21"},
        {"id": "bare", "publisher": "Bare", "archive_url": None, "checked": None},
        {"id": "old", "publisher": "Old"},
        {"id": "evil", "publisher": "Evil", "archive_url": "javascript:alert(1)", "checked": ATTACK},
    ]
    sources = [row | {"url": f"https://{row['id']}.example", "date": "2020-01-01"} for row in sources]
    names = [row["id"] for row in sources]
    catalog = Catalog.load(write_layers(tmp_path, make_event("e", "2019-07-23", sources=names), sources=sources))
    for shown in (body(catalog, "event.e"), Markup(sources_page(catalog, View.default(catalog), {}))):
        assert {f"https://{name}.example" for name in names} | {copy} <= set(shown.links)
        assert shown.links.count(copy) == 1
        assert "archived copy, last read 20 Nov 2026" in shown.text
        assert "last read 21 Nov 2026" in shown.text
        assert shown.text.count("last read") == 3
        assert not any(link.startswith("javascript") for link in shown.links)
        assert "script" not in shown.tags


@pytest.mark.parametrize(
    ("names", "tag"),
    [(("good", "copy"), None), (("good",), "One source only"), (("copy", "blog"), "Weak sources only")],
)
def test_an_event_that_rests_on_little_says_so_beside_its_confidence(
    tmp_path: Path, names: tuple[str, ...], tag: str | None
):
    sources = [{"id": name, "url": None, "publisher": name, "weak": name != "good"} for name in names]
    layers = write_layers(tmp_path, make_event("e", "2019-07-23", sources=list(names)), sources=sources)
    tags = re.findall('<span class="tag">(.*?)</span>', body(Catalog.load(layers), "event.e").source)
    assert tags[2:] == ([tag] if tag else [])


def test_a_sighting_too_vague_for_the_map_has_no_dot_in_the_list_either(tmp_path: Path):
    layers = write_layers(
        tmp_path, make_event("e", "2019-07-23"), sightings=[make_sighting("e-s01", "e", 1, drawable=False)]
    )
    shown = body(Catalog.load(layers), "event.e")
    assert '<i class="none"' in shown.source
    assert "too vague to draw" in shown.text


def test_links_inside_the_panel_lead_to_what_they_name_among_all_events(real: Catalog):
    links = [link for link in body(real, "place.vladivostok").links if link.startswith("?")]
    assert links
    for link in links:
        view, notices = View.from_query(parse_qs(link[1:]), real)
        assert notices == []
        assert view == replace(View.default(real), selection=view.selection)
        assert real.where_is(view.selection)


def test_the_panel_is_the_same_whatever_the_filters_are(tiny: Catalog):
    view = replace(View.default(tiny), selection="event.first-flight")
    assert panel(tiny, view) == panel(tiny, replace(view, kinds=("transit",), states="RU", layers=("grid",)))


def test_nothing_selected_and_nothing_known_have_no_panel(tiny: Catalog):
    everything = View.default(tiny)
    assert panel(tiny, everything) is None
    assert panel(tiny, replace(everything, selection="event.no-such-event")) is None


def test_a_leg_says_whether_it_is_told_or_joined_by_us(tmp_path: Path):
    for told, words in ((True, "Told: a source names points of this way"), (False, "Joined by us")):
        leg = make_leg("e-r1-l01", "e", 1, told=told, km=1234.4, hours=20.5, knots=32.5, kind="ship")
        layers = write_layers(
            tmp_path / str(told),
            make_event("e", "2019-07-23"),
            sightings=[make_sighting("e-s01", "e", 1), make_sighting("e-s02", "e", 2)],
            routes=[leg],
        )
        shown = body(Catalog.load(layers), "leg.e-r1-l01").text
        assert words in shown
        assert "1,234 km" in shown
        assert "20.5 h" in shown
        assert "32.5 knots" in shown


def test_a_flight_whose_way_would_cross_land_says_that_it_is_not_known(real: Catalog):
    broken = [name for name, row in real.layers["routes"].rows.items() if row["gap_km"]]
    assert broken
    for name in broken:
        shown = body(real, f"leg.{name}").text
        assert "The way is not known" in shown
        assert "would cross land" in shown


def test_a_zone_is_said_to_be_no_sovereign_airspace(tiny: Catalog):
    shown = body(tiny, "zone.kadiz").text
    assert "South Korea" in shown
    assert "not sovereign airspace" in shown


def test_the_line_between_sightings_is_solid_only_where_every_way_over_it_is_told():
    rows = [{"id": name} for name in "abcd"]
    told, joined = {"from": "a", "to": "b", "told": True}, {"from": "b", "to": "d", "told": False}
    assert ways(rows, [told, joined]) == ["told", "joined", "joined", None]
    assert ways(rows, [told, {"from": "a", "to": "b", "told": False}]) == ["joined", None, None, None]


def attacked(value: Any, key: str = "") -> Any:
    """Give the same facts with an attack in every text that is not a word of the field or an id."""
    if isinstance(value, dict):
        return {name: attacked(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [attacked(inner, key) for inner in value]
    kept = ("id", "kind", "start", "end", "date_precision", "joint", "confidence", "basis", "role", "ship", "passage")
    return ATTACK if isinstance(value, str) and key not in kept else value


@pytest.fixture
def strange(tmp_path: Path) -> Catalog:
    """A small world in which every text is an attack."""
    facts = attacked(
        {
            "units": [{"ship": "s"}, {"type": "t", "label": "l", "class": "c", "count": 2, "role": "r", "note": "n"}],
            "responses": [{"state": "KR", "date": "2020-01-01", "what": "w"}],
            "claims": [{"by": "b", "what": "w"}],
            "landings": [{"what": "w", "airfields": ["a"]}],
            "airspace": [{"where": "w", "unit": "u", "claimed_by": ["KR"], "times": "t", "denied_by": "RU"}],
            "ordinal_other": [{"by": "JP", "n": 2, "of": "o"}],
            "corrections": [{"date": "2020-01-01", "what": "w"}],
            "passages": [{"passage": "p", "date": "2020-01-01", "direction": "N", "who": "w"}],
            **{key: ["x"] for key in ("conflicts", "areas", "adiz", "states")},
            **dict.fromkeys(("title", "summary", "confidence_reason", "duration_note", "part_of", "added"), "x"),
            "names": {"ru": "x"},
        }
    )
    for key in ("units", "responses", "claims", "landings", "airspace", "ordinal_other", "corrections", "passages"):
        facts[key] = [{**row, "sources": ["s", ATTACK]} for row in facts[key]]
    near = {"coast": ATTACK, "km": 1.0, "error_km": 2.0}
    zones = [{"zone": ATTACK, "where": "unclear", "why": ATTACK, "km": 1.0}]
    texts = dict.fromkeys(("place", "who", "note", "as_stated", "heading", "time", "explanation", "place_id"), ATTACK)
    row = {"id": "p", "name": ATTACK, "names": {"ja": ATTACK, ATTACK: ATTACK}, "sources": ["s"], "note": ATTACK}
    more = dict.fromkeys(("names_note", "basis", "country", "kind", "regime_note", "width_note", "state"), ATTACK)
    layers = write_layers(
        tmp_path,
        make_event("e", "2019-07-23", sources=["s", ATTACK], modified="2020-01-01", **facts),
        sightings=[make_sighting(f"e-s0{n}", "e", n, sources=["s"], closest=[near], zones=zones, **texts) for n in (1, 2)],
        routes=[make_leg("e-r1-l01", "e", 1, who=ATTACK, passages=[{"passage": ATTACK, "direction": ATTACK}])],
        **{layer: [make_feature(row | more | {"connects": [ATTACK], "aliases": [ATTACK], "parts": [ATTACK]})]
           for layer in ("places", "passages", "zones", "seas")},
        ships=[attacked({"id": "s", "name": "n", "names": {"ru": "n"}, "type": "t", "class": "c", "hull": "h"})],
        sources=[{"id": "s", "url": f"javascript:{ATTACK}", "publisher": ATTACK, "date": ATTACK, "lang": ATTACK,
                  "kind": ATTACK, "weak": True, "supports": ATTACK}],
    )  # fmt: skip
    return Catalog.load(layers)


@pytest.mark.parametrize(
    "selection", ["event.e", "sighting.e-s01", "leg.e-r1-l01", "place.p", "passage.p", "sea.p", "zone.p"]
)
def test_other_peoples_words_stay_text(selection: str, strange: Catalog):
    shown = body(strange, selection)
    assert ATTACK in shown.text
    assert shown.tags <= TAGS
    assert not [name for name in shown.attributes if name.startswith("on")]
    assert [link for link in shown.links if not link.startswith(("?", "./"))] == []


def test_a_leg_names_the_sightings_that_it_leaves_out(tmp_path: Path):
    layers = write_layers(
        tmp_path,
        make_event("e", "2019-07-23"),
        sightings=[
            make_sighting("e-s01", "e", 1),
            make_sighting("e-s02", "e", 2, place="somewhere in the Pacific", drawable=False),
        ],
        routes=[make_leg("e-r1-l01", "e", 1, skipped=["e-s02"])],
    )
    shown = body(Catalog.load(layers), "leg.e-r1-l01").text
    assert "somewhere in the Pacific" in shown
    assert "the true way was longer" in shown
