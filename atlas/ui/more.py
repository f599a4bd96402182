"""More filters: a group that is sent only when it is open, and what it has chosen, told where it is closed."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import streamlit as st

from atlas.catalog import Catalog
from atlas.ui import address
from atlas.ui.address import ONLY, Side
from atlas.ui.fields import ANY, bound
from atlas.ui.words import count, listed, plain, sentence
from atlas.view import View
from atlas.view.several import AnyOf, Areas, Passages, Ships

GROUP: Final = "more-filters"
ACTIVE: Final = "active"
SEVERAL: Final[dict[str, tuple[type[AnyOf], str]]] = {
    "areas": (Areas, "Area"),
    "passages": (Passages, "Strait passed"),
    "ships": (Ships, "Ship"),
}
JOINT: Final[dict[str, str]] = {"announced": "Announced", "observed": "Seen together", "separate": "Separate"}
CONFIDENCE: Final[dict[str, str]] = {"high": "High", "medium": "Medium", "low": "Low"}
BASIS: Final[dict[str, str]] = {
    "coordinates": "Coordinates stated",
    "bearing-distance": "Bearing and distance stated",
    "place": "Place named",
    "sea": "Sea named",
    "inferred": "Any position, be it inferred",
}
FIELDS: Final = (*SEVERAL, "series", "joint", "confidence", "basis")


def show(catalog: Catalog, view: View) -> None:
    """Lay out the group; its select boxes are neither sent nor loaded before somebody opens it.

    Parameters
    ----------
    catalog : Catalog
        Gives what can be chosen.
    view : View
        What the address says.
    """
    group = st.expander("More filters", key=GROUP, on_change="rerun")
    if group.open:
        with group:
            widgets(catalog, view)
    elif chips := active(catalog, view):
        _told(chips)


def widgets(catalog: Catalog, view: View, side: Side = ONLY) -> None:
    """Lay out what chooses them, for one side of the page."""
    for field, (kind, label) in SEVERAL.items():
        names = options(catalog, kind)
        tie = bound(field, getattr(view, field), side)
        st.multiselect(label, list(names), format_func=names.__getitem__, placeholder="Any", select_all=False, **tie)
    series = {ANY: "Any"} | {name: catalog.series[name]["name"] for name in catalog.columns.series_names}
    _one_of("Series", series, bound("series", view.series, side))
    _any_of("Joint", JOINT, bound("joint", view.joint, side))
    _any_of("Confidence", CONFIDENCE, bound("confidence", view.confidence, side))
    _one_of("Position at least", {ANY: "Any or none"} | BASIS, bound("basis", view.basis, side))


def _one_of(label: str, words: Mapping[str, str], tie: dict[str, Any]) -> None:
    st.selectbox(label, list(words), format_func=words.__getitem__, **tie)


def _any_of(label: str, words: Mapping[str, str], tie: dict[str, Any]) -> None:
    st.pills(label, list(words), selection_mode="multi", format_func=words.__getitem__, **tie)


def options(catalog: Catalog, kind: type[AnyOf]) -> dict[str, str]:
    """Give what can be chosen, each with the words it is searched by: a ship by its name, hull number and own script.

    Areas stand in the order of their register, region by region, the others by name.
    """
    names: dict[str, str] = {}
    for name, row in kind.table(catalog).items():
        own = next(iter(row.get("names", {}).values()), "") if kind is Ships else ""
        names[name] = f"{sentence(kind.label(row))} {own}".strip()
    return names if kind is Areas else dict(sorted(names.items(), key=lambda pair: pair[1].casefold()))


def active(catalog: Catalog, view: View) -> dict[str, str]:
    """Give what the group has chosen: `<field>` or `<field>.<id>`, each with its name."""
    found: dict[str, str] = {}
    for field, (kind, _) in SEVERAL.items():
        found |= {f"{field}.{name}": sentence(kind.label(kind.table(catalog)[name])) for name in getattr(view, field)}
    if view.series is not None:
        found["series"] = catalog.series[view.series]["name"]
    if view.joint != tuple(JOINT):
        found["joint"] = _either([JOINT[word] for word in view.joint]) or "Neither joint nor separate"
    if view.confidence != tuple(CONFIDENCE):
        found["confidence"] = f"{_either(view.confidence) or 'No'} confidence"
    if view.basis is not None:
        found["basis"] = BASIS[view.basis] + ("" if view.basis == "inferred" else " or better")
    return found


def _either(words: Iterable[str]) -> str:
    return sentence(listed([word.lower() for word in words], "or"))


def without(view: View, chips: list[str]) -> dict[str, Any]:
    """Give the fields of a view that only these chips stay in; as `active` names them."""
    usual = View(view.span, *view.span)
    fields: dict[str, Any] = {field: getattr(usual, field) for field in FIELDS if field not in chips}
    for field in SEVERAL:
        fields[field] = tuple(name for name in getattr(view, field) if f"{field}.{name}" in chips)
    return fields


def _told(chips: Mapping[str, str]) -> None:
    """Name the active filters, each with a way to take it off, and one for all."""
    st.session_state[ACTIVE] = list(chips)
    with st.container(key="told"):
        st.pills(
            count(len(chips), "more filter"),
            list(chips),
            selection_mode="multi",
            format_func=lambda chip: f"{plain(chips[chip])} ✕",
            key=ACTIVE,
            on_change=take_off,
        )
        if len(chips) > 1:
            st.button("Take off", key="take-off", on_click=take_off, args=([],), type="tertiary")


def take_off(kept: list[str] | None = None) -> None:
    """Take the active filters off that are not among these: by default those that are still pressed."""
    view, _ = address.read()
    address.change(**without(view, st.session_state[ACTIVE] if kept is None else kept))
