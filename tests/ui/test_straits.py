"""The pages of straits: what they say is reckoned from what is shown, and every number leads to what it counts."""

import re
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from atlas.catalog import Catalog
from atlas.catalog.tally import tallies
from atlas.ui.straits import gates, overview, strait
from atlas.ui.straits.by_year import by_year
from atlas.ui.straits.headline import headline, share
from atlas.ui.straits.legal import narrow_limit
from atlas.ui.straits.links import Asked
from atlas.view import View
from atlas.view.passings import passings_of
from tests.ui.markup import Markup
from tests.ui.opened import opened

NUMBER = re.compile(r'<a href="([^"]*)"[^>]*class="num"[^>]*data-count="(\d+)"')
SOME = (
    {},
    {"kinds": ("air-patrol",)},
    {"start": date(2022, 1, 1), "end": date(2022, 12, 31)},
    {"states": "RU", "passages": ("miyako",)},
)


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def lengths(real: Catalog, page: str) -> list[tuple[str, int, int]]:
    """Follow every number of a page: its address, what it says, and how many its list holds."""
    found = []
    for address, told in NUMBER.findall(page):
        parts = urlsplit(address.replace("&amp;", "&"))
        assert parts.path == "./strait", address
        query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
        own = {key: query.pop(key) for key in ("id", "how", "year", "way", "by") if key in query}
        view, notices = View.from_query({key: [value] for key, value in query.items()}, real)
        asked, mistakes = Asked.read(own, real)
        assert notices + mistakes == [], address
        found.append((address, int(told), len(asked.of(real, view))))
    return found


def whole(real: Catalog, view: View) -> str:
    head, side, body, _ = overview.made(real, view)
    return head + side + body


@pytest.mark.parametrize("fields", SOME, ids=str)
def test_every_number_of_the_overview_leads_to_as_many_passages(real: Catalog, fields):
    found = lengths(real, whole(real, replace(View.default(real), **fields)))
    assert len(found) > 10
    assert [row for row in found if row[1] != row[2]] == []


@pytest.mark.parametrize(
    "asked", [Asked(), Asked("tsushima"), Asked("tsushima-east"), Asked("miyako", "told", year="2022"), Asked("bashi")]
)
def test_every_number_of_a_strait_leads_to_as_many_passages(real: Catalog, asked: Asked):
    view = replace(View.default(real), kinds=("air-patrol", "transit"))
    found = lengths(real, "".join(strait.made(real, view, asked)))
    assert [row for row in found if row[1] != row[2]] == []


def test_the_headline_is_reckoned_from_what_is_shown(real: Catalog):
    def title(**fields):
        counted = tallies(passings_of(real, replace(View.default(real), **fields)), real.layers["events"].rows)
        return headline(counted, real.straits)

    assert title() == "Tsushima and Miyako carry six in ten of the passages told"
    assert title(kinds=("air-patrol",)) == "Miyako carries more than half of the passages told"
    assert title(kinds=("meeting",)) == "No passage through a strait is told"
    assert title(kinds=("coast-guard",)) == "The one passage told goes through Bering"


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ([], "No passage through a strait is told"),
        ([3], "All 3 passages told go through A"),
        ([4, 3, 1], "A and B carry 7 of the 8 passages told"),
        ([4, 2, 2], "A carries 4 of the 8 passages told"),
        ([2, 2, 2], "6 passages told through 3 straits, and none stands out"),
        ([5, 5], "10 passages told through 2 straits, and none stands out"),
        ([30, 14, 6, 5, 5], "A and B carry more than seven in ten of the passages told"),
    ],
)
def test_the_headline_names_only_what_stands_out(counts, words):
    names = "ABCDE"
    counted = [SimpleNamespace(strait=name, all=n) for name, n in zip(names, counts, strict=False)]
    assert headline(counted, {name: SimpleNamespace(row={"name": f"{name} Strait"}) for name in names}) == words


@pytest.mark.parametrize(
    ("part", "total", "words"),
    [
        (59, 98, "six in ten"),
        (63, 98, "more than six in ten"),
        (56, 98, "nearly six in ten"),
        (50, 100, "half"),
        (99, 100, "nearly all"),
        (1, 100, "hardly any"),
        (100, 100, "all"),
        (5, 7, "5 of the 7"),
        (7, 7, "all 7"),
    ],
)
def test_a_share_is_said_as_exactly_as_its_words_allow(part, total, words):
    assert share(part, total) == words


def test_the_five_straits_with_a_narrow_territorial_sea_are_those_of_the_registry(real: Catalog):
    assert {row["id"] for row in narrow_limit(real)} == {"soya", "tsugaru", "tsushima-east", "tsushima-west", "osumi"}


def test_a_strait_tells_width_and_law_as_the_registry_does(real: Catalog):
    for row in real.layers["passages"].rows.values():
        text = Markup("".join(strait.made(real, View.default(real), Asked(row["id"])))).text.casefold()
        told = (row.get("width_note"), row.get("regime_note"), row.get("note"), *(row["names"] or {}).values())
        assert [words for words in told if words and words.casefold() not in text] == [], row["id"]
        assert all(real.sources[name]["publisher"].casefold() in text for name in row["sources"])


def test_each_passage_of_a_strait_stands_with_who_and_sources(real: Catalog):
    straits = {passing.whole for passing in real.passings}
    pages = {name: Markup("".join(strait.made(real, View.default(real), Asked(name)))) for name in straits}
    for passing in real.passings:
        shown = pages[passing.whole]
        assert passing.who in shown.text
        assert real.event(passing.event)["title"] in shown.text
        assert {real.sources[name]["url"] for name in passing.sources if real.sources[name].get("url")} <= set(
            shown.links
        )


def test_what_is_only_computed_or_only_seen_says_why(real: Catalog):
    for how, reason in (("untold", "No source in this record tells it."), ("seen", "was made in the strait")):
        asked = Asked(how=how)
        shown = Markup(strait.made(real, View.default(real), asked)[2]).text
        assert shown.count(reason) == len(asked.of(real, View.default(real))) > 0


def test_the_differences_are_listed_whole_on_the_overview(real: Catalog):
    shown = Markup(whole(real, View.default(real))).text
    assert shown.count("Computed only") == sum(one.how == "untold" for one in real.passings)
    assert shown.count("Told, and seen in the gate") == sum(one.how == "seen" for one in real.passings)


def test_the_last_passage_of_a_strait_is_told_by_its_year_where_no_day_is_known(real: Catalog):
    view = View.default(real)
    counted = {tally.strait: tally for tally in tallies(passings_of(real, view), real.layers["events"].rows)}
    rows = re.findall(r"<tr[^>]*>.*?</tr>", by_year(real, view, list(counted.values())), re.DOTALL)
    last = {re.findall(r"id=([\w-]+)", row)[0]: Markup(row).words[-1] for row in rows[1:]}
    assert counted["vries"].last is None
    assert last["vries"] == str(max(year for year in counted["vries"].years if year)) == "2026"
    assert last["tsushima"] == "Jul 2026"
    assert "–" not in last.values()


def test_a_list_does_not_say_more_than_the_sources_do(real: Catalog):
    shown = Markup(strait.made(real, View.default(real), Asked("tsushima"))[2]).text
    assert "May 2023" in shown
    assert "15 May 2023" not in shown
    assert "none names the channel" in shown


def test_a_channel_is_not_said_to_be_told_where_sources_name_only_its_strait(real: Catalog):
    view = View.default(real)
    shown = Markup(strait.made(real, view, Asked("tsushima-east"))[0]).text
    assert not any(one.told and one.strait == "tsushima-east" for one in real.passings)
    crossed = sum(one.how == "leg" and one.gate == "tsushima-east" for one in real.passings)
    assert f"No source here names this channel. Ways of ours put {crossed} told passages here" in shown


def test_the_map_is_told_one_circle_a_strait_and_says_the_same_in_words(real: Catalog):
    view = View.default(real)
    counted = tallies(passings_of(real, view), real.layers["events"].rows)
    state = gates.state(real, view, counted)
    assert [(one["id"], one["n"]) for one in state["counts"]] == [(tally.strait, tally.all) for tally in counted]
    assert state["kinds"] == 0
    rows = list(real.layers["passages"].rows)
    for one in state["counts"]:
        assert [rows[place] for place in one["passage"]] == list(real.straits[one["id"]].gates)
        assert sum(n for _, n in one["ways"]) <= one["n"]
        assert one["lines"][0] in gates.said(real, counted)


def test_the_box_of_a_strait_holds_its_gates(real: Catalog):
    for one in real.straits.values():
        (south, west), (north, east) = gates.box(one)
        for lon, lat in (point for gate in one.gates.values() for point in gate):
            assert west < lon < east
            assert south < lat < north


def test_the_page_of_all_straits_follows_the_view():
    assert "Tsushima and Miyako carry" in html(opened("../../pages/straits.py"))
    assert "Miyako carries" in html(opened("../../pages/straits.py", kind="air-patrol"))
    nothing = opened("../../pages/straits.py", from_="2012-01-01", to="2012-12-31")
    assert "No passage through a strait is told" in html(nothing)


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ({"id": "nonsense"}, ["nonsense", "tsugaru"]),
        (
            {"id": "miyako", "how": "maybe", "year": "1066", "by": "balloon", "way": "7"},
            ["maybe", "1066", "balloon", "7"],
        ),
        ({"way": "0"}, ["way"]),
        ({"id": "miyako", "sort": "-moon"}, ["moon"]),
        ({"id": "miyako", "colour": "blue"}, ["colour"]),
    ],
)
def test_what_an_address_cannot_mean_is_named_and_the_rest_is_shown(query, named):
    app = opened("../../pages/strait.py", **query)
    notice = "\n".join(element.value for element in app.markdown)
    assert [word for word in named if word not in notice] == []
    assert ("Miyako Strait" if query.get("id") == "miyako" else "All straits") in html(app)


def test_a_list_that_holds_nothing_says_so_and_leads_on():
    app = opened("../../pages/strait.py", id="bering-strait", how="told", by="air")
    assert "There is none." in html(app)
    assert 'href="./strait?id=bering-strait"' in html(app)


def test_a_strait_keeps_the_view_in_its_links_and_shows_itself_whole():
    app = opened("../../pages/strait.py", id="miyako", kind="air-patrol")
    assert "kind=air-patrol" in re.search(r'class="crumbs".*?href="(./straits[^"]*)"', html(app)).group(1)
    assert "21 passages" in html(app)
    narrowed = html(opened("../../pages/strait.py", id="miyako", how="told", kind="air-patrol"))
    assert "11 passages told by a source. The filters of this address hold too." in Markup(narrowed).text
