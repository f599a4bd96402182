"""More filters: a group that is sent only when it is open, and what it has chosen, told where it is closed."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from atlas.catalog import Catalog
from atlas.ui import address
from atlas.ui.words import count, plain, sentence
from atlas.view import View
from atlas.view.several import AnyOf, Areas, Passages, Ships
from atlas.vocabulary import CONFIDENCE

GROUP: Final = "more-filters"
ACTIVE: Final = "active"
ANY: Final = "any"
SEVERAL: Final[dict[str, tuple[type[AnyOf], str]]] = {
    "areas": (Areas, "Area"),
    "passages": (Passages, "Strait passed"),
    "ships": (Ships, "Ship"),
}
JOINT: Final[dict[str, str]] = {"announced": "Announced", "observed": "Seen together", "separate": "Separate"}
BASIS: Final[dict[str, str]] = {
    "coordinates": "Coordinates stated",
    "bearing-distance": "Bearing and distance stated",
    "place": "Place named",
    "sea": "Sea named",
    "inferred": "Any, be it inferred",
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
            _widgets(catalog, view)
    elif chips := active(catalog, view):
        _told(chips)


def _widgets(catalog: Catalog, view: View) -> None:
    for field, (kind, label) in SEVERAL.items():
        names = {name: _option(kind, row) for name, row in kind.table(catalog).items()}
        ids = list(names) if kind is Areas else sorted(names, key=lambda name: names[name].casefold())
        _seed(field, list(getattr(view, field)))
        st.multiselect(label, ids, format_func=names.__getitem__, placeholder="Any", select_all=False, **_bound(field))
    series = {ANY: "Any"} | {name: catalog.series[name]["name"] for name in catalog.columns.series_names}
    _seed("series", view.series or ANY)
    st.selectbox("Series", list(series), format_func=series.__getitem__, **_bound("series"))
    for field, label, words in (("joint", "Joint", JOINT), ("confidence", "Confidence", CONFIDENCE)):
        _seed(field, list(getattr(view, field)))
        st.pills(label, list(words), selection_mode="multi", format_func=_short(words), **_bound(field))
    _seed("basis", view.basis or ANY)
    basis = {ANY: "Any, or none"} | BASIS
    st.selectbox("Best position at least", list(basis), format_func=basis.__getitem__, **_bound("basis"))


def _short(words: Mapping[str, str]) -> Any:
    return lambda word: words[word].removesuffix(" confidence")


def _option(kind: type[AnyOf], row: Mapping[str, Any]) -> str:
    """Name a thing as it is searched for: a ship in its own script too."""
    own = row["names"].get("ru") or row["names"].get("zh") if kind is Ships else None
    return f"{kind.label(row)} {own}" if own else sentence(row["name"] if kind is Passages else kind.label(row))


def _seed(field: str, value: Any) -> None:
    """Put what the address says into a widget, before it is drawn."""
    st.session_state[field] = value


def _bound(field: str) -> dict[str, Any]:
    """Give the arguments that tie a widget to a field of the view."""
    return {"key": field, "on_change": chosen, "args": (field,)}


def chosen(field: str) -> None:
    """Write what a widget holds to the address."""
    value = st.session_state[field]
    address.change(**{field: tuple(value) if isinstance(value, list) else None if value == ANY else value})


def active(catalog: Catalog, view: View) -> dict[str, str]:
    """Give what the group has chosen: `<field>` or `<field>.<id>`, each with its name."""
    found: dict[str, str] = {}
    for field, (kind, _) in SEVERAL.items():
        found |= {f"{field}.{name}": sentence(kind.label(kind.table(catalog)[name])) for name in getattr(view, field)}
    if view.series is not None:
        found["series"] = catalog.series[view.series]["name"]
    for one in view.filters:
        if one.field in ("joint", "confidence", "basis") and (words := one.words(catalog)):
            found[one.field] = sentence(words)
    return found


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
