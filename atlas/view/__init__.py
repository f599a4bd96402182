"""The view: one frozen description of what is shown, to and from a link, as numbers for the map and as a sentence."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Self
from urllib.parse import urlencode

import numpy as np

from atlas.catalog import Catalog, EventColumns
from atlas.catalog.columns import days
from atlas.look import DEFAULT_LAYERS, KINDS, LAYERS
from atlas.view.dates import Dates
from atlas.view.filters import STATES, Filter, InSeries, Kinds, Mask, States, Sure
from atlas.view.query import VERSION, Query, dotted
from atlas.vocabulary import CONFIDENCE

__all__ = ["STATES", "View"]

DEEPEST: Final = 20
_AT = re.compile(r"(-?\d{1,2}(?:\.\d+)?)_(-?\d{1,3}(?:\.\d+)?)_(\d{1,2}(?:\.\d+)?)", re.ASCII)
_FILTERS: Final[tuple[type[Filter], ...]] = (Dates, Kinds, States, InSeries, Sure)


@dataclass(frozen=True)
class View:
    """What is shown. `dataclasses.replace(view, ...)` gives a changed one.

    Lists are kept in the order of the atlas and without doubles, the centre to 0.01 degree (WGS 84, longitude from
    -180 up to 180), the zoom to 0.01: two views that show the same are equal.

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
    confidence : tuple of str
        Chosen levels, of `vocabulary.CONFIDENCE`.
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
    confidence: tuple[str, ...] = tuple(CONFIDENCE)
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
        for field, known in (("kinds", KINDS), ("confidence", CONFIDENCE), ("layers", LAYERS)):
            given = getattr(self, field)
            if strange := sorted(set(given) - set(known)):
                raise ValueError(f"{field} holds {', '.join(strange)}; allowed: {', '.join(known)}")
            object.__setattr__(self, field, tuple(word for word in known if word in given))
        if (self.centre is None) != (self.zoom is None):
            raise ValueError("centre and zoom are given together, or neither")
        if self.centre is not None and self.zoom is not None:
            place = _placed(*self.centre, self.zoom)
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
    def from_query(cls, pairs: Mapping[str, Sequence[str]], catalog: Catalog) -> tuple[Self, list[str]]:
        """Read a link; whatever it holds, a view comes out.

        Parameters
        ----------
        pairs : mapping of str to sequence of str
            Keys of the query and their values, as `st.query_params.get_all` or `urllib.parse.parse_qs` give them.
        catalog : Catalog
            Says which days, series and selections there are.

        Returns
        -------
        view : View
            What could be read, and the default for the rest.
        notices : list of str
            One plain sentence for each thing that was ignored or changed; foreign text stands in them as code spans, so
            they may be shown as markdown.
        """
        query = Query(pairs)
        dates = Dates.read(query, catalog.span)
        place = _read_at(query)
        view = cls(
            span=catalog.span,
            start=dates.start,
            end=dates.end,
            kinds=Kinds.read(query).chosen,
            states=States.read(query).which,
            series=InSeries.read(query, catalog).name,
            confidence=Sure.read(query).levels,
            layers=query.some_of("show", tuple(LAYERS), DEFAULT_LAYERS),
            selection=_read_selection(query, catalog),
            centre=place and place[:2],
            zoom=place and place[2],
        )
        keys = {key for one in _FILTERS for key in one.keys}
        return view, query.finish(keys | {"show", "sel", "at"})

    def to_query(self) -> dict[str, str]:
        """Give the pairs of the shortest link to this view; none for the default."""
        pairs: dict[str, str] = {}
        for one in self.filters:
            pairs |= one.pairs()
        if self.layers != DEFAULT_LAYERS:
            pairs["show"] = dotted(self.layers)
        if self.selection is not None:
            pairs["sel"] = self.selection
        if self.centre is not None:
            pairs["at"] = f"{self.centre[0]:.2f}_{self.centre[1]:.2f}_{self.zoom:g}"
        return pairs | {"v": VERSION} if pairs else {}

    def link(self) -> str:
        """Give the link to this view, relative to the page: `?from=2019-01-01&v=1`, or `?` for the default."""
        return f"?{urlencode(self.to_query())}"

    @property
    def filters(self) -> tuple[Dates, Kinds, States, InSeries, Sure]:
        """The filters that this view is made of."""
        return (
            Dates(self.start, self.end, self.span),
            Kinds(self.kinds),
            States(self.states),
            InSeries(self.series),
            Sure(self.confidence),
        )

    def mask(self, columns: EventColumns, without: str | None = None) -> Mask:
        """Say of each event whether it is shown.

        Parameters
        ----------
        columns : EventColumns
            The events.
        without : str, optional
            One filter to leave out: dates, kinds, states, series or confidence.

        Returns
        -------
        numpy.ndarray of bool
            One entry per event.
        """
        masks = [one.mask(columns) for one in self.filters if one.field != without]
        return np.asarray(np.logical_and.reduce(masks))

    def describe(self, catalog: Catalog) -> str:
        """Say this view as one sentence: `11 air patrols of China and Russia together, Jul 2019 to Dec 2025`."""
        dates, kinds, states, series, sure = self.filters
        count = catalog.count(self)
        where = "at sea and in the air" if kinds.most else ""
        head = " ".join(filter(None, (str(count or "No"), kinds.noun(count), states.words(catalog), where)))
        rest = (one.words(catalog) for one in (dates, kinds, series, sure))
        return ", ".join(filter(None, (head, *rest)))

    def map_state(self, catalog: Catalog, *, theme: str = "light", fit: bool = False) -> dict[str, Any]:
        """Give this view as the few numbers that the map is told at each rerun.

        Parameters
        ----------
        catalog : Catalog
            Knows the place of each series.
        theme : str
            light or dark.
        fit : bool
            Whether the map shall fit the selection, or the region.

        Returns
        -------
        dict
            Days since 1970-01-01, bit masks in the order of `atlas.look` (kinds, layers) and of the vocabulary (sure),
            states 0 all, 1 both, 2 China, 3 Russia; series -1 for all.
        """
        dates, kinds, states, series, sure = self.filters
        return {
            "from": days(dates.start),
            "to": days(dates.end),
            "kinds": kinds.bits,
            "states": list(STATES).index(states.which),
            "series": series.place(catalog.columns),
            "sure": sure.bits,
            "layers": sum(1 << place for place, layer in enumerate(LAYERS) if layer in self.layers),
            "sel": self.selection,
            "theme": theme,
            "fit": fit,
        }


def _placed(lat: float, lon: float, zoom: float) -> tuple[float, float, float] | None:
    """Give a place of the map in its one form, or None if it is no place."""
    if not (math.isfinite(lon) and -90 <= lat <= 90 and 0 <= zoom <= DEEPEST):
        return None
    wrapped = round((lon + 180) % 360 - 180, 2)
    return round(lat, 2) + 0.0, (-180.0 if wrapped == 180 else wrapped) + 0.0, round(zoom, 2) + 0.0


def _read_at(query: Query) -> tuple[float, float, float] | None:
    value = query.one("at")
    if value is None:
        return None
    parts = _AT.fullmatch(value)
    place = _placed(*map(float, parts.groups())) if parts else None
    if place is None:
        allowed = f"latitude_longitude_zoom such as 35.10_131.60_5, zoom up to {DEEPEST}"
        query.tell("at", value, allowed, "The map fits itself.")
    return place


def _read_selection(query: Query, catalog: Catalog) -> str | None:
    value = query.one("sel")
    if value is None or catalog.where_is(value):
        return value
    query.tell("sel", value, "the id of something in the atlas, such as event.joint-sea-2012", "Nothing is chosen.")
    return None
