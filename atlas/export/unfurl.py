"""What a shared link says of itself before anybody opens it: a title, a sentence, its one true address, its picture."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from atlas.catalog import Catalog
from atlas.export import work
from atlas.export.days import dates
from atlas.view import View
from atlas.view.pair import Pair
from atlas.view.steps import cover_of, view_of
from atlas.vocabulary import KIND, STATE

LONGEST: Final = 280
WITHOUT_VIEW: Final = ("method",)
"""Pages that tell of the atlas as a whole."""
Pairs = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Unfurled:
    """What a link says.

    Parameters
    ----------
    title : str
        What stands largest; the name of the atlas is added by who shows it.
    description : str
        One or two sentences.
    query : dict of str to str
        The pairs of the shortest link to the same.
    picture : View
        Of which the preview is drawn.
    """

    title: str
    description: str
    query: Mapping[str, str]
    picture: View

    @property
    def link(self) -> str:
        """Give the query as it stands behind the path of the page: `?kind=transit&v=1`, or nothing."""
        return f"?{urlencode(self.query)}" if self.query else ""


def unfurl(page: str, name: str, pairs: Pairs, catalog: Catalog) -> Unfurled:
    """Say what a link to a page says of itself; whatever the link holds, something true comes out.

    Parameters
    ----------
    page : str
        Path of the page, empty for the map.
    name : str
        Title of the page.
    pairs : mapping of str to sequence of str
        The query, as `urllib.parse.parse_qs` gives it.
    catalog : Catalog
        The data.

    Returns
    -------
    Unfurled
        Of one thing where the link names one that there is, else of the view.
    """
    view, _ = View.from_query({key: values for key, values in pairs.items() if key != "id"}, catalog)
    asked = (pairs.get("id") or ("",))[-1]
    if page in _OF_ONE:
        nothing = Unfurled(name, short(work.ABSTRACT), {}, View.default(catalog))
        return _OF_ONE[page](asked, pairs, catalog) or nothing
    if page in WITHOUT_VIEW:
        return Unfurled(name, short(work.ABSTRACT), {}, View.default(catalog))
    if page == "compare":
        return _compare(pairs, catalog)
    return _of_view(page, name, view, catalog)


def _of_view(page: str, name: str, view: View, catalog: Catalog) -> Unfurled:
    sentence, query = view.describe(catalog), view.to_query()
    if page:
        return Unfurled(f"{name}: {sentence}", short(f"{sentence}. {work.ABSTRACT}"), query, view)
    event = catalog.event_of(view.selection)
    if event:
        told = _event(event, {}, catalog)
        if told:
            return replace(
                told, description=short(f"{told.description} Chosen from: {sentence}."), query=query, picture=view
            )
    chosen = catalog.where_is(view.selection)
    if chosen:
        return Unfurled(f"{chosen[1]['name']}: {sentence}", short(f"{sentence}. {work.ABSTRACT}"), query, view)
    if view.filters == View.default(catalog).filters:
        return Unfurled("", short(f"{sentence}. {work.ABSTRACT}"), query, view)
    return Unfurled(sentence, short(f"{sentence}. {work.ABSTRACT}"), query, view)


def _event(name: str, _: Pairs, catalog: Catalog) -> Unfurled | None:
    row = catalog.layers["events"].rows.get(name)
    if row is None:
        return None
    states = " and ".join(STATE.get(state, state) for state in row["states"])
    days = dates(row["start"], row["end"], row["date_precision"])
    kind = KIND[row["kind"]][0]
    told = f"{kind[0].upper()}{kind[1:]} of {states}, {days}. {row['summary'] or ''}"
    picture = replace(View.default(catalog), selection=f"event.{name}")
    return Unfurled(row["title"], short(told), {"id": name}, picture)


def _ship(name: str, _: Pairs, catalog: Catalog) -> Unfurled | None:
    row = catalog.ships.get(name)
    if row is None:
        return None
    known = name in catalog.columns.ships.names
    view = replace(View.default(catalog), ships=(name,) if known else ())
    title = f"{row['name']} ({row['hull']})" if row.get("hull") else str(row["name"])
    told = f"{view.describe(catalog)}." if known else ""
    return Unfurled(title, short(f"{told} {work.ABSTRACT}"), {"id": name}, view)


def _strait(name: str, _: Pairs, catalog: Catalog) -> Unfurled | None:
    row = catalog.layers["passages"].rows.get(name)
    if row is None:
        return None
    view = replace(View.default(catalog), passages=(name,), selection=f"passage.{name}")
    return Unfurled(row["name"], short(f"{view.describe(catalog)}. {work.ABSTRACT}"), {"id": name}, view)


def _story(name: str, pairs: Pairs, catalog: Catalog) -> Unfurled | None:
    story = catalog.stories.get(name) or next(iter(catalog.stories.values()), None)
    if story is None:
        return None
    asked = (pairs.get("step") or ("",))[-1]
    query = {"id": name} if name in catalog.stories else {}
    step = next((step for step in story["steps"] if step["id"] == asked), None)
    if step:
        # A claim is not ours: it never stands alone, as if the atlas said so.
        verdict = str(step["verdict"]).replace("-", " ")
        told = f"Claim: {step['claim']} Checked: {verdict}. {step['explanation']}"
        return Unfurled(story["title"], short(told), query | {"step": asked}, view_of(step, catalog))
    return Unfurled(story["title"], short(story["lead"]), query, cover_of(story, catalog))


def _compare(pairs: Pairs, catalog: Catalog) -> Unfurled:
    pair, _ = Pair.from_query(pairs, catalog)
    first, second = pair.first.describe(catalog), pair.second.describe(catalog)
    return Unfurled(f"Compare: {first}; {second}", short(f"A: {first}. B: {second}."), pair.to_query(), pair.first)


_OF_ONE: Final[Mapping[str, Callable[[str, Pairs, Catalog], Unfurled | None]]] = {
    "event": _event,
    "ship": _ship,
    "strait": _strait,
    "story": _story,
}


def short(text: str) -> str:
    """Cut a text at a word, so that a messenger need not."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rpartition(' ')[0]}…"
