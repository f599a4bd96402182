"""The look: one table of colours, symbols and kinds; pages, map, legend and figures all read it.

Colours come in pairs (light, dark). Each text colour keeps a contrast of 4.5, each symbol 3.0 on sea, land and paper.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote


@dataclass(frozen=True)
class KindLook:
    """How one kind of event is named and drawn; the path lies in a box of 16 by 16 and fills by even-odd."""

    one: str
    many: str
    light: str
    dark: str
    path: str


COLOURS: Final[dict[str, tuple[str, str]]] = {
    "ink": ("#16242D", "#E8EEF1"),
    "ink2": ("#4A5963", "#AEBBC4"),
    "ink3": ("#5F6D77", "#93A3AD"),
    "rule": ("#D9E0E3", "#2B3A44"),
    "rule2": ("#EAEEF0", "#1F2C35"),
    "paper": ("#FFFFFF", "#131D24"),
    "paper2": ("#F6F8F8", "#18242C"),
    "accent": ("#0B5A7A", "#6CC3E6"),
    "accentbg": ("#E3F0F5", "#17384A"),
    "sea": ("#DFEAEF", "#0E171D"),
    "shore": ("#EBF2F5", "#131F27"),
    "land": ("#F5F2EB", "#222E36"),
    "coast": ("#8C9EA6", "#4C5E6A"),
    "seaname": ("#44687D", "#86A3B5"),
    "landname": ("#6B6656", "#93A1A9"),
    "grid": ("#CBDBE2", "#192731"),
    "zone": ("#6F8794", "#5C7280"),
    "port": ("#33434D", "#C3CFD6"),
    "halo": ("#FFFFFF", "#0E171D"),
    "warn": ("#8A4B00", "#F0B45A"),
    "warnbg": ("#FFF6E5", "#2C2415"),
}

KINDS: Final[dict[str, KindLook]] = {
    "naval-exercise": KindLook(
        "Naval exercise", "Exercises", "#3D68CF", "#7DA2FF",
        "M8 1.2a6.8 6.8 0 1 1 0 13.6 6.8 6.8 0 0 1 0-13.6Zm0 2.5a4.3 4.3 0 1 0 0 8.6 4.3 4.3 0 0 0 0-8.6Z"
        "m0 2.2a2.1 2.1 0 1 1 0 4.2 2.1 2.1 0 0 1 0-4.2Z",
    ),
    "naval-patrol": KindLook(
        "Joint naval patrol", "Naval patrols", "#9C2C00", "#E87B4A",
        "M.8 9.4h14.4l-2.3 4.8H3.2L.8 9.4ZM4.3 8.2V5.4h2.4V1.8h2.6v3.6h2.6v2.8H4.3Z",
    ),
    "air-patrol": KindLook(
        "Joint air patrol", "Air patrols", "#5A1478", "#C77BD6",
        "M8 .6l1.3 1.9v2.8l6 4.7v2l-6-1.9-.2 2.6 1.9 1.4v1.3L8 14.7l-3 .7v-1.3l1.9-1.4-.2-2.6-6 1.9v-2l6-4.7V2.5L8 .6Z",
    ),
    "transit": KindLook(
        "Transit", "Transits", "#0E8768", "#1FB08C",
        "M1.2 2.2h4.1L9.2 8l-3.9 5.8H1.2L5.1 8 1.2 2.2Zm6.4 0h4.1L15.6 8l-3.9 5.8H7.6L11.5 8 7.6 2.2Z",
    ),
    "port-call": KindLook(
        "Port call", "Port calls", "#8E7010", "#EBD66E",
        "M8 .7a2.3 2.3 0 0 1 1.1 4.3v1.2h2.4v2.1H9.1v4.2c1.5-.3 2.7-1.2 3.2-2.5l-1.2.2 2-3.6 2.4 3.3-1 .1"
        "C13.9 13.1 11.3 15.3 8 15.3S2.1 13.1 1.5 10l-1-.1 2.4-3.3 2 3.6-1.2-.2c.5 1.3 1.7 2.2 3.2 2.5V8.3H4.5V6.2h2.4"
        "V5A2.3 2.3 0 0 1 8 .7Z",
    ),
    "coast-guard": KindLook(
        "Coast guard", "Coast guard", "#C2185B", "#FF94B4",
        "M8 .8l6.4 2.2v5c0 3.8-2.7 6.2-6.4 7.3C4.3 14.2 1.6 11.8 1.6 8V3L8 .8Z"
        "m3.9 4.1L9.3 4 4 10.6c.5.9 1.2 1.6 2.1 2.1l5.8-7.8Z",
    ),
    "meeting": KindLook(
        "Meeting", "Meetings", "#5A5B70", "#B0C2DA",
        "M2.2 1.6h11.6c.8 0 1.4.6 1.4 1.4v7c0 .8-.6 1.4-1.4 1.4H8.7L5 15v-3.6H2.2C1.4 11.4.8 10.8.8 10V3"
        "c0-.8.6-1.4 1.4-1.4Zm1.7 3.1v1.5h8.2V4.7H3.9Zm0 2.9v1.5h5.6V7.6H3.9Z",
    ),
    "encounter": KindLook(
        "Encounter", "Encounters", "#111111", "#FFFFFF",
        "M.9 1.9 7.2 8 .9 14.1V1.9Zm14.2 0v12.2L8.8 8l6.3-6.1Z",
    ),
    "ashore": KindLook(
        "Exercise ashore", "Ashore", "#55701A", "#B4CC5A",
        "M8 1.5 15.4 14.2h-4.8L8 9.4 5.4 14.2H.6L8 1.5Z",
    ),
}  # fmt: skip

LAYERS: Final[dict[str, str]] = {
    "seas": "Sea names",
    "places": "Ports",
    "straits": "Straits",
    "zones": "Air zones",
    "legs": "Ways",
    "sightings": "All sightings",
    "grid": "Grid",
}
DEFAULT_LAYERS: Final[tuple[str, ...]] = ("seas", "places", "straits", "zones", "legs")


def token_css() -> str:
    """Give every colour as a CSS variable, each written once as `light-dark(light, dark)`."""
    pairs = COLOURS | {kind: (look.light, look.dark) for kind, look in KINDS.items()}
    return ":root{" + "".join(f"--{name}:light-dark({light},{dark});" for name, (light, dark) in pairs.items()) + "}"


def symbol_svg(kind: str, colour: str) -> str:
    """Give the symbol of a kind as a whole SVG file of 16 by 16."""
    path = f'<path fill="{colour}" fill-rule="evenodd" d="{KINDS[kind].path}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">{path}</svg>'


def symbol_css() -> str:
    """Give one class a kind (`sym sym-transit`): Streamlit strips <svg> from pages, so a symbol is a CSS mask."""
    mask = "background:var(--c);mask:var(--m) center/contain no-repeat"
    rules = [f".sym{{display:inline-block;flex:none;width:16px;height:16px;{mask}}}"]
    for kind in KINDS:
        url = quote(symbol_svg(kind, "#000"))
        rules.append(f'.sym-{kind}{{--c:var(--{kind});--m:url("data:image/svg+xml,{url}")}}')
    return "".join(rules)
