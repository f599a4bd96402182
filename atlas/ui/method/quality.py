"""Data quality at a glance: how many publishers, how sure, what positions rest on, told and computed passages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from atlas.catalog import Catalog
from atlas.catalog.publishers import how_many
from atlas.chart import forms
from atlas.ui.charts import Chart
from atlas.ui.html import Child, Html, el
from atlas.ui.links import href, number
from atlas.ui.method.parts import CHAPTERS, prose
from atlas.ui.straits.links import PAGE, Asked
from atlas.ui.straits.told import GROUPS
from atlas.ui.table import Cell, Column, Row, table
from atlas.ui.words import count, sentence
from atlas.view import View
from atlas.vocabulary import BASIS, CONFIDENCE

MANY: Final = 6
"""From so many publishers on events are counted together."""
INTRO: Final = (
    "Counts of the whole data, whatever the filters. A bar opens the list that it counts; so does each number of "
    "the table below it."
)
PUBLISHERS: Final = (
    "Different publishers among the sources of an event, without weak ones. Two may have printed the same agency: "
    "this is the most that is independent."
)


@dataclass(frozen=True)
class Bar:
    """One bar: its name, its length, where its list stands (path, view, own keys)."""

    name: str
    n: int
    path: str
    view: View | None
    own: tuple[tuple[str, str], ...] = ()

    def link(self, words: Child = None) -> Html:
        """Give the number as a link to its list."""
        return number(self.n, self.path, self.view, words, **dict(self.own))

    @property
    def href(self) -> str:
        """The address of its list."""
        return href(self.path, self.view, **dict(self.own))


def head() -> Html:
    """Give what stands above the charts."""
    title = el("a", CHAPTERS["quality"], href="#quality", target="_self")
    return Html(el("h2", title, cls="h2", id="quality", tabindex="-1") + prose(INTRO))


def charts(catalog: Catalog) -> tuple[Chart, ...]:
    """Give the charts."""
    return (
        _chart("publishers", "Events by publishers", PUBLISHERS, ("Publishers", "Events"), by_publishers(catalog)),
        _chart(
            "sure",
            "Events by confidence",
            "High: three or more separate publishers. Medium: two, or an official notice, or in dispute. Low: less.",
            ("Confidence", "Events"),
            by_confidence(catalog),
        ),
        _chart("basis", "Sightings by basis", "What their points rest on.", ("Basis", "Sightings"), by_basis(catalog)),
        _chart(
            "passings",
            "Passages, told and computed",
            "Each passage of a strait that a source tells, held against our legs and sightings, and what they show "
            "besides.",
            ("Passage", "Passages"),
            by_agreement(catalog),
        ),
    )


def by_publishers(catalog: Catalog) -> list[Bar]:
    """Count events by the number of their publishers, those with many together."""
    found = how_many(catalog).clip(max=MANY)
    bars = []
    for n in range(MANY + 1):
        word = f"{n}+" if n == MANY else str(n)
        name = "Weak sources only" if not n else f"{n} or more publishers" if n == MANY else count(n, "publisher")
        bars.append(Bar(name, int((found == n).sum()), "events", None, (("publishers", word),)))
    return [bar for bar in bars if bar.n]


def by_confidence(catalog: Catalog) -> list[Bar]:
    """Count events by confidence."""
    everything = View.default(catalog)
    views = {word: replace(everything, confidence=(word,)) for word in CONFIDENCE}
    bars = [Bar(CONFIDENCE[word], catalog.count(view), "events", view) for word, view in views.items()]
    return [bar for bar in bars if bar.n]


def by_basis(catalog: Catalog) -> list[Bar]:
    """Count sightings by what their points rest on."""
    rows = catalog.layers["sightings"].rows.values()
    found = {basis: sum(row["basis"] == basis for row in rows) for basis in BASIS}
    return [Bar(sentence(BASIS[basis]), n, "sightings", None, (("rests", basis),)) for basis, n in found.items() if n]


def by_agreement(catalog: Catalog) -> list[Bar]:
    """Count passages by whether they are told, computed or both."""
    everything = View.default(catalog)
    found = {how: len(Asked(how=how).of(catalog, everything)) for how in GROUPS}
    return [Bar(sentence(GROUPS[how][0]), n, PAGE, None, (("how", how),)) for how, n in found.items() if n]


def _chart(name: str, title: str, note: str, heads: tuple[str, str], bars: Sequence[Bar]) -> Chart:
    noun = heads[1].lower()
    rows: list[dict[str, Any]] = [
        {"lane": bar.name, "place": place, "n": bar.n, "what": f"{bar.n} {noun}: {bar.name}", "href": bar.href}
        for place, bar in enumerate(bars)
    ]
    columns = (Column("name", heads[0], sorts=False), Column("n", heads[1], down=True, cls="n"))
    return Chart(
        name,
        forms.bars,
        rows,
        len(bars) * forms.LANE + forms.EDGE,
        title=title,
        note=note,
        says=f"Bars of the number of {noun}: " + ", ".join(f"{bar.name} {bar.n}" for bar in bars) + ".",
        data=table(title, columns, [Row((bar.name, Cell(bar.link(), bar.n))) for bar in bars], cls="numbers"),
        level=3,
    )
