"""The view: one frozen description of what is shown, to and from a link, as numbers for the map and as a sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache, reduce
from operator import and_
from typing import Any, Final, Self
from urllib.parse import urlencode

import numpy as np

from atlas.catalog import Catalog, EventColumns
from atlas.look import DEFAULT_LAYERS, KINDS, LAYERS
from atlas.view.dates import Dates
from atlas.view.filters import STATES, InSeries, Kinds, Mask, States
from atlas.view.keys import KEYS
from atlas.view.query import VERSION, Notice, Query, dotted
from atlas.view.several import Areas, Passages, Ships
from atlas.view.spot import DEEPEST, placed, read_spot, write_spot
from atlas.view.sure import Basis, Joint, Sure
from atlas.vocabulary import BASIS, CONFIDENCE, JOINT

__all__ = ["KEYS", "STATES", "View"]

_SUBSETS: Final = {
    "kinds": tuple(KINDS),
    "joint": tuple(JOINT),
    "confidence": tuple(CONFIDENCE),
    "layers": tuple(LAYERS),
}


@dataclass(frozen=True)
class View:
    """What is shown. `dataclasses.replace(view, ...)` gives a changed one.

    Words are kept in the order of the atlas, ids sorted, both without doubles; the centre to 0.01 degree (WGS 84,
    longitude from -180 up to 180), the zoom to 0.01: two views that show the same are equal. An event is shown if it
    passes every filter; of several words or ids in one filter any will do.

    Parameters
    ----------
    span : tuple of date
        First and last day of all events; a link does not name a day that equals the end it stands at.
    start, end : date
        The range, both inside; it lies within the span.
    kinds : tuple of str
        Chosen kinds, of `look.KINDS`.
    states : str
        all, both, CN or RU.
    series : str or None
        Id of the only series shown.
    areas, ships, passages : tuple of str
        Chosen ids, of `Catalog.columns`; none lets all events through.
    joint, confidence : tuple of str
        Chosen words, of `vocabulary.JOINT` and `vocabulary.CONFIDENCE`.
    basis : str or None
        The least that the position of one sighting rests on, of `vocabulary.BASIS`.
    layers : tuple of str
        Layers switched on, of `look.LAYERS`.
    selection : str or None
        `<layer>.<id>` of what is chosen.
    centre : tuple of float or None
        Latitude and longitude of the map's centre; None where the map fits itself.
    zoom : float or None
        Leaflet's zoom, 0 to 20; given if and only if there is a centre.

    Raises
    ------
    ValueError
        If a value is not one of those; the message names it and what is allowed.
    """

    span: tuple[date, date]
    start: date
    end: date
    kinds: tuple[str, ...] = tuple(KINDS)
    states: str = "all"
    series: str | None = None
    areas: tuple[str, ...] = ()
    ships: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    joint: tuple[str, ...] = tuple(JOINT)
    confidence: tuple[str, ...] = tuple(CONFIDENCE)
    basis: str | None = None
    layers: tuple[str, ...] = DEFAULT_LAYERS
    selection: str | None = None
    centre: tuple[float, float] | None = None
    zoom: float | None = None

    def __post_init__(self) -> None:
        """Check every value and put it into its one form."""
        if not self.span[0] <= self.start <= self.end <= self.span[1]:
            limits = f"{self.span[0]} to {self.span[1]}"
            raise ValueError(f"the range is {self.start} to {self.end}; allowed: days in order within {limits}")
        if self.states not in STATES:
            raise ValueError(f"states is {self.states!r}; allowed: {', '.join(STATES)}")
        if self.basis not in (None, *BASIS):
            raise ValueError(f"basis is {self.basis!r}; allowed: {', '.join(BASIS)}")
        for field in ("areas", "ships", "passages"):
            object.__setattr__(self, field, tuple(sorted(set(getattr(self, field)))))
        for field, known in _SUBSETS.items():
            given = getattr(self, field)
            if strange := sorted(set(given) - set(known)):
                raise ValueError(f"{field} holds {', '.join(strange)}; allowed: {', '.join(known)}")
            object.__setattr__(self, field, tuple(word for word in known if word in given))
        if (self.centre is None) != (self.zoom is None):
            raise ValueError("centre and zoom are given together, or neither")
        if self.centre is not None and self.zoom is not None:
            place = placed(*self.centre, self.zoom)
            if place is None:
                raise ValueError(
                    f"the place is {self.centre}, {self.zoom}; allowed: degrees and a zoom up to {DEEPEST}"
                )
            object.__setattr__(self, "centre", place[:2])
            object.__setattr__(self, "zoom", place[2])

    @classmethod
    def default(cls, catalog: Catalog) -> Self:
        """Give the view of an empty link: everything, nothing chosen."""
        return cls(catalog.span, *catalog.span)

    @classmethod
    def from_query(
        cls, pairs: Mapping[str, Sequence[str]], catalog: Catalog, before: str = ""
    ) -> tuple[Self, list[Notice]]:
        """Read a link; whatever it holds, a view comes out.

        Parameters
        ----------
        pairs : mapping of str to sequence of str
            Keys of the query and their values, as `st.query_params.get_all` or `urllib.parse.parse_qs` give them.
        catalog : Catalog
            Says which days, series and selections there are.
        before : str
            What stood before each key in the link, for the notices.

        Returns
        -------
        view : View
            What could be read, and the default for the rest.
        notices : list of Notice
            One plain sentence for each thing that was ignored or changed; foreign text stands in them as code spans, so
            they may be shown as markdown. Each also knows its parts.
        """
        query = Query(pairs, before)
        dates = Dates.read(query, catalog.span)
        spot = read_spot(query)
        view = cls(
            span=catalog.span,
            start=dates.start,
            end=dates.end,
            kinds=Kinds.read(query).chosen,
            states=States.read(query).which,
            series=InSeries.read(query, catalog).name,
            areas=Areas.read(query, catalog).chosen,
            ships=Ships.read(query, catalog).chosen,
            passages=Passages.read(query, catalog).chosen,
            joint=Joint.read(query).chosen,
            confidence=Sure.read(query).chosen,
            basis=Basis.read(query).least,
            layers=query.some_of("show", tuple(LAYERS), DEFAULT_LAYERS),
            selection=_read_selection(query, catalog),
            centre=spot and spot[:2],
            zoom=spot and spot[2],
        )
        return view, query.finish(KEYS)

    def to_query(self) -> dict[str, str]:
        """Give the pairs of the shortest link to this view; none for the default."""
        return dict(self._pairs)

    @cached_property
    def _pairs(self) -> dict[str, str]:
        pairs: dict[str, str] = {}
        for one in self.filters:
            pairs |= one.pairs()
        if self.layers != DEFAULT_LAYERS:
            pairs["show"] = dotted(self.layers)
        if self.selection is not None:
            pairs["sel"] = self.selection
        if self.centre is not None and self.zoom is not None:
            pairs["at"] = write_spot(self.centre, self.zoom)
        return pairs | {"v": VERSION} if pairs else {}

    def link(self) -> str:
        """Give the link to this view, relative to the page: `?from=2019-01-01&v=1`, or `?` for the default."""
        return f"?{urlencode(self.to_query())}"

    @cached_property
    def filters(self) -> tuple[Dates, Kinds, States, InSeries, Areas, Ships, Passages, Joint, Sure, Basis]:
        """The filters that this view is made of, in the order of a link."""
        return (
            Dates(self.start, self.end, self.span),
            Kinds(self.kinds),
            States(self.states),
            InSeries(self.series),
            Areas(self.areas),
            Ships(self.ships),
            Passages(self.passages),
            Joint(self.joint),
            Sure(self.confidence),
            Basis(self.basis),
        )

    def mask(self, columns: EventColumns, without: str | None = None) -> Mask:
        """Say of each event whether it is shown.

        Parameters
        ----------
        columns : EventColumns
            The events.
        without : str, optional
            One filter to leave out, by its name among the fields of a View, or `dates`.

        Returns
        -------
        numpy.ndarray of bool
            One entry per event; it cannot be written to, for others are given the same one.
        """
        left_out = next((one for one in self.filters if one.field == without), None)
        return _mask(self, columns, without if left_out and left_out.pairs() else None)

    def describe(self, catalog: Catalog) -> str:
        """Say this view as one sentence: `11 air patrols of China and Russia together, Jul 2019 to Dec 2025`."""
        kinds, count = self.filters[1], catalog.count(self)
        dates, left_out, states, series, areas, ships, passages, *sure = (one.words(catalog) for one in self.filters)
        everywhere = "at sea and in the air" if kinds.most and not (areas or ships or passages) else ""
        head = (str(count or "No"), kinds.noun(count), states, ships, passages, areas, everywhere)
        return ", ".join(filter(None, (" ".join(filter(None, head)), dates, left_out, series, *sure)))

    def map_state(self, catalog: Catalog, *, theme: str = "light", fit: bool = False) -> dict[str, Any]:
        """Give this view as the few numbers that the map is told at each rerun; what is not told is the default.

        Parameters
        ----------
        catalog : Catalog
            Knows the place of each series, area, ship and strait.
        theme : str
            light or dark.
        fit : bool
            Whether the map shall fit the selection, or the region.

        Returns
        -------
        dict
            As client/start.js names it: days since 1970-01-01, bit masks, places in the lists of the columns.
        """
        state: dict[str, Any] = {}
        for one in self.filters:
            state |= one.state(catalog.columns)
        if self.layers != DEFAULT_LAYERS:
            state["layers"] = layer_bits(self.layers)
        if self.selection is not None:
            state["sel"] = self.selection
        if theme != "light":
            state["theme"] = theme
        return state | {"fit": True} if fit else state


@lru_cache(maxsize=32)
def _mask(view: View, columns: EventColumns, without: str | None) -> Mask:
    """Say of each event whether it is shown; one run of a page asks several times for the same view."""
    # What a link need not name lets all through.
    masks = [one.mask(columns) for one in view.filters if one.field != without and one.pairs()]
    shown = reduce(and_, masks) if masks else np.ones(len(columns.start), dtype=np.bool_)
    shown.flags.writeable = False
    return shown


def layer_bits(layers: Sequence[str]) -> int:
    """Give layers as one number, a bit each in the order of `look.LAYERS`."""
    return sum(1 << place for place, layer in enumerate(LAYERS) if layer in layers)


def _read_selection(query: Query, catalog: Catalog) -> str | None:
    value = query.one("sel")
    if value is None or catalog.where_is(value):
        return value
    query.tell("sel", value, "the id of something in the atlas, such as event.joint-sea-2012", "Nothing is chosen.")
    return None
