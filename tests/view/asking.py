"""Views for tests: read from a link, or drawn by hypothesis."""

from hypothesis import strategies as st

from atlas.look import KINDS, LAYERS
from atlas.view import STATES, View
from atlas.vocabulary import BASIS, CONFIDENCE, JOINT


def ask(catalog, **pairs):
    return View.from_query({key.rstrip("_"): [value] for key, value in pairs.items()}, catalog)


def few(table):
    return st.lists(st.sampled_from(list(table)), max_size=4).map(tuple)


@st.composite
def views(draw, catalog):
    first, last = catalog.span
    days = st.dates(first, last)
    start, end = sorted((draw(days), draw(days)))
    place = draw(st.none() | st.tuples(st.floats(-90, 90), st.floats(-1000, 1000), st.floats(0, 20)))
    return View(
        catalog.span,
        start,
        end,
        kinds=tuple(draw(st.lists(st.sampled_from(list(KINDS))))),
        states=draw(st.sampled_from(list(STATES))),
        series=draw(st.sampled_from([None, *catalog.columns.series_names])),
        areas=draw(few(catalog.areas)),
        ships=draw(few(catalog.ships)),
        passages=draw(few(catalog.layers["passages"].rows)),
        joint=tuple(draw(st.lists(st.sampled_from(list(JOINT))))),
        basis=draw(st.sampled_from([None, *BASIS])),
        confidence=tuple(draw(st.lists(st.sampled_from(list(CONFIDENCE))))),
        layers=tuple(draw(st.lists(st.sampled_from(list(LAYERS))))),
        selection=draw(st.sampled_from([None, "event.north-2023", "place.vladivostok", "leg.first-flight-r1-l01"])),
        centre=place and place[:2],
        zoom=place and place[2],
    )
